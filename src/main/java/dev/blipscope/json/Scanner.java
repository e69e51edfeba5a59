package dev.blipscope.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The one door through which bytes become JSON: checks grammar, encoding and limits in one pass
/// and notes where each value stands. Why it is our own is told in the decision records.
///
/// A scanner is used again and again by one thread; its [#doc()] is valid until the next scan.
public final class Scanner {

  /// What became of a scan.
  public enum Outcome {
    /// A whole value stands between the given start and [Scanner#end()].
    VALUE,
    /// The bytes end before the value does, and more of them may come.
    MORE,
    /// The text is no JSON, or asks for too much: see [Scanner#fault()].
    BROKEN
  }

  private static final int MORE = -1;
  private static final int BROKEN = -2;
  private static final int NONE = -1;

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  // A long is eight bytes of a string.
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long BLANKS = ONES * ' ';

  private final Limits limits;
  private final int longestTape;
  private final Doc doc = new Doc();

  private final Repeats repeats = new Repeats();

  private byte[] bytes = new byte[0];
  private int limit;
  private boolean last;

  private int[] tape = new int[256 * Doc.STRIDE];
  private int size;
  private int[] open = new int[32];
  private int depth;

  private int blanks;
  private int newlines;
  private int surplus;
  private int lineStart;
  private int surplusBeforeLine;
  private int stringFlags;
  private boolean loneSurrogate;

  private int end = NONE;
  private @Nullable Fault fault;

  public Scanner(Limits limits) {
    this.limits = limits;
    this.longestTape = limits.tokens() * Doc.STRIDE;
  }

  public Scanner() {
    this(Limits.USUAL);
  }

  public Limits limits() {
    return limits;
  }

  /// Reads the one value that starts at `from`, where no blank may stand.
  ///
  /// @param last whether nothing comes after `limit`
  public Outcome scan(byte[] bytes, int from, int limit, boolean last) {
    this.bytes = bytes;
    this.limit = limit;
    this.last = last;
    forget();
    int stop = value(from);
    if (stop >= 0 && stop - from > limits.size()) {
      stop = broken(from, Expected.SMALLER);
    }
    if (stop < 0) {
      return stop == MORE ? Outcome.MORE : Outcome.BROKEN;
    }
    end = stop;
    doc.set(bytes, from, stop, tape, size, surplus == 0, loneSurrogate);
    return Outcome.VALUE;
  }

  private void forget() {
    doc.clear();
    size = 0;
    depth = 0;
    blanks = 0;
    newlines = 0;
    surplus = 0;
    lineStart = -1;
    surplusBeforeLine = 0;
    loneSurrogate = false;
    end = NONE;
    fault = null;
  }

  /// The value that was scanned last; the next scan overwrites it, [Doc#kept()] keeps it.
  public Doc doc() {
    checkValue();
    return doc;
  }

  /// Where the value that was scanned last ends.
  public int end() {
    checkValue();
    return end;
  }

  private void checkValue() {
    if (end == NONE) {
      throw new IllegalStateException("the last scan found no value");
    }
  }

  /// How many line ends the value holds.
  public int newlines() {
    return newlines;
  }

  /// By how much the value has more bytes than UTF-16 units.
  public int surplus() {
    return surplus;
  }

  /// Where the last line of the value begins; -1 if it has one line only.
  public int lineStart() {
    return lineStart;
  }

  /// The part of [#surplus()] that stands before the last line.
  public int surplusBeforeLine() {
    return surplusBeforeLine;
  }

  /// Why the last scan was [Outcome#BROKEN].
  public Fault fault() {
    if (fault == null) {
      throw new IllegalStateException("the last scan was not broken");
    }
    return fault;
  }

  // Grammar: each step answers where it ended, or MORE, or BROKEN

  /// Goes from each name or value to the next, until the first value has ended. It is the hottest
  /// loop of all, and reads names and texts in one place, so that the compiler has little to do.
  private int value(int from) {
    int i = from;
    Expected name = null;
    while (true) {
      if (i >= limit) {
        return cut(i, name == null ? Expected.VALUE : name);
      }
      byte found = bytes[i];
      int stop = found == '"' ? string(i) : NONE;
      if (name != null) {
        i = found == '"' ? name(i, stop) : broken(i, name);
        if (i < 0) {
          return i;
        }
        name = null;
        continue;
      }
      int outside = depth;
      i = found == '"' ? text(i, stop) : other(i, found);
      if (i >= 0 && depth > outside) {
        name = found == '{' ? Expected.NAME_OR_CLOSING_BRACE : null;
        continue;
      }
      i = afterValue(i);
      if (i < 0 || depth == 0) {
        return i;
      }
      name = isInObject() ? Expected.NAME : null;
    }
  }

  /// From the opening brace to the first name inside, or behind the closing brace if there is none.
  private int object(int from) {
    int i = openContainer(NodeKind.OBJECT, from);
    if (i < 0) {
      return i;
    }
    i = blanks(i);
    if (i >= limit) {
      return cut(i, Expected.NAME_OR_CLOSING_BRACE);
    }
    return bytes[i] == '}' ? closeContainer(i) : i;
  }

  /// From the opening bracket to the first value inside, or behind the closing bracket.
  private int array(int from) {
    int i = openContainer(NodeKind.ARRAY, from);
    if (i < 0) {
      return i;
    }
    i = blanks(i);
    if (i >= limit) {
      return cut(i, Expected.VALUE_OR_CLOSING_BRACKET);
    }
    if (bytes[i] == ']') {
      return closeContainer(i);
    }
    return startsValue(bytes[i]) ? i : broken(i, Expected.VALUE_OR_CLOSING_BRACKET);
  }

  private int other(int from, byte first) {
    return switch (first) {
      case '{' -> object(from);
      case '[' -> array(from);
      case 't' -> literal(NodeKind.TRUE, from, TRUE);
      case 'f' -> literal(NodeKind.FALSE, from, FALSE);
      case 'n' -> literal(NodeKind.NULL, from, NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(from);
      default -> broken(from, Expected.VALUE);
    };
  }

  private static boolean startsValue(byte first) {
    return switch (first) {
      case '{', '[', '"', 't', 'f', 'n', '-' -> true;
      default -> first >= '0' && first <= '9';
    };
  }

  /// From the end of a value to the start of the next one, or of its name; or to the end of all.
  private int afterValue(int from) {
    int i = from;
    while (i >= 0 && depth > 0) {
      boolean inObject = isInObject();
      i = blanks(i);
      if (i < limit && bytes[i] == ',') {
        return blanks(i + 1);
      }
      if (i < limit && bytes[i] == (inObject ? '}' : ']')) {
        i = closeContainer(i);
        continue;
      }
      var expected = inObject ? Expected.COMMA_OR_CLOSING_BRACE : Expected.COMMA_OR_CLOSING_BRACKET;
      i = i >= limit ? cut(i, expected) : broken(i, expected);
    }
    return i;
  }

  private boolean isInObject() {
    return (tape[open[depth - 1]] & Doc.KIND) == NodeKind.OBJECT.code();
  }

  /// A member's name and its colon; answers where the value starts.
  private int name(int from, int stop) {
    if (stop < 0) {
      return stop;
    }
    if (stop - from - 2 > limits.name()) {
      return broken(from, Expected.SHORTER_NAME);
    }
    int node = node(NodeKind.KEY, stringFlags, from);
    if (node < 0) {
      return node;
    }
    tape[node + Doc.END] = stop;
    tape[node + Doc.NEXT] = nameHash(from + 1, stop - 1);
    repeats.note(bytes, tape, depth - 1, open[depth - 1], node);
    int i = blanks(stop);
    if (i >= limit) {
      return cut(i, Expected.COLON);
    }
    return bytes[i] == ':' ? blanks(i + 1) : broken(i, Expected.COLON);
  }

  private int nameHash(int from, int to) {
    if ((stringFlags & Doc.ESCAPED) == 0) {
      return Hash.of(bytes, from, to);
    }
    byte[] meant = Strings.decode(bytes, from, to).getBytes(StandardCharsets.UTF_8);
    return Hash.of(meant, 0, meant.length);
  }

  // The index

  private int openContainer(NodeKind kind, int at) {
    if (depth == limits.depth()) {
      return broken(at, Expected.SHALLOWER);
    }
    int node = node(kind, 0, at);
    if (node < 0) {
      return node;
    }
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth] = node;
    repeats.open(depth);
    // What was seen so far, so that the closing brace knows what was seen inside.
    tape[node + Doc.END] = blanks;
    tape[node + Doc.NEXT] = repeats.count();
    depth++;
    return at + 1;
  }

  private int closeContainer(int at) {
    depth--;
    int node = open[depth];
    repeats.close(bytes, tape, depth, node, size);
    int flags = 0;
    if (tape[node + Doc.END] != blanks) {
      flags |= Doc.SPACED;
    }
    if (tape[node + Doc.NEXT] != repeats.count()) {
      flags |= Doc.REPEATS;
    }
    tape[node] |= flags;
    tape[node + Doc.END] = at + 1;
    tape[node + Doc.NEXT] = size / Doc.STRIDE;
    return at + 1;
  }

  private int leaf(NodeKind kind, int flags, int from, int to) {
    int node = node(kind, flags, from);
    if (node < 0) {
      return node;
    }
    tape[node + Doc.END] = to;
    tape[node + Doc.NEXT] = size / Doc.STRIDE;
    return to;
  }

  private int node(NodeKind kind, int flags, int at) {
    if (size == longestTape) {
      return broken(at, Expected.FEWER_TOKENS);
    }
    if (size == tape.length) {
      tape = Arrays.copyOf(tape, size * 2);
    }
    int node = size;
    tape[node] = kind.code() | flags;
    tape[node + Doc.START] = at;
    size += Doc.STRIDE;
    return node;
  }

  // Blanks, words, numbers

  private int blanks(int from) {
    // What a program wrote has hardly any.
    return from < limit && bytes[from] > ' ' ? from : skipBlanks(from);
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < limit) {
      byte found = bytes[i];
      if (found > ' ') {
        break;
      }
      if (found == '\n') {
        newlines++;
        lineStart = i + 1;
        surplusBeforeLine = surplus;
      } else if (found != ' ' && found != '\t' && found != '\r') {
        break;
      }
      i++;
    }
    blanks += i - from;
    return i;
  }

  private int literal(NodeKind kind, int from, byte[] word) {
    for (int i = 1; i < word.length; i++) {
      if (from + i >= limit) {
        return cut(from, Expected.VALUE);
      }
      if (bytes[from + i] != word[i]) {
        return broken(from, Expected.VALUE);
      }
    }
    return leaf(kind, 0, from, from + word.length);
  }

  private int number(int from) {
    int stop = digitsAndSigns(from);
    if (stop < 0) {
      return stop;
    }
    if (stop - from > limits.number()) {
      return broken(from, Expected.SHORTER_NUMBER);
    }
    return leaf(NodeKind.NUMBER, 0, from, stop);
  }

  private int digitsAndSigns(int from) {
    int i = from;
    if (bytes[i] == '-') {
      i++;
    }
    if (i >= limit) {
      return cut(i, Expected.DIGIT);
    }
    if (bytes[i] == '0') {
      i++;
      if (i < limit && isDigit(bytes[i])) {
        return broken(i, Expected.NO_LEADING_ZERO);
      }
    } else {
      i = digits(i);
      if (i < 0) {
        return i;
      }
    }
    if (i < limit && bytes[i] == '.') {
      i = digits(i + 1);
      if (i < 0) {
        return i;
      }
    }
    if (i < limit && (bytes[i] | 0x20) == 'e') {
      i++;
      if (i < limit && (bytes[i] == '+' || bytes[i] == '-')) {
        i++;
      }
      return digits(i);
    }
    // At the end of a block nobody knows yet whether more digits follow.
    return i == limit && !last ? MORE : i;
  }

  private int digits(int from) {
    int i = from;
    while (i < limit && isDigit(bytes[i])) {
      i++;
    }
    if (i == limit && !last) {
      return MORE;
    }
    return i == from ? broken(i, Expected.DIGIT) : i;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  // Strings

  private int text(int from, int stop) {
    if (stop < 0) {
      return stop;
    }
    if (stop - from - 2 > limits.string()) {
      return broken(from, Expected.SHORTER_STRING);
    }
    return leaf(NodeKind.STRING, stringFlags, from, stop);
  }

  /// From the opening quote to behind the closing one; notes escapes in [#stringFlags].
  private int string(int from) {
    byte[] in = bytes;
    int stop = limit;
    int flags = 0;
    int i = from + 1;
    while (true) {
      // Eight bytes at a time, as long as none of them is a quote, a backslash, a control
      // character or the start of a longer UTF-8 sequence.
      while (i + 8 <= stop) {
        long word = (long) Hash.LONGS.get(in, i);
        long quote = word ^ QUOTES;
        long backslash = word ^ BACKSLASHES;
        long special =
            ((quote - ONES & ~quote) | (backslash - ONES & ~backslash) | (word - BLANKS) | word)
                & HIGHS;
        if (special != 0) {
          i += Long.numberOfTrailingZeros(special) >>> 3;
          break;
        }
        i += 8;
      }
      if (i >= stop) {
        return cut(i, Expected.CLOSING_QUOTE);
      }
      byte found = in[i];
      if (found == '"') {
        stringFlags = flags;
        return i + 1;
      } else if (found == '\\') {
        flags |= Doc.ESCAPED;
        int next = escape(i);
        if (next < 0) {
          return next;
        }
        if (next == i + 6 && Character.isSurrogate(Strings.unit(in, i))) {
          if (isPair(i)) {
            next = i + 12;
          } else {
            flags |= Doc.LONE_SURROGATE;
            loneSurrogate = true;
          }
        }
        i = next;
      } else if (found < 0) {
        int length = Strings.sequence(in, i, stop);
        if (length == 0) {
          return !last && Strings.isCut(in, i, stop) ? MORE : broken(i, Expected.VALID_ENCODING);
        }
        surplus += length == 4 ? 2 : length - 1;
        i += length;
      } else if (found < ' ') {
        return broken(i, Expected.ESCAPED_CONTROL);
      } else {
        i++;
      }
    }
  }

  private int escape(int at) {
    if (at + 1 >= limit) {
      return cut(at + 1, Expected.ESCAPE_LETTER);
    }
    return switch (bytes[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> fourHexDigits(at + 2);
      default -> broken(at + 1, Expected.ESCAPE_LETTER);
    };
  }

  private int fourHexDigits(int from) {
    for (int i = from; i < from + 4; i++) {
      if (i >= limit) {
        return cut(i, Expected.HEX_DIGIT);
      }
      if (Character.digit(bytes[i], 16) < 0) {
        return broken(i, Expected.HEX_DIGIT);
      }
    }
    return from + 4;
  }

  /// Whether the escapes at this place are the two halves of a surrogate pair.
  private boolean isPair(int at) {
    return Character.isHighSurrogate(Strings.unit(bytes, at))
        && at + 12 <= limit
        && bytes[at + 6] == '\\'
        && bytes[at + 7] == 'u'
        && Character.isLowSurrogate(Strings.unit(bytes, at + 6));
  }

  // What went wrong

  private int cut(int at, Expected expected) {
    return last ? broken(at, expected) : MORE;
  }

  private int broken(int at, Expected expected) {
    fault = new Fault(at, expected);
    return BROKEN;
  }
}
