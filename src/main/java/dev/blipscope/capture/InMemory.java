package dev.blipscope.capture;

/// A text in memory.
final class InMemory implements Bytes {

  private final byte[] text;

  InMemory(byte[] text) {
    this.text = text;
  }

  @Override
  public long length() {
    return text.length;
  }

  @Override
  public int read(long at, byte[] into, int from, int length) {
    int there = Math.clamp(text.length - at, 0, length);
    System.arraycopy(text, (int) Math.min(at, text.length), into, from, there);
    return there;
  }
}
