package dev.blipscope.app;

import dev.blipscope.cli.Main;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;

/// Opens the window, or the command line if there are words for it.
final class Door {

  private static final String OPEN = "open";

  private Door() {}

  static void open(String[] args) {
    var outbox = Folders.ofThisMachine().session().resolve("outbox-cli");
    var files = files(List.of(args));
    if (files.isEmpty()) {
      Main.main(args, outbox, Door::show);
    } else if (!show(files.get())) {
      // The command line has the words for it.
      Main.main(new String[] {OPEN}, outbox, _ -> false);
    }
  }

  /// The files to show, if nothing else is asked for: the window need not wait for the command line
  /// to be read. On Windows a double click names a report of ours, and no word for what to do.
  static Optional<List<String>> files(List<String> words) {
    if (words.isEmpty() || (words.size() == 1 && Opener.isOurs(words.getFirst()))) {
      return Optional.of(words);
    }
    var names = words.subList(1, words.size());
    boolean plain =
        words.getFirst().equals(OPEN)
            && names.stream().noneMatch(name -> name.startsWith("-") || name.startsWith("@"));
    return plain ? Optional.of(names) : Optional.empty();
  }

  /// Shows files until the window is closed; whether there was a display for it.
  private static boolean show(List<String> files) {
    try {
      Application.launch(Program.class, files.stream().map(Door::whole).toArray(String[]::new));
      return true;
    } catch (RuntimeException e) {
      if (!isWithoutDisplay(e)) {
        throw e;
      }
      return false;
    }
  }

  /// The window remembers what it opened, and may start from another folder the next time.
  static String whole(String name) {
    try {
      return Path.of(name).toAbsolutePath().toString();
    } catch (InvalidPathException noName) {
      // The window tells that it cannot be read.
      return name;
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
