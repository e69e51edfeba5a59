package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The keys that the first page names do what it says.
class ReadmeKeysTest {

  private static final String KEY = "(?:(?:Ctrl|Shift|Alt)\\+)+[A-Z]\\w*|F\\d+";
  private static final Pattern KEYS = Pattern.compile("(?<![\\w+-])(" + KEY + ")(?![\\w-])");
  private static final Pattern ROW =
      Pattern.compile("^\\| (" + KEY + ") \\| (.*) \\|$", Pattern.MULTILINE);

  private static String written(KeyCombination keys) {
    return keys.getName()
        .replace("Shortcut", "Ctrl")
        .replace("Shift+Ctrl", "Ctrl+Shift")
        .replace("Alt+Ctrl", "Ctrl+Alt");
  }

  private static Stream<Command> commands() {
    return Stream.of(Command.values());
  }

  @ParameterizedTest
  @CsvSource({"README.md, en", "src/docs/README.pt-BR.md, pt-BR"})
  void each_row_of_the_table_has_the_keys_and_the_name_of_a_command(String text, String language)
      throws IOException {
    var words = Words.in(Locale.forLanguageTag(language));
    var wrong =
        ROW.matcher(Files.readString(Path.of(text)))
            .results()
            .filter(
                row ->
                    commands()
                        .filter(command -> command.name(words).equals(row.group(2)))
                        .flatMap(command -> command.shownKeys().stream())
                        .noneMatch(keys -> written(keys).equals(row.group(1))))
            .map(row -> row.group())
            .toList();

    assertEquals(List.of(), wrong);
    assertTrue(ROW.matcher(Files.readString(Path.of(text))).results().count() > 10);
  }

  @Test
  void all_keys_that_are_named_belong_to_a_command() throws IOException {
    var known =
        commands()
            .flatMap(command -> command.keys().stream())
            .map(ReadmeKeysTest::written)
            .collect(Collectors.toSet());
    var named =
        KEYS.matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    assertTrue(named.containsAll(Set.of("Ctrl+K", "F6", "Ctrl+Enter")), named::toString);
    named.removeAll(known);
    assertEquals(Set.of(), named);
  }
}
