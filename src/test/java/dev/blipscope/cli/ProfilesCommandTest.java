package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.mapping.Profiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesCommandTest {

  @TempDir private Path folder;

  @Test
  void the_built_in_ones_are_listed() {
    var told = Told.running("profiles", "list");

    assertEquals(Told.running("profiles"), told);
    assertEquals(Profiles.names(), told.out().lines().map(line -> line.split(" ", 2)[0]).toList());
  }

  @Test
  void a_built_in_one_is_shown_to_the_letter_and_is_a_good_profile() throws IOException {
    var shown = Told.running("profiles", "show", "idiomatic").out();
    var file = Files.writeString(folder.resolve("mine.json"), shown).toString();

    assertEquals(
        new String(Profiles.file("idiomatic").orElseThrow(), StandardCharsets.UTF_8), shown);
    assertEquals(
        new Told(0, file + " is a good profile, called \"idiomatic\".\n", ""),
        Told.running("profiles", "check", file));
  }

  @Test
  void the_schema_is_shown() {
    assertEquals(
        new String(Profiles.schema(), StandardCharsets.UTF_8),
        Told.running("profiles", "show", "--schema").out());
  }

  @Test
  void everything_that_is_wrong_with_a_profile_is_told() throws IOException {
    var file =
        Files.writeString(
                folder.resolve("bad.json"),
                Told.running("profiles", "show")
                    .out()
                    .replace("\"instant\"", "\"date\"")
                    .replace("\"$contact\"", "\"$person\""))
            .toString();

    var told = Told.running("profiles", "check", file);

    assertEquals(1, told.code());
    assertEquals(5, told.err().lines().count(), told.err());
    assertTrue(told.err().startsWith(file + ":9:33: /message/rules/2/from: "), told.err());
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    assertEquals(
        3, Told.running("profiles", "check", folder.resolve("gone.json").toString()).code());
    assertEquals(2, Told.running("profiles", "show", "nope").code());
    assertEquals(3, Told.running("profiles", "check", folder.toString()).code());
  }
}
