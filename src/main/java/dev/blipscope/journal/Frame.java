package dev.blipscope.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// How an entry lies in the file: a mark that all entries of the file share, type, number, length,
/// two checksums, bytes.
///
/// The mark is random, so that no bytes of anybody's look like an entry, and the file is readable
/// again behind a damaged place.
///
/// @param number how many entries were written before it
record Frame(byte type, long number, int length, int bodySum) {

  static final int MARK = 8;
  static final int SIZE = MARK + 1 + 8 + 4 + 4 + 4;

  private static final int SUMMED = SIZE - 4;

  static Frame of(Entry entry, long number) {
    byte[] body = entry.body();
    return new Frame(entry.type(), number, body.length, sum(body, 0, body.length));
  }

  /// The entry as it lies in the file.
  byte[] with(byte[] body, long mark) {
    byte[] framed = new byte[SIZE + body.length];
    var to = ByteBuffer.wrap(framed);
    to.putLong(mark).put(type).putLong(number).putInt(length).putInt(bodySum);
    to.putInt(sum(framed, 0, SUMMED)).put(body);
    return framed;
  }

  /// Whether a frame that is whole lies here.
  static boolean isAt(byte[] bytes, int at, long mark) {
    var in = ByteBuffer.wrap(bytes, at, SIZE);
    return in.getLong() == mark && in.getInt(at + SUMMED) == sum(bytes, at, SUMMED);
  }

  static Frame at(byte[] bytes, int at) {
    var in = ByteBuffer.wrap(bytes, at + MARK, SIZE - MARK);
    return new Frame(in.get(), in.getLong(), in.getInt(), in.getInt());
  }

  boolean fits(byte[] bytes, int at) {
    return sum(bytes, at, length) == bodySum;
  }

  static int sum(byte[] bytes, int from, int length) {
    var sum = new CRC32C();
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }
}
