package dev.blipscope.capture;

import dev.blipscope.json.Blanks;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Scanner;

/// Tells what stands before the JSON of a log line from what belongs to the JSON.
final class LogLine {

  private static final char MARK = '\uFEFF';

  private LogLine() {}

  /// Whether what stands between `from` and the first brace is more than blanks, and no JSON that
  /// leads up to the brace either.
  static boolean isPrefix(
      Scanner scanner, byte[] bytes, int from, int brace, int limit, boolean last) {
    if (Utf8.text(bytes, from, brace).chars().allMatch(LogLine::isUnseen)) {
      return false;
    }
    if (!isUtf8(bytes, from, brace)) {
      return false;
    }
    int i = from;
    boolean afterValue = false;
    while (true) {
      boolean sameLine = true;
      while (i < brace && Blanks.is(bytes[i])) {
        sameLine &= bytes[i++] != '\n';
      }
      if (i == brace) {
        // A value and a payload on one line: the value belongs to the log.
        return afterValue && sameLine;
      }
      if (bytes[i] == '[' && Blanks.after(bytes, i + 1, brace) == brace) {
        return false;
      }
      switch (scanner.scan(bytes, i, limit, last)) {
        case VALUE -> {
          if (scanner.end() > brace) {
            return false;
          }
          i = scanner.end();
          afterValue = true;
        }
        case MORE -> {
          return bytes[i] != '[' && bytes[i] != '"';
        }
        case BROKEN -> {
          return scanner.fault().at() < brace;
        }
      }
    }
  }

  /// Where the JSON starts whose first brace is known: it may be an array or a string. -1 if more
  /// bytes are needed to tell.
  static int start(Scanner scanner, byte[] bytes, int from, int brace, int limit, boolean last) {
    int i = brace - 1;
    while (i > from && Blanks.is(bytes[i])) {
      i--;
    }
    if (i >= from && bytes[i] == '[') {
      return i;
    }
    if (brace == from || bytes[brace - 1] != '"') {
      return brace;
    }
    return switch (scanner.scan(bytes, brace - 1, limit, last)) {
      case VALUE -> isJson(scanner.doc().text(Doc.ROOT)) ? brace - 1 : brace;
      case BROKEN -> brace;
      case MORE -> -1;
    };
  }

  private static boolean isJson(String text) {
    return text.stripTrailing().endsWith("}");
  }

  private static boolean isUtf8(byte[] bytes, int from, int to) {
    return Utf8.text(bytes, from, to).indexOf(Utf8.UNREADABLE) < 0;
  }

  /// Whether a sign is a blank, a byte order mark or none at all.
  private static boolean isUnseen(int sign) {
    return sign <= ' ' || sign == MARK || sign == Utf8.UNREADABLE;
  }

  /// Whether a byte order mark stands here.
  static boolean isMark(byte[] bytes, int at, int limit) {
    return at + 3 <= limit
        && bytes[at] == (byte) 0xEF
        && bytes[at + 1] == (byte) 0xBB
        && bytes[at + 2] == (byte) 0xBF;
  }
}
