package dev.blipscope.share;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The private values that were met, so that they are found again where nothing gives them away.
final class Known {

  private static final int SHORTEST = 3;
  private static final int MOST_UNDER_ONE_WORD = 1_000;

  private record Value(String text, boolean oneWord, Private kind) {}

  private final Map<String, List<Value>> byFirstWord = new HashMap<>();

  void add(String written, Private kind) {
    int from = wordStart(written, 0);
    int to = written.length();
    while (to > from && !Character.isLetterOrDigit(written.charAt(to - 1))) {
      to--;
    }
    if (to - from < SHORTEST) {
      return;
    }
    int stop = wordEnd(written, from);
    var value = new Value(written.substring(from, to), stop == to, kind);
    var values =
        byFirstWord.computeIfAbsent(folded(written.substring(from, stop)), _ -> new ArrayList<>());
    if (values.size() < MOST_UNDER_ONE_WORD && !values.contains(value)) {
      values.add(value);
    }
  }

  /// Finds every known value that stands in a text as whole words.
  void find(String text, List<Piece> into) {
    if (byFirstWord.isEmpty()) {
      return;
    }
    int start = wordStart(text, 0);
    while (start < text.length()) {
      int stop = wordEnd(text, start);
      for (var value : byFirstWord.getOrDefault(folded(text.substring(start, stop)), List.of())) {
        int end = start + value.text.length();
        // A single word in other letters is another word: "Rosa" is a person, "rosa" a colour.
        if (text.regionMatches(!value.oneWord, start, value.text, 0, value.text.length())
            && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
          into.add(new Piece(value.kind, start, end));
        }
      }
      start = wordStart(text, stop);
    }
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static int wordStart(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
