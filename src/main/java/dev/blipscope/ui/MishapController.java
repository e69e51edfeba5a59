package dev.blipscope.ui;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;

/// Joins `mishap.fxml` to its view model, and does nothing else.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class MishapController {

  private final MishapViewModel model;

  @FXML private StackPane veil;
  @FXML private Button goOn;

  public MishapController(MishapViewModel model) {
    this.model = model;
  }

  public MishapViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    Veil.tie(veil, model.openProperty(), goOn, model::goOn);
  }

  @FXML
  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.getReport()));
  }

  @FXML
  private void goOn() {
    model.goOn();
  }

  @FXML
  private void quit() {
    model.quit();
  }
}
