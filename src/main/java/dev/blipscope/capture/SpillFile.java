package dev.blipscope.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A store in a file that is removed when it is closed.
public final class SpillFile implements Store, AutoCloseable {

  private final FileChannel file;
  private final long limit;
  private volatile long length;

  private SpillFile(FileChannel file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  /// A new store.
  ///
  /// @param path a file that does not exist yet
  /// @param limit how many bytes it may hold
  public static SpillFile create(Path path, long limit) throws IOException {
    return new SpillFile(
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE),
        limit);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public long append(byte[] bytes, int from, int count) throws IOException {
    long start = length;
    if (start + count > limit) {
      throw new Full(limit);
    }
    var rest = ByteBuffer.wrap(bytes, from, count);
    while (rest.hasRemaining()) {
      file.write(rest, start + rest.position() - from);
    }
    length = start + count;
    return start;
  }

  @Override
  public int read(long at, byte[] into, int from, int count) throws IOException {
    int wanted = Math.clamp(length - at, 0, count);
    return FileBytes.readFully(file, at, ByteBuffer.wrap(into, from, wanted));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
