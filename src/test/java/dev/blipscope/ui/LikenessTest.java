package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LikenessTest {

  @Test
  void accents_and_capitals_do_not_count() {
    assertTrue(Likeness.of("relatorio", "Relatório…").isPresent());
    assertTrue(Likeness.of("SESSÃO", "Apagar sessao").isPresent());
  }

  @Test
  void letters_may_be_left_out() {
    assertTrue(Likeness.of("opfo", "Open folder").isPresent());
    assertEquals(OptionalInt.empty(), Likeness.of("xyz", "Open folder"));
  }

  @Test
  void letters_far_apart_are_no_likeness() {
    assertEquals(OptionalInt.empty(), Likeness.of("ab", "a long way from here to b"));
  }

  @Test
  void every_word_must_be_in_the_name_in_any_order() {
    assertTrue(Likeness.of("csv fields", "Fields as CSV").isPresent());
    assertEquals(OptionalInt.empty(), Likeness.of("csv rows", "Fields as CSV"));
  }

  @Test
  void the_beginning_of_a_name_is_better_than_of_a_word_and_that_than_the_middle() {
    int beginning = Likeness.of("open", "Open files").orElseThrow();
    int word = Likeness.of("open", "To open it").orElseThrow();
    int middle = Likeness.of("open", "Reopen all").orElseThrow();

    assertTrue(beginning > word && word > middle, beginning + " " + word + " " + middle);
  }

  @Test
  void of_two_equal_names_the_shorter_is_better() {
    assertTrue(
        Likeness.of("open", "Open").orElseThrow() > Likeness.of("open", "Open all").orElseThrow());
  }

  @Test
  void nothing_typed_is_like_everything() {
    assertTrue(Likeness.of(" ", "Open").isPresent());
  }
}
