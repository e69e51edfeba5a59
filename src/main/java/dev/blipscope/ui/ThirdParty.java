package dev.blipscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The libraries that the program ships, each with its licence; packaging checks the list.
final class ThirdParty {

  private static final String LIST = "/dev/blipscope/about/third-party.txt";

  private ThirdParty() {}

  /// A library.
  ///
  /// @param name group and name, as Maven has them
  /// @param licence the names of its licences
  record Part(String name, String version, String licence) {

    /// Reads a line: name, version and, behind two blanks, the licences.
    static Part of(String line) {
      int blank = line.indexOf(' ');
      int gap = line.indexOf("  ");
      return new Part(
          line.substring(0, blank), line.substring(blank + 1, gap), line.substring(gap + 2));
    }
  }

  /// All of them.
  static List<Part> parts() {
    try (var in = ThirdParty.class.getResourceAsStream(LIST)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Part::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of libraries must be readable", e);
    }
  }
}
