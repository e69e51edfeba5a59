package dev.blipscope.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads the bodies of requests, counting, so that none takes more memory than it may.
///
/// It is used again and again by one thread at a time.
final class Body {

  private static final int FIRST_BYTES = 1 << 16;
  private static final int BLOCK = 1 << 13;

  /// So much is read of a body that is too large, so that its sender gets to see the answer.
  private static final int MOST_PASSED_OVER = 8 << 20;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;
  private byte[] spare = new byte[0];

  /// Reads the body of a request; answers why it cannot be taken, or nothing.
  ///
  /// @throws IOException if it ends before it should
  Reading.@Nullable Refused read(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var encodings = headers.getOrDefault("Content-encoding", List.of("identity"));
    String encoding = encodings.size() == 1 ? encodings.getFirst().toLowerCase(Locale.ROOT) : "";
    if (!encoding.equals("gzip") && !encoding.equals("identity")) {
      return new Reading.Refused(415, Matter.ENCODING, "");
    }
    String declared = headers.getFirst("Content-length");
    long promised = declared == null ? -1 : Long.parseLong(declared);
    if (promised > MOST_PASSED_OVER) {
      return tooLarge();
    }
    var in = exchange.getRequestBody();
    fill(in);
    if (length > Reader.MOST_BYTES) {
      passOver(in);
      return tooLarge();
    }
    return encoding.equals("gzip") ? inflate() : null;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  private static Reading.Refused tooLarge() {
    return new Reading.Refused(400, Matter.TOO_LARGE, "");
  }

  /// Reads to the end, or one byte more than may be.
  private void fill(InputStream in) throws IOException {
    length = 0;
    while (length <= Reader.MOST_BYTES) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(length * 2, Reader.MOST_BYTES + 1));
      }
      int read = in.read(bytes, length, bytes.length - length);
      if (read < 0) {
        return;
      }
      length += read;
    }
  }

  private void passOver(InputStream in) throws IOException {
    int passed = length;
    while (passed < MOST_PASSED_OVER) {
      int read = in.read(bytes, 0, bytes.length);
      if (read < 0) {
        return;
      }
      passed += read;
    }
  }

  /// What a bomb unfolds to is bounded as any other body is, so that no ratio need be watched.
  private Reading.@Nullable Refused inflate() throws IOException {
    byte[] folded = bytes;
    int size = length;
    bytes = spare.length == 0 ? new byte[FIRST_BYTES] : spare;
    spare = folded;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(folded, 0, size), BLOCK)) {
      fill(in);
    } catch (ZipException | EOFException damaged) {
      return new Reading.Refused(400, Matter.BAD_GZIP, "");
    }
    return length > Reader.MOST_BYTES ? tooLarge() : null;
  }
}
