package dev.blipscope.ui.control;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.blipscope.ui.Screens;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init") // start() makes them
@ExtendWith(ApplicationExtension.class)
class JsonEditorTest {

  private static final String MESSAGE =
      """
      {
        "type": "text/plain",
        "content": "Olá, \\"mundo\\" 🙂",
        "id": "f3b9c2",
        "from": "5511900000001@wa.gw.msging.net",
        "to": "loja@msging.net",
        "metadata": {
          "#tunnel": true, "#wa.timestamp": 1700000000, "score": -1.5e3, "none": null,
          "list": [1, 2, {"deep": []}],
          "hidden": "abc\u202Edef"
        },
        "broken": 012
      }
      """;

  private JsonEditor editor;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    editor = new JsonEditor();
    editor.setLocale(Locale.ENGLISH);
    editor.setId("editor");
    var root = new BorderPane(editor);
    root.setBottom(new Button("next"));
    scene = new Scene(root, 900, 560);
    stage.setScene(scene);
    stage.setWidth(900);
    stage.setHeight(600);
    stage.show();
  }

  private List<Mark> marks() {
    return List.of(
        mark("\"text/plain\"", Mark.Kind.LINKED),
        mark("\"id\": \"f3b9c2\"", Mark.Kind.UNUSED),
        mark("\"5511900000001@wa.gw.msging.net\"", Mark.Kind.PERSONAL),
        mark("\"loja@msging.net\"", Mark.Kind.FINDING_INFO),
        mark("\"#tunnel\"", Mark.Kind.FINDING_WARNING),
        mark("-1.5e3", Mark.Kind.FINDING_ERROR),
        mark("012", Mark.Kind.BROKEN));
  }

  private static Mark mark(String part, Mark.Kind kind) {
    int at = MESSAGE.indexOf(part);
    return new Mark(at, at + part.length(), kind);
  }

  private void dress(FxRobot robot, Theme theme) {
    robot.interact(
        () -> {
          Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
          scene.getRoot().getStyleClass().remove("dark");
          if (theme.isDarkMode()) {
            scene.getRoot().getStyleClass().add("dark");
          }
        });
  }

  @Test
  void it_looks_good_in_light_and_dark(FxRobot robot) {
    robot.interact(
        () -> {
          editor.setEditable(true);
          editor.requestFocus();
          editor.show(MESSAGE);
          editor.setMarks(marks());
        });
    waitForFxEvents();
    robot.interact(() -> editor.find());
    robot.write("ms");
    waitForFxEvents();
    for (var theme : List.of(new PrimerLight(), new PrimerDark())) {
      dress(robot, theme);
      waitForFxEvents();
      robot.interact(() -> Screens.take(scene, "editor-" + theme.getName().replace(' ', '-')));
    }
  }
}
