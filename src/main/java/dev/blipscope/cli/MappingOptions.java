package dev.blipscope.cli;

import dev.blipscope.mapping.Profiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say how payloads become calls.
final class MappingOptions {

  @Option(names = "--profile", paramLabel = "NAME|FILE", descriptionKey = "profile")
  private String profile = Profiles.DEFAULT;

  @Option(names = "--target", paramLabel = "NAME|URL", descriptionKey = "target")
  private @Nullable String target;

  @Option(names = "--receiver", paramLabel = "KIND", descriptionKey = "receiver")
  private @Nullable String receiver;

  Order order(Shell shell) throws Choices.Refused {
    var choices = new Choices(shell);
    return new Order(choices.profile(profile), choices.target(target), choices.receiver(receiver));
  }
}
