package dev.blipscope.inspect;

import dev.blipscope.capture.Feed;
import dev.blipscope.capture.Inputs;
import dev.blipscope.check.Breakage;
import dev.blipscope.json.Doc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The sample payloads, read as a user's files are.
public final class Samples {

  public static final Path FOLDER = Path.of("sample-payloads");

  private Samples() {}

  public static List<Path> files() {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".expected.json"))
          .filter(file -> !file.endsWith("README.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All payloads that can be read.
  public static List<Doc> payloads(Inspector inspector) {
    return files().stream()
        .flatMap(file -> inspections(file, inspector))
        .filter(inspection -> inspection.detection() != null)
        .map(Inspection::doc)
        .filter(Objects::nonNull)
        .toList();
  }

  /// What there is to know about each piece of a file.
  public static Stream<Inspection> inspections(Path file, Inspector inspector) {
    var inspections = new ArrayList<Inspection>();
    try (var inputs = Inputs.of(List.of(file.toString()), InputStream.nullInputStream())) {
      for (var opened = inputs.next(); opened != null; opened = inputs.next()) {
        if (opened instanceof Inputs.Opened.Text(_, var feed)) {
          read(feed, inspector, inspections);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inspections.stream();
  }

  private static void read(Feed feed, Inspector inspector, List<Inspection> inspections)
      throws IOException {
    for (var next = feed.next(); next != Feed.Next.END; next = feed.next()) {
      int before = inspections.size();
      switch (next) {
        case PAYLOAD -> inspections.add(inspector.inspect(feed.doc().kept()));
        case NOT_OBJECT -> inspections.add(Inspector.notObject(feed.doc().kept(), feed.place()));
        case TROUBLE -> {
          var trouble = feed.trouble();
          inspections.add(
              Inspector.broken(
                  new Breakage(trouble.place(), trouble.at(), trouble.expected(), trouble.mend()),
                  ""));
        }
        case UNFINISHED, END -> throw new IllegalStateException("a whole text has an end");
      }
      if (feed.index() == 1 && feed.hadByteOrderMark()) {
        inspections.set(before, Inspector.afterByteOrderMark(inspections.get(before)));
      }
    }
  }
}
