package dev.blipscope.capture;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A stream whose beginning can be looked at before it is read, and that counts what it
/// handed on.
final class Source extends BlockStream {

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long count;
  private boolean ended;
  private @Nullable Damage damage;

  Source(InputStream stream) {
    this.stream = stream;
  }

  /// How many bytes were handed on.
  long count() {
    return count - (limit - position);
  }

  /// Whether the stream begins with these bytes.
  boolean startsWith(int... bytes) throws IOException {
    fill(bytes.length);
    if (limit - position < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((buffer[position + i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  void skipNext(int bytes) {
    position += bytes;
  }

  private void fill(int wanted) throws IOException {
    while (limit - position < wanted && !ended && damage == null) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
      try {
        int read = stream.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
          ended = true;
        } else {
          limit += read;
          count += read;
        }
      } catch (Damage found) {
        damage = found;
      }
    }
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == limit && damage == null && length >= buffer.length) {
      int read = stream.read(into, from, length);
      ended |= read < 0;
      count += Math.max(read, 0);
      return read;
    }
    fill(1);
    if (position == limit) {
      if (damage != null) {
        throw damage;
      }
      return -1;
    }
    int taken = Math.min(length, limit - position);
    System.arraycopy(buffer, position, into, from, taken);
    position += taken;
    return taken;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
