package dev.blipscope.app;

import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.json.Doc;
import dev.blipscope.session.Event;
import dev.blipscope.session.Export;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import dev.blipscope.share.Exports;
import dev.blipscope.share.Handed;
import dev.blipscope.share.Mask;
import dev.blipscope.share.Report;
import dev.blipscope.shelf.Deck;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.ui.Edition;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes payloads, calls, tables and reports to files that a person chose.
final class Exporter {

  /// What is put together in memory has a limit; lines are written one by one and have none.
  private static final int MOST_IN_TABLES = 10_000;

  private static final int MOST_IN_REPORT = 1_000;

  /// A page or a table of more than this helps nobody, and takes many times as much memory.
  private static final long MOST_BYTES = 8L << 20;

  private static final int MOST_IN_BATCHES = 100_000;

  private final Consumer<Event> tell;
  private final Jobs jobs;
  private final InstantSource clock;

  Exporter(Consumer<Event> tell, Jobs jobs, InstantSource clock) {
    this.tell = tell;
    this.jobs = jobs;
    this.clock = clock;
  }

  void write(Session session, Export export, String file, Locale locale) throws IOException {
    var rows = rows(session, export.extent());
    int most =
        switch (export.form()) {
          case CALLS, PAYLOADS -> Integer.MAX_VALUE;
          case BATCH -> MOST_IN_BATCHES;
          case FIELDS, FINDINGS -> MOST_IN_TABLES;
          case REPORT -> MOST_IN_REPORT;
        };
    if (rows.size() > most) {
      say(Notice.Weight.FAILED, "notice.export-too-many", rows.size(), most);
      return;
    }
    if (most < Integer.MAX_VALUE && bytes(session, rows) > MOST_BYTES) {
      say(Notice.Weight.FAILED, "notice.export-too-large", MOST_BYTES >> 20);
      return;
    }
    try (var job = jobs.begin("job.writing", Path.of(file).getFileName().toString(), rows.size())) {
      var walk = new Walk(session, rows, job);
      write(session, export, walk, Path.of(file), locale);
      if (walk.written == rows.size()) {
        say(Notice.Weight.SAID, "notice.exported", rows.size(), file);
      } else {
        say(Notice.Weight.WARNED, "notice.exported-some", walk.written, rows.size(), file);
      }
    } catch (CancellationException cancelled) {
      say(Notice.Weight.SAID, "notice.export-cancelled", file);
    } catch (IOException e) {
      say(Notice.Weight.FAILED, "notice.export-failed", file);
    }
  }

  private static long bytes(Session session, List<RowKey> rows) {
    long bytes = 0;
    for (var row : rows) {
      var batch = session.deck().batch(row.batch());
      bytes += batch == null ? 0 : batch.length(row.row());
    }
    return bytes;
  }

  private void say(Notice.Weight weight, String key, Object... words) {
    tell.accept(new Event.Said(weight, key, Arrays.stream(words).map(String::valueOf).toList()));
  }

  private static List<RowKey> rows(Session session, Export.Extent extent) {
    var shown = session.listing().rows();
    var rows = new ArrayList<RowKey>();
    for (int at = 0; at < shown.size(); at++) {
      var row = shown.key(at);
      if (extent == Export.Extent.SHOWN || session.chosen().contains(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private void write(Session session, Export export, Walk walk, Path file, Locale locale)
      throws IOException {
    var exports =
        export.masked() ? Exports.masked(Mask.in(locale), locale) : Exports.unmasked(locale);
    switch (export.form()) {
      case CALLS -> beside(file, out -> exports.lines(walk.docs(Inspection::call), out));
      case PAYLOADS -> beside(file, out -> exports.lines(walk.docs(Inspection::doc), out));
      case FIELDS -> beside(file, out -> exports.fields(walk.handed(), true, out));
      case FINDINGS -> beside(file, out -> exports.findings(walk.handed(), true, out));
      case BATCH -> batches(exports, walk, file);
      case REPORT -> {
        var report = report(session, walk, locale);
        beside(
            file,
            out ->
                out.append(export.masked() ? report.masked(Mask.in(locale)) : report.unmasked()));
      }
    }
  }

  private void batches(Exports exports, Walk walk, Path file) throws IOException {
    var calls = new ArrayList<Doc>();
    walk.docs(Inspection::call).forEach(calls::add);
    String name = file.getFileName().toString();
    String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    var batches = exports.batches(calls, stem);
    for (var body : batches.bodies()) {
      var target = batches.bodies().size() == 1 ? file : file.resolveSibling(body.name());
      beside(target, out -> out.append(body.json()));
    }
    if (!batches.tooLong().isEmpty()) {
      say(Notice.Weight.WARNED, "notice.export-too-long", batches.tooLong().size());
    }
  }

  private Report report(Session session, Walk walk, Locale locale) {
    var profile = session.profileInUse();
    return new Report(
        "Blipscope",
        clock.instant().atZone(ZoneId.systemDefault()),
        Edition.ofThisProgram().number(),
        profile.profile(),
        profile.text(),
        walk.handed(),
        locale);
  }

  /// Something that is written to a file.
  @FunctionalInterface
  private interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /// Writes beside the file first, so that a failure leaves what was there.
  private static void beside(Path file, Content content) throws IOException {
    var folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("."));
    var fresh = Files.createTempFile(folder, ".blipscope-", ".part");
    try {
      try (var out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        content.writeTo(out);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Goes through payloads one after the other.
  private static final class Walk {

    private final Session session;
    private final List<RowKey> rows;
    private final Jobs.Running job;
    private final Inspector inspector;
    private long done;

    /// Of how many payloads there was something to write.
    private int written;

    Walk(Session session, List<RowKey> rows, Jobs.Running job) {
      this.session = session;
      this.rows = rows;
      this.job = job;
      this.inspector = Looker.inspector(session);
    }

    /// One document of each payload that has it.
    Iterable<Doc> docs(Function<Inspection, @Nullable Doc> part) {
      return () -> {
        written = 0;
        return new Docs(rows.iterator(), part);
      };
    }

    List<Handed> handed() {
      var all = new ArrayList<Handed>();
      for (var row : rows) {
        handed(row).ifPresent(all::add);
      }
      written = all.size();
      return all;
    }

    private Optional<Handed> handed(RowKey row) {
      step();
      try {
        var batch = session.deck().batch(row.batch());
        var source = session.source(row);
        var bytes = batch == null ? Optional.<byte[]>empty() : batch.text(row.row());
        if (batch == null || source.isEmpty() || bytes.isEmpty()) {
          return Optional.empty();
        }
        String text = new String(bytes.get(), StandardCharsets.UTF_8);
        var reading = Reading.of(text, inspector, new Reading.Pending());
        var inspection = reading.inspection();
        return inspection == null
            ? Optional.empty()
            : Optional.of(new Handed(Looker.origin(source.get(), batch, row), text, inspection));
      } catch (IOException gone) {
        return Optional.empty();
      }
    }

    private void step() {
      if (job.isCancelled()) {
        throw new CancellationException();
      }
      job.reached(++done);
    }

    /// Reads ahead to the next payload that has the document.
    private final class Docs implements Iterator<Doc> {

      private final Iterator<RowKey> left;
      private final Function<Inspection, @Nullable Doc> part;
      private @Nullable Doc next;

      Docs(Iterator<RowKey> left, Function<Inspection, @Nullable Doc> part) {
        this.left = left;
        this.part = part;
      }

      @Override
      public boolean hasNext() {
        while (next == null && left.hasNext()) {
          step();
          next = doc(left.next());
        }
        return next != null;
      }

      private @Nullable Doc doc(RowKey row) {
        Deck deck = session.deck();
        var batch = deck.batch(row.batch());
        var doc = batch == null ? Optional.<Doc>empty() : batch.doc(row.row());
        return doc.map(payload -> part.apply(inspector.inspect(payload))).orElse(null);
      }

      @Override
      public Doc next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        var doc = Objects.requireNonNull(next);
        next = null;
        written++;
        return doc;
      }
    }
  }
}
