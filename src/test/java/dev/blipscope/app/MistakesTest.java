package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MistakesTest {

  private final List<Event> told = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private long now;
  private final Mistakes mistakes =
      new Mistakes(told::add, written::add, () -> Instant.ofEpochMilli(now));

  private static RuntimeException mistake() {
    return new IllegalStateException("901.396.765-33", new ArithmeticException("secret"));
  }

  @Test
  void kinds_and_places_are_written_and_what_was_said_is_not() {
    mistakes.accept(mistake());

    String text = written.getFirst();
    assertTrue(text.startsWith("java.lang.IllegalStateException\n  at "), text);
    assertTrue(text.contains("because of java.lang.ArithmeticException"), text);
    assertFalse(text.contains("901") || text.contains("secret"), text);
  }

  @Test
  void the_same_mistake_in_each_frame_is_written_once_and_told_now_and_then() {
    for (int frame = 0; frame < 180; frame++) {
      now += 16;
      mistakes.accept(mistake());
    }

    assertEquals(1, written.size());
    assertEquals(2, told.size());
  }

  @Test
  void too_little_memory_has_a_sentence_of_its_own() {
    mistakes.accept(new OutOfMemoryError());

    assertTrue(told.getFirst() instanceof Event.Said(_, var key, _) && key.equals("notice.memory"));
  }
}
