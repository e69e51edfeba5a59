package dev.blipscope.cli;

import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say where calls are sent, and with which key.
final class SendTarget {

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
    return keyFile != null && new KeyFile(keyFile).isStandardInput();
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
    var found = new KeyFile(name).read(shell);
    if (!found.looksUsual()) {
      shell.complain("send.key.odd");
    }
    return found;
  }
}
