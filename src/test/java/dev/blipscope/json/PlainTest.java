package dev.blipscope.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTest {

  @Test
  void what_would_move_the_cursor_or_turn_letters_around_is_shown_as_a_token() {
    assertEquals(
        "a⟦U+001B⟧[31m⟦U+202E⟧b⟦U+0000⟧⟦U+D800⟧⟦U+2028⟧é🙂",
        Plain.text("a\u001B[31m\u202Eb\u0000\uD800\u2028é🙂"));
  }

  @Test
  void what_is_long_is_cut_between_characters() {
    assertEquals("x".repeat(300) + "…", Plain.brief("x".repeat(301)));
    assertEquals("x".repeat(299) + "…", Plain.brief("x".repeat(299) + "🙂🙂"));
  }
}
