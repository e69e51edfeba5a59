package dev.blipscope.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A quick hash over the ends of a name: it tells names apart, and is confirmed by a comparison.
final class Hash {

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private Hash() {}

  static int of(byte[] bytes, int from, int to) {
    int length = to - from;
    long first;
    long last;
    if (length >= 8) {
      first = (long) LONGS.get(bytes, from);
      last = (long) LONGS.get(bytes, to - 8);
    } else if (length >= 4) {
      first = (int) INTS.get(bytes, from);
      last = (int) INTS.get(bytes, to - 4);
    } else {
      first = 0;
      for (int i = from; i < to; i++) {
        first = first << 8 | (bytes[i] & 0xFF);
      }
      last = first;
    }
    long mixed = (first * 0x9E3779B97F4A7C15L ^ last) * 0xD1B54A32D192ED03L + length;
    return (int) (mixed ^ mixed >>> 32);
  }
}
