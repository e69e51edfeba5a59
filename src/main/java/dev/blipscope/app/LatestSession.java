package dev.blipscope.app;

import dev.blipscope.session.Session;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The one door to the JavaFX thread: shows it the newest session, and skips those that were
/// overtaken meanwhile, so that a flood of events never floods the screen.
final class LatestSession {

  private final Courtesy courtesy;
  private final ReadOnlyObjectWrapper<Session> shown;
  private final AtomicReference<@Nullable Session> waiting = new AtomicReference<>();

  LatestSession(Session first, Courtesy courtesy) {
    this.courtesy = courtesy;
    shown = new ReadOnlyObjectWrapper<>(first);
  }

  /// What the window shows; belongs to the JavaFX thread.
  ReadOnlyObjectProperty<Session> shown() {
    return shown.getReadOnlyProperty();
  }

  /// Shows a session soon.
  void publish(Session session) {
    if (waiting.getAndSet(session) == null) {
      Platform.runLater(this::show);
    }
  }

  /// Does something on the JavaFX thread when what was published so far is shown.
  void afterwards(Runnable task) {
    Platform.runLater(
        () -> {
          show();
          task.run();
        });
  }

  private void show() {
    var newest = waiting.getAndSet(null);
    if (newest != null) {
      courtesy.first(() -> shown.set(newest));
    }
  }
}
