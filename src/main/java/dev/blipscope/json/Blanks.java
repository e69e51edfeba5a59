package dev.blipscope.json;

/// The four signs that may stand between two tokens of JSON.
public final class Blanks {

  private Blanks() {}

  /// Whether a byte or a unit is one of them.
  public static boolean is(int sign) {
    return isOnLine(sign) || sign == '\n';
  }

  /// Whether it is one that does not end a line.
  public static boolean isOnLine(int sign) {
    return sign == ' ' || sign == '\t' || sign == '\r';
  }

  /// Where the blanks end that stand here.
  public static int after(byte[] bytes, int from, int limit) {
    int i = from;
    while (i < limit && is(bytes[i])) {
      i++;
    }
    return i;
  }
}
