package dev.blipscope.app;

import dev.blipscope.cli.Main;
import java.util.Locale;
import javafx.application.Application;

/// Opens the window, or the command line if there are words for it.
final class Door {

  private static final int NO_DISPLAY = 3;

  private Door() {}

  static void open(String[] args) {
    if (args.length > 0) {
      Main.main(args, Folders.ofThisMachine().session().resolve("outbox-cli"));
      return;
    }
    try {
      Application.launch(Program.class);
    } catch (RuntimeException e) {
      if (!isWithoutDisplay(e)) {
        throw e;
      }
      System.err.println(complaint(Locale.getDefault()));
      System.exit(NO_DISPLAY);
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

  static String complaint(Locale locale) {
    return locale.getLanguage().equals("pt")
        ? "Não há tela aqui para a janela do Blipscope; a linha de comando funciona sem ela: blipscope --help"
        : "There is no display here for Blipscope's window; the command line works without: blipscope --help";
  }
}
