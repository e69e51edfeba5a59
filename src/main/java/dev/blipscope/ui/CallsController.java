package dev.blipscope.ui;

import atlantafx.base.controls.Popover;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/// Joins `calls.fxml` to its view model, and does nothing else.
public final class CallsController implements Offering {

  private final CallsViewModel model;

  @FXML private TabPane tabs;
  @FXML private Button whyButton;
  @FXML private VBox why;
  @FXML private Node preflight;

  @SuppressWarnings("NullAway.Init") // FXML fills the fields.
  public CallsController(CallsViewModel model) {
    this.model = model;
  }

  public CallsViewModel getModel() {
    return model;
  }

  @Override
  public void offer(Commands commands) {
    commands.on(Command.COPY_CALL, () -> copy(false), model.callShownProperty());
    commands.on(Command.COPY_CALL_MASKED, () -> copy(true), model.callShownProperty());
  }

  private void copy(boolean masked) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.copied(masked)));
  }

  @FXML
  private void initialize() {
    tabs.getTabs().forEach(CallsController::keepOut);
    OnScreen.of(tabs, model.tabProperty()).subscribe(this::open);
    tabs.getSelectionModel().selectedItemProperty().subscribe(this::opened);
    OnScreen.of(tabs, model.preflightWordProperty()).subscribe(this::grade);
  }

  /// What is in a tab that is not open would be laid out all the same, with each key.
  private static void keepOut(Tab tab) {
    var content = tab.getContent();
    tab.contentProperty().bind(tab.selectedProperty().map(selected -> selected ? content : null));
  }

  private void open(String id) {
    for (var tab : tabs.getTabs()) {
      if (id.equals(tab.getId())) {
        tabs.getSelectionModel().select(tab);
      }
    }
  }

  private void opened(Tab tab) {
    model.openTab(tab.getId());
  }

  private void grade(String word) {
    preflight.getStyleClass().setAll("preflight", word);
  }

  @FXML
  private void explainPerson() {
    model.showPerson();
    var popover = new Popover(why);
    popover.setDetachable(false);
    popover.setAnimated(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    popover.show(whyButton);
  }

  @FXML
  private void showFinding() {
    model.showFinding();
  }

  @FXML
  private void openSample() {
    model.openSample();
  }

  @FXML
  private void write() {
    model.write();
  }
}
