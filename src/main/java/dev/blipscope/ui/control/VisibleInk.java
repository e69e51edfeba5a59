package dev.blipscope.ui.control;

import dev.blipscope.json.Plain;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Colours the lines of an area that are on the screen, and writes their margin. What is not seen
/// costs nothing.
final class VisibleInk {

  /// Lines that were pasted are mostly not on the screen.
  private static final int MOST_AT_ONCE = 10;

  private static final int NOTHING = -1;

  /// As wide as a sign.
  private static final String NO_SIGN = "  ";

  private final CodeArea area;
  private final Texts texts;
  private final Marks marks = new Marks();
  private final Map<Integer, Margin> margins = new HashMap<>();

  private Hits hits = Hits.NONE;
  private int currentHit;
  private int[] brackets = {};
  private int typedFrom;
  private int typedTo = NOTHING;
  private boolean asked;

  /// What stands in the margin of a line.
  private record Margin(int digits, @Nullable Sign sign, String hidden) {}

  VisibleInk(CodeArea area, Texts texts) {
    this.area = area;
    this.texts = texts;
    area.setParagraphGraphicFactory(this::margin);
    area.getVisibleParagraphs().addModificationObserver(_ -> paintLater());
  }

  Marks marks() {
    return marks;
  }

  void setHits(Hits hits, int current) {
    this.hits = hits;
    this.currentHit = current;
    paintLater();
  }

  /// The brackets that belong together, by their places.
  void setBrackets(int... places) {
    if (places.length > 0 || brackets.length > 0) {
      brackets = places;
      paintLater();
    }
  }

  /// The area tells of its lines while it lays them out, when they must not change.
  void paintLater() {
    if (!asked) {
      asked = true;
      Platform.runLater(this::paint);
    }
  }

  private void paint() {
    asked = false;
    if (typedTo != NOTHING) {
      paintTyped();
    }
    if (area.getVisibleParagraphs().isEmpty()) {
      return;
    }
    // Until it is laid out again, the area counts lines that are gone, and lines without a place.
    int first = Math.max(0, area.firstVisibleParToAllParIndex());
    int last = Math.min(area.lastVisibleParToAllParIndex(), area.getParagraphs().size() - 1);
    margins.keySet().removeIf(line -> line < first || line > last);
    for (int line = first; line <= last; line++) {
      int[] inks = inks(line);
      colour(line, inks);
      var margin = new Margin(digits(), Sign.of(inks), hidden(line));
      var before = margins.put(line, margin);
      if (!margin.equals(before == null ? bareMargin() : before)) {
        area.recreateParagraphGraphic(line);
      }
    }
  }

  /// Remembers where was typed. The area is still telling its parts of it, so nothing of it may
  /// be changed here.
  void typed(int start, int end) {
    typedFrom = start;
    typedTo = end;
    paintLater();
  }

  /// Colours what was typed before the area lays it out for the first time, as it does when it is
  /// asked for what is visible.
  private void paintTyped() {
    int last = lineOf(Math.min(typedTo, area.getLength()));
    int first = lineOf(Math.min(typedFrom, area.getLength()));
    typedTo = NOTHING;
    if (last - first < MOST_AT_ONCE) {
      for (int line = first; line <= last; line++) {
        colour(line, inks(line));
      }
    }
  }

  private int lineOf(int place) {
    return area.offsetToPosition(place, Bias.Forward).getMajor();
  }

  private void colour(int line, int[] inks) {
    var spans = Ink.spans(inks);
    if (!spans.equals(area.getParagraph(line).getStyleSpans())) {
      area.setStyleSpans(line, 0, spans);
    }
  }

  private int[] inks(int line) {
    int[] inks = LineInk.of(area.getParagraph(line).getText());
    int start = area.getAbsolutePosition(line, 0);
    int end = start + inks.length;
    for (var mark : marks.near(start, end)) {
      // A mark without length still has to be seen.
      int stop = Math.max(mark.end(), mark.start() + 1);
      LineInk.add(inks, mark.kind().ink(), mark.start() - start, stop - start);
    }
    for (int i = hits.count() == 0 ? 0 : hits.from(start); isIn(i, start, end); i++) {
      int at = hits.at(i) - start;
      LineInk.add(inks, i == currentHit ? Ink.CURRENT_HIT : Ink.HIT, at, at + hits.length());
    }
    for (int bracket : brackets) {
      LineInk.add(inks, Ink.BRACKET, bracket - start, bracket + 1 - start);
    }
    return inks;
  }

  private boolean isIn(int hit, int start, int end) {
    return hit < hits.count() && hits.at(hit) >= start && hits.at(hit) < end;
  }

  private String hidden(int line) {
    return area.getParagraph(line)
        .getText()
        .codePoints()
        .distinct()
        .filter(point -> point != '\t' && !Plain.isHarmless(point))
        .mapToObj(Plain::token)
        .collect(Collectors.joining(" "));
  }

  private int digits() {
    return Math.max(3, Integer.toString(area.getParagraphs().size()).length());
  }

  private Margin bareMargin() {
    return new Margin(digits(), null, "");
  }

  /// Each line that comes into view makes one, and hardly any has a sign: a control costs much more
  /// than a text.
  private Node margin(int line) {
    var margin = margins.getOrDefault(line, bareMargin());
    String number = (" %" + margin.digits() + "d ").formatted(line + 1);
    return margin.sign() == null
        ? numbered(number)
        : signed(number, margin.sign(), margin.hidden());
  }

  private static Node numbered(String number) {
    var text = new Text(NO_SIGN + number);
    text.setTextOrigin(VPos.TOP);
    text.getStyleClass().setAll("lineno");
    return text;
  }

  private Node signed(String number, Sign sign, String hidden) {
    var shape = new Label(sign.shape());
    shape.getStyleClass().setAll("sign", sign.styleClass());
    var label = new Label(number, shape);
    label.getStyleClass().setAll("lineno");
    String meaning = texts.of(sign, hidden);
    // Each is a window with styles of its own: too much for every line that comes into view.
    label.setOnMouseEntered(_ -> label.setTooltip(new Tooltip(meaning)));
    label.setAccessibleRole(AccessibleRole.TEXT);
    label.setAccessibleText(number.strip() + ": " + meaning);
    return label;
  }
}
