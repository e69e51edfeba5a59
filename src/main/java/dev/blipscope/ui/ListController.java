package dev.blipscope.ui;

import dev.blipscope.session.Lines;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.ui.control.PrivateField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Joins `list.fxml` to its view model: draws its lines and follows the keys.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class ListController implements Offering {

  private static final Duration TYPING = Duration.millis(250);

  /// The height of a line, in letters; whole pixels of it, or a list would not end at its end.
  private static final double LINE = 3.9;

  private final ListViewModel model;
  private final Commands commands;
  private final Set<RowCell> cells = new LinkedHashSet<>();
  private final PauseTransition typing = new PauseTransition(TYPING);
  private final Echo<String> texts = new Echo<>();
  private final Runnable drawn;

  @FXML private PrivateField search;
  @FXML private MenuButton kinds;
  @FXML private MenuButton directions;
  @FXML private MenuButton channels;
  @FXML private MenuButton findings;
  @FXML private MenuButton states;
  @FXML private MenuButton sort;
  @FXML private ToggleButton group;
  @FXML private FlowPane chips;
  @FXML private ListView<Lines.Line> lines;
  @FXML private ListView<CauseLine> causes;
  @FXML private VBox nothing;
  @FXML private VBox filtered;
  @FXML private Label count;
  @FXML private HBox foot;
  @FXML private TitledPane allFindings;

  private LineList shown;
  private @Nullable Scene scene;

  /// The payload of the line that has the focus.
  private Optional<RowKey> standing = Optional.empty();

  private Room room = new Room(0, 0);
  private boolean inSight;

  /// What the lines had in a frame.
  private record Room(double viewport, double line) {}

  public ListController(ListViewModel model, Commands commands) {
    this.model = model;
    this.commands = commands;
    this.drawn = this::drawn;
  }

  public ListViewModel getModel() {
    return model;
  }

  @Override
  public void offer(Commands to) {
    to.on(Command.SEARCH_LIST, () -> search.requestFocus());
  }

  @FXML
  private void initialize() {
    facet(kinds, ListViewModel.Facet.KIND);
    facet(directions, ListViewModel.Facet.DIRECTION);
    facet(channels, ListViewModel.Facet.CHANNEL);
    facet(findings, ListViewModel.Facet.FINDING);
    facet(states, ListViewModel.Facet.STATE);
    model.orderProperty().subscribe(order -> sort.getItems().setAll(orders(order)));
    model.chipsProperty().subscribe(this::showChips);
    model.groupedProperty().subscribe(group::setSelected);
    initializeSearch();
    initializeLines();
    initializeCauses();
    model.stateProperty().subscribe(this::showState);
  }

  // The lines

  private void initializeLines() {
    shown = new LineList(model.linesProperty().getValue());
    lines.setItems(shown);
    lines.setSelectionModel(new NoSelection<>(this::isChosen));
    lines.setCellFactory(
        _ -> {
          var cell = new RowCell(model);
          cells.add(cell);
          return cell;
        });
    count
        .fontProperty()
        .subscribe(font -> lines.setFixedCellSize(Math.rint(font.getSize() * LINE)));
    model.linesProperty().subscribe(this::show);
    model
        .looksProperty()
        .subscribe(
            _ -> {
              cells.forEach(RowCell::look);
              follow();
              // Where nothing looks different there is no frame that would ask.
              model.report();
            });
    lines.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    lines.setContextMenu(new ContextMenu());
    lines.setOnContextMenuRequested(_ -> lines.getContextMenu().getItems().setAll(menu()));
    lines.getContextMenu().getItems().setAll(menu());
    lines.sceneProperty().subscribe(this::moved);
  }

  private void moved(@Nullable Scene other) {
    if (scene != null) {
      scene.removePostLayoutPulseListener(drawn);
    }
    scene = other;
    if (other != null) {
      other.addPostLayoutPulseListener(drawn);
    }
  }

  /// What is drawn in a frame is asked for once, behind it. Where the lines have less room than in
  /// the frame before, or are higher, the line where a person stands stays on the screen.
  private void drawn() {
    model.report();
    int line = model.cursorLine();
    var now = new Room(viewport(), lines.getFixedCellSize());
    boolean seen = line >= 0 && isSeen(line);
    if (inSight && line >= 0 && !seen && !now.equals(room)) {
      reveal(line);
    } else {
      inSight = seen;
    }
    room = now;
  }

  private boolean isSeen(int line) {
    double height = heightOf(line);
    return height >= 0 && height + lines.getFixedCellSize() <= viewport();
  }

  private boolean isChosen(int line) {
    return line >= 0
        && line < shown.size()
        && shown.get(line) instanceof Lines.Line.Payload(var row)
        && model.isChosen(row);
  }

  /// Shows other lines. Where a person stands stays at its height on the screen, or if that is
  /// not seen, what stands on top.
  private void show(Lines now) {
    // Where one was taken a moment ago counts, also if it is not drawn yet.
    lines.layout();
    int top = top();
    int focused = lines.getFocusModel().getFocusedIndex();
    boolean seen = top >= 0 && focused >= top && heightOf(focused) < viewport();
    int fixed = seen ? focused : top;
    var kept = fixed >= 0 && fixed < shown.size() ? shown.get(fixed) : null;
    boolean ended = now.size() < top + page();
    if (ended) {
      // In a list that ends above where it stands the control does not find the end.
      scrollTo(0);
    }
    shown.show(now);
    cells.forEach(RowCell::turn);
    model.report();
    boolean elsewhere = stand();
    int line = model.cursorLine();
    int place = seen ? line : kept instanceof Lines.Line.Payload(var row) ? now.lineOf(row) : -1;
    if (elsewhere) {
      reveal(line);
    } else if (place >= 0 && (ended || place != fixed)) {
      // The line on top may be seen in part only.
      scrollTo(place - Math.min(fixed - top, page() - 1));
    }
  }

  /// The line where a person stands has the focus, and is on the screen if it moved.
  private void follow() {
    if (stand()) {
      reveal(model.cursorLine());
    }
  }

  /// Gives the focus to the line where a person stands.
  ///
  /// @return whether it is another payload than before, or one that was not shown
  private boolean stand() {
    int line = model.cursorLine();
    lines.getFocusModel().focus(line);
    var now = line < 0 ? Optional.<RowKey>empty() : model.cursor();
    boolean other = !now.equals(standing);
    standing = now;
    return other;
  }

  private void reveal(int line) {
    lines.layout();
    if (line < 0) {
      return;
    }
    // Until all of the window has its room, this may not be enough.
    inSight = true;
    double height = heightOf(line);
    if (height < 0) {
      scrollTo(line);
    } else if (height + lines.getFixedCellSize() > viewport()) {
      scrollTo(line - page() + 1);
    }
  }

  /// Brings a line to the top, or if fewer follow than there is room for, the last to the bottom.
  private void scrollTo(int line) {
    int last = Math.max(0, shown.size() - page());
    lines.scrollTo(Math.clamp(line, 0, last));
    var flow = flow();
    if (flow != null && last > 0 && line >= last) {
      // Sent to a line that cannot be on top, the control may stop one above the end: it keeps
      // the place as a share of all, and that may be rounded down.
      flow.setPosition(1);
    }
  }

  private @Nullable VirtualFlow<?> flow() {
    return lines.lookup("#virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }

  /// The first line that is seen, also if only in part; -1 if none is.
  private int top() {
    var flow = flow();
    var first = flow == null ? null : flow.getFirstVisibleCell();
    return first == null ? -1 : first.getIndex();
  }

  /// How far below the upper edge a line begins, also if it is not on the screen.
  private double heightOf(int line) {
    var flow = flow();
    var first = flow == null ? null : flow.getFirstVisibleCell();
    return first == null
        ? 0
        : first.getLayoutY() + (line - first.getIndex()) * lines.getFixedCellSize();
  }

  private double viewport() {
    var flow = flow();
    return flow == null ? 0 : flow.getViewportLength();
  }

  /// How many whole lines are seen at once.
  private int page() {
    return Math.max(1, (int) (viewport() / lines.getFixedCellSize()));
  }

  private void key(KeyEvent key) {
    boolean extend = key.isShiftDown();
    int page = Math.max(1, page() - 1);
    boolean known =
        switch (key.getCode()) {
          case UP -> went(model.move(-1, extend));
          case DOWN -> went(model.move(1, extend));
          case PAGE_UP -> went(model.move(-page, extend));
          case PAGE_DOWN -> went(model.move(page, extend));
          case HOME -> went(model.first(extend));
          case END -> went(model.last(extend));
          case ENTER -> ran(Command.FOCUS_PAYLOAD);
          // The control knows this key as well, and would keep it.
          case A -> key.isShortcutDown() && ran(Command.SELECT_ALL);
          default -> false;
        };
    if (known) {
      key.consume();
    }
  }

  private boolean went(int line) {
    stand();
    reveal(line);
    return true;
  }

  private boolean ran(Command command) {
    commands.run(command);
    return true;
  }

  private List<MenuItem> menu() {
    var items = new ArrayList<MenuItem>();
    items.addAll(items(Command.FOCUS_PAYLOAD, Command.SEND));
    items.add(new SeparatorMenuItem());
    items.addAll(items(Command.DELETE, Command.UNDO_DELETE, Command.SELECT_ALL));
    int line = model.cursorLine();
    if (line >= 0 && shown.get(line) instanceof Lines.Line.Payload(var row)) {
      var item = new MenuItem(model.words().text("list.select-contact"));
      item.setOnAction(_ -> model.selectContactOf(row));
      items.add(item);
    }
    return items;
  }

  private List<MenuItem> items(Command... wanted) {
    var items = new ArrayList<MenuItem>();
    for (var command : wanted) {
      commands
          .action(command)
          .ifPresent(
              action -> {
                var item = new MenuItem(command.name(model.words()));
                // What was chosen with the same click is there a moment later.
                item.disableProperty().bind(action.available().map(can -> !can));
                item.setOnAction(_ -> commands.run(command));
                items.add(item);
              });
    }
    return items;
  }

  // The filter

  private void initializeSearch() {
    typing.setOnFinished(_ -> searchNow());
    search
        .textProperty()
        .subscribe(
            text -> {
              if (!text.equals(model.filterProperty().getValue().text())) {
                typing.playFromStart();
              }
            });
    model
        .filterProperty()
        .map(filter -> filter.text())
        .subscribe(
            text -> {
              if (!texts.isOwn(text)) {
                typing.stop();
                search.setText(text);
              }
            });
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            searchNow();
            key.consume();
          } else if (key.getCode() == KeyCode.ENTER) {
            searchNow();
          } else if (key.getCode() == KeyCode.DOWN) {
            lines.requestFocus();
            key.consume();
          }
        });
  }

  private void searchNow() {
    typing.stop();
    if (!search.getText().equals(model.filterProperty().getValue().text())) {
      texts.tell(search.getText());
      model.search(search.getText());
    }
  }

  private void facet(MenuButton button, ListViewModel.Facet facet) {
    Runnable fill =
        () ->
            button
                .getItems()
                .setAll(
                    model.facet(facet).stream()
                        .<MenuItem>map(
                            line -> {
                              var item = new CheckMenuItem(line.text());
                              item.setMnemonicParsing(false);
                              item.setSelected(line.chosen());
                              item.setOnAction(_ -> line.toggle().run());
                              return item;
                            })
                        .toList());
    model
        .facetsProperty()
        .subscribe(
            _ -> {
              if (!button.isShowing()) {
                fill.run();
                button.setDisable(button.getItems().isEmpty());
              }
            });
    button.setOnHidden(_ -> fill.run());
  }

  private void showChips(List<Chip> all) {
    var nodes = new ArrayList<Node>();
    for (var chip : all) {
      var button = new Button(chip.text());
      button.setMnemonicParsing(false);
      button.getStyleClass().addAll("chip", "small");
      button.setGraphic(new FontIcon("fth-x"));
      button.setAccessibleText(model.words().text("list.chip-remove", chip.text()));
      button.setOnAction(_ -> chip.remove().run());
      nodes.add(button);
    }
    if (!all.isEmpty()) {
      var clear = new Button(model.words().text("list.clear-filter"));
      clear.getStyleClass().addAll("small", "flat");
      clear.setOnAction(_ -> model.clearFilter());
      nodes.add(clear);
    }
    chips.getChildren().setAll(nodes);
    chips.setVisible(!all.isEmpty());
    chips.setManaged(!all.isEmpty());
  }

  private List<MenuItem> orders(Order now) {
    var items = new ArrayList<MenuItem>();
    for (var by : Order.By.values()) {
      items.add(
          order(
              "list.sort." + by.name().toLowerCase(Locale.ROOT),
              new Order(by, now.descending()),
              by == now.by()));
    }
    items.add(new SeparatorMenuItem());
    items.add(order("list.sort.ascending", new Order(now.by(), false), !now.descending()));
    items.add(order("list.sort.descending", new Order(now.by(), true), now.descending()));
    return items;
  }

  private MenuItem order(String key, Order order, boolean chosen) {
    var item = new RadioMenuItem(model.words().text(key));
    item.setSelected(chosen);
    item.setOnAction(_ -> model.sort(order));
    return item;
  }

  @FXML
  private void group() {
    model.group();
  }

  @FXML
  private void clearFilter() {
    model.clearFilter();
  }

  // What is to be said about everything

  private void initializeCauses() {
    causes.setCellFactory(_ -> new CauseCell(model));
    model.causesProperty().subscribe(now -> causes.getItems().setAll(now));
    causes.setOnKeyPressed(
        key -> {
          var chosen = causes.getSelectionModel().getSelectedItem();
          if (chosen != null && key.getCode() == KeyCode.ENTER) {
            model.filterBy(chosen);
          } else if (chosen != null && key.getCode() == KeyCode.SPACE) {
            model.openExample(chosen);
          }
        });
  }

  // When there is nothing to see

  private void showState(ListViewModel.State state) {
    nothing.setVisible(state == ListViewModel.State.NOTHING);
    filtered.setVisible(state == ListViewModel.State.FILTERED);
    boolean any = state != ListViewModel.State.NOTHING;
    search.setDisable(!any);
    for (var part : List.of(foot, allFindings)) {
      part.setVisible(any);
      part.setManaged(any);
    }
  }

  @FXML
  private void paste() {
    commands.run(Command.PASTE);
  }

  @FXML
  private void open() {
    commands.run(Command.OPEN_FILES);
  }

  @FXML
  private void sample() {
    model.openSample();
  }
}
