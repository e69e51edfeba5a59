package dev.blipscope.ui;

import dev.blipscope.ui.control.JsonEditor;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// Joins `payload.fxml` to its view model, and does nothing else.
public final class PayloadController implements Offering, Ending {

  private final PayloadViewModel model;
  private final Executor worker;

  @FXML private JsonEditor editor;
  @FXML private Label kind;
  @FXML private ToggleButton why;
  @FXML private VBox reasons;
  @FXML private VBox evidence;
  @FXML private ListView<FindingLine> findings;

  private long shown;

  /// @param worker takes what is too much for the JavaFX thread
  @SuppressWarnings("NullAway.Init") // FXML fills the fields.
  public PayloadController(PayloadViewModel model, Executor worker) {
    this.model = model;
    this.worker = worker;
  }

  public PayloadViewModel getModel() {
    return model;
  }

  @Override
  public void offer(Commands commands) {
    var open = model.emptyProperty().map(empty -> !empty);
    commands.on(Command.FIND_IN_TEXT, () -> editor.find(), open);
    commands.on(Command.GO_TO_LINE, () -> editor.goToLine(), open);
    commands.on(Command.FORMAT, () -> editor.format(), open);
    commands.on(Command.APPLY_MEND, this::mend, model.mendableProperty());
  }

  @FXML
  private void initialize() {
    editor.setWorker(worker);
    editor.setLocale(model.words().locale());
    editor.setTitle(model.words().text("payload.editor"));
    editor.setOnEdit(snapshot -> model.edit(shown, snapshot::text));
    editor.setOnOverflow(this::overflow);
    editor.setOnCaret(model::point);
    model
        .kindStyleProperty()
        .subscribe(style -> kind.getStyleClass().setAll("label", "kind", style));
    reasons.visibleProperty().bind(why.selectedProperty());
    reasons.managedProperty().bind(why.selectedProperty());
    model.evidenceProperty().subscribe(this::explain);
    findings.setCellFactory(_ -> new FindingCell(model.words()));
    model.findingsProperty().subscribe(lines -> findings.getItems().setAll(lines));
    findings
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            line -> {
              if (line != null) {
                model.point(line);
              }
            });
    model.showingProperty().subscribe(showing -> showing.ifPresent(this::show));
    model.marksProperty().subscribe(editor::setMarks);
    model
        .revealedProperty()
        .subscribe(place -> place.ifPresent(known -> editor.reveal(known.start(), known.end())));
  }

  private void show(PayloadViewModel.Showing showing) {
    if (showing.number() != shown) {
      shown = showing.number();
      editor.show(showing.text());
      // They may be the same as those of the text before, and then nobody tells them again.
      editor.setMarks(model.marksProperty().getValue());
    }
  }

  /// What is too big to be edited further is seen as the session has it.
  private void overflow(String text) {
    model.edit(shown, () -> text);
    editor.show(text);
  }

  private void explain(java.util.List<EvidenceLine> lines) {
    evidence
        .getChildren()
        .setAll(
            lines.stream()
                .map(
                    line -> {
                      var label = new Label(line.text());
                      label.getStyleClass().add(line.present() ? "present" : "missing");
                      label.setWrapText(true);
                      return label;
                    })
                .toList());
  }

  /// Applies the edit that mends the text; it can be undone like any other. Its places are those of
  /// the text that was read: who typed since then waits until that was read, too.
  @FXML
  public void mend() {
    model
        .showingProperty()
        .getValue()
        .filter(read -> editor.holds(read.text()))
        .flatMap(_ -> model.mend())
        .ifPresent(mend -> editor.edit(mend.from(), mend.to(), mend.text()));
  }

  @Override
  public void end() {
    editor.dispose();
  }
}
