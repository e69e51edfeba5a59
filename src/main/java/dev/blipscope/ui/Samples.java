package dev.blipscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The payloads that come with the program.
final class Samples {

  /// What a newcomer sees first.
  static final String FIRST = "seed/message-plain-text-whatsapp.json";

  private Samples() {}

  /// One payload that comes with the program.
  ///
  /// @param name its path in the folder of the samples
  record Sample(String name) {

    String folder() {
      return name.substring(0, name.indexOf('/'));
    }

    /// What it shows, in words.
    String title() {
      String file = name.substring(name.indexOf('/') + 1);
      String words = file.substring(0, file.indexOf('.')).replace('-', ' ');
      return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
  }

  /// All of them, in the order of their list: what is in a jar cannot be listed reliably.
  static List<Sample> all() {
    try (var list =
        Objects.requireNonNull(
            Samples.class.getResourceAsStream("samples.txt"),
            "the program must hold the list of its samples")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Sample::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of the samples must be readable", e);
    }
  }

  /// The samples by their folder.
  static Map<String, List<Sample>> byFolder() {
    return all().stream()
        .collect(Collectors.groupingBy(Sample::folder, LinkedHashMap::new, Collectors.toList()));
  }
}
