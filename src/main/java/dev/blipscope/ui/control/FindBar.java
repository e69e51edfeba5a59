package dev.blipscope.ui.control;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Where one writes what to find, and sees how often it is there.
final class FindBar extends Bar {

  /// In heights of the text.
  private static final int WIDE = 30;

  private static final int COUNT = 7;

  /// In letters; where there is room the text gets all of it.
  private static final int SHORT = 6;

  private final Texts texts;
  private final PrivateField text = new PrivateField();
  private final ToggleButton exact = new ToggleButton("Aa");
  private final Label count = new Label();
  private final Button previous;
  private final Button next;
  private final Button close;

  FindBar(Texts texts, Consumer<Query> searched, Consumer<Boolean> moved, Runnable closed) {
    this.texts = texts;
    previous = button("▲", () -> moved.accept(false));
    next = button("▼", () -> moved.accept(true));
    close = button("✕", closed);
    text.getStyleClass().add("small");
    text.setId("find");
    exact.getStyleClass().addAll("small");
    whole(exact);
    count
        .minWidthProperty()
        .bind(
            Bindings.createDoubleBinding(this::roomToCount, widthProperty(), count.fontProperty()));
    text.setPrefColumnCount(SHORT);
    count.getStyleClass().add("count");
    count.tooltipProperty().bind(count.textProperty().map(FindBar::told));
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(text, exact, previous, next, count, close);
    text.textProperty().addListener((_, _, _) -> searched.accept(query()));
    exact.selectedProperty().addListener((_, _, _) -> searched.accept(query()));
    text.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            moved.accept(!key.isShiftDown());
            key.consume();
          }
        });
  }

  /// As much for one hit as for hundreds, so that nothing moves under the mouse while one types; in
  /// a narrow pane what the buttons leave.
  private double roomToCount() {
    double em = count.getFont().getSize();
    return getWidth() > WIDE * em ? COUNT * em : 0;
  }

  private static @Nullable Tooltip told(String count) {
    return count.isEmpty() ? null : new Tooltip(count);
  }

  void open(String proposed) {
    show(true);
    if (!proposed.isEmpty()) {
      text.setText(proposed);
    }
    text.requestFocus();
    text.selectAll();
  }

  Query query() {
    return isOpen() ? new Query(text.getText(), exact.isSelected()) : Query.NOTHING;
  }

  /// Tells which of the hits is the current one, counted from 0.
  void tell(int current, int of, boolean more) {
    count.setText(
        query().isEmpty()
            ? ""
            : of == 0
                ? texts.of("find.none")
                : texts.of("find.count", current + 1, more ? of + "+" : of));
    previous.setDisable(of == 0);
    next.setDisable(of == 0);
  }

  void name() {
    text.setPromptText(texts.of("find.text"));
    name(text, texts.of("find.text"));
    name(exact, texts.of("find.exact"));
    name(previous, texts.of("find.previous"));
    name(next, texts.of("find.next"));
    name(close, texts.of("bar.close"));
  }
}
