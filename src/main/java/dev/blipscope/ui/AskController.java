package dev.blipscope.ui;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Joins `ask.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class AskController {

  private final AskViewModel model;

  @FXML private StackPane veil;
  @FXML private Label title;
  @FXML private VBox lines;
  @FXML private Button no;
  @FXML private Button other;
  @FXML private Button yes;

  public AskController(AskViewModel model) {
    this.model = model;
  }

  public AskViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    for (var button : List.of(no, other, yes)) {
      button.focusTraversableProperty().bind(button.textProperty().isNotEmpty());
    }
    other.managedProperty().bind(other.visibleProperty());
    other.visibleProperty().bind(other.textProperty().isNotEmpty());
    OnScreen.of(veil, model.sheetProperty()).subscribe(this::show);
    Veil.tie(veil, model.openProperty(), no, model::no);
  }

  private void show(AskViewModel.Sheet sheet) {
    title.setText(sheet.title());
    lines.getChildren().setAll(sheet.lines().stream().map(AskController::line).toList());
    no.setText(sheet.no());
    other.setText(sheet.other());
    yes.setText(sheet.yes());
    // Who answered one question has not answered the next.
    no.requestFocus();
  }

  private static Node line(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  @FXML
  private void no() {
    model.no();
  }

  @FXML
  private void other() {
    model.other();
  }

  @FXML
  private void yes() {
    model.yes();
  }
}
