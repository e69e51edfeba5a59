package dev.blipscope.cli;

import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// Where a person keeps a write key: a file, or standard input.
///
/// @param name what the person wrote; `-` for standard input
record KeyFile(String name) {

  private static final int LONGEST = 4_096;
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  boolean isStandardInput() {
    return name.equals("-");
  }

  /// The key in it. What is wrong with one is said without it.
  WriteKey read(Shell shell) throws Choices.Refused {
    byte[] bytes;
    try {
      bytes = isStandardInput() ? shell.in().readNBytes(LONGEST + 1) : bytes(shell);
    } catch (IOException failed) {
      throw refused(shell, ExitCode.CANNOT_READ_OR_WRITE, "unreadable.FAILED");
    }
    var key = WriteKey.of(new String(bytes, StandardCharsets.UTF_8));
    if (key.isEmpty() || bytes.length > LONGEST || !key.isPrintable()) {
      throw refused(shell, ExitCode.USAGE, "key.wrong");
    }
    return key;
  }

  private byte[] bytes(Shell shell) throws IOException, Choices.Refused {
    var path = FileName.path(name).orElse(null);
    if (path == null || !Files.isRegularFile(path)) {
      boolean there = path != null && Files.exists(path);
      throw refused(
          shell,
          ExitCode.CANNOT_READ_OR_WRITE,
          there ? "unreadable.NOT_A_FILE" : "unreadable.MISSING");
    }
    if (isOpen(path)) {
      shell.complain("key.open", name);
    }
    try (var file = Files.newInputStream(path)) {
      return file.readNBytes(LONGEST + 1);
    }
  }

  private static boolean isOpen(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains);
  }

  private Choices.Refused refused(Shell shell, int exitCode, String message) {
    shell.complain(message, name);
    return new Choices.Refused(exitCode);
  }
}
