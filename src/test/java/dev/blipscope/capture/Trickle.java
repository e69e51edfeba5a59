package dev.blipscope.capture;

import java.io.InputStream;
import java.util.Random;

/// A stream that hands its bytes out in small portions of random size, as a network does.
final class Trickle extends InputStream {

  private final byte[] bytes;
  private final Random random;
  private final int most;
  private int at;

  Trickle(byte[] bytes, Random random, int most) {
    this.bytes = bytes;
    this.random = random;
    this.most = most;
  }

  @Override
  public int read() {
    return at == bytes.length ? -1 : bytes[at++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (at == bytes.length) {
      return -1;
    }
    int count = Math.min(Math.min(length, 1 + random.nextInt(most)), bytes.length - at);
    System.arraycopy(bytes, at, into, from, count);
    at += count;
    return count;
  }
}
