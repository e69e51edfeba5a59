package dev.blipscope.ui.control;

import dev.blipscope.json.Plain;
import java.util.Arrays;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One line of a [LineViewer]: its number and its beginning, in colours.
final class LineCell extends ListCell<Integer> {

  static final int LONGEST = 2000;

  private final Supplier<Lines> lines;
  private final Supplier<Query> query;
  private final Texts texts;
  private final HBox row = new HBox();

  LineCell(Supplier<Lines> lines, Supplier<Query> query, Texts texts) {
    this.lines = lines;
    this.query = query;
    this.texts = texts;
  }

  @Override
  protected void updateItem(@Nullable Integer number, boolean empty) {
    super.updateItem(number, empty);
    if (empty || number == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String line = lines.get().line(number);
    String shown = beginning(line);
    int[] inks = inks(shown, shown.length() < line.length());
    row.getChildren().setAll(margin(number));
    int from = 0;
    for (int i = 1; i <= inks.length; i++) {
      if (i == inks.length || inks[i] != inks[from]) {
        row.getChildren().add(run(shown.substring(from, i), inks[from]));
        from = i;
      }
    }
    if (shown.length() < line.length()) {
      var cut = label(texts.of("line.cut", line.length() - shown.length()));
      cut.getStyleClass().add("cut");
      row.getChildren().add(cut);
    }
    setGraphic(row);
    setAccessibleText((number + 1) + ": " + Plain.brief(line));
  }

  private static String beginning(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    return line.substring(
        0, Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
  }

  private int[] inks(String shown, boolean cut) {
    // A string is not broken because we do not show its end.
    int[] inks = cut ? Arrays.copyOf(LineInk.of(shown + '"'), shown.length()) : LineInk.of(shown);
    var hits = Hits.of(shown, query.get());
    for (int i = 0; i < hits.count(); i++) {
      LineInk.add(inks, Ink.HIT, hits.at(i), hits.at(i) + hits.length());
    }
    return inks;
  }

  private Label margin(int number) {
    int digits = Math.max(3, Integer.toString(lines.get().count()).length());
    var margin = label((" %" + digits + "d ").formatted(number + 1));
    margin.getStyleClass().setAll("lineno");
    return margin;
  }

  private static Label run(String text, int inks) {
    var run = label(Plain.text(text.replace("\t", "    ")));
    run.getStyleClass().addAll(Ink.styleClasses(inks));
    return run;
  }

  private static Label label(String text) {
    var label = new Label(text);
    label.getStyleClass().setAll("run");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
