package dev.blipscope.app;

import java.util.LinkedHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Does one thing after the other. Of those that wait and are about the same only the newest is
/// done: it has overtaken the others.
final class Lane {

  private final Executor threads;
  private final LinkedHashMap<Object, Runnable> waiting = new LinkedHashMap<>();
  private boolean busy;

  /// For what is done soon.
  Lane() {
    this(Thread::startVirtualThread);
  }

  private Lane(Executor threads) {
    this.threads = threads;
  }

  /// For what keeps a processor busy for long: of virtual threads there are never more at work than
  /// processors, so that a few of these would keep everybody else waiting.
  static Lane ofLongWork(String name) {
    return new Lane(Thread.ofPlatform().daemon().name(name)::start);
  }

  void run(Object about, Runnable task) {
    synchronized (this) {
      waiting.put(about, task);
      if (busy) {
        return;
      }
      busy = true;
    }
    threads.execute(this::work);
  }

  /// Waits until all that waits now is done, but not for ever.
  void drain() {
    var done = new CountDownLatch(1);
    run(done, done::countDown);
    Patience.await(done);
  }

  private void work() {
    for (var next = take(); next != null; next = take()) {
      try {
        next.run();
      } catch (RuntimeException | Error e) {
        // Who failed is told, and what waits behind it is done none the less.
        var thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
  }

  private synchronized @Nullable Runnable take() {
    var first = waiting.pollFirstEntry();
    busy = first != null;
    return first == null ? null : first.getValue();
  }
}
