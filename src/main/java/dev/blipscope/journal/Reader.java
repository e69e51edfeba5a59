package dev.blipscope.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Reads all entries of a file that are whole, and steps over what is damaged.
final class Reader {

  private static final int BLOCK = 1 << 20;
  private static final int USUAL = 1 << 12;

  private final FileChannel file;
  private final long size;
  private byte[] block;
  private long blockStart;
  private int blockLength;

  private long mark;
  private long next;
  private long entries;
  private long lost;
  private long end = Head.SIZE;

  Reader(FileChannel file) throws IOException {
    this.file = file;
    this.size = file.size();
    this.block = new byte[Math.clamp(size, Head.SIZE, BLOCK)];
  }

  /// What was found in a file.
  ///
  /// @param mark the mark of its entries
  /// @param next the number of the entry that comes next
  /// @param end where the last whole entry ends
  /// @param headIsWhole whether the head says so, too
  record Found(long mark, long next, long end, boolean headIsWhole, Reading reading) {}

  /// The one entry that lies at a place; most are read at one go.
  static Entry entry(FileChannel file, long at, long mark) throws IOException {
    byte[] bytes = new byte[USUAL];
    int there = fill(file, bytes, 0, at);
    if (there < Frame.SIZE || !Frame.isAt(bytes, 0, mark)) {
      throw new IOException("no entry lies there any more");
    }
    var frame = Frame.at(bytes, 0);
    int whole = Frame.SIZE + frame.length();
    if (whole > there) {
      bytes = Arrays.copyOf(bytes, whole);
      there += fill(file, bytes, there, at + there);
    }
    if (there < whole || !frame.fits(bytes, Frame.SIZE)) {
      throw new IOException("the entry that lay there is damaged");
    }
    return new Entry(frame.type(), Arrays.copyOfRange(bytes, Frame.SIZE, whole));
  }

  private static int fill(FileChannel file, byte[] bytes, int from, long at) throws IOException {
    var to = ByteBuffer.wrap(bytes, from, bytes.length - from);
    while (to.hasRemaining() && file.read(to, at + to.position() - from) >= 0) {}
    return to.position() - from;
  }

  /// Hands on all whole entries.
  ///
  /// @param otherMark the mark to take for a file that has none
  Found read(long otherMark, Journal.Taker into) throws IOException {
    byte[] head = Arrays.copyOf(block, load(0, Head.SIZE));
    mark = mark(head, otherMark);
    boolean headIsWhole = Arrays.equals(head, Head.of(mark));
    long at = Head.SIZE;
    while (at < size) {
      long behind = entry(at, into);
      at = behind > 0 ? behind : nextMark(at + 1);
    }
    if (end < size) {
      lost++; // Of what comes last nobody knows how many entries it was.
    }
    return new Found(mark, next, end, headIsWhole, new Reading(entries, lost));
  }

  /// The mark of the file; if its head is gone, that of the first entry that is whole.
  private long mark(byte[] head, long otherMark) throws IOException {
    var said = Head.mark(head);
    if (said.isPresent()) {
      return said.getAsLong();
    }
    for (long at = 0; at + Frame.SIZE <= size; at++) {
      load(at, Frame.SIZE);
      int start = (int) (at - blockStart);
      long candidate = ByteBuffer.wrap(block).getLong(start);
      if (Frame.isAt(block, start, candidate)) {
        return candidate;
      }
    }
    return otherMark;
  }

  /// Where the entry ends that lies here, or -1 if none does that is whole.
  private long entry(long at, Journal.Taker into) throws IOException {
    if (load(at, Frame.SIZE) < Frame.SIZE || !Frame.isAt(block, (int) (at - blockStart), mark)) {
      return -1;
    }
    var frame = Frame.at(block, (int) (at - blockStart));
    long behind = at + Frame.SIZE + frame.length();
    if (frame.length() < 0 || behind > size || frame.number() < next) {
      return -1;
    }
    load(at, Frame.SIZE + frame.length());
    int body = (int) (at - blockStart) + Frame.SIZE;
    if (!frame.fits(block, body)) {
      return -1;
    }
    lost += frame.number() - next;
    next = frame.number() + 1;
    entries++;
    end = behind;
    into.take(at, new Entry(frame.type(), Arrays.copyOfRange(block, body, body + frame.length())));
    return behind;
  }

  private long nextMark(long from) throws IOException {
    byte first = (byte) (mark >>> 56);
    for (long at = from; at + Frame.SIZE <= size; at++) {
      load(at, Frame.SIZE);
      int start = (int) (at - blockStart);
      if (block[start] == first && ByteBuffer.wrap(block).getLong(start) == mark) {
        return at;
      }
    }
    return size;
  }

  /// Sees to it that these bytes are in the block, and tells how many of them there are.
  private int load(long at, int length) throws IOException {
    if (at < blockStart || at + length > blockStart + blockLength) {
      if (length > block.length) {
        block = new byte[length];
      }
      var to = ByteBuffer.wrap(block);
      blockStart = at;
      while (to.hasRemaining() && file.read(to, at + to.position()) >= 0) {}
      blockLength = to.position();
    }
    return (int) Math.min(length, blockStart + blockLength - at);
  }
}
