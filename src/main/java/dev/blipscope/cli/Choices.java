package dev.blipscope.cli;

import dev.blipscope.blip.Kind;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.ProfileReader;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the options that several commands share.
final class Choices {

  /// An option that cannot be followed; what there is to say has been said.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    Refused(int exitCode) {
      super(null, null, false, false);
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }

  private final Shell shell;

  Choices(Shell shell) {
    this.shell = shell;
  }

  private Refused refused(int exitCode, String key, Object... words) {
    shell.complain(key, words);
    return new Refused(exitCode);
  }

  /// A built-in profile by its name, or a file.
  Profile profile(String chosen) throws Refused {
    var builtIn = Profiles.named(chosen);
    if (builtIn.isPresent()) {
      return builtIn.get();
    }
    byte[] file = file(chosen);
    return switch (ProfileReader.read(file)) {
      case ProfileReader.Result.Read(var profile) -> profile;
      case ProfileReader.Result.Faulty(var problems) -> {
        problems.forEach(
            problem -> shell.err().println(ProfileProblems.line(shell, chosen, problem)));
        throw new Refused(ExitCode.USAGE);
      }
    };
  }

  private byte[] file(String chosen) throws Refused {
    var path = FileName.path(chosen).orElse(null);
    if (path == null || !Files.exists(path)) {
      throw refused(ExitCode.USAGE, "profile.unknown", chosen, String.join(", ", Profiles.names()));
    }
    if (!Files.isRegularFile(path)) {
      throw refused(ExitCode.CANNOT_READ_OR_WRITE, "unreadable.NOT_A_FILE", chosen);
    }
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw refused(ExitCode.CANNOT_READ_OR_WRITE, "unreadable.FAILED", chosen);
    }
  }

  /// The sandbox, or an endpoint by its URL.
  Target target(@Nullable String chosen) throws Refused {
    if (chosen == null || chosen.equalsIgnoreCase(Target.SANDBOX.name())) {
      return Target.SANDBOX;
    }
    if (!isEndpoint(chosen)) {
      throw refused(ExitCode.USAGE, "target.unknown", chosen);
    }
    return Target.at(chosen);
  }

  private static boolean isEndpoint(String chosen) {
    try {
      var uri = new URI(chosen);
      String scheme = uri.getScheme();
      return scheme != null
          && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /// The kind that the receiver's URL is kept for.
  @Nullable Kind receiver(@Nullable String chosen) throws Refused {
    if (chosen == null) {
      return null;
    }
    for (var kind : Kind.values()) {
      if (kind.word().equals(chosen.toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw refused(
        ExitCode.USAGE,
        "receiver.unknown",
        chosen,
        Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", ")));
  }
}
