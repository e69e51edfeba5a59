package dev.blipscope.ui;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.WindowEvent;

/// Joins `workbench.fxml` to its view model: menus, toolbar, what is dropped and pasted, and how
/// one gets from pane to pane.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class WorkbenchController implements Offering {

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double NARROW_WIDTH = 78;

  /// There is room for all of the toolbar, but not for the words of the status bar. In heights of
  /// letters.
  private static final PseudoClass SNUG = PseudoClass.getPseudoClass("snug");

  private static final double SNUG_WIDTH = 100;

  private final WorkbenchViewModel model;
  private final Commands commands;

  @FXML private StackPane root;
  @FXML private MenuBar menuBar;
  @FXML private Button paste;
  @FXML private Button open;
  @FXML private MenuButton samples;
  @FXML private Button palette;
  @FXML private SplitPane panes;
  @FXML private StackPane listPane;
  @FXML private StackPane payloadPane;
  @FXML private StackPane callsPane;
  @FXML private StackPane dropHint;

  private PaneFocus focus;

  public WorkbenchController(WorkbenchViewModel model, Commands commands) {
    this.model = model;
    this.commands = commands;
  }

  public WorkbenchViewModel getModel() {
    return model;
  }

  @Override
  public void offer(Commands to) {
    to.on(Command.PASTE, this::paste);
    to.on(Command.QUIT, this::quit);
    to.on(Command.NEXT_PANE, () -> focus.move(1));
    to.on(Command.PREVIOUS_PANE, () -> focus.move(-1));
    to.on(Command.FOCUS_LIST, () -> focus.enter(listPane));
    to.on(Command.FOCUS_PAYLOAD, () -> focus.enter(payloadPane));
    to.on(Command.FOCUS_CALLS, () -> focus.enter(callsPane));
  }

  @FXML
  private void initialize() {
    focus = new PaneFocus(List.of(listPane, payloadPane, callsPane));
    SheetFocus.in(root);
    var menus = new Menus(model, commands);
    // The other panes were made before this one, and have said what they answer to.
    menuBar.getMenus().setAll(menus.bar());
    samples.getItems().setAll(menus.samples());
    button(paste, Command.PASTE);
    button(open, Command.OPEN_FILES);
    button(palette, Command.OPEN_PALETTE);
    palette.setText(model.words().text("toolbar.palette", Command.OPEN_PALETTE.keyNames()));
    root.widthProperty().subscribe(this::fit);
    palette.fontProperty().subscribe(this::fit);
    double[] usual = panes.getDividerPositions();
    restoreDividers(usual);
    // A narrow window pushes the dividers apart, and they would stay so when it is wide again.
    panes.widthProperty().subscribe(() -> afterLayout(() -> restoreDividers(usual)));
    panes.addEventFilter(MouseEvent.MOUSE_RELEASED, this::dividerLeft);
  }

  /// What has room is a matter of how large the text is.
  private void fit() {
    double width = root.getWidth() / palette.getFont().getSize();
    root.pseudoClassStateChanged(NARROW, width < NARROW_WIDTH);
    root.pseudoClassStateChanged(SNUG, width < SNUG_WIDTH);
  }

  private void button(Button button, Command command) {
    String name = command.name(model.words());
    button.setTooltip(new Tooltip(name + "  " + command.keyNames()));
    button.setOnAction(_ -> commands.run(command));
  }

  // What comes in

  private void paste() {
    var clipboard = Clipboard.getSystemClipboard();
    model.take(names(clipboard), Objects.requireNonNullElse(clipboard.getString(), ""));
  }

  @FXML
  private void draggedOver(DragEvent drag) {
    var board = drag.getDragboard();
    boolean fromOutside = drag.getGestureSource() == null;
    if (fromOutside && (board.hasFiles() || board.hasString())) {
      drag.acceptTransferModes(TransferMode.COPY);
      dropHint.setVisible(true);
    }
    drag.consume();
  }

  @FXML
  private void dragLeft() {
    dropHint.setVisible(false);
  }

  @FXML
  private void dropped(DragEvent drag) {
    var board = drag.getDragboard();
    dropHint.setVisible(false);
    model.take(names(board), Objects.requireNonNullElse(board.getString(), ""));
    drag.setDropCompleted(true);
    drag.consume();
  }

  private static List<String> names(Clipboard board) {
    return Stream.ofNullable(board.getFiles()).flatMap(List::stream).map(File::getPath).toList();
  }

  // How it stands

  /// Once the panes lie as they will: before that they would move the dividers again.
  private void afterLayout(Runnable action) {
    var scene = root.getScene();
    if (scene != null) {
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              scene.removePostLayoutPulseListener(this);
              action.run();
            }
          });
    }
  }

  private void restoreDividers(double[] usual) {
    for (int i = 0; i < usual.length; i++) {
      panes.setDividerPosition(i, model.place("panes." + i, usual[i]));
    }
  }

  private void dividerLeft(MouseEvent event) {
    if (event.getTarget() instanceof Node node && isDivider(node)) {
      var places = new LinkedHashMap<String, Double>();
      double[] positions = panes.getDividerPositions();
      for (int i = 0; i < positions.length; i++) {
        places.put("panes." + i, positions[i]);
      }
      model.placed(places);
    }
  }

  private static boolean isDivider(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent)
        .anyMatch(it -> it.getStyleClass().contains("split-pane-divider"));
  }

  private void quit() {
    var window = root.getScene().getWindow();
    var asked = new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST);
    window.fireEvent(asked);
    if (!asked.isConsumed()) {
      window.hide();
    }
  }
}
