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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the pages about the command line promise must hold.
class ReferenceTest {

  private static final Pattern SNIPPET =
      Pattern.compile("^(\\{.*})$|`(\\{\"[^`]*})`", Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("--[a-z]+(?:-[a-z]+)*");

  /// Options that each command has.
  private static final Set<String> OF_ALL = Set.of("--help", "--version", "--lang");

  private static final Pattern NAME = Pattern.compile("^  ([a-z]+)  ", Pattern.MULTILINE);

  private static String reference(String page) throws IOException {
    return Files.readString(Path.of("src/docs/reference", page + ".md"));
  }

  @Test
  void every_piece_of_a_profile_can_be_copied() throws IOException {
    var snippets =
        SNIPPET
            .matcher(reference("profiles"))
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
  @ValueSource(strings = {"inspect", "map", "verify", "send", "sandbox"})
  void every_option_of_a_command_is_in_its_line(String command) throws IOException {
    String page = reference(command.equals("sandbox") ? command : "command-line");
    int start = page.indexOf("\nblipscope " + command + " [-");
    assertTrue(start >= 0, command);
    String line = page.substring(start, page.indexOf("\n```", start));
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
  void every_command_has_its_row() throws IOException {
    var rows = reference("command-line").lines().filter(line -> line.startsWith("| [`")).toList();
    var commands = commands();

    assertTrue(commands.contains("map"), commands::toString);
    assertEquals(commands.size(), rows.size(), rows::toString);
    for (String command : commands) {
      assertTrue(rows.stream().anyMatch(row -> row.startsWith("| [`" + command + "`]")), command);
    }
    String profiles =
        rows.stream().filter(row -> row.contains("`profiles`")).findFirst().orElseThrow();
    for (String command : commands("profiles")) {
      assertTrue(profiles.contains("`" + command + "`"), command);
    }
  }

  /// The commands that the help of a command lists.
  private static Set<String> commands(String... of) {
    var words = Stream.concat(Stream.of(of), Stream.of("--help")).toArray(String[]::new);
    String help = Told.running(words).out();
    String list = help.substring(help.indexOf("\nCommands:"), help.indexOf("\nExit status:"));
    return NAME.matcher(list)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "src/docs/reference/command-line.md"})
  void only_commands_that_there_are_are_named(String page) throws IOException {
    var named =
        Pattern.compile("^blipscope ([a-z]+)", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of(page)))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertFalse(named.isEmpty());
    named.removeAll(commands());
    assertEquals(Set.of(), named);
  }
}
