package dev.blipscope.app;

import dev.blipscope.ui.Asking;
import dev.blipscope.ui.control.JsonEditor;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// What the programs of the harness that play on the window share.
final class Screen {

  private static final long PATIENCE_SECONDS = 60;
  private static final long BETWEEN_LOOKS = 2;
  private static final String PROFILE = "profile-editor";
  private static final List<String> OTHERS = List.of("request-body", PROFILE);

  private Screen() {}

  /// Does something on the JavaFX thread and waits for it.
  static <T> T on(Supplier<T> task) throws InterruptedException {
    var done = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            done.complete(task.get());
          } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
          }
        });
    try {
      return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the JavaFX thread failed", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the JavaFX thread did not answer", e);
    }
  }

  static void run(Runnable task) throws InterruptedException {
    on(
        () -> {
          task.run();
          return true;
        });
  }

  /// Whether it came to it within a time.
  static boolean within(long millis, BooleanSupplier wanted) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return true;
  }

  static void until(String what, BooleanSupplier wanted) throws InterruptedException {
    if (!within(PATIENCE_SECONDS * 1000, wanted)) {
      throw new IllegalStateException("it did not come to it: " + what);
    }
  }

  /// A node and all below it that can be seen.
  static Stream<Node> visible(Node node) {
    return !node.isVisible()
        ? Stream.empty()
        : node instanceof Parent parent
            ? Stream.concat(
                Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Screen::visible))
            : Stream.of(node);
  }

  /// The editor of the payload, or the one that shows the call.
  static Optional<JsonEditor> editor(Scene scene, boolean editable) {
    return visible(scene.getRoot())
        .filter(JsonEditor.class::isInstance)
        .map(JsonEditor.class::cast)
        .filter(one -> editable == !"call-json".equals(one.getId()))
        .filter(one -> !editable || one.getId() == null || !OTHERS.contains(one.getId()))
        .findFirst();
  }

  /// The editor of profiles.
  static Optional<JsonEditor> profileEditor(Scene scene) {
    return visible(scene.getRoot())
        .filter(JsonEditor.class::isInstance)
        .map(JsonEditor.class::cast)
        .filter(one -> PROFILE.equals(one.getId()))
        .findFirst();
  }

  /// Somebody who answers at random, and names no file that is worth anything.
  record Dicing(RandomGenerator dice, List<String> files, String folder) implements Asking {

    /// For who plays nothing that asks.
    static Dicing alone() {
      return new Dicing(new Random(1), List.of(""), "");
    }

    @Override
    public List<String> files(String title) {
      return dice.nextBoolean() ? List.of() : List.of(files.get(dice.nextInt(files.size())));
    }

    @Override
    public Optional<String> folder(String title) {
      return dice.nextBoolean() ? Optional.empty() : Optional.of(folder);
    }

    @Override
    public Optional<String> save(String title, String name) {
      return dice.nextBoolean() ? Optional.empty() : Optional.of(folder + "/saved-" + name);
    }

    @Override
    public boolean sure(Question question) {
      return dice.nextInt(3) == 0;
    }

    @Override
    public Optional<Integer> choose(Question question) {
      return dice.nextBoolean()
          ? Optional.empty()
          : Optional.of(dice.nextInt(question.answers().size()));
    }
  }
}
