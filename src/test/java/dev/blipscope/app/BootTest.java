package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "9", "17", "24"})
  void a_java_before_25_is_too_old(String running) {
    assertTrue(Boot.isTooOld(running));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "26", "100"})
  void java_25_and_later_will_do(String running) {
    assertFalse(Boot.isTooOld(running));
  }

  @Test
  void the_sentence_names_the_java_that_runs_and_the_one_that_is_needed() {
    assertEquals(
        "This is Java 17, and Blipscope needs Java 25 or newer: install it"
            + " (for example from https://adoptium.net) and start again with it.",
        Boot.complaint("17", Locale.ENGLISH));
    assertTrue(Boot.complaint("17", Locale.of("pt", "BR")).startsWith("Este é o Java 17"));
  }

  @Test
  void an_old_java_can_read_the_class_that_says_so() throws IOException {
    try (var compiled = Boot.class.getResourceAsStream("Boot.class")) {
      var head = compiled.readNBytes(8);
      assertEquals(52, head[6] << 8 | head[7], "class file version of Java 8");
    }
  }
}
