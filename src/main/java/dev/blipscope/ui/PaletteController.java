package dev.blipscope.ui;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Joins `palette.fxml` to its view model; the keys of the list work while one types.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class PaletteController {

  private static final int PAGE = 8;

  private final PaletteViewModel model;

  @FXML private StackPane veil;
  @FXML private TextField query;
  @FXML private ListView<PaletteViewModel.Entry> entries;

  public PaletteController(PaletteViewModel model) {
    this.model = model;
  }

  public PaletteViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    query.textProperty().bindBidirectional(model.queryProperty());
    entries.setCellFactory(_ -> new Cell());
    entries.setItems(model.getEntries());
    entries.itemsProperty().get().subscribe(this::first);
    model.openProperty().subscribe(_ -> first());
    Veil.tie(veil, model.openProperty(), query, model::close);
  }

  private void first() {
    if (!entries.getItems().isEmpty()) {
      entries.getSelectionModel().selectFirst();
      entries.scrollTo(0);
    }
  }

  @FXML
  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(PAGE);
      case PAGE_UP -> move(-PAGE);
      case ENTER -> run();
      case TAB -> query.requestFocus();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void move(int by) {
    int size = entries.getItems().size();
    if (size > 0) {
      int here = entries.getSelectionModel().getSelectedIndex();
      int to =
          Math.abs(by) == 1 ? Math.floorMod(here + by, size) : Math.clamp(here + by, 0, size - 1);
      entries.getSelectionModel().select(to);
      entries.scrollTo(Math.max(0, to - PAGE / 2));
      query.setAccessibleHelp(entries.getItems().get(to).text());
    }
  }

  private void run() {
    var entry = entries.getSelectionModel().getSelectedItem();
    if (entry != null) {
      model.run(entry);
    }
  }

  /// One line: picture, name, what it belongs to, keys.
  private final class Cell extends ListCell<PaletteViewModel.Entry> {

    private final FontIcon icon = new FontIcon();
    private final Label text = new Label();
    private final Label group = new Label();
    private final Label keys = new Label();
    private final HBox box;

    Cell() {
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      group.getStyleClass().add("muted");
      keys.getStyleClass().add("keys");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      var picture = new StackPane(icon);
      picture.getStyleClass().add("picture");
      box = new HBox(picture, text, group, gap, keys);
      box.getStyleClass().add("palette-line");
      setOnMouseClicked(_ -> run());
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(PaletteViewModel.@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (entry == null || empty) {
        setGraphic(null);
        return;
      }
      icon.setIconLiteral(entry.icon().isEmpty() ? "fth-chevron-right" : entry.icon());
      text.setText(entry.text());
      group.setText(entry.group());
      keys.setText(entry.keys());
      keys.setVisible(!entry.keys().isEmpty());
      setAccessibleText(entry.text() + ", " + entry.group() + " " + entry.keys());
      setGraphic(box);
    }
  }
}
