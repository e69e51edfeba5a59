package dev.blipscope.ui;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Joins `compare.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class CompareController {

  private final CompareViewModel model;
  private @Nullable Node before;

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
    model.openProperty().subscribe(this::opened);
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

  private void opened(boolean open) {
    veil.setVisible(open);
    if (open) {
      before = veil.getScene().getFocusOwner();
      table.requestFocus();
    } else if (before != null) {
      before.requestFocus();
    }
  }

  @FXML
  private void pressed(KeyEvent key) {
    var chosen = table.getSelectionModel().getSelectedItem();
    if (key.getCode() == KeyCode.ESCAPE) {
      model.close();
    } else if (key.getCode() == KeyCode.ENTER && table.isFocused() && chosen != null) {
      model.show(chosen);
    } else {
      return;
    }
    key.consume();
  }

  @FXML
  private void clickedBeside(MouseEvent click) {
    if (veil.equals(click.getTarget())) {
      model.close();
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
