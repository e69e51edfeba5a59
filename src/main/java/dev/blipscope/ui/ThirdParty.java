package dev.blipscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The libraries that the program ships, each with its licence, as the build listed them.
final class ThirdParty {

  private static final String LIST = "/dev/blipscope/about/third-party.txt";

  private ThirdParty() {}

  /// A library.
  ///
  /// @param licence the names of its licences
  /// @param address where they are found
  record Part(String name, String version, String licence, String address) {

    static Part of(String line) {
      var fields = line.split("\t", -1);
      return new Part(fields[0], fields[1], fields[2], fields[3]);
    }
  }

  /// Nothing if the program was started without the list that its build makes.
  static List<Part> parts() {
    try (var in = ThirdParty.class.getResourceAsStream(LIST)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Part::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of libraries must be readable", e);
    }
  }
}
