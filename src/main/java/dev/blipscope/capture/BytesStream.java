package dev.blipscope.capture;

import java.io.IOException;
import java.io.InputStream;

/// Reads a text from its beginning to its end.
final class BytesStream extends InputStream {

  private final Bytes bytes;
  private long at;

  BytesStream(Bytes bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = bytes.read(at, into, from, length);
    at += read;
    return read == 0 && length > 0 ? -1 : read;
  }
}
