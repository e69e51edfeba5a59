package dev.blipscope.ui;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;
import org.testfx.util.WaitForAsyncUtils;

/// What a person sees of a window, looked at on the thread that changes it.
///
/// A window works on while a test looks: from the thread of the test a look would now and then
/// meet a list of nodes that is just being changed, and fail although nothing is wrong.
public final class Sight {

  private static final long PATIENCE_SECONDS = 20;

  private Sight() {}

  /// What a look at the window finds.
  public static <T> T of(Supplier<T> look) {
    if (Platform.isFxApplicationThread()) {
      return look.get();
    }
    var task = new FutureTask<>(look::get);
    Platform.runLater(task);
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError("a look at the window failed", failed.getCause());
    } catch (InterruptedException unanswered) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the window was not asked to the end", unanswered);
    } catch (TimeoutException unanswered) {
      throw new AssertionError("the window did not answer", unanswered);
    }
  }

  /// Comes back when the window looks as wanted.
  public static void until(BooleanSupplier wanted) throws TimeoutException {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> of(wanted::getAsBoolean));
  }

  /// Clicks into the middle of what a look finds.
  public static FxRobotInterface click(FxRobot robot, Supplier<? extends Node> look) {
    var bounds =
        of(
            () -> {
              var node = look.get();
              if (!isSeen(node)) {
                throw new AssertionError("nobody sees " + node);
              }
              return node.localToScreen(node.getLayoutBounds());
            });
    return robot.clickOn(bounds.getCenterX(), bounds.getCenterY());
  }

  private static boolean isSeen(Node node) {
    return node.getScene() != null
        && node.getScene().getWindow() != null
        && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
  }
}
