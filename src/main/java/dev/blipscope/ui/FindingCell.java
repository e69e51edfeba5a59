package dev.blipscope.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a finding: what was found, and of the one that is selected also why and what to do.
final class FindingCell extends ListCell<FindingLine> {

  private static final double SCROLL_BAR = 10;

  private final Words words;
  private final FontIcon icon = new FontIcon();
  private final Label what = new Label();
  private final Label code = new Label();
  private final Label why = new Label();
  private final VBox texts = new VBox(what, code, why);
  private final HBox row = new HBox(icon, texts);

  FindingCell(Words words) {
    this.words = words;
    getStyleClass().add("finding");
    what.setWrapText(true);
    why.setWrapText(true);
    code.getStyleClass().add("code");
    why.getStyleClass().add("why");
    row.getStyleClass().add("finding-row");
    HBox.setHgrow(texts, Priority.ALWAYS);
    // A cell that wraps must not ask for more room than there is.
    setPrefWidth(0);
    selectedProperty().subscribe(this::expand);
  }

  @Override
  protected void updateItem(@Nullable FindingLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.setIconCode(
        switch (line.severity()) {
          case ERROR -> Feather.X_OCTAGON;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case NOTE -> Feather.INFO;
        });
    icon.getStyleClass().setAll("ikonli-font-icon", "severity", line.severity().word());
    what.setText(line.what());
    code.setText(line.place().isEmpty() ? line.code() : line.code() + "   " + line.place());
    why.setText(line.why() + " " + line.remedy());
    setAccessibleText(
        words.text("severity." + line.severity().word())
            + ". "
            + line.what()
            + " "
            + line.why()
            + " "
            + line.remedy());
    expand(isSelected());
    setGraphic(row);
  }

  /// The list asks without saying how wide it is, and a text that wraps must know.
  @Override
  protected double computePrefHeight(double width) {
    var list = getListView();
    if (list == null || getGraphic() == null) {
      return super.computePrefHeight(width);
    }
    double inner = list.getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + row.prefHeight(inner) + snappedBottomInset();
  }

  private void expand(boolean open) {
    why.setVisible(open);
    why.setManaged(open);
  }
}
