package dev.blipscope.ui;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/// A row of the table of fields, drawn by what it tells: a field that is absent is a ghost.
final class FieldTableRow extends TableRow<FieldRow> {

  private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass NOWHERE = PseudoClass.getPseudoClass("nowhere");
  private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");

  private final ObservableValue<CallPointed> pointed;

  FieldTableRow(ObservableValue<CallPointed> pointed) {
    this.pointed = pointed;
    OnScreen.of(this, pointed).subscribe(_ -> link());
  }

  @Override
  protected void updateItem(FieldRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(ABSENT, row instanceof FieldRow.Absent);
    pseudoClassStateChanged(HEADING, row instanceof FieldRow.Heading);
    pseudoClassStateChanged(NOWHERE, row instanceof FieldRow.Nowhere);
    link();
  }

  private void link() {
    var row = getItem();
    var now = pointed.getValue();
    pseudoClassStateChanged(LINKED, row != null && now != null && row.isPointedAt(now));
  }
}
