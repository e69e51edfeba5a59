package dev.blipscope.cli;

import dev.blipscope.capture.Feed;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.inspect.Origin;
import dev.blipscope.inspect.Texts;
import java.io.IOException;
import java.util.List;

/// Reads inputs one after the other and inspects what is in them.
final class Reading {

  /// Takes what was found out about one payload.
  @FunctionalInterface
  interface Reader {
    void take(Origin origin, Inspection inspection) throws IOException;
  }

  private final Shell shell;
  private final Texts texts;
  private final Inspector inspector;

  Reading(Shell shell, Inspector inspector) {
    this.shell = shell;
    this.texts = shell.texts();
    this.inspector = inspector;
  }

  boolean isInteractive() {
    return shell.outIsTerminal();
  }

  /// Reads all of them, and answers with the exit code that fits what was seen.
  int each(List<String> names, Reader reader) throws IOException {
    return Opening.each(names, shell, (name, feed) -> read(name, feed, reader));
  }

  private int read(String name, Feed feed, Reader reader) throws IOException {
    int code = ExitCode.FINE;
    while (true) {
      var next = feed.next();
      if (next == Feed.Next.END) {
        return code;
      }
      var inspection =
          switch (next) {
            case PAYLOAD -> inspector.inspect(feed.doc().kept(), feed::placeOf);
            case NOT_OBJECT -> Inspector.notObject(feed.doc().kept(), feed.place());
            case TROUBLE -> Mapping.broken(feed.trouble());
            case UNFINISHED, END -> throw new IllegalStateException("a whole text has an end");
          };
      if (feed.index() == 1 && feed.hadByteOrderMark()) {
        inspection = Inspector.afterByteOrderMark(inspection);
      }
      if (!inspection.isFine()) {
        code = ExitCode.SOME_ERRORS;
      }
      reader.take(
          new Origin(name, feed.index(), feed.place().line(), recognised(feed)), inspection);
    }
  }

  /// The form of a text, and what it was packed in, from the inside out.
  private String recognised(Feed feed) {
    String said = texts.text("recognised." + feed.form().name());
    for (var packaging : feed.packaging().reversed()) {
      said = texts.text("packaging." + packaging.name(), said);
    }
    return said;
  }
}
