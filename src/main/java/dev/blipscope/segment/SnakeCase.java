package dev.blipscope.segment;

/// The name that a Segment warehouse gives to a table or a column.
///
/// Follows the converter that Segment's schema page names, segmentio/go-snakecase. It reads UTF-8
/// bytes and knows ASCII letters only: to it each byte of any other letter separates two words, so
/// going by characters comes to the same.
public final class SnakeCase {

  private SnakeCase() {}

  /// The name in the warehouse; empty if the name holds no ASCII letter or digit.
  public static String of(String name) {
    int clean = cleanPart(name);
    if (clean == name.length()) {
      return name;
    }
    var column = new StringBuilder(name.length() + 8).append(name, 0, clean);
    int at = goesOn(name, clean) ? word(name, clean, column) : clean;
    while (at < name.length()) {
      if (isLower(name.charAt(at)) || isUpperOrDigit(name.charAt(at))) {
        if (!column.isEmpty()) {
          column.append('_');
        }
        at = word(name, at, column);
      } else {
        at++;
      }
    }
    return column.toString();
  }

  /// How much of the name, from its start, is in the wanted form already.
  private static int cleanPart(String name) {
    int at = 0;
    while (at < name.length()
        && (isLowerOrDigit(name.charAt(at)) || isSingleUnderscore(name, at))) {
      at++;
    }
    return at;
  }

  private static boolean isSingleUnderscore(String name, int at) {
    return name.charAt(at) == '_'
        && at > 0
        && at + 1 < name.length()
        && isLowerOrDigit(name.charAt(at + 1));
  }

  /// A capital goes on with the word before it as long as that word has no small letter: `5TEst`.
  private static boolean goesOn(String name, int clean) {
    return isUpper(name.charAt(clean))
        && name.substring(name.lastIndexOf('_', clean - 1) + 1, clean)
            .chars()
            .noneMatch(SnakeCase::isLower);
  }

  /// Copies one word, capitals first, in small letters; answers where it ends.
  private static int word(String name, int start, StringBuilder column) {
    int at = start;
    while (at < name.length() && isUpperOrDigit(name.charAt(at))) {
      column.append(toLower(name.charAt(at)));
      at++;
    }
    while (at < name.length() && isLowerOrDigit(name.charAt(at))) {
      column.append(name.charAt(at));
      at++;
    }
    return at;
  }

  private static boolean isLowerOrDigit(char c) {
    return isLower(c) || isDigit(c);
  }

  private static boolean isUpperOrDigit(char c) {
    return isUpper(c) || isDigit(c);
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char toLower(char c) {
    return isUpper(c) ? (char) (c - 'A' + 'a') : c;
  }
}
