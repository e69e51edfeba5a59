package dev.blipscope.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Joins `install.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class InstallController {

  private static final double GAP = 8;

  private final InstallViewModel model;
  private final Words words;

  @FXML private StackPane veil;
  @FXML private VBox source;
  @FXML private VBox keyStep;
  @FXML private VBox extension;
  @FXML private VBox paste;
  @FXML private VBox check;
  @FXML private TextField name;
  @FXML private ComboBox<InstallViewModel.From> from;
  @FXML private PasswordField key;
  @FXML private Button pasteKey;
  @FXML private VBox checks;
  @FXML private Button back;
  @FXML private Button next;

  public InstallController(InstallViewModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  public InstallViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    var pages = new EnumMap<InstallViewModel.Step, Node>(InstallViewModel.Step.class);
    pages.put(InstallViewModel.Step.SOURCE, source);
    pages.put(InstallViewModel.Step.KEY, keyStep);
    pages.put(InstallViewModel.Step.EXTENSION, extension);
    pages.put(InstallViewModel.Step.PASTE, paste);
    pages.put(InstallViewModel.Step.CHECK, check);
    name.textProperty().bindBidirectional(model.nameProperty());
    key.textProperty().bindBidirectional(model.keyProperty());
    from.getItems().setAll(InstallViewModel.From.values());
    from.setConverter(new Names());
    from.valueProperty().bindBidirectional(model.from());
    pasteKey.visibleProperty().bind(model.from().isEqualTo(InstallViewModel.From.SANDBOX));
    model.step().subscribe(now -> turn(pages, now));
    OnScreen.of(checks, model.checksProperty()).subscribe(this::show);
    Veil.tie(veil, model.openProperty(), next, model::close);
  }

  private void turn(Map<InstallViewModel.Step, Node> pages, InstallViewModel.Step now) {
    pages.forEach(
        (step, page) -> {
          page.setVisible(step == now);
          page.setManaged(step == now);
        });
    back.setDisable(now == InstallViewModel.Step.SOURCE);
    next.setText(
        words.text(
            switch (now) {
              case SOURCE, KEY, EXTENSION -> "install.next";
              case PASTE -> "install.save";
              case CHECK -> "install.done";
            }));
  }

  private void show(List<InstallViewModel.Check> all) {
    checks.getChildren().setAll(all.stream().map(this::line).toList());
  }

  private Node line(InstallViewModel.Check one) {
    var icon =
        new FontIcon(
            switch (one.mark()) {
              case GREEN -> "fth-check-circle";
              case OPEN -> "fth-circle";
              case RED -> "fth-x-circle";
            });
    var style =
        switch (one.mark()) {
          case GREEN -> "green";
          case OPEN -> "open";
          case RED -> "red";
        };
    icon.getStyleClass().addAll("check-icon", style);
    var text = new Label(one.text());
    text.setWrapText(true);
    text.setAccessibleHelp(words.text("install.mark." + style));
    var todo = new Label(one.todo());
    todo.setWrapText(true);
    todo.getStyleClass().add("muted");
    todo.setVisible(!one.todo().isEmpty());
    todo.setManaged(!one.todo().isEmpty());
    var texts = new VBox(text, todo);
    HBox.setHgrow(texts, Priority.ALWAYS);
    return new HBox(GAP, icon, texts);
  }

  @FXML
  private void pasteKey() {
    model.pasteSandboxKey();
  }

  @FXML
  private void test() {
    model.test();
  }

  @FXML
  private void openMessage() {
    model.openMessage();
  }

  @FXML
  private void openContact() {
    model.openContact();
  }

  @FXML
  private void back() {
    model.back();
  }

  @FXML
  private void next() {
    model.next();
  }

  @FXML
  private void close() {
    model.close();
  }

  private final class Names extends StringConverter<InstallViewModel.From> {

    @Override
    public String toString(InstallViewModel.@Nullable From which) {
      return which == null ? "" : model.fromName(which);
    }

    @Override
    public InstallViewModel.From fromString(String text) {
      throw new UnsupportedOperationException("nobody types where a key comes from");
    }
  }
}
