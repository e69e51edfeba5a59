package dev.blipscope.check;

/// The signs with which people write numbers, and what may stand around a number.
final class Signs {

  private static final int MOST_SEPARATORS = 3;

  private Signs() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetterOrDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isSeparator(char c) {
    return c == '.' || c == '/' || c == '\t' || isDash(c) || Character.isSpaceChar(c);
  }

  // Phone books like to copy numbers with dashes that do not break.
  static boolean isDash(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
  }

  private static boolean isJoint(char c) {
    return c == '.' || isDash(c);
  }

  static boolean isDigitAt(String text, int at) {
    return at < text.length() && isDigit(text.charAt(at));
  }

  /// Where the separators end that stand here, at most three of them.
  static int afterSeparators(String text, int start, String more) {
    int at = start;
    while (at < text.length()
        && at - start < MOST_SEPARATORS
        && (isSeparator(text.charAt(at)) || more.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /// Whether the digits before a dot or dash belong to what starts here: `0.90139676533`.
  static boolean goesOnBefore(String text, int start) {
    return start >= 2 && isJoint(text.charAt(start - 1)) && isDigit(text.charAt(start - 2));
  }

  /// Whether a number can end here: neither a letter nor more digits follow.
  static boolean endsAt(String text, int end) {
    return end >= text.length()
        || (!isLetterOrDigit(text.charAt(end))
            && !(isJoint(text.charAt(end)) && isDigitAt(text, end + 1)));
  }
}
