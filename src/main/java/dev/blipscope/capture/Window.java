package dev.blipscope.capture;

import dev.blipscope.json.Blanks;
import dev.blipscope.json.Place;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The part of a stream that is looked at, and where in the whole text it stands.
final class Window {

  private static final int BLOCK = 1 << 20;

  /// Up to this size a cut value is looked at again with each bit that arrives, above it only when
  /// as much again has arrived: otherwise a long value would be read over and over.
  private static final int PATIENCE = 1 << 16;

  private final @Nullable InputStream stream;
  /// The least room for what is read of the stream.
  private final int block;
  private byte[] bytes;
  private int position;
  private int limit;
  private boolean last;
  private @Nullable Damage damage;

  // Where the position is: bytes counted from the beginning of the stream, and by how many of
  // them the text has less units.
  private long passed;
  private long surplus;
  private int line;
  private long lineStart;
  private long surplusBeforeLine;
  private long firstOfLine = -1;

  /// A window on a stream of which nobody knows how long it is.
  Window(InputStream stream, Place start) {
    this(stream, start, BLOCK);
  }

  /// A window on a stream.
  ///
  /// @param start where in a text the stream begins
  /// @param length how long the stream is about: a short one needs little room
  Window(InputStream stream, Place start, long length) {
    this.stream = stream;
    this.block = Math.clamp(length, 1, BLOCK);
    this.bytes = new byte[block];
    this.surplus = -start.offset();
    this.line = start.line();
    this.lineStart = 1L - start.column();
    this.surplusBeforeLine = surplus;
  }

  /// A window on bytes that are all there is, or all there is for now.
  Window(byte[] bytes, int from, int to, boolean last, Place start) {
    this.stream = null;
    this.block = BLOCK;
    this.bytes = bytes;
    this.position = from;
    this.limit = to;
    this.last = last;
    this.passed = -from;
    this.surplus = -start.offset();
    this.line = start.line();
    this.lineStart = 1L - start.column();
    this.surplusBeforeLine = surplus;
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return position;
  }

  int limit() {
    return limit;
  }

  /// How many bytes there are from the position on.
  int length() {
    return limit - position;
  }

  /// Whether nothing comes after the limit.
  boolean isLast() {
    return last;
  }

  /// Why the stream cannot be read behind the limit.
  @Nullable Damage damage() {
    return damage;
  }

  int line() {
    return line;
  }

  /// How many bytes of the stream stand before the position.
  long count() {
    return passed + position;
  }

  /// How many blanks stand before the position, if it is the first thing on its line.
  int indentation() {
    return passed + position == firstOfLine ? (int) (firstOfLine - lineStart) : 0;
  }

  /// Reads more behind the limit, and forgets what stands before the position.
  ///
  /// @return whether there is more now, or it is known now that nothing more comes
  boolean grow() throws IOException {
    if (stream == null || last || damage != null) {
      return false;
    }
    int had = length();
    makeRoom(had);
    int wanted = had < PATIENCE ? had + 1 : 2 * had;
    while (limit < wanted && isRead(stream)) {}
    return limit > had || last;
  }

  private void makeRoom(int had) {
    int room = Math.max(block, 2 * had);
    boolean fits = bytes.length >= room && bytes.length <= 4 * room;
    byte[] roomy = fits ? bytes : new byte[room];
    System.arraycopy(bytes, position, roomy, 0, had);
    bytes = roomy;
    passed += position;
    position = 0;
    limit = had;
  }

  private boolean isRead(InputStream from) throws IOException {
    try {
      int read = from.read(bytes, limit, Math.min(BLOCK, bytes.length - limit));
      if (read < 0) {
        last = true;
        return false;
      }
      limit += read;
      return true;
    } catch (Damage found) {
      damage = found;
      return false;
    }
  }

  /// The next place of a byte at or behind the position; -1 if it is not among what was read.
  int indexOf(char wanted) {
    for (int i = position; i < limit; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /// Steps over bytes of which nothing is known.
  void advance(int to) {
    while (position < to && bytes[position] >= 0) {
      if (bytes[position++] == '\n') {
        newLine();
      }
    }
    if (position < to) {
      var moved = Place.of(bytes, position, to);
      surplus += to - position - moved.offset();
      position = to;
      if (moved.line() > 1) {
        line += moved.line() - 1;
        lineStart = passed + to - (moved.column() - 1);
        surplusBeforeLine = surplus;
      }
    }
  }

  private void newLine() {
    line++;
    lineStart = passed + position;
    surplusBeforeLine = surplus;
  }

  /// Steps over all that was read, but for the beginning of a sign that goes on behind the limit.
  void advanceAll() {
    int stop = limit;
    if (!last && length() > 0) {
      int first = boundary(length() - 1);
      if (limit - first < sequence(bytes[first])) {
        stop = first;
      }
    }
    advance(stop);
  }

  private static int sequence(byte first) {
    if ((first & 0xC0) != 0xC0) {
      return 1;
    }
    return (first & 0xF0) == 0xF0 ? 4 : (first & 0xE0) == 0xE0 ? 3 : 2;
  }

  /// Where a sign begins, at this distance from the position or a little before.
  int boundary(int distance) {
    int at = position + distance;
    for (int i = at; i > Math.max(position, at - 3); i--) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return i;
      }
    }
    return (bytes[Math.max(position, at - 3)] & 0xC0) == 0x80 ? at : Math.max(position, at - 3);
  }

  /// Steps over a value that was read, with what is known of it.
  ///
  /// @param lastLine where its last line begins; of no meaning if it has one line only
  void advanceOver(int to, int newlines, int moreBytes, int lastLine, int moreBeforeLine) {
    if (newlines > 0) {
      line += newlines;
      lineStart = passed + lastLine;
      surplusBeforeLine = surplus + moreBeforeLine;
    }
    surplus += moreBytes;
    position = to;
  }

  /// Steps over blanks; whether something stands behind them.
  boolean skipBlanks() throws IOException {
    boolean first = passed + position == lineStart;
    while (true) {
      while (position < limit) {
        byte found = bytes[position];
        if (found == '\n') {
          position++;
          newLine();
          first = true;
        } else if (Blanks.isOnLine(found)) {
          position++;
        } else {
          if (first) {
            firstOfLine = passed + position;
          }
          return true;
        }
      }
      if (!grow()) {
        return false;
      }
    }
  }

  /// Steps back over the blanks in front of the position to where its line begins, if that is
  // known.
  void backToLineStart() {
    int start = position;
    while (start > 0 && passed + start > Math.max(lineStart, 0)) {
      if (!Blanks.isOnLine(bytes[start - 1])) {
        return;
      }
      start--;
    }
    position = start;
  }

  /// The place of the position in the whole text.
  Place place() {
    return new Place(line, column(), offset());
  }

  int column() {
    return clamped(passed + position - lineStart - (surplus - surplusBeforeLine) + 1);
  }

  int offset() {
    return clamped(passed + position - surplus);
  }

  /// The place of a byte at or behind the position.
  Place place(int at) {
    return Place.of(bytes, position, at).after(place());
  }

  /// What stands between the position and a place behind it.
  String text(int to) {
    return Utf8.text(bytes, position, to);
  }

  private static int clamped(long number) {
    return (int) Math.min(number, Integer.MAX_VALUE);
  }
}
