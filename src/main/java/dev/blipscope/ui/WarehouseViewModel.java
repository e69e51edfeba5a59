package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Focus;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The tables and columns that a warehouse makes of the call.
public final class WarehouseViewModel {

  private final ObservableValue<CallPointed> pointed;
  private final Consumer<Event> dispatch;
  private final ObservableValue<ObservableList<WarehouseRow>> rows;
  private final ReadOnlyObjectWrapper<WarehouseRow> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen");

  WarehouseViewModel(
      ObservableValue<CallSheet> sheet,
      ObservableValue<CallPointed> pointed,
      Consumer<Event> dispatch) {
    this.pointed = pointed;
    this.dispatch = dispatch;
    this.rows =
        sheet
            .map(now -> FXCollections.observableList(now.columns()))
            .orElse(FXCollections.emptyObservableList());
  }

  // What is shown

  public ObservableValue<ObservableList<WarehouseRow>> rowsProperty() {
    return rows;
  }

  public ObservableList<WarehouseRow> getRows() {
    return rows.getValue();
  }

  ObservableValue<CallPointed> pointedProperty() {
    return pointed;
  }

  /// In what the documents disagree about the chosen column; empty if they do not.
  public ObservableValue<String> doubtProperty() {
    return chosen.map(WarehouseRow::doubt).orElse("");
  }

  public String getDoubt() {
    return doubtProperty().getValue();
  }

  public ObservableValue<Boolean> doubtfulProperty() {
    return doubtProperty().map(doubt -> !doubt.isEmpty());
  }

  public boolean isDoubtful() {
    return doubtfulProperty().getValue();
  }

  // What can be done

  /// Points at a column, so that the field that fills it is marked elsewhere.
  void choose(@Nullable WarehouseRow row) {
    chosen.set(row);
    var pointer = row == null ? null : row.pointer();
    if (pointer != null) {
      dispatch.accept(new Event.FocusMoved(new Focus.InCall(pointer)));
    }
  }
}
