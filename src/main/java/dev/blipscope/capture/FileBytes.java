package dev.blipscope.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The text of a file, which stays open. What is written behind its end later is not seen.
///
/// Java closes the file when a thread is interrupted while it reads: who wants to cancel stops
/// between two reads.
public final class FileBytes implements Bytes, AutoCloseable {

  private final FileChannel file;
  private final long length;

  private FileBytes(FileChannel file, long length) {
    this.file = file;
    this.length = length;
  }

  public static FileBytes open(Path path) throws IOException {
    var file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new FileBytes(file, file.size());
    } catch (IOException failed) {
      file.close();
      throw failed;
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(long at, byte[] into, int from, int count) throws IOException {
    int wanted = Math.clamp(length - at, 0, count);
    return readFully(file, at, ByteBuffer.wrap(into, from, wanted));
  }

  /// Reads until the buffer is full or the file ends.
  static int readFully(FileChannel file, long at, ByteBuffer into) throws IOException {
    int done = 0;
    while (into.hasRemaining()) {
      int read = file.read(into, at + done);
      if (read < 0) {
        break;
      }
      done += read;
    }
    return done;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
