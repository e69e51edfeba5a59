package dev.blipscope.ui;

import dev.blipscope.ui.control.JsonEditor;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Joins `profile.fxml` to its view model, and lets one choose from what could stand at the caret.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class ProfileController implements Ending {

  private static final KeyCombination COMPLETE =
      new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);
  private static final double WIDTH = 380;
  private static final double HEIGHT = 190;
  private static final int PAGE = 6;

  private final ProfileViewModel model;
  private final Executor worker;

  @FXML private StackPane desk;
  @FXML private JsonEditor editor;
  @FXML private ListView<ProfileViewModel.Line> problems;
  @FXML private ListView<String> changes;
  @FXML private ListView<String> proposals;

  private ProfileViewModel.@Nullable Showing shown;
  private String text = "";

  /// @param worker takes what is too much for the JavaFX thread
  public ProfileController(ProfileViewModel model, Executor worker) {
    this.model = model;
    this.worker = worker;
  }

  public ProfileViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    editor.setWorker(worker);
    editor.setLocale(model.words().locale());
    editor.setTitle(model.words().text("profile.editor"));
    editor.setOnEdit(snapshot -> typed(snapshot.text()));
    editor.setOnOverflow(_ -> model.refuse());
    editor.setOnCaret(_ -> follow());
    editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    editor.focusWithinProperty().subscribe(inside -> proposals.setVisible(inside && isProposing()));
    problems.setCellFactory(_ -> new WrappingCell<>(ProfileViewModel.Line::text));
    changes.setCellFactory(_ -> new WrappingCell<>(it -> it));
    problems
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            line -> {
              if (line != null) {
                editor.reveal(line.place(), line.place());
              }
            });
    proposals.setOnMouseClicked(_ -> take());
    model.showing().subscribe(now -> now.ifPresent(this::show));
    model.problems().subscribe(lines -> problems.getItems().setAll(lines));
    model.marks().subscribe(editor::setMarks);
    model.changes().subscribe(lines -> changes.getItems().setAll(lines));
    model.openProperty().subscribe(this::opened);
  }

  private void opened(boolean open) {
    proposals.setVisible(false);
    if (open) {
      editor.requestFocus();
    } else {
      shown = null;
    }
  }

  private void show(ProfileViewModel.Showing now) {
    if (shown == null || shown.number() != now.number() || !shown.name().equals(now.name())) {
      shown = now;
      text = now.text();
      proposals.setVisible(false);
      editor.show(text);
    }
  }

  private void typed(String now) {
    text = now;
    if (shown != null) {
      model.edit(shown, now);
      propose();
    }
  }

  // What could stand there

  private boolean isProposing() {
    return proposals.isVisible();
  }

  private void follow() {
    if (isProposing()) {
      propose();
    }
  }

  private void propose() {
    var offered =
        editor.isEditable()
            ? model.complete(text, editor.getCaret()).map(ProfileCompletion.Offered::words)
            : java.util.Optional.<List<String>>empty();
    var words = offered.orElse(List.of());
    proposals.getItems().setAll(words);
    proposals.setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
      proposals.getSelectionModel().selectFirst();
      proposals.scrollTo(0);
      place();
    }
  }

  /// Under the caret, or over it where there is no room below.
  private void place() {
    var caret = editor.caretOnScreen().map(desk::screenToLocal);
    double width = Math.min(WIDTH, desk.getWidth());
    double x = caret.map(at -> at.getMinX()).orElse(0.0);
    double below = caret.map(at -> at.getMaxY()).orElse(0.0);
    double above = caret.map(at -> at.getMinY() - HEIGHT).orElse(0.0);
    proposals.resizeRelocate(
        Math.clamp(x, 0, Math.max(0, desk.getWidth() - width)),
        below + HEIGHT <= desk.getHeight() || above < 0 ? below : above,
        width,
        HEIGHT);
  }

  private void pressed(KeyEvent key) {
    if (COMPLETE.match(key)) {
      propose();
      key.consume();
    } else if (isProposing() && chose(key.getCode())) {
      key.consume();
    }
  }

  private boolean chose(KeyCode code) {
    switch (code) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(PAGE);
      case PAGE_UP -> move(-PAGE);
      case ENTER, TAB -> take();
      case ESCAPE -> proposals.setVisible(false);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int by) {
    int last = proposals.getItems().size() - 1;
    int to = Math.clamp(proposals.getSelectionModel().getSelectedIndex() + by, 0, last);
    proposals.getSelectionModel().select(to);
    proposals.scrollTo(Math.max(0, to - PAGE / 2));
    editor.setAccessibleHelp(proposals.getItems().get(to));
  }

  private void take() {
    String word = proposals.getSelectionModel().getSelectedItem();
    var place = model.complete(text, editor.getCaret());
    if (word != null) {
      place.ifPresent(at -> editor.edit(at.start(), at.end(), ProfileCompletion.written(word)));
    }
    proposals.setVisible(false);
    editor.requestFocus();
  }

  // What can be done

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void duplicate() {
    model.duplicate();
  }

  @FXML
  private void close() {
    model.close();
  }

  @Override
  public void end() {
    editor.dispose();
  }
}
