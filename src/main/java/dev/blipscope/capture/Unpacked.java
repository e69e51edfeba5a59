package dev.blipscope.capture;

import dev.blipscope.json.Expected;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// What comes out of a compressed stream, as long as it is sound and not a bomb.
final class Unpacked extends FilterInputStream {

  /// Real logs shrink to a tenth or a fiftieth; a thousandth is somebody's joke.
  private static final int MOST_EXPANSION = 100;

  private static final long HARMLESS = 1L << 20;

  private final Source raw;
  private long count;

  /// @param raw the file, to whose size that of its content is compared
  Unpacked(InputStream stream, Source raw) {
    super(stream);
    this.raw = raw;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (count > HARMLESS && count / MOST_EXPANSION > raw.count()) {
      throw new Damage(Expected.SLOWER_EXPANSION);
    }
    int read;
    try {
      read = in.read(into, from, length);
    } catch (ZipException | EOFException damaged) {
      throw new Damage(Expected.UNDAMAGED);
    }
    count += Math.max(read, 0);
    return read;
  }
}
