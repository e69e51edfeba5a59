package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.Mishap;
import dev.blipscope.session.Notice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class MistakesTest {

  private final List<Event> told = new ArrayList<>();
  private final List<Mistake> noted = new ArrayList<>();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final Mistakes mistakes = new Mistakes(told::add, noted::add, later::add);

  private static RuntimeException mistake() {
    return new IllegalStateException("901.396.765-33");
  }

  private Mishap told(int at) {
    return assertInstanceOf(Event.Failed.class, told.get(at)).mishap();
  }

  private void aWhileLater() {
    later.remove().run();
  }

  @Test
  void a_mistake_is_told_at_once_with_its_code_and_places() {
    mistakes.accept(mistake());

    var noted = this.noted.getFirst();
    assertEquals(new Mishap(noted.code(), 1, noted.code() + "\n" + noted.places()), told(0));
  }

  @Test
  void the_same_mistake_in_each_frame_is_noted_once_and_told_as_a_number_now_and_then() {
    for (int frame = 0; frame < 180; frame++) {
      mistakes.accept(mistake());
    }
    assertEquals(1, noted.size());
    assertEquals(1, told.size());

    aWhileLater();
    assertEquals(179, told(1).times());
    aWhileLater();
    assertEquals(2, told.size());
    assertTrue(later.isEmpty());

    mistakes.accept(mistake());
    assertEquals(1, told(2).times());
  }

  @Test
  void what_went_wrong_before_is_in_the_report_behind_what_goes_wrong_now() {
    mistakes.accept(new ArithmeticException());
    aWhileLater();
    mistakes.accept(mistake());

    String places = told(1).places();
    int now = places.indexOf("IllegalStateException");
    assertTrue(now >= 0 && now < places.indexOf("ArithmeticException"), places);
  }

  @Test
  void a_report_does_not_grow_without_end() {
    for (int line = 0; line < 300; line++) {
      var mistake = mistake();
      mistake.setStackTrace(
          new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", line)});
      mistakes.accept(mistake);
    }
    aWhileLater();

    assertEquals(100, noted.size());
    assertEquals(5, told(1).places().lines().filter(line -> line.startsWith("B-")).count());
  }

  @Test
  void too_little_memory_has_a_sentence_of_its_own() {
    mistakes.accept(new OutOfMemoryError());
    mistakes.accept(new OutOfMemoryError());
    assertEquals(List.of(tooLittle()), told);

    aWhileLater();
    assertEquals(List.of(tooLittle(), tooLittle()), told);
  }

  private static Event tooLittle() {
    return new Event.Said(Notice.Weight.FAILED, "notice.memory", List.of());
  }
}
