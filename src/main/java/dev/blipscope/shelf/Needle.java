package dev.blipscope.shelf;

/// A text that is looked for in the bytes of JSON, in any letter case and however it is spelled:
/// `é` may stand there as itself or as an escape.
final class Needle {

  /// The longest spelling of a letter: two escapes that make one of it.
  private static final int LONGEST_LETTER = 12;

  private static final int ESCAPE = 6;

  /// The planes of Unicode from here on have no letters with cases.
  private static final int BEHIND_LETTERS_WITH_CASES = 0x20000;

  private final int[] letters;

  /// For each byte whether the first letter may begin with it.
  private final boolean[] starts = new boolean[256];

  Needle(String text) {
    this.letters = text.codePoints().map(Needle::folded).toArray();
    if (letters.length == 0) {
      throw new IllegalArgumentException("nothing to look for");
    }
    starts['\\'] = true;
    starts[firstByte(letters[0])] = true;
    if (Character.toUpperCase(letters[0]) != letters[0]) {
      noteOtherCases();
    }
  }

  private void noteOtherCases() {
    for (int point = 0; point < BEHIND_LETTERS_WITH_CASES; point++) {
      if (folded(point) == letters[0]) {
        starts[firstByte(point)] = true;
      }
    }
  }

  /// The same for all letter cases of a letter.
  private static int folded(int point) {
    return Character.toLowerCase(Character.toUpperCase(point));
  }

  private static int firstByte(int point) {
    if (point < 0x80) {
      return point;
    }
    if (point < 0x800) {
      return 0xC0 | (point >> 6);
    }
    return point < 0x10000 ? 0xE0 | (point >> 12) : 0xF0 | (point >> 18);
  }

  /// How many bytes of a text it can take at most.
  int longest() {
    return letters.length * LONGEST_LETTER;
  }

  /// Whether it stands between two places.
  boolean isIn(byte[] text, int from, int to) {
    int at = from;
    while (true) {
      while (at < to && !starts[text[at] & 0xFF]) {
        at++;
      }
      if (at >= to) {
        return false;
      }
      if (isAt(text, at, to)) {
        return true;
      }
      // What an escape stands for does not begin inside of it.
      at += text[at] == '\\' ? 2 : 1;
    }
  }

  private boolean isAt(byte[] text, int from, int to) {
    int at = from;
    for (int letter : letters) {
      if (at >= to) {
        return false;
      }
      int first = text[at];
      if (first >= 0 && first != '\\') {
        if (letter != first && folded(first) != letter) {
          return false;
        }
        at++;
      } else {
        at = first < 0 ? afterPlain(text, at, to, letter) : afterEscape(text, at, to, letter);
        if (at < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /// Where a letter of several bytes ends; -1 if it is another one.
  private static int afterPlain(byte[] text, int at, int to, int letter) {
    int first = text[at] & 0xFF;
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > to) {
      return -1;
    }
    int point = first & (0x7F >> length);
    for (int i = at + 1; i < at + length; i++) {
      point = (point << 6) | (text[i] & 0x3F);
    }
    return folded(point) == letter ? at + length : -1;
  }

  /// Where an escape ends that stands for a letter; -1 if it stands for another one.
  private static int afterEscape(byte[] text, int at, int to, int letter) {
    if (at + 1 >= to) {
      return -1;
    }
    if (text[at + 1] == 'u') {
      return afterHex(text, at, to, letter);
    }
    return unescaped(text[at + 1]) == letter ? at + 2 : letter == '\\' ? at + 1 : -1;
  }

  private static int unescaped(byte sign) {
    return switch (sign) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> sign;
    };
  }

  private static int afterHex(byte[] text, int at, int to, int letter) {
    int unit = unit(text, at, to);
    if (unit >= 0 && folded(unit) == letter) {
      return at + ESCAPE;
    }
    if (unit >= 0 && Character.isHighSurrogate((char) unit)) {
      int low = unit(text, at + ESCAPE, to);
      if (low >= 0
          && Character.isLowSurrogate((char) low)
          && folded(Character.toCodePoint((char) unit, (char) low)) == letter) {
        return at + 2 * ESCAPE;
      }
    }
    // Who looks for the escape itself finds it, too.
    return letter == '\\' ? at + 1 : -1;
  }

  /// The unit that the escape at a place stands for; -1 if there is none.
  private static int unit(byte[] text, int at, int to) {
    if (at + ESCAPE > to || text[at] != '\\' || text[at + 1] != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + ESCAPE; i++) {
      int digit = Character.digit(text[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = (unit << 4) | digit;
    }
    return unit;
  }
}
