package dev.blipscope.json;

/// Makes a text safe to look at: whatever would move a cursor, hide or turn letters around is shown
/// as a token instead.
public final class Plain {

  private static final int LONGEST = 300;

  private Plain() {}

  public static String text(String text) {
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
                plain.append(token(point));
              }
            });
    return plain.toString();
  }

  /// The same, cut where it gets long.
  public static String brief(String text) {
    return brief(text, LONGEST);
  }

  /// The same, cut behind so many UTF-16 units, never inside of a character.
  public static String brief(String text, int longest) {
    if (text.length() <= longest) {
      return text(text);
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text(text.substring(0, end)) + "…";
  }

  /// How a character is called that cannot be shown.
  public static String token(int point) {
    return String.format("⟦U+%04X⟧", point);
  }

  /// Whether a character shows itself and leaves its neighbours alone.
  public static boolean isHarmless(int point) {
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
