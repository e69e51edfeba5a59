package dev.blipscope.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// By what a file that was changed since is noticed, without reading all of it.
///
/// @param size how many bytes it has
/// @param modified when it was written last, in milliseconds since 1970
/// @param ends a check sum of its first and last 64 KB
public record Fingerprint(long size, long modified, long ends) {

  private static final int END = 1 << 16;

  public static Fingerprint of(Path path) throws IOException {
    try (var file = FileBytes.open(path)) {
      return of(file, Files.getLastModifiedTime(path).toMillis());
    }
  }

  static Fingerprint of(Bytes file, long modified) throws IOException {
    var sum = new CRC32C();
    byte[] end = new byte[END];
    sum.update(end, 0, file.read(0, end, 0, END));
    sum.update(end, 0, file.read(Math.max(0, file.length() - END), end, 0, END));
    return new Fingerprint(file.length(), modified, sum.getValue());
  }

  /// Whether the file is the one that it was, as far as can be seen.
  public boolean isStillThatOf(Path path) throws IOException {
    return of(path).equals(this);
  }
}
