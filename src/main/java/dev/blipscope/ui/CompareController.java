package dev.blipscope.ui;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

/// Joins `compare.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class CompareController {

  private final CompareViewModel model;

  @FXML private StackPane veil;
  @FXML private ComboBox<CompareViewModel.Side> one;
  @FXML private ComboBox<CompareViewModel.Side> other;
  @FXML private TableView<CompareViewModel.Row> table;
  @FXML private TableColumn<CompareViewModel.Row, String> where;
  @FXML private TableColumn<CompareViewModel.Row, String> change;
  @FXML private TableColumn<CompareViewModel.Row, String> count;
  @FXML private TableColumn<CompareViewModel.Row, String> old;
  @FXML private TableColumn<CompareViewModel.Row, String> young;

  public CompareController(CompareViewModel model) {
    this.model = model;
  }

  public CompareViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    TextColumns.of(
        table,
        Map.of(
            where, CompareViewModel.Row::where,
            change, CompareViewModel.Row::change,
            count, CompareViewModel.Row::count,
            old, CompareViewModel.Row::before,
            young, CompareViewModel.Row::after));
    table.setRowFactory(_ -> row());
    model.sides().subscribe(sides -> follow());
    one.valueProperty().bindBidirectional(model.one());
    other.valueProperty().bindBidirectional(model.other());
    model.rows().subscribe(rows -> table.getItems().setAll(rows));
    Veil.tie(veil, model.openProperty(), table, model::close);
  }

  private void follow() {
    var sides = model.sides().getValue();
    for (var box : java.util.List.of(one, other)) {
      if (!box.getItems().equals(sides)) {
        box.getItems().setAll(sides);
      }
    }
  }

  private TableRow<CompareViewModel.Row> row() {
    var row = new TableRow<CompareViewModel.Row>();
    row.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && row.getItem() != null) {
            model.show(row.getItem());
          }
        });
    return row;
  }

  @FXML
  private void pressed(KeyEvent key) {
    var chosen = table.getSelectionModel().getSelectedItem();
    if (key.getCode() == KeyCode.ENTER && chosen != null) {
      model.show(chosen);
      key.consume();
    }
  }

  @FXML
  private void compare() {
    model.compare();
  }

  @FXML
  private void cancel() {
    model.cancel();
  }

  @FXML
  private void close() {
    model.close();
  }
}
