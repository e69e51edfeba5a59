package dev.blipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import dev.blipscope.ui.Screens;
import dev.blipscope.ui.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.fxmisc.richtext.NavigationActions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    var next = new Button("next");
    next.setId("next");
    root.setBottom(next);
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

  private JsonArea area() {
    return Sight.of(() -> (JsonArea) scene.lookup(".code-area"));
  }

  private void shown(FxRobot robot, String text) {
    robot.interact(
        () -> {
          editor.setEditable(true);
          editor.show(text);
          editor.requestFocus();
        });
    waitForFxEvents();
  }

  private void press(FxRobot robot, KeyCode code, KeyCode... with) {
    var keys = List.of(with);
    robot.interact(
        () -> {
          var focused = scene.getFocusOwner();
          focused.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED,
                  "",
                  "",
                  code,
                  keys.contains(KeyCode.SHIFT),
                  keys.contains(KeyCode.CONTROL),
                  false,
                  false));
        });
    waitForFxEvents();
  }

  private String text() {
    return editor.textSnapshot().text();
  }

  private List<String> inksOf(FxRobot robot, String part) {
    var inks = new ArrayList<String>();
    robot.interact(() -> inks.addAll(area().getStyleOfChar(text().indexOf(part))));
    return inks;
  }

  // What is shown

  @Test
  void what_is_on_the_screen_is_coloured_and_marked(FxRobot robot) {
    shown(robot, MESSAGE);
    robot.interact(() -> editor.setMarks(marks()));
    waitForFxEvents();

    assertEquals(List.of("ink-string", "ink-linked"), inksOf(robot, "\"text/plain\""));
    assertEquals(List.of("ink-key", "ink-unused"), inksOf(robot, "\"id\""));
    assertEquals(List.of("ink-number", "ink-finding-error"), inksOf(robot, "-1.5e3"));
    assertEquals(List.of("ink-invalid", "ink-broken"), inksOf(robot, "012"));
    assertEquals(List.of("ink-string", "ink-hidden"), inksOf(robot, "\u202E"));
  }

  @Test
  void marks_of_a_text_with_windows_line_ends_stand_where_they_were_meant(FxRobot robot) {
    String windows = MESSAGE.replace("\n", "\r\n");
    shown(robot, windows);
    int at = windows.indexOf("012");
    robot.interact(
        () -> {
          editor.setMarks(List.of(new Mark(at, at + 3, Mark.Kind.BROKEN)));
          editor.reveal(at, at + 3);
        });
    waitForFxEvents();

    assertEquals(List.of("ink-invalid", "ink-broken"), inksOf(robot, "012"));
    assertEquals(at, editor.getCaret());
    assertEquals("012", area().getSelectedText());
  }

  @Test
  void marks_go_along_with_what_is_typed(FxRobot robot) {
    shown(robot, MESSAGE);
    robot.interact(() -> editor.setMarks(marks()));
    robot.interact(() -> area().insertText(2, "\n"));
    waitForFxEvents();

    assertEquals(List.of("ink-string", "ink-linked"), inksOf(robot, "\"text/plain\""));
  }

  @Test
  void to_reveal_a_place_moves_the_caret_but_neither_focus_nor_user(FxRobot robot) {
    var moves = new ArrayList<Integer>();
    shown(robot, MESSAGE.repeat(40));
    robot.interact(
        () -> {
          editor.setOnCaret(moves::add);
          scene.lookup("#next").requestFocus();
          editor.reveal(MESSAGE.length() * 30, MESSAGE.length() * 30 + 1);
        });
    waitForFxEvents();

    assertEquals(List.of(), moves);
    assertFalse(area().isFocused());
    assertEquals(MESSAGE.length() * 30, editor.getCaret());
    robot.interact(
        () -> {
          int line = area().getCurrentParagraph();
          assertTrue(area().firstVisibleParToAllParIndex() < line);
          assertTrue(area().lastVisibleParToAllParIndex() > line);
          area().moveTo(3);
        });
    assertEquals(List.of(3), moves);
  }

  @Test
  void the_last_of_several_big_texts_wins_and_keeps_its_marks(FxRobot robot) {
    var waiting = new ArrayList<Runnable>();
    String first = "[1]" + " \n".repeat(60_000);
    String second = "[2]" + first.substring(3);
    robot.interact(
        () -> {
          editor.setWorker(waiting::add);
          editor.show(first);
          editor.show(second);
          editor.setMarks(List.of(new Mark(1, 2, Mark.Kind.LINKED)));
        });
    assertEquals(2, waiting.size());
    waiting.forEach(Runnable::run);
    waitForFxEvents();

    assertTrue(text().startsWith("[2]"));
    assertEquals(List.of("ink-number", "ink-linked"), inksOf(robot, "2"));
    assertFalse(area().isUndoAvailable());
  }

  @Test
  void a_line_too_long_to_edit_is_shown_to_be_read(FxRobot robot) {
    String line = "[\"" + "x".repeat(JsonEditor.LONGEST_LINE) + "\"]";
    assertFalse(JsonEditor.canHold(line));
    shown(robot, "{}\n" + line);

    assertTrue(editor.isViewing());
    robot.interact(() -> Screens.take(scene, "editor-viewing"));

    shown(robot, "{}");
    assertFalse(editor.isViewing());
    assertEquals("{}", text());
  }

  // Typing

  @Test
  void typing_is_told_with_the_text_of_that_moment(FxRobot robot) {
    var told = new ArrayList<Snapshot>();
    shown(robot, "{}");
    robot.interact(() -> editor.setOnEdit(told::add));
    robot.interact(() -> area().insertText(1, "1"));
    robot.interact(() -> area().insertText(2, "2"));

    assertEquals(List.of("{1}", "{12}"), told.stream().map(Snapshot::text).toList());
    assertTrue(told.getFirst().version() < told.getLast().version());
  }

  @Test
  void nobody_types_into_what_is_about_to_go_while_a_big_text_is_on_its_way(FxRobot robot) {
    var waiting = new ArrayList<Runnable>();
    var told = new ArrayList<Snapshot>();
    shown(robot, "{}");
    robot.interact(
        () -> {
          editor.setWorker(waiting::add);
          editor.setOnEdit(told::add);
          editor.show("[1]" + " \n".repeat(60_000));
          editor.edit(1, 1, "2");
          copyToClipboard("3");
          area().paste();
        });
    press(robot, KeyCode.ENTER);
    robot.write("4");
    press(robot, KeyCode.TAB);
    press(robot, KeyCode.F, KeyCode.CONTROL, KeyCode.SHIFT);
    assertEquals("{}", text());
    assertEquals(List.of(), told);
    assertTrue(editor.isEditable());

    assertEquals(1, waiting.size());
    waiting.forEach(Runnable::run);
    waitForFxEvents();
    robot.interact(() -> editor.edit(1, 1, "2"));
    assertTrue(text().startsWith("[21]"));
    assertEquals(1, told.size());
  }

  @Test
  void one_knows_whether_a_text_is_the_one_that_is_there(FxRobot robot) {
    shown(robot, "{\r\n}");
    assertTrue(editor.holds("{\r\n}"));
    assertTrue(editor.holds("{\n}"));
    robot.interact(() -> area().insertText(1, "1"));
    assertFalse(editor.holds("{\r\n}"));
    assertTrue(editor.holds("{1\n}"));
  }

  @Test
  void a_new_line_stands_where_it_belongs(FxRobot robot) {
    shown(robot, "{}");
    robot.interact(() -> area().moveTo(1));
    press(robot, KeyCode.ENTER);

    assertEquals("{\n  \n}", text());
    assertEquals(4, area().getCaretPosition());
  }

  @Test
  void tab_moves_lines_in_and_shift_tab_out(FxRobot robot) {
    shown(robot, "[\n1,\n2\n]");
    robot.interact(() -> area().selectRange(2, 6));
    press(robot, KeyCode.TAB);
    assertEquals("[\n  1,\n  2\n]", text());

    press(robot, KeyCode.TAB, KeyCode.SHIFT);
    assertEquals("[\n1,\n2\n]", text());
  }

  @Test
  void nobody_is_caught_in_the_editor(FxRobot robot) {
    shown(robot, "[]");
    press(robot, KeyCode.ESCAPE);
    press(robot, KeyCode.TAB);
    assertTrue(scene.getFocusOwner() instanceof Button);

    shown(robot, "[]");
    press(robot, KeyCode.TAB, KeyCode.CONTROL);
    assertTrue(scene.getFocusOwner() instanceof Button);
    assertEquals("[]", text());
  }

  @Test
  void brackets_that_belong_together_are_shown(FxRobot robot) {
    shown(robot, "{\"a\": [1, \"]\", {}]}");
    robot.interact(() -> area().moveTo(6));
    waitForFxEvents();

    assertEquals(List.of("ink-punctuation", "ink-bracket"), inksOf(robot, "["));
    robot.interact(
        () ->
            assertEquals(
                List.of("ink-punctuation", "ink-bracket"),
                List.copyOf(area().getStyleOfChar(text().lastIndexOf(']')))));
  }

  @Test
  void the_menu_of_what_can_only_be_read_offers_no_change(FxRobot robot) {
    shown(robot, "{}");
    assertEquals(10, offered(robot).size());
    robot.interact(() -> editor.setEditable(false));

    assertEquals(5, offered(robot).size());
  }

  private List<String> offered(FxRobot robot) {
    var menu = area().getContextMenu();
    robot.interact(() -> menu.show(area(), 100, 100));
    var items =
        menu.getItems().stream()
            .filter(MenuItem::isVisible)
            .map(MenuItem::getText)
            .filter(Objects::nonNull)
            .toList();
    robot.interact(menu::hide);
    return items;
  }

  @Test
  void what_is_pasted_replaces_the_selection_and_what_does_not_fit_is_handed_on(FxRobot robot) {
    var overflow = new ArrayList<String>();
    String big = "1".repeat(JsonEditor.LONGEST_LINE);
    shown(robot, "[0, 0]");
    robot.interact(
        () -> {
          editor.setOnOverflow(overflow::add);
          area().selectRange(4, 5);
          copyToClipboard("1\r\n2");
          area().paste();
        });
    assertEquals("[0, 1\n2]", text());

    robot.interact(
        () -> {
          area().selectRange(1, 2);
          copyToClipboard(big);
          area().paste();
        });
    assertEquals("[0, 1\n2]", text());
    assertEquals(List.of("[" + big + ", 1\n2]"), overflow);
  }

  @Test
  void what_the_program_puts_in_meets_the_same_limit(FxRobot robot) {
    var overflow = new ArrayList<String>();
    String big = "1".repeat(JsonEditor.LONGEST_LINE);
    shown(robot, "[0, 0]\n[1]");
    robot.interact(
        () -> {
          editor.setOnOverflow(overflow::add);
          editor.edit(1, 2, "2");
          editor.edit(4, 9, big);
        });
    assertEquals("[2, 0]\n[1]", text());
    assertEquals(List.of("[2, " + big + "]"), overflow);
  }

  @Test
  void a_page_is_turned_before_a_shorter_text_is_drawn(FxRobot robot) {
    shown(robot, "[\n".repeat(200));
    robot.interact(() -> area().showParagraphAtTop(199));
    robot.interact(
        () -> {
          editor.show("[\n1,\n2]");
          area().moveTo(3);
          area().nextPage(NavigationActions.SelectionPolicy.CLEAR);
          area().prevPage(NavigationActions.SelectionPolicy.CLEAR);
        });
    assertEquals(3, area().getCaretPosition());
  }

  private static void copyToClipboard(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  // Finding a way

  @Test
  void one_finds_goes_on_and_comes_back(FxRobot robot) {
    shown(robot, "[\"Ana\", \"ana\", \"Bia\", \"ANA\"]");
    press(robot, KeyCode.F, KeyCode.CONTROL);
    robot.write("ana");
    waitForFxEvents();
    assertEquals("1 of 3", count());
    assertEquals("Ana", area().getSelectedText());

    press(robot, KeyCode.F3);
    assertEquals("2 of 3", count());
    assertEquals("ana", area().getSelectedText());

    press(robot, KeyCode.F3, KeyCode.SHIFT);
    press(robot, KeyCode.F3, KeyCode.SHIFT);
    assertEquals("3 of 3", count());
    assertEquals("ANA", area().getSelectedText());

    robot.interact(() -> ((ToggleButton) scene.lookup(".toggle-button")).fire());
    waitForFxEvents();
    assertEquals("1 of 1", count());

    press(robot, KeyCode.ESCAPE);
    assertTrue(area().isFocused());
    assertEquals(List.of("ink-string"), inksOf(robot, "Ana"));
  }

  private String count() {
    return Sight.of(() -> ((Label) scene.lookup(".editor-bar .count")).getText());
  }

  @Test
  void one_goes_to_a_line_and_a_column(FxRobot robot) {
    shown(robot, MESSAGE);
    press(robot, KeyCode.G, KeyCode.CONTROL);
    robot.write("5:3");
    press(robot, KeyCode.ENTER);

    assertEquals(MESSAGE.indexOf("\"from\""), editor.getCaret());
    assertTrue(area().isFocused());
  }

  @Test
  void one_goes_to_a_place_by_writing_a_part_of_its_path(FxRobot robot) {
    String text = MESSAGE.replace(",\n  \"broken\": 012", "");
    shown(robot, text);
    press(robot, KeyCode.O, KeyCode.CONTROL, KeyCode.SHIFT);
    robot.write("list dee");
    waitForFxEvents();
    for (var theme : List.of(new PrimerDark(), new PrimerLight())) {
      dress(robot, theme);
      waitForFxEvents();
      robot.interact(() -> Screens.take(scene, "editor-outline-" + theme.isDarkMode()));
    }
    press(robot, KeyCode.ENTER);

    assertEquals("[]", area().getSelectedText());
    assertEquals(text.indexOf("[]"), area().getSelection().getStart());
  }

  // Laying out

  @Test
  void to_lay_out_is_one_step_that_can_be_undone(FxRobot robot) {
    shown(robot, "{\"a\":[{\"b\":\"c d\"}],\"n\":1.50}");
    robot.interact(() -> area().moveTo(14));
    press(robot, KeyCode.F, KeyCode.CONTROL, KeyCode.SHIFT);

    assertEquals("{\n  \"a\": [\n    {\"b\":\"c d\"}\n  ],\n  \"n\": 1.50\n}\n", text());
    assertEquals("d", text().substring(editor.getCaret(), editor.getCaret() + 1));
    robot.interact(() -> area().undo());
    assertEquals("{\"a\":[{\"b\":\"c d\"}],\"n\":1.50}", text());
  }

  @Test
  void a_broken_text_stays_as_it_is_and_one_hears_why(FxRobot robot) {
    shown(robot, "{\n \"a\": 1,}");
    press(robot, KeyCode.F, KeyCode.CONTROL, KeyCode.SHIFT);

    assertEquals("{\n \"a\": 1,}", text());
    assertEquals(
        "The text is not JSON at line 2, column 9: mend it there, then lay it out",
        Sight.of(() -> ((Label) scene.lookup(".notice")).getText()));
  }

  // Around the text

  @Test
  void the_language_changes_while_it_is_open(FxRobot robot) {
    shown(robot, "[]");
    robot.interact(
        () -> {
          editor.find();
          editor.setLocale(Locale.of("pt", "BR"));
        });

    assertEquals("Localizar", Sight.of(() -> ((TextField) scene.lookup("#find")).getPromptText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "nowhere"})
  void the_buttons_of_a_bar_are_whole_in_a_narrow_pane(String sought, FxRobot robot) {
    shown(robot, "[" + "1, ".repeat(2_000) + "1]");
    robot.interact(
        () -> {
          scene.getWindow().setWidth(340);
          editor.setStyle("-fx-font-size: 26px");
          editor.setLocale(Locale.of("pt", "BR"));
          editor.find();
          ((TextField) scene.lookup("#find")).setText(sought);
        });
    waitForFxEvents();

    var bar = Sight.of(() -> (Region) scene.lookup("#find").getParent());
    var cut =
        Sight.of(
            () ->
                bar.getChildrenUnmodifiable().stream()
                    .filter(ButtonBase.class::isInstance)
                    .map(Region.class::cast)
                    .filter(one -> one.getWidth() < one.prefWidth(-1))
                    .toList());
    assertEquals(List.of(), cut);
    assertEquals(340, Sight.of(bar::getWidth));
  }

  @Test
  void a_screen_reader_hears_the_line_of_the_caret(FxRobot robot) {
    shown(robot, MESSAGE);
    robot.interact(() -> area().moveTo(MESSAGE.indexOf("\"from\"")));

    assertEquals(
        "  \"from\": \"5511900000001@wa.gw.msging.net\",",
        area().queryAccessibleAttribute(AccessibleAttribute.TEXT));
    assertEquals(2, area().queryAccessibleAttribute(AccessibleAttribute.CARET_OFFSET));
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
