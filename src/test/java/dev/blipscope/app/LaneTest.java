package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LaneTest {

  @Test
  void of_those_that_wait_about_the_same_only_the_newest_is_done() throws Exception {
    var lane = new Lane();
    var done = Collections.synchronizedList(new ArrayList<String>());
    var begun = new CountDownLatch(1);
    var on = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    lane.run(
        "first",
        () -> {
          begun.countDown();
          await(on);
          done.add("first");
        });
    begun.await();
    lane.run("a", () -> done.add("a, overtaken"));
    lane.run("b", () -> done.add("b"));
    lane.run("a", () -> done.add("a"));
    lane.run("last", end::countDown);
    on.countDown();
    end.await();

    assertEquals(List.of("first", "a", "b"), done);
  }

  @Test
  void what_fails_is_told_and_the_next_thing_is_done() throws Exception {
    var lane = new Lane();
    var heard = new ArrayList<Throwable>();
    var end = new CountDownLatch(1);
    var mistake = new IllegalStateException();
    lane.run(
        "fails",
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((_, told) -> heard.add(told));
          throw mistake;
        });
    lane.run("next", end::countDown);
    end.await();

    assertEquals(List.of(mistake), heard);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
