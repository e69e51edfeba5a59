package dev.blipscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.util.Callback;

/// The parts of the window; each has a file in `fxml/`, a controller and a view model of its name.
public enum View {
  WORKBENCH,
  LIST,
  PAYLOAD,
  CALLS,
  CALL,
  FIELDS,
  WAREHOUSE,
  REQUEST,
  STATUS,
  NOTICE,
  PALETTE,
  TOUR,
  SHEET,
  PROFILE,
  COMPARE,
  SEND,
  POST,
  ASK,
  TARGETS,
  DELIVERY,
  LEDGER,
  INSTALL,
  MISHAP;

  URL file() {
    return Objects.requireNonNull(
        View.class.getResource(name().toLowerCase(Locale.ROOT) + ".fxml"),
        () -> "the program must hold the view " + this);
  }

  /// The view in one language.
  ///
  /// @param controllers makes the controllers of the view and of the views in it
  Parent load(Words words, Callback<Class<?>, Object> controllers) {
    var loader = new FXMLLoader(file(), words.bundle());
    loader.setControllerFactory(controllers);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("the view " + this + " must be readable", e);
    }
  }
}
