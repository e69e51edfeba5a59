package dev.blipscope.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// What a journal begins with: what it is, and the mark of its entries. It stands there twice, so
/// that one damaged place does not cost everything.
final class Head {

  static final int SIZE = 40;

  private static final int HALF = SIZE / 2;
  private static final byte[] NAME = "blipjnl1".getBytes(StandardCharsets.US_ASCII);

  private Head() {}

  static byte[] of(long mark) {
    byte[] head = new byte[SIZE];
    var to = ByteBuffer.wrap(head);
    for (int half = 0; half < 2; half++) {
      to.put(NAME).putLong(mark);
      to.putInt(Frame.sum(head, half * HALF, HALF - 4));
    }
    return head;
  }

  /// The mark, if one of the two is whole.
  static OptionalLong mark(byte[] head) {
    for (int at = 0; at + HALF <= head.length; at += HALF) {
      var half = ByteBuffer.wrap(head, at, HALF);
      if (half.getInt(at + HALF - 4) == Frame.sum(head, at, HALF - 4)) {
        return OptionalLong.of(half.getLong(at + NAME.length));
      }
    }
    return OptionalLong.empty();
  }
}
