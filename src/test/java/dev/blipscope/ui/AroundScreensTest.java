package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.Job;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Settings;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Pictures of all that there is around the panes, in both languages and both colours.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX starts before each test
class AroundScreensTest {

  private final Played played = new Played(Played.usual());
  private Frame frame;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    frame = played.frame(940, 620, Answers.none());
    stage.setScene(frame.scene());
    stage.setWidth(940);
    stage.setHeight(620);
    stage.show();
  }

  @Test
  void the_window_can_be_shown_in_every_language_and_colour(FxRobot robot) {
    for (var language : List.of(Settings.Language.ENGLISH, Settings.Language.PORTUGUESE)) {
      for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
        like(robot, played.settings().in(language).with(theme));
        String name = language == Settings.Language.ENGLISH ? "en" : "pt";
        shoot(robot, name + "-" + theme.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  private void like(FxRobot robot, Settings settings) {
    robot.interact(() -> played.accept(new Event.SettingsChanged(_ -> settings)));
  }

  private void shoot(FxRobot robot, String which) {
    robot.push(KeyCode.F6);
    take(robot, "window-" + which);
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    take(robot, "palette-" + which);
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.F1);
    take(robot, "keys-" + which);
    robot.push(KeyCode.ESCAPE);
    robot.interact(
        () -> {
          played.accept(
              new Event.Said(Notice.Weight.FAILED, "notice.nothing-in", List.of("monday.zip")));
          played.accept(
              new Event.JobMoved(
                  new Job(1, "job.reading", "monday.ndjson", 123_456, 840_000, 0, 2_000)));
          tour().fire();
        });
    for (int stop = 1; stop <= TourViewModel.Stop.values().length; stop++) {
      take(robot, "tour-" + stop + "-" + which);
      robot.push(KeyCode.SPACE);
    }
    robot.interact(
        () -> {
          stage.setWidth(700);
          stage.setHeight(500);
        });
    take(robot, "small-" + which);
    robot.interact(
        () -> {
          stage.setWidth(940);
          stage.setHeight(620);
          played.accept(new Event.JobEnded(1));
          played.accept(new Event.NoticeSeen());
        });
  }

  private MenuItem tour() {
    var bar = (MenuBar) frame.scene().lookup(".menu-bar");
    return bar.getMenus().getLast().getItems().getFirst();
  }

  private void take(FxRobot robot, String name) {
    robot.interact(
        () -> {
          frame.scene().getRoot().applyCss();
          frame.scene().getRoot().layout();
          assertTrue(Screens.take(frame.scene(), "around-" + name).toFile().length() > 3_000, name);
        });
  }
}
