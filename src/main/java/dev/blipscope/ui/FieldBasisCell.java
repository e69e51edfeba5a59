package dev.blipscope.ui;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;

/// Says on whose word a rule stands, in a badge: assumed ones are dashed.
final class FieldBasisCell extends TableCell<FieldRow, FieldRow> {

  private final Label badge = new Label();

  FieldBasisCell() {
    badge.getStyleClass().add("basis");
  }

  @Override
  protected void updateItem(FieldRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean bare = row == null || empty || row.basis().isEmpty();
    setGraphic(bare ? null : badge);
    if (!bare) {
      badge.setText(row.basis());
      badge.getStyleClass().remove("assumed");
      if (row.isAssumed()) {
        badge.getStyleClass().add("assumed");
      }
    }
  }
}
