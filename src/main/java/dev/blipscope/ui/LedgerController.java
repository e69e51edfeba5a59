package dev.blipscope.ui;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Joins `ledger.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class LedgerController {

  private final LedgerViewModel model;

  @FXML private StackPane veil;
  @FXML private TableView<LedgerViewModel.Line> table;
  @FXML private TableColumn<LedgerViewModel.Line, String> number;
  @FXML private TableColumn<LedgerViewModel.Line, String> time;
  @FXML private TableColumn<LedgerViewModel.Line, String> type;
  @FXML private TableColumn<LedgerViewModel.Line, String> subject;
  @FXML private TableColumn<LedgerViewModel.Line, String> verdict;
  @FXML private TableColumn<LedgerViewModel.Line, String> why;
  @FXML private TableColumn<LedgerViewModel.Line, String> tables;
  @FXML private ComboBox<String> faults;
  @FXML private Button close;

  public LedgerController(LedgerViewModel model) {
    this.model = model;
  }

  public LedgerViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    TextColumns.of(
        table,
        Map.of(
            number, LedgerViewModel.Line::number,
            time, LedgerViewModel.Line::time,
            type, LedgerViewModel.Line::type,
            subject, LedgerViewModel.Line::subject,
            verdict, LedgerViewModel.Line::verdict,
            why, LedgerViewModel.Line::why,
            tables, LedgerViewModel.Line::tables));
    OnScreen.of(table, model.linesProperty())
        .subscribe(
            lines -> {
              if (!table.getItems().equals(lines)) {
                table.getItems().setAll(lines);
              }
            });
    faults.getItems().setAll(model.faults());
    faults.setConverter(new Names());
    OnScreen.of(faults, model.faultProperty()).subscribe(faults::setValue);
    Veil.tie(veil, model.openProperty(), close, model::close);
  }

  @FXML
  private void fault() {
    var chosen = faults.getValue();
    if (chosen != null) {
      model.choose(chosen);
    }
  }

  @FXML
  private void copyAddress() {
    copy(model.getAddress());
  }

  @FXML
  private void copyKey() {
    copy(model.getKey());
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  @FXML
  private void clear() {
    model.clear();
  }

  @FXML
  private void close() {
    model.close();
  }

  private final class Names extends StringConverter<String> {

    @Override
    public String toString(@Nullable String fault) {
      return fault == null ? "" : model.faultName(fault);
    }

    @Override
    public String fromString(String text) {
      throw new UnsupportedOperationException("nobody types a fault");
    }
  }
}
