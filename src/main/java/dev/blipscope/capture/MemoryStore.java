package dev.blipscope.capture;

import java.util.Arrays;

/// A store in memory. It grows by pages and never copies what it holds.
public final class MemoryStore implements Store {

  private static final int PAGE = 1 << 16;

  private final long limit;

  // One thread writes. Who reads the length sees all bytes before it.
  private volatile byte[][] pages = new byte[4][];
  private volatile long length;

  /// @param limit how many bytes it may hold
  public MemoryStore(long limit) {
    this.limit = limit;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public long append(byte[] bytes, int from, int count) throws Full {
    long start = length;
    if (start + count > limit) {
      throw new Full(limit);
    }
    int done = 0;
    while (done < count) {
      long at = start + done;
      int inPage = (int) (at % PAGE);
      int part = Math.min(count - done, PAGE - inPage);
      System.arraycopy(bytes, from + done, page((int) (at / PAGE)), inPage, part);
      done += part;
    }
    length = start + count;
    return start;
  }

  private byte[] page(int number) {
    if (number == pages.length) {
      pages = Arrays.copyOf(pages, number * 2);
    }
    if (pages[number] == null) {
      pages[number] = new byte[PAGE];
    }
    return pages[number];
  }

  @Override
  public int read(long at, byte[] into, int from, int count) {
    int there = Math.clamp(length - at, 0, count);
    int done = 0;
    while (done < there) {
      int inPage = (int) ((at + done) % PAGE);
      int part = Math.min(there - done, PAGE - inPage);
      System.arraycopy(pages[(int) ((at + done) / PAGE)], inPage, into, from + done, part);
      done += part;
    }
    return there;
  }
}
