package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MistakeTest {

  private static RuntimeException mistake(String said) {
    return new IllegalStateException(said, new ArithmeticException("secret"));
  }

  private static RuntimeException otherWay(String said) {
    return mistake(said);
  }

  @Test
  void kinds_and_places_are_told_and_what_was_said_is_not() {
    String text = Mistake.of(mistake("901.396.765-33")).places();

    assertTrue(text.startsWith("java.lang.IllegalStateException\n  at "), text);
    assertTrue(text.contains("because of java.lang.ArithmeticException"), text);
    assertFalse(text.contains("901") || text.contains("secret"), text);
  }

  @Test
  void the_code_is_the_same_whatever_was_said_and_whichever_way_one_came() {
    String code = Mistake.of(mistake("one")).code();

    assertTrue(code.matches("B-[0-9A-F]{4}"), code);
    assertEquals(code, Mistake.of(otherWay("other")).code());
  }

  @Test
  void another_kind_another_cause_or_another_place_has_another_code() {
    String code = Mistake.of(mistake("one")).code();

    assertNotEquals(code, Mistake.of(new IllegalArgumentException()).code());
    assertNotEquals(code, Mistake.of(new IllegalStateException()).code());
    assertNotEquals(code, Mistake.of(elsewhere()).code());
  }

  private static RuntimeException elsewhere() {
    return new IllegalStateException(new ArithmeticException());
  }

  /// The code of a given mistake is the same on every machine, so that it can be looked for.
  @Test
  void the_code_is_known_beforehand() {
    var known = new IllegalStateException("said");
    known.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.util.Objects", "checkIndex", "Objects.java", 9),
          new StackTraceElement("dev.blipscope.ui.Rows", "at", "Rows.java", 7)
        });

    assertEquals("B-1C46", Mistake.of(known).code());
  }

  @Test
  void causes_that_go_in_a_circle_and_endless_places_come_to_an_end() {
    var first = new IllegalStateException();
    first.initCause(new IllegalArgumentException(first));
    var places = new StackTraceElement[1024];
    java.util.Arrays.fill(places, new StackTraceElement("A", "again", "A.java", 1));
    first.setStackTrace(places);

    assertTrue(Mistake.of(first).places().lines().count() <= 8 * 61);
  }
}
