package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsTest {

  private final List<Event> told = new ArrayList<>();
  private long now = 1_000;
  private final Jobs jobs = new Jobs(told::add, () -> Instant.ofEpochMilli(now));

  @Test
  void it_tells_how_far_it_is_a_few_times_a_second() {
    try (var job = jobs.begin("job.reading", "a.json", 50)) {
      now += 99;
      job.reached(10);
      assertFalse(job.isDue());
      now += 1;
      job.reached(20);
      assertTrue(job.isDue());
    }

    assertEquals(
        List.of(
            new Event.JobMoved(new Job(1, "job.reading", "a.json", 20, 50, 1_000, 1_100)),
            new Event.JobEnded(1)),
        told);
  }

  @Test
  void what_is_done_at_once_is_not_told_at_all() {
    jobs.begin("job.reading", "a.json", 0).close();

    assertEquals(List.of(), told);
  }

  @Test
  void one_that_is_cancelled_knows_and_the_others_go_on() {
    try (var one = jobs.begin("job.reading", "a", 0);
        var other = jobs.begin("job.reading", "b", 0)) {
      jobs.cancel(1);
      jobs.cancel(77);

      assertTrue(one.isCancelled());
      assertFalse(other.isCancelled());
    }
  }
}
