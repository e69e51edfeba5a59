package dev.blipscope.json;

import java.util.Arrays;

/// How a name is written without escapes, and the quickest way to compare it by its length.
///
/// Names are compared in very many places: that each length has its own way, which is called and
/// not copied into all these places, spares more time of the compiler than the call costs.
abstract class Spelling {

  /// Of a name with a lone surrogate, which cannot be written so.
  static final Spelling NONE =
      new Spelling() {
        @Override
        boolean isAt(byte[] in, int from, int to) {
          return false;
        }
      };

  static Spelling of(byte[] bytes) {
    if (bytes.length >= Long.BYTES && bytes.length <= 2 * Long.BYTES) {
      return new Longs(bytes);
    }
    return bytes.length >= Integer.BYTES && bytes.length < Long.BYTES
        ? new Ints(bytes)
        : new Bytes(bytes);
  }

  /// Whether it is what stands between these places.
  abstract boolean isAt(byte[] in, int from, int to);

  /// Two numbers of four bytes that may overlap are all of it.
  private static final class Ints extends Spelling {
    private final int length;
    private final int first;
    private final int last;

    Ints(byte[] bytes) {
      length = bytes.length;
      first = (int) Hash.INTS.get(bytes, 0);
      last = (int) Hash.INTS.get(bytes, length - Integer.BYTES);
    }

    @Override
    boolean isAt(byte[] in, int from, int to) {
      return to - from == length
          && (int) Hash.INTS.get(in, from) == first
          && (int) Hash.INTS.get(in, to - Integer.BYTES) == last;
    }
  }

  /// Two numbers of eight bytes that may overlap are all of it.
  private static final class Longs extends Spelling {
    private final int length;
    private final long first;
    private final long last;

    Longs(byte[] bytes) {
      length = bytes.length;
      first = (long) Hash.LONGS.get(bytes, 0);
      last = (long) Hash.LONGS.get(bytes, length - Long.BYTES);
    }

    @Override
    boolean isAt(byte[] in, int from, int to) {
      return to - from == length
          && (long) Hash.LONGS.get(in, from) == first
          && (long) Hash.LONGS.get(in, to - Long.BYTES) == last;
    }
  }

  private static final class Bytes extends Spelling {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    boolean isAt(byte[] in, int from, int to) {
      return Arrays.equals(in, from, to, bytes, 0, bytes.length);
    }
  }
}
