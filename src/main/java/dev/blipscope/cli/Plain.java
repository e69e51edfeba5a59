package dev.blipscope.cli;

/// Makes a text safe to look at: whatever would move a cursor, hide or turn letters around is shown
/// as a token instead.
final class Plain {

  private static final int LONGEST = 300;

  private Plain() {}

  static String text(String text) {
    return isAsciiToSee(text) ? text : spelled(text);
  }

  private static boolean isAsciiToSee(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < ' ' || unit > '~') {
        return false;
      }
    }
    return true;
  }

  private static String spelled(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isHarmless(point)) {
                plain.appendCodePoint(point);
              } else {
                plain.append(String.format("⟦U+%04X⟧", point));
              }
            });
    return plain.toString();
  }

  /// The same, cut where it gets long.
  static String brief(String text) {
    if (text.length() <= LONGEST) {
      return text(text);
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text(text.substring(0, end)) + "…";
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
