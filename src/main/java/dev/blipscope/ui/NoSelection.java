package dev.blipscope.ui;

import java.util.function.IntPredicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.MultipleSelectionModel;
import org.jspecify.annotations.Nullable;

/// Lets the session alone decide what is selected: the control asks what is, and is told nothing
/// else. A million rows can be selected without the control counting them.
final class NoSelection<T> extends MultipleSelectionModel<T> {

  private final ObservableList<Integer> indices = FXCollections.emptyObservableList();
  private final ObservableList<T> items = FXCollections.emptyObservableList();
  private final IntPredicate selected;

  /// @param selected whether a line is selected
  NoSelection(IntPredicate selected) {
    this.selected = selected;
  }

  @Override
  public ObservableList<Integer> getSelectedIndices() {
    return indices;
  }

  @Override
  public ObservableList<T> getSelectedItems() {
    return items;
  }

  @Override
  public boolean isSelected(int index) {
    return selected.test(index);
  }

  @Override
  public boolean isEmpty() {
    return true;
  }

  // Nobody but the session selects.

  @Override
  public void selectIndices(int index, int... more) {}

  @Override
  public void selectAll() {}

  @Override
  public void selectFirst() {}

  @Override
  public void selectLast() {}

  @Override
  public void clearAndSelect(int index) {}

  @Override
  public void select(int index) {}

  @Override
  public void select(@Nullable T item) {}

  @Override
  public void clearSelection(int index) {}

  @Override
  public void clearSelection() {}

  @Override
  public void selectPrevious() {}

  @Override
  public void selectNext() {}
}
