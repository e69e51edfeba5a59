package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.mapping.ProfileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the first page promises must hold.
class ReadmeTest {

  private static final Pattern SNIPPET =
      Pattern.compile("^(\\{.*})$|`(\\{\"[^`]*})`", Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("--[a-z]+");

  /// Options that each command has.
  private static final Set<String> OF_ALL = Set.of("--help", "--version", "--lang");

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void every_piece_of_a_profile_can_be_copied() throws IOException {
    var snippets =
        SNIPPET
            .matcher(readme())
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .toList();

    assertEquals(3, snippets.size());
    for (String snippet : snippets) {
      boolean rule = snippet.startsWith("{\"to\"");
      String profile =
          profile(rule ? "," + snippet : "", rule ? "{\"drop\":true,\"assumed\":\"-\"}" : snippet);
      assertTrue(
          ProfileReader.read(profile.getBytes(StandardCharsets.UTF_8))
              instanceof ProfileReader.Result.Read,
          snippet);
    }
  }

  private static String profile(String rule, String rest) {
    String plan =
        "{\"rules\":[{\"to\":\"/type\",\"value\":\"track\",\"assumed\":\"-\"}"
            + rule
            + "],\"rest\":"
            + rest
            + "}";
    return "{\"name\":\"own\",\"message\":"
        + plan
        + ",\"event\":"
        + plan
        + ",\"contact\":"
        + plan
        + "}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "map", "verify", "sandbox"})
  void every_option_of_a_command_is_in_its_line(String command) throws IOException {
    String line =
        readme()
            .lines()
            .filter(one -> one.startsWith("blipscope " + command + " [-"))
            .findFirst()
            .orElseThrow();
    String help = Told.running(command, "--help").out();
    String synopsis =
        help.substring(
            help.indexOf("blipscope " + command),
            help.indexOf("\n\n", help.indexOf("blipscope " + command)));
    var wanted = options(synopsis);
    wanted.removeAll(OF_ALL);

    assertFalse(wanted.isEmpty());
    assertEquals(wanted, options(line));
  }

  private static Set<String> options(String text) {
    return new TreeSet<>(OPTION.matcher(text).results().map(MatchResult::group).toList());
  }

  @Test
  void every_room_has_its_row() throws IOException {
    String readme = readme();
    try (var rooms = Files.list(Path.of("src", "main", "java", "dev", "blipscope"))) {
      for (String room : rooms.map(one -> one.getFileName().toString()).toList()) {
        assertTrue(readme.contains("`" + room + "`"), room);
      }
    }
  }
}
