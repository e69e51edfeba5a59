package dev.blipscope.app;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Does one thing after the other. Of those that wait and are about the same only the newest is
/// done: it has overtaken the others.
final class Lane {

  private final LinkedHashMap<Object, Runnable> waiting = new LinkedHashMap<>();
  private boolean busy;

  void run(Object about, Runnable task) {
    synchronized (this) {
      waiting.put(about, task);
      if (busy) {
        return;
      }
      busy = true;
    }
    Thread.startVirtualThread(this::work);
  }

  private void work() {
    for (var next = take(); next != null; next = take()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable take() {
    var first = waiting.pollFirstEntry();
    busy = first != null;
    return first == null ? null : first.getValue();
  }
}
