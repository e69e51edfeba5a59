package dev.blipscope.capture;

import java.io.IOException;
import java.io.InputStream;

/// A stream that fails when its bytes are read.
final class BrokenDisk extends InputStream {

  private final byte[] bytes;
  private int at;

  /// @param bytes what can be read before
  BrokenDisk(byte... bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    if (at == bytes.length) {
      throw new IOException("disk");
    }
    return bytes[at++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    into[from] = (byte) read();
    return 1;
  }
}
