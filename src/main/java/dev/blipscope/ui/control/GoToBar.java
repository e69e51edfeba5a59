package dev.blipscope.ui.control;

import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Where one writes the number of a line to go there.
final class GoToBar extends Bar {

  private static final Pattern PLACE =
      Pattern.compile("\\s*(\\d{1,9})(?:\\s*[:,]\\s*(\\d{1,9}))?\\s*");

  /// Takes a line and a column, both from 0.
  @FunctionalInterface
  interface Goer {
    void go(int line, int column);
  }

  private final Texts texts;
  private final TextField place = new TextField();
  private final Label title = new Label();
  private final Button close;

  GoToBar(Texts texts, Goer goer, Runnable closed) {
    this.texts = texts;
    close = button("✕", closed);
    place.getStyleClass().add("small");
    place.setId("go-to");
    place.setPrefColumnCount(10);
    title.setLabelFor(place);
    getChildren().addAll(title, place, close);
    place.setOnAction(
        _ -> {
          var written = PLACE.matcher(place.getText());
          if (written.matches()) {
            String column = written.group(2);
            closed.run();
            goer.go(
                Math.max(0, Integer.parseInt(written.group(1)) - 1),
                column == null ? 0 : Math.max(0, Integer.parseInt(column) - 1));
          } else {
            place.selectAll();
          }
        });
  }

  void open() {
    show(true);
    place.clear();
    place.requestFocus();
  }

  void name() {
    title.setText(texts.of("go.line"));
    place.setPromptText(texts.of("go.prompt"));
    name(place, texts.of("go.prompt"));
    name(close, texts.of("bar.close"));
  }
}
