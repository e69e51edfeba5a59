package dev.blipscope.ui;

import dev.blipscope.ui.control.JsonEditor;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Joins `request.fxml` to its view model, and does nothing else.
public final class RequestController implements Ending {

  private final RequestViewModel model;
  private final Executor worker;

  @FXML private JsonEditor body;
  @FXML private CheckBox masked;

  @SuppressWarnings("NullAway.Init") // FXML fills the fields.
  public RequestController(RequestViewModel model, Executor worker) {
    this.model = model;
    this.worker = worker;
  }

  public RequestViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    body.setWorker(worker);
    body.setLocale(model.locale());
    body.setTitle(model.title());
    OnScreen.of(body, model.bodyProperty()).subscribe(body::setText);
    masked.selectedProperty().bindBidirectional(model.maskedProperty());
  }

  @FXML
  private void copyCurl() {
    copy(model.asCurl());
  }

  @FXML
  private void copyJava() {
    copy(model.asJava());
  }

  @FXML
  private void copyJson() {
    copy(model.asJson());
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  @Override
  public void end() {
    body.dispose();
  }
}
