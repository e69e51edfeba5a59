package dev.blipscope.ui;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// How well a name answers to what somebody types: letters may be left out, accents and capitals do
/// not count.
final class Likeness {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final int BEGINS = 1000;
  private static final int BEGINS_A_WORD = 500;
  private static final int INSIDE = 200;
  private static final int SCATTERED = 100;

  /// So much at most does a short name gain over a long one.
  static final int SHORTER = SCATTERED / 2;

  private Likeness() {}

  /// The more, the better; nothing if a word that was typed is not in the name at all.
  static OptionalInt of(String typed, String name) {
    String plain = plain(name);
    String wanted = plain(typed).strip();
    int sum = plain.startsWith(wanted) ? BEGINS : 0;
    for (String word : BLANKS.split(wanted, -1)) {
      int points = points(word, plain);
      if (points == 0) {
        return OptionalInt.empty();
      }
      sum += points;
    }
    return OptionalInt.of(sum - Math.min(plain.length(), SHORTER));
  }

  private static int points(String word, String name) {
    int at = name.indexOf(word);
    if (at == 0) {
      return BEGINS;
    }
    if (name.contains(" " + word)) {
      return BEGINS_A_WORD;
    }
    return at > 0 ? INSIDE : scattered(word, name);
  }

  /// Points if the letters come one after the other, with others between; fewer the more of them.
  private static int scattered(String word, String name) {
    int first = name.indexOf(word.charAt(0));
    int at = first;
    for (int i = 1; i < word.length() && at >= 0; i++) {
      at = name.indexOf(word.charAt(i), at + 1);
    }
    boolean near = at - first < word.length() * 3;
    return first >= 0 && at >= 0 && near ? Math.max(1, SCATTERED - (at - first)) : 0;
  }

  private static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
