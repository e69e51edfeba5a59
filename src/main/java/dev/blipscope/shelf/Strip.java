package dev.blipscope.shelf;

import java.io.IOException;

/// Reads rows that follow each other, many at once. Used by one thread.
final class Strip {

  static final int BYTES = 1 << 20;

  private byte[] bytes = {};

  /// Reads rows of a text from one on, as far as they fit, but at least one.
  ///
  /// @return the row behind them; the row itself if it does not fit or cannot be read
  int read(Batch batch, int row, int most) {
    long start = batch.offset(row);
    int stop = row;
    long to = start;
    while (stop < batch.size()
        && batch.isStored(stop) == batch.isStored(row)
        && batch.offset(stop) + batch.length(stop) - start <= Math.max(BYTES, most)) {
      to = batch.offset(stop) + batch.length(stop);
      stop++;
      if (to - start >= BYTES) {
        break;
      }
    }
    return load(batch, row, start, (int) (to - start)) ? stop : row;
  }

  private boolean load(Batch batch, int row, long from, int length) {
    makeRoom(length);
    return readable(batch, row, from, length) == length;
  }

  /// Reads a part of a row that does not fit, up to [#BYTES] of it.
  ///
  /// @param from where in the row to begin
  /// @return how many bytes there are now; none if it cannot be read any more
  int readPart(Batch batch, int row, long from) {
    int wanted = (int) Math.min(BYTES, batch.length(row) - from);
    makeRoom(wanted);
    return readable(batch, row, batch.offset(row) + from, wanted);
  }

  private int readable(Batch batch, int row, long from, int length) {
    try {
      return batch.bytes(row).read(from, bytes, 0, length);
    } catch (IOException gone) {
      return 0;
    }
  }

  /// For many rows room for the most at once, so that the next ones fit; little for a few. Room for
  /// a longer row is kept only while such rows follow each other.
  private void makeRoom(int length) {
    if (length > bytes.length || (bytes.length > BYTES && length <= BYTES)) {
      bytes = new byte[length > BYTES / 2 ? Math.max(length, BYTES) : 2 * length];
    }
  }

  byte[] bytes() {
    return bytes;
  }
}
