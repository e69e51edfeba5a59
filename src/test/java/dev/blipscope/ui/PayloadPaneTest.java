package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerLight;
import dev.blipscope.session.Event;
import dev.blipscope.ui.control.JsonEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The editor of the open payload, with what it tells the session.
@ExtendWith(ApplicationExtension.class)
class PayloadPaneTest {

  private static final String BROKEN = "{\"a\": 1,}";

  private final PlayedDesk played = new PlayedDesk();
  private final StackPane root = new StackPane();

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    var models =
        new Models(
            played.session(),
            played::tell,
            Words.in(Locale.ENGLISH),
            Runnable::run,
            Answers.none());
    root.getChildren().setAll(View.PAYLOAD.load(models.words(), models::controller));
    stage.setScene(new Scene(root, 600, 500));
    stage.show();
  }

  private JsonEditor editor() {
    return Sight.of(() -> (JsonEditor) Objects.requireNonNull(root.lookup(".json-editor")));
  }

  private CodeArea area() {
    return Sight.of(() -> (CodeArea) Objects.requireNonNull(root.lookup(".code-area")));
  }

  /// What was typed so far, each as the whole text.
  private List<String> typed() {
    var texts = new ArrayList<String>();
    for (var event : played.told()) {
      if (event instanceof Event.TextEdited(_, var text)) {
        texts.add(text.get());
      }
    }
    return texts;
  }

  private void mend() {
    ((Button) Objects.requireNonNull(root.lookup(".accent"))).fire();
  }

  @Test
  void what_is_pasted_beyond_what_can_be_edited_is_the_text_of_the_session(FxRobot robot) {
    String big = "1".repeat(JsonEditor.LONGEST_LINE);
    robot.interact(
        () -> {
          played.open("[0]");
          var content = new ClipboardContent();
          content.putString(big);
          Clipboard.getSystemClipboard().setContent(content);
          area().selectRange(1, 2);
          area().paste();
        });

    assertEquals(List.of("[" + big + "]"), typed());
    assertTrue(editor().isViewing());
  }

  @Test
  void a_text_is_mended_where_it_was_read_and_not_where_something_else_stands_by_now(
      FxRobot robot) {
    robot.interact(() -> played.open(BROKEN));
    robot.interact(() -> area().insertText(0, "  "));
    robot.interact(this::mend);
    assertTrue(editor().holds("  " + BROKEN));

    robot.interact(() -> played.open(BROKEN));
    robot.interact(this::mend);
    assertFalse(editor().holds(BROKEN));
    assertTrue(editor().holds(BROKEN.replace(",", "")));
  }

  @Test
  void the_reasons_leave_room_for_the_head_and_the_findings_of_a_low_pane(FxRobot robot) {
    robot.interact(
        () -> {
          root.getScene().getWindow().setHeight(380);
          played.open("{'type':'text/plain','content':'Oi','id':'1'}".replace('\'', '"'));
          ((ToggleButton) Objects.requireNonNull(root.lookup("#why"))).setSelected(true);
        });
    waitForFxEvents();

    assertTrue(top("#kind") >= 0, "the head is above the pane");
    assertTrue(top("#findings") + 20 < root.getHeight(), "the findings are below the pane");
  }

  private double top(String id) {
    return Sight.of(
        () -> {
          var node = Objects.requireNonNull(root.lookup(id));
          return node.localToScene(node.getLayoutBounds()).getMinY();
        });
  }
}
