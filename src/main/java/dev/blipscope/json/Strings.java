package dev.blipscope.json;

/// What stands between the quotes of a JSON string: its UTF-8 and its escapes.
final class Strings {

  private Strings() {}

  /// The text that a checked string stands for; lone surrogates stay as they are.
  static String decode(byte[] bytes, int from, int to) {
    // No form of a character has more units than bytes.
    char[] units = new char[to - from];
    int count = 0;
    int i = from;
    while (i < to) {
      byte first = bytes[i];
      if (first == '\\') {
        boolean hex = bytes[i + 1] == 'u';
        units[count++] = hex ? unit(bytes, i) : escaped(bytes[i + 1]);
        i += hex ? 6 : 2;
      } else if (first >= 0) {
        units[count++] = (char) first;
        i++;
      } else {
        int length = lengthBy(first & 0xFF);
        count += Character.toChars(point(bytes, i, length), units, count);
        i += length;
      }
    }
    return new String(units, 0, count);
  }

  private static char escaped(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> (char) letter;
    };
  }

  private static int point(byte[] bytes, int at, int length) {
    int point = bytes[at] & (0x7F >> length);
    for (int i = at + 1; i < at + length; i++) {
      point = point << 6 | (bytes[i] & 0x3F);
    }
    return point;
  }

  /// The UTF-16 unit that the `\\uXXXX` at this place stands for; no surrogate if it is wrong.
  static char unit(byte[] bytes, int at) {
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      // A digit that is none is -1, which fills everything with ones.
      unit = unit << 4 | Character.digit(bytes[i], 16);
    }
    return (char) unit;
  }

  /// How many bytes the UTF-8 sequence at this place has; 0 if it is none (RFC 3629: no overlong
  /// form, no surrogate, nothing above U+10FFFF).
  static int sequence(byte[] bytes, int at, int limit) {
    int length = lengthBy(bytes[at] & 0xFF);
    return at + length <= limit && goesOn(bytes, at, at + length) ? length : 0;
  }

  /// Whether the bytes up to the limit are the beginning of a sequence that is longer.
  static boolean isCut(byte[] bytes, int at, int limit) {
    return at + lengthBy(bytes[at] & 0xFF) > limit && goesOn(bytes, at, limit);
  }

  private static boolean goesOn(byte[] bytes, int at, int to) {
    int first = bytes[at] & 0xFF;
    if (at + 1 < to && !isSecond(first, bytes[at + 1] & 0xFF)) {
      return false;
    }
    for (int i = at + 2; i < to; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  /// How many UTF-16 units a byte of valid UTF-8 stands for: the first byte of a character counts
  /// for all of it.
  static int units(byte found) {
    if (found >= 0) {
      return 1;
    }
    if ((found & 0xC0) == 0x80) {
      return 0;
    }
    return (found & 0xF8) == 0xF0 ? 2 : 1;
  }

  private static int lengthBy(int first) {
    if (first >= 0xC2 && first <= 0xDF) {
      return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
      return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
  }

  private static boolean isSecond(int first, int second) {
    return switch (first) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> second >= 0x80 && second <= 0xBF;
    };
  }
}
