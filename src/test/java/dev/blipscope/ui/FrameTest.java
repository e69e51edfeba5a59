package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.Settings;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// What a window leaves behind.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX starts before each test
class FrameTest {

  private static final int ROUNDS = 50;

  private final Played played = new Played(Played.usual());
  private Frame frame;
  private Stage stage;

  @Start
  void start(Stage watched) {
    // Not the one of TestFX, which remembers every event and whom it met.
    stage = new Stage();
    frame = played.frame(940, 620, Answers.none());
  }

  @Stop
  void stop() {
    stage.hide();
  }

  @Test
  void a_language_that_is_left_takes_its_views_along(FxRobot robot) {
    var views = new ArrayList<WeakReference<Node>>();
    robot.interact(() -> Played.show(frame, stage));
    for (var language : List.of(Settings.Language.PORTUGUESE, Settings.Language.ENGLISH)) {
      robot.interact(() -> views.add(new WeakReference<>(view(frame))));
      robot.interact(() -> speak(language));
    }

    assertTrue(goes(views.get(0)), "the first view is still there");
    assertTrue(goes(views.get(1)), "the second view is still there");
  }

  @Test
  void a_window_that_is_closed_goes_although_the_system_stays(FxRobot robot) {
    var frames = new ArrayList<WeakReference<Frame>>();
    robot.interact(
        () -> {
          var passing = new Played(Played.usual()).frame(940, 620, Answers.none());
          frames.add(new WeakReference<>(passing));
          Played.show(passing, stage);
        });
    robot.interact(() -> Objects.requireNonNull(frames.getFirst().get()).end());
    robot.interact(() -> Played.show(frame, stage));

    assertTrue(goes(frames.getFirst()), "the window is still there");
  }

  private void speak(Settings.Language language) {
    played.accept(new Event.SettingsChanged(now -> now.in(language)));
  }

  private static Node view(Frame frame) {
    return ((Pane) frame.scene().getRoot()).getChildren().getFirst();
  }

  /// Some of what is left hangs on the next frames, which draw without it.
  private static boolean goes(WeakReference<?> thing) {
    for (int round = 0; round < ROUNDS && thing.get() != null; round++) {
      System.gc();
      WaitForAsyncUtils.waitForFxEvents();
    }
    return thing.get() == null;
  }
}
