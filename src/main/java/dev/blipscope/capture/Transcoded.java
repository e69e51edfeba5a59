package dev.blipscope.capture;

import dev.blipscope.json.Expected;
import java.io.IOException;
import java.io.InputStream;

/// UTF-16 or UTF-32 as UTF-8. Strict: what is neither is damage, and all before it is kept.
final class Transcoded extends BlockStream {

  private final InputStream stream;
  private final int width;
  private final boolean littleEndian;

  private final byte[] in = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean ended;

  /// The UTF-8 of one sign, when there was no room for all of it.
  private final byte[] sign = new byte[4];
  private int signAt;
  private int signLength;

  /// @param width 2 for UTF-16, 4 for UTF-32
  Transcoded(InputStream stream, int width, boolean littleEndian) {
    this.stream = stream;
    this.width = width;
    this.littleEndian = littleEndian;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int at = from;
    while (at < from + length) {
      if (signAt == signLength && !next(at > from)) {
        break;
      }
      while (signAt < signLength && at < from + length) {
        into[at++] = sign[signAt++];
      }
    }
    return at > from || length == 0 ? at - from : -1;
  }

  /// Takes one sign more.
  ///
  /// @param some whether there is something to hand on before anybody waits or gives up
  /// @return whether there is one, for now
  private boolean next(boolean some) throws IOException {
    if (!has(width, some)) {
      return ended && position < limit && damaged(some);
    }
    int point = unit(position);
    int size = width;
    if (width == 2 && Character.isHighSurrogate((char) point)) {
      if (!has(4, some)) {
        return ended && damaged(some);
      }
      if (Character.isLowSurrogate((char) unit(position + 2))) {
        point = Character.toCodePoint((char) point, (char) unit(position + 2));
        size = 4;
      }
    }
    boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    if (isHalf || !Character.isValidCodePoint(point)) {
      return damaged(some);
    }
    position += size;
    write(point);
    return true;
  }

  /// Damage is only told of when all before it was handed on.
  private static boolean damaged(boolean some) throws Damage {
    if (some) {
      return false;
    }
    throw new Damage(Expected.VALID_ENCODING);
  }

  /// Whether so many bytes are there; reads them unless there is something else to do.
  private boolean has(int bytes, boolean some) throws IOException {
    while (limit - position < bytes && !ended && !some) {
      System.arraycopy(in, position, in, 0, limit - position);
      limit -= position;
      position = 0;
      int read = stream.read(in, limit, in.length - limit);
      if (read < 0) {
        ended = true;
      } else {
        limit += read;
      }
    }
    return limit - position >= bytes;
  }

  private int unit(int at) {
    int unit = 0;
    int bytes = width;
    for (int i = 0; i < bytes; i++) {
      int found = in[littleEndian ? at + bytes - 1 - i : at + i] & 0xFF;
      unit = unit << 8 | found;
    }
    return unit;
  }

  private void write(int point) {
    signAt = 0;
    if (point < 0x80) {
      sign[0] = (byte) point;
      signLength = 1;
    } else if (point < 0x800) {
      sign[0] = (byte) (0xC0 | point >> 6);
      sign[1] = tail(point);
      signLength = 2;
    } else if (point < 0x10000) {
      sign[0] = (byte) (0xE0 | point >> 12);
      sign[1] = tail(point >> 6);
      sign[2] = tail(point);
      signLength = 3;
    } else {
      sign[0] = (byte) (0xF0 | point >> 18);
      sign[1] = tail(point >> 12);
      sign[2] = tail(point >> 6);
      sign[3] = tail(point);
      signLength = 4;
    }
  }

  private static byte tail(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
