package dev.blipscope.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// What a person wrote where a file is meant.
final class FileName {

  private FileName() {}

  /// The path of that name; none if no file of this system can be called so.
  static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException noName) {
      return Optional.empty();
    }
  }
}
