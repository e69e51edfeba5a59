package dev.blipscope.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A write key that nobody had before, and a search for it in whatever form. It is never printed.
final class Marker {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 32;

  private final String key;
  private final Map<String, String> forms;

  private Marker(String key) {
    this.key = key;
    byte[] plain = key.getBytes(StandardCharsets.UTF_8);
    var wide = new String(key.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    // All of it that does not depend on what stands behind it.
    var header = Base64.getEncoder().encodeToString(plain).substring(0, LENGTH * 4 / 3 - 2);
    forms = new TreeMap<>(Map.of("plain", key, "Basic", header, "UTF-16", wide));
  }

  static Marker anew() {
    var chance = new SecureRandom();
    return new Marker(
        chance
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> LETTERS.substring(i, i + 1))
            .collect(Collectors.joining()));
  }

  String key() {
    return key;
  }

  /// As it stands in a header.
  String basic() {
    return Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
  }

  /// The forms in which it is in these bytes.
  List<String> in(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    return forms.entrySet().stream()
        .filter(form -> text.contains(form.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The files below a folder that hold it, and in which form.
  List<String> below(Path folder) throws IOException {
    var found = new ArrayList<String>();
    for (Path file : files(folder)) {
      in(Files.readAllBytes(file)).forEach(form -> found.add(form + " in " + file));
    }
    return found;
  }

  static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
