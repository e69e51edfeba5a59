package dev.blipscope.ui;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/// A row of the list of tables and columns.
final class WarehouseTableRow extends TableRow<WarehouseRow> {

  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");

  private final ObservableValue<CallPointed> pointed;

  WarehouseTableRow(ObservableValue<CallPointed> pointed) {
    this.pointed = pointed;
    OnScreen.of(this, pointed).subscribe(_ -> link());
  }

  @Override
  protected void updateItem(WarehouseRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEADING, row instanceof WarehouseRow.Heading);
    link();
  }

  private void link() {
    var row = getItem();
    var now = pointed.getValue();
    var pointer = row == null ? null : row.pointer();
    pseudoClassStateChanged(LINKED, pointer != null && now != null && now.isInCall(pointer));
  }
}
