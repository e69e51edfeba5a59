package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CourtesyTest {

  private final Courtesy courtesy = new Courtesy();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  void the_background_goes_on_when_nobody_waits() {
    courtesy.giveWay();
    courtesy.first(() -> done.add("awaited"));
    courtesy.giveWay();

    assertEquals(List.of("awaited"), done);
  }

  @Test
  void the_background_waits_for_what_a_person_waits_for() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var background =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  begun.countDown();
                  courtesy.giveWay();
                  done.add("background");
                });

    courtesy.first(
        () -> {
          background.start();
          awaitWaiting(begun, background);
          done.add("awaited");
        });
    background.join();

    assertEquals(List.of("awaited", "background"), done);
  }

  @Test
  void the_background_waits_while_the_window_is_laid_out() throws InterruptedException {
    var begun = new CountDownLatch(1);
    courtesy.laysOut(true);
    var background =
        Thread.startVirtualThread(
            () -> {
              begun.countDown();
              courtesy.giveWay();
              done.add("background");
            });
    awaitWaiting(begun, background);
    done.add("laid out");
    courtesy.laysOut(false);
    background.join();

    assertEquals(List.of("laid out", "background"), done);
  }

  @Test
  void a_frame_that_never_ended_is_waited_for_once() {
    courtesy.laysOut(true);
    courtesy.giveWay();
    Thread.currentThread().interrupt();
    courtesy.giveWay();

    // Who had waited again would have been interrupted in it.
    assertTrue(Thread.interrupted());
  }

  @Test
  void what_never_ends_does_not_stop_the_background() throws InterruptedException {
    var end = new CountDownLatch(1);
    var awaited =
        Thread.startVirtualThread(
            () ->
                courtesy.first(
                    () -> {
                      done.add("begun");
                      await(end);
                    }));
    while (done.isEmpty()) {
      Thread.onSpinWait();
    }

    courtesy.giveWay();
    done.add("background");
    end.countDown();
    awaited.join();

    assertEquals(List.of("begun", "background"), done);
  }

  private static void awaitWaiting(CountDownLatch begun, Thread thread) {
    await(begun);
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
