package dev.blipscope.sandbox;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The file of a ledger: a line of JSON an entry, handed to the system before the answer goes out.
/// Only its owner may read it.
final class LedgerFile {

  private static final byte[] BEGINNING = "{\"number\":".getBytes(StandardCharsets.UTF_8);
  private static final int BLOCK = 1 << 16;
  private static final int LONGEST_LINE = 1 << 22;

  private static final Name NUMBER = Name.of("number");
  private static final Name RECEIVED_AT = Name.of("receivedAt");
  private static final Name MESSAGE_ID = Name.of("messageId");
  private static final Name VERDICT = Name.of("verdict");
  private static final Name KEPT = Name.of("kept");

  /// Takes what a file holds from before.
  interface Line {
    /// Takes one line.
    ///
    /// @param keptId the messageId of a call that was kept; none for any other line
    void is(long number, @Nullable String keptId, Instant receivedAt);
  }

  private final RandomAccessFile file;
  private final OutputStream out;
  private long end;

  LedgerFile(Path path) throws IOException {
    boolean isNew = !Files.exists(path);
    if (isNew) {
      Files.createFile(path, onlyOwner(path));
    } else if (!Files.isRegularFile(path)) {
      throw new LedgerUnusable(LedgerUnusable.Problem.NO_LEDGER);
    }
    // No channel: it would be closed for good if a thread were interrupted while it writes.
    file = new RandomAccessFile(path.toFile(), "rw");
    out =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            file.write(one);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            file.write(bytes, from, length);
          }
        };
    if (!isLocked()) {
      file.close();
      throw new LedgerUnusable(LedgerUnusable.Problem.IN_USE);
    }
  }

  /// Two programs that write to one file would spoil it; the lock ends with the file.
  private boolean isLocked() throws IOException {
    try {
      return file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static FileAttribute<?>[] onlyOwner(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /// Tells all lines, and cuts off a last one that was not written to its end: nobody was told that
  /// its call was taken.
  void replay(Line line) throws IOException {
    var scanner = new Scanner();
    byte[] buffer = new byte[BLOCK];
    int filled = 0;
    while (true) {
      int read = file.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        break;
      }
      filled += read;
      int start = 0;
      for (int i = filled - read; i < filled; i++) {
        if (buffer[i] == '\n') {
          tell(scanner, buffer, start, i, line);
          end += i + 1 - start;
          start = i + 1;
        }
      }
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      if (filled == buffer.length) {
        if (filled >= LONGEST_LINE) {
          throw new LedgerUnusable(LedgerUnusable.Problem.NO_LEDGER);
        }
        buffer = Arrays.copyOf(buffer, filled * 2);
      }
    }
    if (end == 0 && filled > 0 && !isBeginning(buffer, filled)) {
      throw new LedgerUnusable(LedgerUnusable.Problem.NO_LEDGER);
    }
    file.setLength(end);
    file.seek(end);
  }

  private static boolean isBeginning(byte[] buffer, int filled) {
    int length = Math.min(filled, BEGINNING.length);
    return Arrays.equals(buffer, 0, length, BEGINNING, 0, length);
  }

  private static void tell(Scanner scanner, byte[] buffer, int start, int stop, Line line)
      throws IOException {
    if (scanner.scan(buffer, start, stop, true) == Scanner.Outcome.VALUE
        && scanner.end() == stop
        && scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)) {
      var doc = scanner.doc();
      int number = doc.member(Doc.ROOT, NUMBER);
      var receivedAt = Moments.read(doc, doc.member(Doc.ROOT, RECEIVED_AT));
      if (number != Doc.NONE
          && doc.written(number).matches("[1-9][0-9]{0,17}")
          && receivedAt != null) {
        line.is(Long.parseLong(doc.written(number)), keptId(doc), receivedAt);
        return;
      }
    }
    throw new LedgerUnusable(LedgerUnusable.Problem.NO_LEDGER);
  }

  private static @Nullable String keptId(Doc doc) {
    int verdict = doc.member(Doc.ROOT, VERDICT);
    int id = doc.member(Doc.ROOT, MESSAGE_ID);
    return verdict != Doc.NONE && doc.isText(verdict, KEPT) && id != Doc.NONE ? doc.text(id) : null;
  }

  /// Writes all lines or none.
  void append(Out lines) throws IOException {
    int size = lines.size();
    try {
      lines.flushTo(out);
      end += size;
    } catch (IOException failed) {
      file.setLength(end);
      file.seek(end);
      throw failed;
    }
  }

  void close() throws IOException {
    file.close();
  }
}
