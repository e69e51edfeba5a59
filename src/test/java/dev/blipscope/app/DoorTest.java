package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DoorTest {

  @Test
  void a_missing_display_is_found_among_the_causes() {
    assertTrue(
        Door.isWithoutDisplay(
            new RuntimeException(new UnsupportedOperationException("Unable to open DISPLAY"))));
    assertFalse(Door.isWithoutDisplay(new UnsupportedOperationException("something else")));
    assertFalse(Door.isWithoutDisplay(new UnsupportedOperationException()));
    assertFalse(Door.isWithoutDisplay(new RuntimeException("DISPLAY")));
  }

  @Test
  void the_sentence_names_the_command_line_in_both_languages() {
    assertTrue(Door.complaint(Locale.ENGLISH).endsWith("blipscope --help"));
    assertTrue(Door.complaint(Locale.of("pt")).startsWith("Não há tela"));
  }
}
