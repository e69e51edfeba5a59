package dev.blipscope.ui;

import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Joins `fields.fxml` to its view model, and does nothing else.
public final class FieldsController {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /// From which width on the story and the rule have columns of their own.
  private static final double WIDE = 820;

  /// From which width on there is a column for the source, which the story names as well.
  private static final double NARROW = 400;

  private final FieldsViewModel model;
  private boolean following;

  @FXML private TextField filter;
  @FXML private TableView<FieldRow> table;
  @FXML private TableColumn<FieldRow, String> target;
  @FXML private TableColumn<FieldRow, String> value;
  @FXML private TableColumn<FieldRow, String> from;
  @FXML private TableColumn<FieldRow, String> story;
  @FXML private TableColumn<FieldRow, String> rule;
  @FXML private TableColumn<FieldRow, FieldRow> basis;

  @SuppressWarnings("NullAway.Init") // FXML fills the fields.
  public FieldsController(FieldsViewModel model) {
    this.model = model;
  }

  public FieldsViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    TextColumns.of(
        table,
        Map.of(
            target, FieldRow::target,
            value, FieldRow::value,
            from, FieldRow::from,
            story, FieldRow::story,
            rule, FieldRow::rule),
        Map.of(basis, FieldRow::basis));
    basis.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    basis.setCellFactory(_ -> new FieldBasisCell());
    table.setRowFactory(_ -> new FieldTableRow(model.pointedProperty()));
    from.visibleProperty().bind(table.widthProperty().greaterThan(NARROW));
    story.visibleProperty().bind(table.widthProperty().greaterThan(WIDE));
    rule.visibleProperty().bind(table.widthProperty().greaterThan(WIDE));
    table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    OnScreen.of(table, model.rowsProperty()).subscribe(_ -> follow());
    OnScreen.of(table, model.pointedProperty()).subscribe(_ -> follow());
    filter.textProperty().bindBidirectional(model.filterProperty());
  }

  private void chosen(FieldRow row) {
    if (row != null && !following) {
      model.choose(row);
    }
  }

  /// Goes to the first row that a person points at elsewhere.
  private void follow() {
    var pointed = model.pointedProperty().getValue();
    var now = table.getSelectionModel().getSelectedItem();
    if (pointed == null || (now != null && now.isPointedAt(pointed))) {
      return;
    }
    following = true;
    table.getSelectionModel().clearSelection();
    for (var row : model.getRows()) {
      if (row.isPointedAt(pointed)) {
        table.getSelectionModel().select(row);
        table.scrollTo(row);
        break;
      }
    }
    model.tellOf(table.getSelectionModel().getSelectedItem());
    following = false;
  }

  @FXML
  private void pressed(KeyEvent key) {
    if (COPY.match(key)) {
      copyRow();
      key.consume();
    }
  }

  @FXML
  private void copyRow() {
    copy(FieldRow::copied, "row");
  }

  @FXML
  private void copyTarget() {
    copy(FieldRow::target, "target");
  }

  @FXML
  private void copyValue() {
    copy(FieldRow::value, "value");
  }

  @FXML
  private void copyFrom() {
    copy(FieldRow::from, "from");
  }

  private void copy(Function<FieldRow, String> words, String what) {
    var row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, words.apply(row)));
      model.copied(what);
    }
  }
}
