package dev.blipscope.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what a sandbox wrote down.
final class Ledgers {

  private static final Pattern ID = Pattern.compile("\"messageId\":\"([^\"]*)\"");

  private Ledgers() {}

  /// The ids of all calls that were kept.
  static Set<String> keptIds(Path ledger) throws IOException {
    var kept = new HashSet<String>();
    try (Stream<String> lines = Files.lines(ledger)) {
      lines
          .filter(line -> line.contains("\"verdict\":\"kept\""))
          .forEach(
              line -> {
                var id = ID.matcher(line);
                if (id.find() && !kept.add(id.group(1))) {
                  throw new IllegalStateException("kept twice: " + id.group(1));
                }
              });
    }
    return kept;
  }

  /// How many lines hold a text.
  static long lines(Path ledger, String text) throws IOException {
    try (Stream<String> lines = Files.lines(ledger, StandardCharsets.UTF_8)) {
      return lines.filter(line -> line.contains(text)).count();
    }
  }
}
