package dev.blipscope.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// What can be seen of a character: what it is in JSON, and what is marked there. Inks mix, so each
/// is a bit of a number.
enum Ink {
  KEY(0),
  STRING(1),
  NUMBER(2),
  WORD(3),
  PUNCTUATION(4),
  INVALID(5),
  UNUSED(6),
  PERSONAL(7),
  LINKED(8),
  HIT(9),
  CURRENT_HIT(10),
  BRACKET(11),
  FINDING_INFO(12),
  FINDING_WARNING(13),
  FINDING_ERROR(14),
  BROKEN(15),
  HIDDEN(16);

  static final int NONE = 0;

  /// Each change of ink in a line is a node of its own: from some hundreds on, a key in that line
  /// is felt, so a line that is full of them shows only what is marked, or of that only what was
  /// asked for last.
  private static final int MOST_SPANS = 500;

  private static final List<Integer> LESS =
      List.of(
          ~mix(KEY, STRING, NUMBER, WORD, PUNCTUATION, INVALID),
          mix(LINKED, CURRENT_HIT, BRACKET, FINDING_ERROR, BROKEN));

  private static final Map<Integer, List<String>> CLASSES = new ConcurrentHashMap<>();

  private final int place;

  Ink(int place) {
    this.place = place;
  }

  int bit() {
    return 1 << place;
  }

  boolean isIn(int mix) {
    return (mix & bit()) != 0;
  }

  /// Its class in the style sheet, named like no other, so that a rule need not name the nodes
  /// around it: each stretch of each line that comes into view would climb up to ask for them.
  String styleClass() {
    return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The mixes of the characters of a line, as an area takes them.
  static StyleSpans<Collection<String>> spans(int[] all) {
    int[] mixes = all;
    for (int i = 0; i < LESS.size() && changes(mixes) >= MOST_SPANS; i++) {
      int kept = LESS.get(i);
      mixes = Arrays.stream(all).map(mix -> mix & kept).toArray();
    }
    var spans = new StyleSpansBuilder<Collection<String>>();
    int from = 0;
    for (int i = 1; i <= mixes.length; i++) {
      if (i == mixes.length || mixes[i] != mixes[from]) {
        spans.add(styleClasses(mixes[from]), i - from);
        from = i;
      }
    }
    if (mixes.length == 0) {
      spans.add(List.of(), 0);
    }
    return spans.create();
  }

  private static int changes(int[] mixes) {
    int count = 0;
    for (int i = 1; i < mixes.length; i++) {
      if (mixes[i] != mixes[i - 1]) {
        count++;
      }
    }
    return count;
  }

  private static int mix(Ink... inks) {
    return Arrays.stream(inks).mapToInt(Ink::bit).reduce(NONE, (all, one) -> all | one);
  }

  static List<String> styleClasses(int mix) {
    return CLASSES.computeIfAbsent(mix, Ink::named);
  }

  private static List<String> named(int mix) {
    var classes = new ArrayList<String>();
    for (var ink : values()) {
      if (ink.isIn(mix)) {
        classes.add(ink.styleClass());
      }
    }
    return List.copyOf(classes);
  }
}
