package dev.blipscope.cli;

import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say where calls are sent, and with which key.
final class SendTarget {

  private static final int LONGEST_KEY = 4_096;
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  @Option(names = "--to", paramLabel = "sandbox|US|EU|URL", descriptionKey = "to")
  private String to = Target.SANDBOX.name();

  @Option(names = "--key-file", paramLabel = "FILE|-", descriptionKey = "sendKeyFile")
  private @Nullable String keyFile;

  @Option(
      names = {"--key", "--write-key"},
      arity = "0..1",
      fallbackValue = "",
      hidden = true)
  private @Nullable String key;

  private Endpoint endpoint = Endpoint.US;

  /// The address of the target; for the sandbox it says nothing.
  Endpoint endpoint() {
    return endpoint;
  }

  boolean readsStandardInput() {
    return "-".equals(keyFile);
  }

  Choices.Refused refused(Shell shell, String message, Object... words) {
    shell.complain(message, words);
    return new Choices.Refused(ExitCode.USAGE);
  }

  Target target(Shell shell, List<String> inputs) throws Choices.Refused {
    if (key != null) {
      throw refused(shell, "send.key.argument");
    }
    if (to.equalsIgnoreCase(Target.SANDBOX.name())) {
      return Target.SANDBOX;
    }
    endpoint =
        switch (to.toUpperCase(Locale.ROOT)) {
          case "US" -> Endpoint.US;
          case "EU" -> Endpoint.EU;
          default -> read(shell);
        };
    if (keyFile == null) {
      throw refused(shell, "send.key.missing");
    }
    if (readsStandardInput() && (inputs.isEmpty() || inputs.contains("-"))) {
      throw refused(shell, "send.input");
    }
    return new Target(to, endpoint.url(), key(shell, keyFile));
  }

  private Endpoint read(Shell shell) throws Choices.Refused {
    return switch (Endpoint.read(to)) {
      case Endpoint.Answer.Good(var good) -> good;
      case Endpoint.Answer.Bad(var problem, var suggestion) -> {
        shell.err().println("blipscope: " + shell.texts().what(problem) + ".");
        if (suggestion != null) {
          shell.complain("send.suggestion", suggestion);
        }
        throw new Choices.Refused(ExitCode.USAGE);
      }
    };
  }

  private static WriteKey key(Shell shell, String name) throws Choices.Refused {
    byte[] bytes;
    try {
      bytes = name.equals("-") ? shell.in().readNBytes(LONGEST_KEY + 1) : bytes(shell, name);
    } catch (IOException _) {
      shell.complain("unreadable.FAILED", name);
      throw new Choices.Refused(ExitCode.CANNOT_READ_OR_WRITE);
    }
    var found = WriteKey.of(new String(bytes, StandardCharsets.UTF_8));
    // What is wrong with it is said without it.
    if (found.isEmpty() || bytes.length > LONGEST_KEY || !found.isPrintable()) {
      shell.complain("send.key.wrong", name);
      throw new Choices.Refused(ExitCode.USAGE);
    }
    if (!found.looksUsual()) {
      shell.complain("send.key.odd");
    }
    return found;
  }

  private static byte[] bytes(Shell shell, String name) throws IOException, Choices.Refused {
    var path = FileName.path(name).orElse(null);
    if (path == null || !Files.isRegularFile(path)) {
      boolean there = path != null && Files.exists(path);
      shell.complain(there ? "unreadable.NOT_A_FILE" : "unreadable.MISSING", name);
      throw new Choices.Refused(ExitCode.CANNOT_READ_OR_WRITE);
    }
    if (isOpen(path)) {
      shell.complain("send.key.open", name);
    }
    try (var file = Files.newInputStream(path)) {
      return file.readNBytes(LONGEST_KEY + 1);
    }
  }

  private static boolean isOpen(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains);
  }
}
