package dev.blipscope.blip;

/// Compares parts of a text in any letter case. Only ASCII letters have two cases here, as in a
/// domain: `msgıng.net`, with a dotless i, is another domain than `msging.net`.
final class Letters {

  private Letters() {}

  /// Whether the text between two places is this word, which is written in small letters.
  static boolean are(String text, int from, int to, String word) {
    return to - from == word.length() && areAt(text, from, word);
  }

  /// Whether the text between two places ends with this word and has more before it.
  static boolean endWith(String text, int from, int to, String word) {
    return to - from > word.length() && areAt(text, to - word.length(), word);
  }

  private static boolean areAt(String text, int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (lower(text.charAt(from + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (lower(text.charAt(i)) != text.charAt(i)) {
        var lower = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          lower.setCharAt(j, lower(text.charAt(j)));
        }
        return lower.toString();
      }
    }
    return text;
  }

  private static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char) (letter - 'A' + 'a') : letter;
  }
}
