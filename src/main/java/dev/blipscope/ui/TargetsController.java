package dev.blipscope.ui;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Joins `targets.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class TargetsController {

  private final TargetsViewModel model;

  @FXML private StackPane veil;
  @FXML private ListView<TargetsViewModel.Line> list;
  @FXML private TextField name;
  @FXML private ComboBox<TargetsViewModel.Region> region;
  @FXML private TextField endpoint;
  @FXML private PasswordField key;

  public TargetsController(TargetsViewModel model) {
    this.model = model;
  }

  public TargetsViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    list.setCellFactory(_ -> new Cell());
    OnScreen.of(list, model.linesProperty()).subscribe(this::show);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            line -> {
              if (line != null) {
                model.edit(line.name());
              }
            });
    name.textProperty().bindBidirectional(model.nameProperty());
    endpoint.textProperty().bindBidirectional(model.endpointProperty());
    key.textProperty().bindBidirectional(model.keyProperty());
    region.getItems().setAll(TargetsViewModel.Region.values());
    region.setConverter(new Names());
    region.valueProperty().bindBidirectional(model.region());
    Veil.tie(veil, model.openProperty(), name, model::close);
  }

  private void show(List<TargetsViewModel.Line> lines) {
    var chosen = list.getSelectionModel().getSelectedItem();
    list.getItems().setAll(lines);
    if (chosen != null) {
      lines.stream()
          .filter(line -> line.name().equals(chosen.name()))
          .findFirst()
          .ifPresent(list.getSelectionModel()::select);
    }
  }

  @FXML
  private void add() {
    list.getSelectionModel().clearSelection();
    model.begin();
    name.requestFocus();
  }

  @FXML
  private void takeSuggestion() {
    model.takeSuggestion();
  }

  @FXML
  private void save() {
    model.save();
  }

  @FXML
  private void use() {
    model.choose(model.nameProperty().get());
  }

  @FXML
  private void test() {
    model.test();
  }

  @FXML
  private void delete() {
    list.getSelectionModel().clearSelection();
    model.delete();
  }

  @FXML
  private void close() {
    model.close();
  }

  private final class Names extends StringConverter<TargetsViewModel.Region> {

    @Override
    public String toString(TargetsViewModel.@Nullable Region which) {
      return which == null ? "" : model.regionName(which);
    }

    @Override
    public TargetsViewModel.Region fromString(String text) {
      throw new UnsupportedOperationException("nobody types a region");
    }
  }

  /// A target: its name, where it is, and where its key is.
  private static final class Cell extends ListCell<TargetsViewModel.Line> {

    private final Label name = new Label();
    private final Label where = new Label();
    private final Label key = new Label();
    private final FontIcon chosen = new FontIcon("fth-check");
    private final HBox box;

    Cell() {
      name.getStyleClass().add("target-name");
      where.getStyleClass().add("muted");
      key.getStyleClass().add("muted");
      key.setWrapText(true);
      var texts = new VBox(name, where, key);
      HBox.setHgrow(texts, Priority.ALWAYS);
      box = new HBox(texts, chosen);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(TargetsViewModel.@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      setGraphic(empty || line == null ? null : box);
      if (line != null) {
        name.setText(line.name());
        where.setText(line.where());
        key.setText(line.keyWords());
        chosen.setVisible(line.chosen());
        setAccessibleText(line.name() + ", " + line.where() + ", " + line.keyWords());
      }
    }
  }
}
