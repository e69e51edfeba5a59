package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenCommandTest {

  private final List<List<String>> shown = new ArrayList<>();

  @Test
  void files_reach_the_window_by_their_whole_names() {
    var whole = Path.of("/tmp/calls.har").toAbsolutePath().toString();

    var told =
        Told.seeing(shown::add, "--lang", "en", "open", "a.json", "payloads/b", whole, "--", "-x");

    assertEquals(new Told(0, "", ""), told);
    assertEquals(List.of(List.of(here("a.json"), here("payloads/b"), whole, here("-x"))), shown);
  }

  private static String here(String name) {
    return Path.of("").toAbsolutePath().resolve(name).toString();
  }

  @Test
  void without_files_the_window_opens_as_it_was() {
    assertEquals(new Told(0, "", ""), Told.seeing(shown::add, "open"));
    assertEquals(List.of(List.of()), shown);
  }

  @Test
  void a_name_that_no_file_can_have_is_left_for_the_window_to_tell_of() {
    Told.seeing(shown::add, "open", "a\0b");

    assertEquals(List.of(List.of("a\0b")), shown);
  }

  @Test
  void without_a_display_one_sentence_says_so_in_both_languages() {
    var english = Told.seeing(_ -> false, "open", "a.json");
    var portuguese = Told.seeing(_ -> false, "--lang", "pt-BR", "open", "a.json");

    assertEquals(3, english.code());
    assertEquals("", english.out());
    assertEquals(1, english.err().lines().count());
    assertTrue(english.err().startsWith("blipscope: there is no display here"), english.err());
    assertEquals(3, portuguese.code());
    assertTrue(portuguese.err().startsWith("blipscope: não há tela aqui"), portuguese.err());
  }
}
