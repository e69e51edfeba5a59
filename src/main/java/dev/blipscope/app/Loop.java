package dev.blipscope.app;

import dev.blipscope.session.Effect;
import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.session.Update;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The session thread: takes one event after the other, makes the next session of it, and hands out
/// what is to be done.
final class Loop implements AutoCloseable {

  private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
  private final Consumer<Session> publish;
  private final Consumer<Throwable> failed;
  private final Thread thread;
  private volatile Session session;
  private boolean ended;
  private Consumer<Session> also = now -> {};
  private BiConsumer<Session, Effect> perform = (now, effect) -> {};

  /// @param publish is told of each new session
  /// @param failed is told of a mistake of ours; the session stays as it was before the event
  Loop(Session first, Consumer<Session> publish, Consumer<Throwable> failed) {
    this.session = first;
    this.publish = publish;
    this.failed = failed;
    this.thread = Thread.ofPlatform().name("session").daemon().unstarted(this::run);
  }

  /// Says who does what is to be done; before the start.
  ///
  /// @param performer begins an effect and returns at once
  void perform(BiConsumer<Session, Effect> performer) {
    perform = performer;
  }

  /// Tells somebody else, too, of each new session, as soon as what was told so far has happened.
  void also(Consumer<Session> listener) {
    afterwards(
        () -> {
          listener.accept(session);
          also = listener;
        });
  }

  /// Does something on the session thread when what was told so far has happened.
  void afterwards(Runnable task) {
    steps.add(task);
  }

  void start() {
    thread.start();
  }

  /// Tells what happened; from any thread.
  void tell(Event event) {
    steps.add(() -> take(event));
  }

  Session session() {
    return session;
  }

  private void run() {
    while (!ended && !Thread.currentThread().isInterrupted()) {
      try {
        steps.take().run();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        // Whatever it is: a session that hears nothing any more would be worse.
        failed.accept(e);
      }
    }
  }

  private void take(Event event) {
    var step = Update.next(session, event);
    session = step.session();
    publish.accept(session);
    also.accept(session);
    for (var effect : step.effects()) {
      perform.accept(session, effect);
    }
  }

  /// Waits until what was told so far has happened, but not for ever.
  void drain() {
    var done = new CountDownLatch(1);
    afterwards(done::countDown);
    Patience.await(done);
  }

  /// Ends when what was told so far has been told to everybody, or after a while even so.
  @Override
  public void close() {
    afterwards(() -> ended = true);
    try {
      if (!thread.join(Patience.LENGTH)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
