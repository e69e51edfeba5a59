package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.blipscope.session.Event;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {

  private final LinkedBlockingQueue<Session> seen = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Throwable> mistakes = new LinkedBlockingQueue<>();

  @Test
  void a_mistake_leaves_the_session_as_it_was_and_the_next_event_is_taken() throws Exception {
    try (var loop = new Loop(Session.first(Settings.USUAL), seen::add, mistakes::add)) {
      loop.perform(
          (_, _) -> {
            throw new StackOverflowError();
          });
      loop.start();
      loop.tell(new Event.TextPasted("{}"));
      loop.tell(new Event.Said(Notice.Weight.SAID, "notice.undo", List.of()));

      assertInstanceOf(StackOverflowError.class, mistakes.poll(20, TimeUnit.SECONDS));
      assertEquals(0, seen.poll(20, TimeUnit.SECONDS).talk().said());
      assertEquals(1, seen.poll(20, TimeUnit.SECONDS).talk().said());
    }
  }

  @Test
  void who_listens_later_hears_of_what_was_told_before_and_of_all_that_follows() throws Exception {
    var heard = new LinkedBlockingQueue<Session>();
    try (var loop = new Loop(Session.first(Settings.USUAL), seen::add, mistakes::add)) {
      loop.tell(new Event.Said(Notice.Weight.SAID, "notice.undo", List.of()));
      loop.also(heard::add);
      loop.tell(new Event.Said(Notice.Weight.SAID, "notice.undo", List.of()));
      var done = new CountDownLatch(1);
      loop.afterwards(done::countDown);
      loop.start();
      done.await();

      assertEquals(List.of(1L, 2L), heard.stream().map(now -> now.talk().said()).toList());
    }
  }
}
