package dev.blipscope.shelf;

import java.io.IOException;

/// Reads rows that follow each other, many at once. Used by one thread.
final class Strip {

  static final int BYTES = 1 << 20;

  private byte[] bytes = new byte[BYTES];
  private int end;

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
    if (length > bytes.length) {
      bytes = new byte[length];
    } else if (bytes.length > BYTES && length <= BYTES) {
      bytes = new byte[BYTES];
    }
    try {
      end = batch.bytes(row).read(from, bytes, 0, length);
    } catch (IOException gone) {
      end = 0;
    }
    return end == length;
  }

  byte[] bytes() {
    return bytes;
  }
}
