package dev.blipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.blipscope.ui.Screens;
import dev.blipscope.ui.Sight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init") // start() makes them
@ExtendWith(ApplicationExtension.class)
class LineViewerTest {

  private LineViewer viewer;
  private Scene scene;

  /// A made-up file of many lines, which remembers which of them were looked at.
  private static final class Many implements Lines {

    private final Set<Integer> seen = new HashSet<>();

    @Override
    public int count() {
      return 5_000_000;
    }

    @Override
    public String line(int index) {
      seen.add(index);
      return switch (index) {
        case 3 -> "{\"long\": \"" + "x".repeat(9000) + "\"}";
        case 4 -> "{\"hidden\": \"a\u202Eb\"}";
        default -> "{\"id\": " + index + ", \"name\": \"Ana\", \"read\": true}";
      };
    }
  }

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    viewer = new LineViewer();
    viewer.setLocale(Locale.ENGLISH);
    scene = new Scene(new StackPane(viewer), 900, 500);
    stage.setScene(scene);
    stage.setWidth(900);
    stage.setHeight(500);
    stage.show();
  }

  @SuppressWarnings("unchecked")
  private ListView<Integer> list() {
    return Sight.of(() -> (ListView<Integer>) scene.lookup(".list-view"));
  }

  @Test
  void only_what_is_on_the_screen_is_looked_at(FxRobot robot) {
    var lines = new Many();
    robot.interact(() -> viewer.show(lines));
    waitForFxEvents();
    robot.interact(() -> viewer.goTo(4_000_000));
    waitForFxEvents();

    assertTrue(lines.seen.contains(4_000_000));
    assertTrue(lines.seen.size() < 300, () -> lines.seen.size() + " lines");
    assertEquals(4_000_000, list().getSelectionModel().getSelectedIndex());
  }

  @Test
  void it_looks_good_in_light_and_dark(FxRobot robot) {
    robot.interact(
        () -> {
          viewer.show(new Many());
          viewer.requestFocus();
        });
    waitForFxEvents();
    robot.interact(() -> Screens.take(scene, "viewer-light"));
    robot.interact(
        () -> {
          Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
          scene.getRoot().getStyleClass().add("dark");
          viewer.goTo(2);
        });
    waitForFxEvents();
    robot.interact(() -> Screens.take(scene, "viewer-dark"));
  }

  @Test
  void long_lines_are_cut_and_say_so_and_hidden_characters_show(FxRobot robot) {
    robot.interact(() -> viewer.show(new Many()));
    waitForFxEvents();

    var texts =
        Sight.of(
            () ->
                scene.getRoot().lookupAll(".run").stream()
                    .map(run -> ((Label) run).getText())
                    .toList());
    assertTrue(texts.contains("…+7012 characters"), texts::toString);
    assertTrue(texts.contains("⟦U+202E⟧"), texts::toString);
  }

  @Test
  void what_is_copied_is_whole(FxRobot robot) {
    var lines = new Many();
    robot.interact(
        () -> {
          viewer.show(lines);
          list().getSelectionModel().selectIndices(2, 3);
          viewer.copy();
          assertEquals(
              lines.line(2) + "\n" + lines.line(3), Clipboard.getSystemClipboard().getString());
        });
  }

  @Test
  void one_finds_lines_and_goes_from_one_to_the_next(FxRobot robot) {
    robot.interact(() -> viewer.show(new TextLines("ana\nbia\nAna\nana ana")));
    robot.interact(() -> viewer.find());
    robot.write("ana");
    waitForFxEvents();
    assertEquals("1 of 3", Sight.of(() -> ((Label) scene.lookup(".editor-bar .count")).getText()));

    var visited = new ArrayList<Integer>();
    robot.interact(
        () -> {
          for (int i = 0; i < 3; i++) {
            visited.add(list().getSelectionModel().getSelectedIndex());
            scene.lookup("#find").fireEvent(enter());
          }
        });
    assertEquals(List.of(0, 2, 3), visited);
  }

  private static KeyEvent enter() {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);
  }
}
