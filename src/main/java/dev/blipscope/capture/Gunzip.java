package dev.blipscope.capture;

import dev.blipscope.json.Expected;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// What is in a gzip, member after member (RFC 1952).
///
/// The library's reader says nothing when something else follows a member, or half of another one;
/// here it is damage, but for zeros, with which tapes are filled up.
final class Gunzip extends BlockStream {

  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream stream;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();

  /// Small, so that a bomb is seen soon: what is in here counts as read.
  private final byte[] buffer = new byte[1 << 13];

  private int position;
  private int limit;
  private boolean inMember;

  Gunzip(InputStream stream) {
    this.stream = stream;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (length > 0) {
      if (!inMember && !isAtMember()) {
        return -1;
      }
      int read = inflated(into, from, length);
      if (read > 0) {
        check.update(into, from, read);
        return read;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsInput()) {
        expect(isFilled());
        inflater.setInput(buffer, 0, limit);
      } else {
        throw new Damage(Expected.UNDAMAGED);
      }
    }
    return 0;
  }

  private int inflated(byte[] into, int from, int length) throws Damage {
    try {
      return inflater.inflate(into, from, length);
    } catch (DataFormatException damaged) {
      throw new Damage(Expected.UNDAMAGED);
    }
  }

  private static void expect(boolean sound) throws Damage {
    if (!sound) {
      throw new Damage(Expected.UNDAMAGED);
    }
  }

  /// Reads the head of a member; false at the end.
  private boolean isAtMember() throws IOException {
    if (position == limit && !isFilled()) {
      return false;
    }
    if (buffer[position] == 0) {
      skipZeros();
      return false;
    }
    expect(next() == 0x1F && next() == 0x8B && next() == 8);
    int flags = next();
    expect((flags & RESERVED) == 0);
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECK) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(buffer, position, limit - position);
    check.reset();
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    long size = inflater.getBytesWritten();
    expect(number() == (int) check.getValue() && number() == (int) size);
    inMember = false;
  }

  private int number() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private void skipZeros() throws IOException {
    do {
      while (position < limit) {
        expect(buffer[position++] == 0);
      }
    } while (isFilled());
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {}
  }

  private int next() throws IOException {
    expect(position < limit || isFilled());
    return buffer[position++] & 0xFF;
  }

  private boolean isFilled() throws IOException {
    position = 0;
    limit = Math.max(0, stream.read(buffer));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    stream.close();
  }
}
