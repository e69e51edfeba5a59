package dev.blipscope.blip;

/// Whether a text says nothing.
public final class Blank {

  private Blank() {}

  /// Whether nobody sees anything in it: blanks of any kind, also those that do not break, and
  /// signs without width.
  public static boolean is(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (!isUnseen(point)) {
        return false;
      }
      at += Character.charCount(point);
    }
    return true;
  }

  private static boolean isUnseen(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }
}
