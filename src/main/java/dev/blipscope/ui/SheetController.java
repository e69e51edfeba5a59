package dev.blipscope.ui;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Joins `sheet.fxml` to its view model.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
public final class SheetController {

  private final SheetViewModel model;

  @FXML private StackPane veil;
  @FXML private Label title;
  @FXML private VBox page;
  @FXML private Button close;

  public SheetController(SheetViewModel model) {
    this.model = model;
  }

  public SheetViewModel getModel() {
    return model;
  }

  @FXML
  private void initialize() {
    model.sheet().subscribe(this::show);
    Veil.tie(veil, model.sheet().map(_ -> true).orElse(false), close, model::close);
  }

  private void show(SheetViewModel.@Nullable Sheet sheet) {
    if (sheet == null) {
      return;
    }
    switch (sheet) {
      case SHORTCUTS -> {
        title.setText(Command.SHORTCUTS.name(model.words()));
        page.getChildren().setAll(shortcuts());
      }
      case LOG -> {
        title.setText(model.words().text("log.title"));
        page.getChildren().setAll(LogPage.of(model));
      }
      case ABOUT -> {
        title.setText(model.words().text("about.title", model.edition().version(model.words())));
        page.getChildren().setAll(AboutPage.of(model.words(), model.edition(), ThirdParty.parts()));
      }
    }
  }

  /// The commands that have keys, by menu.
  private List<Node> shortcuts() {
    return model.commands().known().stream()
        .filter(command -> command.shownKeys().isPresent())
        .collect(Collectors.groupingBy(Command::place))
        .entrySet()
        .stream()
        .sorted(Comparator.comparing(it -> it.getKey()))
        .flatMap(
            menu ->
                Stream.concat(
                    Stream.of(
                        text(model.words().text(menu.getKey().key()).replace("_", ""), "heading")),
                    menu.getValue().stream().map(this::line)))
        .toList();
  }

  private Node line(Command command) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var all = new HBox(text(command.name(model.words()), "name"), gap);
    command.keys().stream()
        .map(Command::named)
        .distinct()
        .forEach(keys -> all.getChildren().add(text(keys, "keys")));
    all.getStyleClass().add("shortcut");
    return all;
  }

  private static Node text(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  @FXML
  private void close() {
    model.close();
  }
}
