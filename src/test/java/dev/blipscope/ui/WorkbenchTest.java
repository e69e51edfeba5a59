package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.Job;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The window around its panes, by keyboard and mouse.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX starts before each test
class WorkbenchTest {

  private static final double WIDTH = 940;
  private static final double HEIGHT = 620;
  private static final List<String> PANES = List.of("listPane", "payloadPane", "callsPane");

  private final Played played = new Played(Played.usual());
  private Frame frame;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    frame = played.frame(WIDTH, HEIGHT, Answers.none());
    stage.setScene(frame.scene());
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    stage.show();
  }

  // Menus

  @Test
  void the_menu_bar_shows_what_somebody_answers_to_and_nothing_else(FxRobot robot) {
    var items = items();
    var ids =
        items.stream()
            .map(MenuItem::getId)
            .filter(id -> id != null && id.startsWith("command."))
            .toList();

    assertTrue(ids.contains(Command.NEW_TEXT.key()), ids.toString());
    assertTrue(ids.contains(Command.EXPORT_REPORT.key()), ids.toString());
    assertTrue(ids.contains(Command.COMPARE_PROFILES.key()), ids.toString());
    for (var item : items) {
      assertTrue(
          item instanceof Menu || item instanceof SeparatorMenuItem || item.getOnAction() != null,
          item.getText() + " does nothing");
    }
  }

  @Test
  void a_menu_item_marks_what_is_in_force(FxRobot robot) {
    var dark = item(Command.THEME_DARK);
    robot.interact(dark::fire);
    assertEquals(Settings.Theme.DARK, played.settings().theme());
    assertTrue(((RadioMenuItem) dark).isSelected());
    assertFalse(((RadioMenuItem) item(Command.THEME_LIGHT)).isSelected());
    assertTrue(frame.scene().getRoot().getStyleClass().contains("dark"));
  }

  @Test
  void each_menu_opens_with_alt_and_its_letter_in_each_language(FxRobot robot) {
    for (var language : List.of(Settings.Language.ENGLISH, Settings.Language.PORTUGUESE)) {
      robot.interact(() -> played.accept(new Event.SettingsChanged(now -> now.in(language))));
      for (var menu : menuBar().getMenus()) {
        robot.push(KeyCode.ALT, letter(menu));
        assertTrue(menu.isShowing(), menu.getText());
        robot.push(KeyCode.ESCAPE);
        assertFalse(menu.isShowing(), menu.getText());
      }
    }
  }

  @Test
  void a_menu_stays_open_when_alt_is_let_go_before_its_letter(FxRobot robot) {
    var edit = menuBar().getMenus().get(1);
    robot.press(KeyCode.ALT).press(letter(edit)).release(KeyCode.ALT).release(letter(edit));
    assertTrue(edit.isShowing());
  }

  @Test
  void no_letter_of_a_menu_stands_for_two_things(FxRobot robot) {
    for (var language : List.of(Settings.Language.ENGLISH, Settings.Language.PORTUGUESE)) {
      robot.interact(() -> played.accept(new Event.SettingsChanged(now -> now.in(language))));
      assertEquals(List.of(), twice(menuBar().getMenus()));
      var menus = Stream.concat(menuBar().getMenus().stream(), items().stream());
      for (var menu : menus.filter(Menu.class::isInstance).toList()) {
        assertEquals(List.of(), twice(((Menu) menu).getItems()), menu.getText());
      }
    }
  }

  private static KeyCode letter(MenuItem item) {
    int mark = item.getText().indexOf('_');
    return KeyCode.valueOf(item.getText().substring(mark + 1, mark + 2).toUpperCase(Locale.ROOT));
  }

  private static List<String> twice(List<? extends MenuItem> items) {
    var first = new TreeMap<String, String>();
    return items.stream()
        .filter(MenuItem::isMnemonicParsing)
        .filter(item -> !(item instanceof SeparatorMenuItem))
        .filter(item -> first.putIfAbsent(letter(item).getName(), item.getText()) != null)
        .map(MenuItem::getText)
        .toList();
  }

  // Palette

  @Test
  void the_palette_opens_finds_and_does_by_keyboard_alone(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    var query = Played.find(frame, TextField.class, "palette-query");
    assertTrue(query.isFocused());
    robot.write("theme dark");
    robot.push(KeyCode.ENTER);

    assertEquals(Settings.Theme.DARK, played.settings().theme());
    assertFalse(query.getParent().getParent().isVisible());
  }

  @Test
  void the_palette_is_walked_through_with_arrows_and_left_with_escape(FxRobot robot) {
    robot.interact(() -> Played.find(frame, Button.class, "open").requestFocus());
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    var entries = Played.find(frame, ListView.class, "palette-entries");
    robot.push(KeyCode.DOWN);
    assertEquals(1, entries.getSelectionModel().getSelectedIndex());
    robot.push(KeyCode.UP);
    robot.push(KeyCode.UP);
    assertEquals(entries.getItems().size() - 1, entries.getSelectionModel().getSelectedIndex());
    robot.push(KeyCode.ESCAPE);

    assertFalse(entries.getParent().getParent().isVisible());
    assertTrue(Played.find(frame, Button.class, "open").isFocused());
    assertEquals(List.of(), played.told());
  }

  // Panes

  @Test
  void f6_goes_from_pane_to_pane_and_back(FxRobot robot) {
    for (String pane : List.of("listPane", "payloadPane", "callsPane", "listPane")) {
      robot.push(KeyCode.F6);
      assertTrue(holdsFocus(pane), pane + " was expected, not " + frame.scene().getFocusOwner());
    }
    robot.push(KeyCode.SHIFT, KeyCode.F6);
    assertTrue(holdsFocus("callsPane"));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    assertTrue(holdsFocus("payloadPane"));
  }

  @Test
  void only_the_pane_with_the_focus_is_marked_also_when_lists_of_others_have_a_line_chosen(
      FxRobot robot) {
    var desk = new PlayedDesk();
    robot.interact(
        () -> {
          frame =
              new Frame(
                  desk.session(),
                  desk::tell,
                  Locale.ENGLISH,
                  Runnable::run,
                  WIDTH,
                  HEIGHT,
                  (_, _) -> Answers.none());
          stage.setScene(frame.scene());
          desk.openSample("seed/message-plain-text-whatsapp.json");
        });
    robot.interact(
        () -> {
          var findings = (ListView<?>) frame.scene().lookup(".findings");
          findings.getSelectionModel().select(0);
          findings.requestFocus();
        });
    for (String pane : PANES) {
      robot.push(KeyCode.SHORTCUT, KeyCode.getKeyCode("" + (PANES.indexOf(pane) + 1)));
      assertEquals(List.of(pane), marked());
    }
    robot.interact(() -> Played.find(frame, Button.class, "open").requestFocus());
    assertEquals(List.of(), marked());
  }

  private List<String> marked() {
    return PANES.stream()
        .filter(
            pane -> {
              var border = Played.find(frame, Region.class, pane).getBorder();
              return !border.getStrokes().getFirst().getTopStroke().equals(Color.TRANSPARENT);
            })
        .toList();
  }

  private boolean holdsFocus(String pane) {
    return Played.find(frame, Node.class, pane).isFocusWithin();
  }

  @Test
  void a_window_that_was_small_divides_its_room_as_before(FxRobot robot) throws Exception {
    var list = Played.find(frame, Region.class, "listPane");
    robot.interact(() -> stage.setWidth(1200));
    Sight.until(() -> Math.abs(list.getWidth() - 276) < 10);
    robot.interact(() -> stage.setWidth(640));
    Sight.until(() -> list.getWidth() < 200);
    robot.interact(() -> stage.setWidth(1200));
    Sight.until(() -> Math.abs(list.getWidth() - 276) < 10);
  }

  @Test
  void tab_stays_in_an_open_sheet_and_escape_closes_it(FxRobot robot) {
    for (var command : List.of(Command.TARGETS, Command.INSTALL, Command.ABOUT)) {
      robot.interact(() -> item(command).fire());
      var first = frame.scene().getFocusOwner();
      var sheet = sheet(first);
      var met = new ArrayList<Node>();
      for (int i = 0; i < 12; i++) {
        robot.push(KeyCode.TAB);
        met.add(frame.scene().getFocusOwner());
        assertEquals(sheet, sheet(met.getLast()), command + " after " + i);
        assertTrue(met.getLast().isFocused(), command + " after " + i);
      }
      assertTrue(met.contains(first), command + " is not gone through round and round");
      for (int i = 0; i < 12; i++) {
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(sheet, sheet(frame.scene().getFocusOwner()), command + " back after " + i);
      }
      robot.push(KeyCode.F6);
      assertEquals(sheet, sheet(frame.scene().getFocusOwner()), command + " after F6");
      robot.push(KeyCode.ESCAPE);
      assertFalse(sheet.isVisible(), command + " is still open");
    }
  }

  private static Node sheet(Node inside) {
    return Stream.iterate(inside, Node::getParent)
        .filter(node -> node.getStyleClass().contains("veil"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_divider_is_remembered_when_it_is_let_go(FxRobot robot) {
    var panes = Played.find(frame, SplitPane.class, "panes");
    robot.interact(
        () -> {
          panes.setDividerPositions(0.3, 0.7);
          panes.layout();
        });
    assertEquals(List.of(), played.told());
    robot.interact(() -> panes.lookup(".split-pane-divider").fireEvent(released()));

    assertEquals(Map.of("panes.0", 0.3, "panes.1", 0.7), rounded(played.settings().places()));
  }

  private static Map<String, Double> rounded(Map<String, Double> places) {
    var all = new TreeMap<String, Double>();
    places.forEach((name, place) -> all.put(name, Math.round(place * 50) / 50.0));
    return all;
  }

  private static MouseEvent released() {
    return new MouseEvent(
        MouseEvent.MOUSE_RELEASED,
        0,
        0,
        0,
        0,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  // Language, colours, size

  @Test
  void the_language_changes_at_once_and_the_keys_still_work_once(FxRobot robot) {
    robot.interact(() -> item(Command.LANGUAGE_PORTUGUESE).fire());

    assertEquals("Colar", Played.find(frame, Button.class, "paste").getText());
    assertEquals("_Arquivo", menuBar().getMenus().getFirst().getText());
    robot.push(KeyCode.F8);
    assertTrue(played.settings().presenting());
    assertEquals(2, played.told().size(), played.told().toString());
  }

  @Test
  void the_text_grows_with_its_keys_and_while_presenting(FxRobot robot) {
    double before = fontSize();
    robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS);
    assertTrue(fontSize() > before);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
    assertEquals(before, fontSize(), 0.01);
    robot.push(KeyCode.F8);
    assertTrue(fontSize() > before);
  }

  @Test
  void icons_grow_with_the_text(FxRobot robot) {
    var icon = (FontIcon) Played.find(frame, Button.class, "open").getGraphic();
    double before = icon.getIconSize();
    robot.interact(() -> played.accept(new Event.SettingsChanged(now -> now.scaled(2))));
    robot.interact(() -> frame.scene().getRoot().applyCss());
    assertEquals(2 * before, icon.getIconSize());
  }

  private double fontSize() {
    return Played.find(frame, Label.class, "chosen").getFont().getSize();
  }

  // What comes in

  @Test
  void a_payload_is_pasted_anywhere_but_in_a_text_field(FxRobot robot) {
    robot.interact(
        () -> {
          var content = new ClipboardContent();
          content.putString("{\"id\": 1}");
          Clipboard.getSystemClipboard().setContent(content);
        });
    robot.push(KeyCode.F6);
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    assertEquals(new Event.TextPasted("{\"id\": 1}"), played.last());

    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    assertEquals(1, played.told().size());
    assertEquals("{\"id\": 1}", Played.find(frame, TextField.class, "palette-query").getText());
  }

  // What is said

  @Test
  void a_failure_stays_until_it_is_closed(FxRobot robot) {
    robot.interact(
        () ->
            played.accept(
                new Event.Said(Notice.Weight.FAILED, "notice.nothing-in", List.of("a.json"))));
    var text = Played.find(frame, Label.class, "notice-text");
    assertEquals("There is no payload in a.json.", text.getText());
    assertTrue(text.getParent().getParent().isVisible());
    Sight.click(robot, () -> Played.find(frame, Node.class, "notice-close"));

    assertEquals(null, played.session().get().notice());
    assertFalse(text.getParent().getParent().isVisible());
  }

  @Test
  void what_takes_a_while_is_shown_and_can_be_cancelled(FxRobot robot) {
    robot.interact(
        () ->
            played.accept(
                new Event.JobMoved(new Job(4, "job.reading", "a.ndjson", 10, 100, 0, 2000))));
    Sight.click(robot, () -> frame.scene().lookup(".cancel-job"));

    assertEquals(new Event.JobCancelled(4), played.last());
    assertFalse(Played.find(frame, Node.class, "jobs").isVisible());
  }

  // Tour and pages

  @Test
  void a_newcomer_sees_a_sample_and_is_shown_around(FxRobot robot) {
    robot.interact(
        () -> {
          played.accept(
              new Event.SettingsChanged(_ -> Settings.USUAL.in(Settings.Language.ENGLISH)));
          frame.welcome();
        });
    assertTrue(played.told().contains(new Event.SampleChosen(Samples.FIRST)));
    assertEquals("What came in", Played.find(frame, Label.class, "tour-title").getText());
    assertTrue(Played.find(frame, Button.class, "tour-next").isFocused());
    robot.push(KeyCode.SPACE);
    assertEquals("What it is, and why", Played.find(frame, Label.class, "tour-title").getText());
    robot.push(KeyCode.ESCAPE);

    assertFalse(Played.find(frame, Node.class, "tour").isVisible());
    assertTrue(played.settings().toured());
  }

  @Test
  void the_frame_of_the_tour_stays_around_what_it_speaks_of(FxRobot robot) {
    robot.interact(() -> item(Command.TOUR).fire());
    robot.interact(
        () ->
            played.accept(
                new Event.JobMoved(
                    new Job(1, "job.reading", "monday.ndjson", 123_456, 840_000, 0, 2_000))));
    robot.interact(() -> frame.scene().getRoot().layout());

    assertEquals(place("#listPane"), place(".spoken-of"));
  }

  private Bounds place(String selector) {
    return Sight.of(
        () -> {
          var node = frame.scene().lookup(selector);
          return node.localToScene(node.getLayoutBounds());
        });
  }

  @Test
  void who_was_here_before_is_not_shown_around(FxRobot robot) {
    robot.interact(frame::welcome);

    assertEquals(List.of(), played.told());
    assertFalse(Played.find(frame, Node.class, "tour").isVisible());
  }

  @Test
  void all_keys_are_on_one_page(FxRobot robot) {
    robot.push(KeyCode.F1);
    assertEquals("Keyboard shortcuts", Played.find(frame, Label.class, "sheet-title").getText());
    var shown = texts(Played.find(frame, Parent.class, "sheet"));
    assertTrue(shown.contains("Next pane") && shown.contains("F6"), shown.toString());
    robot.push(KeyCode.ESCAPE);
    assertFalse(Played.find(frame, Node.class, "sheet").getParent().isVisible());
  }

  @Test
  void a_sheet_that_turned_to_another_page_gives_the_focus_back(FxRobot robot) {
    var before = Played.find(frame, Node.class, "open");
    robot.interact(before::requestFocus);
    assertEquals(before, frame.scene().getFocusOwner());

    robot.interact(item(Command.SHORTCUTS)::fire);
    robot.interact(item(Command.ABOUT)::fire);
    robot.type(KeyCode.ESCAPE);

    assertFalse(Played.find(frame, Node.class, "sheet").getParent().isVisible());
    assertEquals(before, frame.scene().getFocusOwner());
  }

  // For everybody

  @Test
  void everything_that_can_be_reached_has_a_name(FxRobot robot) {
    for (var node : nodes(frame.scene().getRoot()).toList()) {
      boolean named =
          node.getAccessibleText() != null
              || (node instanceof ButtonBase button && !button.getText().isBlank());
      boolean ours = node instanceof ButtonBase || node instanceof TextInputControl;
      assertTrue(named || !ours || !node.isFocusTraversable(), node.toString());
    }
  }

  @Test
  void a_small_window_still_shows_all_of_the_bars(FxRobot robot) {
    robot.interact(
        () -> {
          stage.setWidth(700);
          stage.setHeight(500);
        });
    for (String id : List.of("paste", "open", "samples", "palette", "status-present")) {
      var node = Played.find(frame, Node.class, id);
      var at = node.localToScene(node.getLayoutBounds());
      assertTrue(at.getMinX() >= 0 && at.getMaxX() <= 700, id + " " + at);
      assertTrue(at.getMinY() >= 0 && at.getMaxY() <= 500, id + " " + at);
    }
  }

  // What is there

  private MenuBar menuBar() {
    return (MenuBar) frame.scene().lookup(".menu-bar");
  }

  private MenuItem item(Command command) {
    return items().stream()
        .filter(item -> command.key().equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private List<MenuItem> items() {
    var all = new ArrayList<MenuItem>();
    menuBar().getMenus().forEach(menu -> gather(menu, all));
    return all;
  }

  private static void gather(Menu menu, List<MenuItem> into) {
    for (var item : menu.getItems()) {
      into.add(item);
      if (item instanceof Menu inner) {
        gather(inner, into);
      }
    }
  }

  private static List<String> texts(Parent parent) {
    return nodes(parent)
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private static Stream<Node> nodes(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(WorkbenchTest::nodes))
        : Stream.of(node);
  }
}
