package dev.blipscope.ui.control;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Has work done away from the JavaFX thread and brings its answers back, unless other work was
/// asked for meanwhile.
final class Latest {

  private final AtomicLong asked = new AtomicLong();
  /// Without one, the work is done at once, on the thread that asks.
  private @Nullable Executor worker;

  /// What work that takes long says in between.
  interface Report<T> {

    void tell(T answer);

    /// Whether somebody still waits for it.
    boolean isWanted();
  }

  void setWorker(Executor worker) {
    this.worker = worker;
  }

  <T> void run(Supplier<T> work, Consumer<T> answered) {
    follow(report -> report.tell(work.get()), answered);
  }

  <T> void follow(Consumer<Report<T>> work, Consumer<T> answered) {
    long mine = asked.incrementAndGet();
    var elsewhere = worker;
    var report =
        new Report<T>() {
          @Override
          public void tell(T answer) {
            if (elsewhere == null) {
              answered.accept(answer);
            } else {
              Platform.runLater(
                  () -> {
                    if (isWanted()) {
                      answered.accept(answer);
                    }
                  });
            }
          }

          @Override
          public boolean isWanted() {
            return asked.get() == mine;
          }
        };
    if (elsewhere == null) {
      work.accept(report);
    } else {
      elsewhere.execute(() -> work.accept(report));
    }
  }

  /// Makes that no answer comes of what was asked for.
  void forget() {
    asked.incrementAndGet();
  }
}
