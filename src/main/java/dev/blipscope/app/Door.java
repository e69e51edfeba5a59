package dev.blipscope.app;

import dev.blipscope.cli.Main;
import java.util.List;
import javafx.application.Application;

/// Opens the window, or the command line if there are words for it.
final class Door {

  private static final String OPEN = "open";

  private Door() {}

  static void open(String[] args) {
    var outbox = Folders.ofThisMachine().session().resolve("outbox-cli");
    if (args.length > 0) {
      Main.main(words(args), outbox, Door::show);
    } else if (!show(List.of())) {
      // The command line has the words for it.
      Main.main(new String[] {OPEN}, outbox, _ -> false);
    }
  }

  /// On Windows a double click names the file, and no word that says what to do with it.
  static String[] words(String[] args) {
    return args.length == 1 && Opener.isOurs(args[0]) ? new String[] {OPEN, args[0]} : args;
  }

  /// Shows files until the window is closed; whether there was a display for it.
  private static boolean show(List<String> files) {
    try {
      Application.launch(Program.class, files.toArray(String[]::new));
      return true;
    } catch (RuntimeException e) {
      if (!isWithoutDisplay(e)) {
        throw e;
      }
      return false;
    }
  }

  /// JavaFX says so in words only, somewhere in the chain of causes.
  static boolean isWithoutDisplay(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (cause instanceof UnsupportedOperationException
          && message != null
          && message.contains("DISPLAY")) {
        return true;
      }
    }
    return false;
  }
}
