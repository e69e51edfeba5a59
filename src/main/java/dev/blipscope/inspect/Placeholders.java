package dev.blipscope.inspect;

import java.util.List;

/// Puts words into a text at the places `{0}` to `{9}`.
public final class Placeholders {

  private Placeholders() {}

  /// The text with each place filled; what stands in a word is not looked at again.
  public static String filled(String text, List<String> words) {
    int place = next(text, 0);
    if (place < 0) {
      return text;
    }
    var filled = new StringBuilder(text.length() + 64);
    int from = 0;
    while (place >= 0) {
      filled.append(text, from, place).append(words.get(text.charAt(place + 1) - '0'));
      from = place + 3;
      place = next(text, from);
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static int next(String text, int from) {
    int place = text.indexOf('{', from);
    while (place >= 0 && !isPlace(text, place)) {
      place = text.indexOf('{', place + 1);
    }
    return place;
  }

  private static boolean isPlace(String text, int at) {
    return at + 2 < text.length()
        && text.charAt(at + 1) >= '0'
        && text.charAt(at + 1) <= '9'
        && text.charAt(at + 2) == '}';
  }
}
