package dev.blipscope.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Why there are findings in many payloads, with the way to one of them.
final class CauseCell extends ListCell<CauseLine> {

  private final FontIcon icon = new FontIcon();
  private final Label code = new Label();
  private final Label where = new Label();
  private final HBox row;

  CauseCell(ListViewModel model) {
    getStyleClass().add("cause");
    code.setMinWidth(0);
    where.getStyleClass().add("why");
    where.setMinWidth(0);
    var texts = new VBox(code, where);
    texts.setMinWidth(0);
    HBox.setHgrow(texts, Priority.ALWAYS);
    var example = new Button(model.words().text("list.example"));
    example.getStyleClass().addAll("small", "flat");
    example.setMinWidth(USE_PREF_SIZE);
    example.setFocusTraversable(false);
    example.setOnAction(_ -> model.openExample(getItem()));
    example.setTooltip(new Tooltip(model.words().text("list.example-help")));
    row = new HBox(icon, texts, example);
    row.getStyleClass().add("finding-row");
    setPrefWidth(0);
    setOnMouseClicked(
        _ -> {
          if (!isEmpty()) {
            model.filterBy(getItem());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable CauseLine cause, boolean empty) {
    super.updateItem(cause, empty);
    if (empty || cause == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.setIconCode(
        switch (cause.severity()) {
          case ERROR -> Feather.X_OCTAGON;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case NOTE -> Feather.INFO;
        });
    icon.getStyleClass().setAll("ikonli-font-icon", "severity", cause.severity().word());
    code.setText(cause.code().written());
    where.setText(cause.where().isEmpty() ? cause.count() : cause.count() + " · " + cause.where());
    setAccessibleText(cause.spoken());
    setGraphic(row);
  }
}
