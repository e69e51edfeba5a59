package dev.blipscope.ui;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Joins `warehouse.fxml` to its view model, and does nothing else.
public final class WarehouseController {

  private final WarehouseViewModel model;

  @FXML private TableView<WarehouseRow> table;
  @FXML private TableColumn<WarehouseRow, String> name;
  @FXML private TableColumn<WarehouseRow, String> type;
  @FXML private TableColumn<WarehouseRow, String> from;
  @FXML private TableColumn<WarehouseRow, String> doubt;

  @SuppressWarnings("NullAway.Init") // FXML fills the fields.
  public WarehouseController(WarehouseViewModel model) {
    this.model = model;
  }

  public WarehouseViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    TextColumns.of(
        table,
        Map.of(
            name, WarehouseRow::name,
            type, WarehouseRow::type,
            from, WarehouseRow::from,
            doubt, WarehouseRow::doubt),
        // These sentences are told below.
        Map.of(doubt, _ -> ""));
    table.setRowFactory(_ -> new WarehouseTableRow(model.pointedProperty()));
    table.getSelectionModel().selectedItemProperty().subscribe(model::choose);
  }
}
