package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenCommandTest {

  private final List<List<String>> shown = new ArrayList<>();

  @Test
  void files_reach_the_window() {
    var told = Told.seeing(shown::add, "open", "--lang", "en", "a.json", "payloads/b", "--", "-x");

    assertEquals(new Told(0, "", ""), told);
    assertEquals(List.of(List.of("a.json", "payloads/b", "-x")), shown);
  }

  @Test
  void without_files_the_window_opens_as_it_was() {
    assertEquals(new Told(0, "", ""), Told.seeing(shown::add, "open"));
    assertEquals(List.of(List.of()), shown);
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
