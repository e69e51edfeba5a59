package dev.blipscope.cli;

import dev.blipscope.capture.Feed;
import dev.blipscope.capture.Inputs;
import java.io.IOException;
import java.util.List;

/// Opens the inputs that a person named, and says what could not be opened.
final class Opening {

  /// Reads one text to its end, and answers with the exit code that fits what was seen.
  @FunctionalInterface
  interface Taker {
    int take(String name, Feed feed) throws IOException;
  }

  private Opening() {}

  /// Opens one after the other, standard input if none is named. The answer is the worst exit code.
  static int each(List<String> names, Shell shell, Taker taker) throws IOException {
    int code = ExitCode.FINE;
    try (var inputs = Inputs.of(names.isEmpty() ? List.of("-") : names, shell.in())) {
      for (var opened = inputs.next(); opened != null; opened = inputs.next()) {
        code =
            Math.max(
                code,
                switch (opened) {
                  case Inputs.Opened.Text(var name, var feed) -> taker.take(name, feed);
                  case Inputs.Opened.Unreadable(var name, var reason) -> {
                    shell.complain("unreadable." + reason.name(), name);
                    yield ExitCode.CANNOT_READ_OR_WRITE;
                  }
                });
      }
      tellWhatWasPassedOver(inputs, shell);
    }
    return code;
  }

  /// Silence about a folder with nothing in it could be taken for success.
  private static void tellWhatWasPassedOver(Inputs inputs, Shell shell) {
    if (inputs.skipped() > 0) {
      String names = String.join(", ", inputs.someSkipped());
      boolean more = inputs.skipped() > inputs.someSkipped().size();
      shell.complain(
          inputs.skipped() == 1 ? "skipped.one" : "skipped",
          inputs.skipped(),
          more ? names + ", …" : names);
    }
    if (inputs.opened() == 0) {
      shell.complain("nothing");
    }
  }
}
