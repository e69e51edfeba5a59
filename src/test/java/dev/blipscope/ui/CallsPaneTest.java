package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.blipscope.session.Event;
import dev.blipscope.session.Focus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CallsPaneTest {

  private static final double NARROW = 480;
  private static final double WIDE = 960;
  private static final double HEIGHT = 700;

  private final StackPane root = new StackPane();
  private PlayedDesk played = new PlayedDesk();

  @Start
  void start(Stage stage) {
    played = new PlayedDesk();
    var scene = new Scene(root);
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Frame.class.getResource("theme.css")).toExternalForm());
    root.setStyle("-fx-font-size: 13px");
    stage.setScene(scene);
    dress(Locale.ENGLISH, false, NARROW);
    stage.show();
  }

  private void dress(Locale language, boolean dark, double width) {
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    root.getStyleClass().setAll("root", dark ? "dark" : "light");
    var models =
        new Models(
            played.session(), played::tell, Words.in(language), Runnable::run, Answers.none());
    root.getChildren().setAll(View.CALLS.load(models.words(), models::controller));
    var window = root.getScene().getWindow();
    window.setWidth(width);
    window.setHeight(HEIGHT);
  }

  private void take(FxRobot robot, String name) {
    waitForFxEvents();
    robot.interact(() -> Screens.take(root.getScene(), "calls-" + name));
  }

  @Test
  void it_looks_good_in_both_languages_and_colours(FxRobot robot) {
    take(robot, "empty");
    robot.interact(
        () ->
            played.open(
                "{\"sequentialId\": 7, \"status\": \"Open\", \"customerIdentity\": \"a\"}"));
    take(robot, "unsupported");
    String sample = PlayedDesk.sample(CallsViewModel.FIRST_SAMPLE);
    robot.interact(() -> played.open(sample));
    robot.interact(() -> played.tell(new Event.FocusMoved(new Focus.InCall("/traits/name"))));
    for (var language : List.of(Locale.ENGLISH, Locale.of("pt", "BR"))) {
      boolean dark = !language.equals(Locale.ENGLISH);
      for (double width : List.of(NARROW, WIDE)) {
        robot.interact(() -> dress(language, dark, width));
        for (String tab : List.of("call", "fields", "warehouse", "request")) {
          robot.interact(() -> played.change(played.session().get().settings().onTab(tab)));
          take(robot, tab + "-" + language.getLanguage() + "-" + (int) width);
        }
      }
    }
    robot.interact(() -> dress(Locale.ENGLISH, true, NARROW));
    robot.interact(() -> played.change(played.session().get().settings().presenting(true)));
    take(robot, "presenting");
    robot.interact(() -> played.change(played.session().get().settings().onTab("fields")));
    robot.interact(() -> played.edit(sample.substring(0, sample.length() / 2)));
    take(robot, "stale");
    assertTrue(Sight.of(() -> visibleTexts(root)).stream().noneMatch(text -> text.startsWith("%")));
  }

  @Test
  void a_row_points_at_its_source_and_can_be_copied(FxRobot robot) {
    robot.interact(
        () -> {
          played.openSample(CallsViewModel.FIRST_SAMPLE);
          played.change(played.session().get().settings().onTab("fields"));
        });
    waitForFxEvents();
    TableView<FieldRow> table = Sight.of(() -> robot.lookup("#fields-table").queryTableView());
    robot.interact(
        () -> {
          table.requestFocus();
          table.getSelectionModel().select(1);
        });

    var chosen = table.getItems().get(1);
    assertEquals(new Focus.InCall(chosen.target()), played.session().get().focus());
    assertEquals(
        chosen.target(),
        Sight.of(() -> robot.lookup("#field-target").queryAs(Label.class).getText()));
    robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
    waitForFxEvents();
    robot.interact(() -> assertEquals(chosen.copied(), Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void the_place_in_the_payload_chooses_its_row_without_moving_on(FxRobot robot) {
    robot.interact(
        () -> {
          played.openSample(CallsViewModel.FIRST_SAMPLE);
          played.change(played.session().get().settings().onTab("fields"));
          played.pointAt("\"lastMessageDate\"");
        });
    waitForFxEvents();
    TableView<FieldRow> table = Sight.of(() -> robot.lookup("#fields-table").queryTableView());

    assertEquals("/traits/lastMessageDate", table.getSelectionModel().getSelectedItem().target());
    assertTrue(played.session().get().focus() instanceof Focus.InPayload);
  }

  @Test
  void the_reason_for_the_person_opens_and_closes(FxRobot robot) {
    robot.interact(() -> played.openSample(CallsViewModel.FIRST_SAMPLE));
    waitForFxEvents();
    robot.interact(() -> robot.lookup("#why-person").queryAs(Button.class).fire());
    waitForFxEvents();

    assertEquals(new Focus.InCall("/userId"), played.session().get().focus());
    var why = Sight.of(() -> robot.lookup(".why-title").queryAll());
    assertTrue(why.stream().anyMatch(Node::isVisible));
    var popup = robot.listWindows().getLast();
    assertFalse(popup.equals(root.getScene().getWindow()));
    robot.interact(() -> Screens.take(popup.getScene(), "calls-why"));
    robot.push(KeyCode.ESCAPE);
    waitForFxEvents();
    assertFalse(popup.isShowing());
  }

  @Test
  void a_request_is_copied(FxRobot robot) {
    robot.interact(
        () -> {
          played.openSample(CallsViewModel.FIRST_SAMPLE);
          played.change(played.session().get().settings().onTab("request"));
        });
    waitForFxEvents();
    robot.interact(
        () -> {
          robot.lookup("#copy-curl").queryAs(Button.class).fire();
          assertTrue(Clipboard.getSystemClipboard().getString().startsWith("curl --request POST"));
        });
  }

  private static List<String> visibleTexts(Node node) {
    var texts = new ArrayList<String>();
    if (node instanceof Label label) {
      texts.add(String.valueOf(label.getText()));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(visibleTexts(child)));
    }
    return texts;
  }
}
