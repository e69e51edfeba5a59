package dev.blipscope.ui;

import dev.blipscope.session.KnownProfile;
import java.nio.file.Path;
import java.util.Objects;

/// How profiles are called where people choose them.
final class ProfileNames {

  private ProfileNames() {}

  static String of(KnownProfile known, Words words) {
    return known.builtIn() ? words.text("profile." + known.name()) : file(known.name());
  }

  /// The last name of a path.
  static String file(String path) {
    return Objects.requireNonNullElse(Path.of(path).getFileName(), path).toString();
  }
}
