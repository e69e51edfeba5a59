package dev.blipscope.ui;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A line of a list that takes as many lines of text as it needs.
final class WrappingCell<T> extends ListCell<T> {

  private final Function<T, String> words;

  WrappingCell(Function<T, String> words) {
    this.words = words;
    setWrapText(true);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    setText(item == null || empty ? null : words.apply(item));
  }
}
