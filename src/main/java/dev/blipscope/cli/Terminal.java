package dev.blipscope.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether a person sits behind a stream.
final class Terminal {

  static final int OUT = 1;
  static final int ERR = 2;

  private Terminal() {}

  /// Java knows only whether input and output both are terminals; where the system tells more, ask
  /// it about the one stream.
  static boolean is(int descriptor) {
    var link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.exists(link)) {
      try {
        String target = link.toRealPath().toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /// Whether another program is behind it.
  static boolean isPipe(int descriptor) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
          .toString()
          .startsWith("pipe:");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /// https://no-color.org, and terminals that say they are dumb.
  static boolean wantsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT).equals("dumb");
  }
}
