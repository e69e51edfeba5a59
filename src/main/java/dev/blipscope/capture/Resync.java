package dev.blipscope.capture;

import dev.blipscope.json.Blanks;
import java.util.BitSet;

/// Finds where a broken payload ends, so that the payloads behind it are not lost with it.
///
/// A broken payload ends where its brackets are closed: a missing one is made up for by the next
/// one out, a superfluous one is not counted. Strings end with their line at the latest, for JSON
/// has no line ends in strings; so a missing quote costs one line. And a payload ends before a line
/// that starts another one with no more blanks in front; so a missing bracket costs one payload.
final class Resync {

  static final int UNDECIDED = -1;

  /// It does not end here.
  private static final int GO_ON = -2;
  private static final int NO = 0;
  private static final int YES = 1;

  private final byte[] bytes;
  private final int limit;
  private final boolean last;
  private final int indentation;
  private final boolean inArray;
  private final boolean inLog;

  /// Of each container that is open, whether it is an object.
  private final BitSet open = new BitSet();

  private int depth;
  private int braces;
  private byte quote;
  private int lines;

  /// @param last whether nothing comes after the limit
  /// @param indentation how many blanks stand before the payload's line
  Resync(byte[] bytes, int limit, boolean last, int indentation, boolean inArray, boolean inLog) {
    this.bytes = bytes;
    this.limit = limit;
    this.last = last;
    this.indentation = indentation;
    this.inArray = inArray;
    this.inLog = inLog;
  }

  /// The end of the broken payload that starts at `from`, or [#UNDECIDED] if more bytes are needed.
  int end(int from, int fault) {
    boolean apostrophes = fault < limit && bytes[fault] == '\'';
    boolean comments = fault < limit && (bytes[fault] == '/' || bytes[fault] == '#');
    for (int i = from; i < limit; i++) {
      byte found = bytes[i];
      int end = GO_ON;
      if (found == '\n') {
        end = endOfLine(i, fault);
      } else if (quote != 0) {
        if (found == '\\' && i + 1 < limit && bytes[i + 1] != '\n') {
          i++;
        } else if (found == quote) {
          quote = 0;
        }
      } else if (found == '"' || (found == '\'' && apostrophes && i >= fault)) {
        quote = found;
      } else if (comments && i >= fault && (found == '/' || found == '#')) {
        i = afterComment(i) - 1;
      } else if (found == '{' || found == '[') {
        open(found == '{');
      } else if (found == '}' || found == ']') {
        end = endAtBracket(i, fault);
      }
      if (end != GO_ON) {
        return end;
      }
    }
    return last ? limit : UNDECIDED;
  }

  /// The end if the payload ends with this line; else [#GO_ON], or [#UNDECIDED].
  private int endOfLine(int newline, int fault) {
    quote = 0;
    int next = firstOfLine(newline + 1);
    if (next == limit && !last) {
      return UNDECIDED;
    }
    boolean firstLine = lines++ == 0;
    if (next >= limit || !startsAnother(next, next - newline - 1)) {
      return GO_ON;
    }
    if (next >= fault) {
      return newline;
    }
    int cut = firstLine && bytes[next] == '{' ? isCut(newline, next) : NO;
    return cut == NO ? GO_ON : cut == YES ? newline : UNDECIDED;
  }

  /// The end if the payload ends with this bracket or before it; else [#GO_ON], or [#UNDECIDED].
  private int endAtBracket(int at, int fault) {
    byte found = bytes[at];
    if (found == ']' && depth == braces && inArray && at >= fault) {
      return at;
    }
    close(found == '}');
    if (depth > 0 || at < fault) {
      return GO_ON;
    }
    if (at + 1 == limit && !last) {
      return UNDECIDED;
    }
    if (at + 1 == limit || mayFollow(bytes[at + 1])) {
      return at + 1;
    }
    open(true);
    return GO_ON;
  }

  private void open(boolean brace) {
    open.set(depth++, brace);
    braces += brace ? 1 : 0;
  }

  private void close(boolean brace) {
    if ((brace ? braces : depth - braces) == 0) {
      return;
    }
    boolean closed;
    do {
      closed = open.get(--depth);
      braces -= closed ? 1 : 0;
    } while (closed != brace);
  }

  /// Behind the comment at this place, or behind the one sign if it starts none.
  private int afterComment(int at) {
    boolean block = at + 1 < limit && bytes[at] == '/' && bytes[at + 1] == '*';
    boolean line = bytes[at] == '#' || (at + 1 < limit && bytes[at + 1] == '/');
    if (!block && !line) {
      return at + 1;
    }
    for (int i = at + 2; i < limit; i++) {
      if (line ? bytes[i] == '\n' : bytes[i - 1] == '*' && bytes[i] == '/' && i > at + 2) {
        return line ? i : i + 1;
      }
    }
    return limit;
  }

  private static boolean mayFollow(byte found) {
    return switch (found) {
      case ' ', '\t', '\r', '\n', ',', ']', '}', '{', '[' -> true;
      default -> false;
    };
  }

  private boolean startsAnother(int at, int blanks) {
    byte found = bytes[at];
    if (found == '{' || (found == ']' && inArray)) {
      return blanks <= indentation;
    }
    return inLog && blanks == 0 && (found == '[' || found == '<' || isWord(found));
  }

  /// Whether a line ends here that was cut, so that what might go on is another payload: one that
  /// has its line for itself, or one where nobody would begin a line.
  private int isCut(int newline, int next) {
    int i = newline;
    while (Blanks.is(bytes[i])) {
      i--;
    }
    return bytes[i] == ':' ? YES : wholeOnLine(next);
  }

  private int wholeOnLine(int at) {
    boolean inString = false;
    int inside = 0;
    int i = at;
    do {
      byte found = bytes[i];
      if (found == '\n') {
        return NO;
      } else if (inString) {
        if (found == '\\') {
          i++;
        } else {
          inString = found != '"';
        }
      } else if (found == '"') {
        inString = true;
      } else if (found == '{' || found == '[') {
        inside++;
      } else if (found == '}' || found == ']') {
        inside--;
      }
      i++;
    } while (inside > 0 && i < limit);
    int end = firstOfLine(i);
    if (end >= limit) {
      return last ? inside == 0 ? YES : NO : UNDECIDED;
    }
    return inside == 0 && bytes[end] == '\n' ? YES : NO;
  }

  private static boolean isWord(byte found) {
    return Character.isLetterOrDigit(found & 0xFF);
  }

  private int firstOfLine(int from) {
    int i = from;
    while (i < limit && Blanks.isOnLine(bytes[i])) {
      i++;
    }
    return i;
  }

  /// The end of text that is no payload: where its line ends, or where a payload starts in it.
  static int afterText(byte[] bytes, int from, int limit, boolean last, boolean inArray) {
    for (int i = from + 1; i < limit; i++) {
      switch (bytes[i]) {
        case '\n', '{' -> {
          return i;
        }
        case ',', ']' -> {
          if (inArray) {
            return i;
          }
        }
        default -> {}
      }
    }
    return last ? limit : UNDECIDED;
  }
}
