package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.blipscope.session.Event;
import dev.blipscope.session.Lines;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.shelf.Filter;
import dev.blipscope.ui.Screens;
import dev.blipscope.ui.Sight;
import dev.blipscope.ui.control.PrivateField;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The list in the window, with a session that works behind it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX starts before each test
class ListPaneTest {

  private static final double WIDTH = 950;
  private static final double HEIGHT = 680;
  private static final int MANY = 200;
  private static final int PASTES = 8;

  private final UnkeptSession session = new UnkeptSession();
  private PlayedWindow window;

  @Start
  void start(javafx.stage.Stage stage) {
    window = session.show(stage, WIDTH, HEIGHT);
  }

  @AfterEach
  void close() throws Exception {
    session.close();
  }

  private static String message(int number) {
    return ("{'type':'text/plain','content':'text %d','id':'%d','from':'%s',"
            + "'to':'loja@msging.net','metadata':{'#envelope.storageDate':"
            + "'2025-01-08T16:%02d:14Z'}}")
        .formatted(
            number,
            number,
            number % 2 == 0 ? "5511900000001@wa.gw.msging.net" : "rui@0mn.io",
            number % 60)
        .replace('\'', '"');
  }

  private Session open(int payloads) throws Exception {
    String text =
        IntStream.range(0, payloads)
            .mapToObj(ListPaneTest::message)
            .collect(Collectors.joining("\n"));
    window.tell(new Event.TextPasted(text));
    return window.until(
        now ->
            now.listing().rows().size() == payloads
                && now.listing().isSettled()
                && now.desk() != null
                && now.survey().progress().isDone()
                && now.survey().progress().of() == payloads);
  }

  private ListView<?> lines() {
    return window.find(ListView.class, "lines");
  }

  /// The texts of the lines on the screen, as they are spoken.
  private List<String> spoken() {
    return Sight.of(
        () ->
            cells()
                .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
                .map(cell -> Objects.requireNonNullElse(cell.getAccessibleText(), ""))
                .toList());
  }

  private Stream<ListCell<?>> cells() {
    return lines().lookupAll(".row-cell").stream()
        .<ListCell<?>>map(node -> (ListCell<?>) node)
        .filter(cell -> !cell.isEmpty() && cell.isVisible());
  }

  private int lead(Session now) {
    return now.listing().lines().lineOf(Objects.requireNonNull(now.opening().lead()));
  }

  @Test
  void lines_on_the_screen_say_what_came_in(FxRobot robot) throws Exception {
    open(MANY);

    Sight.until(() -> !spoken().isEmpty() && spoken().getFirst().startsWith("Message received"));
    String first = spoken().getFirst();
    assertTrue(first.contains("WhatsApp, text 0, 5511900000001@wa.gw.msging.net"), first);
    // Only what is on the screen was looked at.
    assertTrue(window.now().listing().glances().size() < MANY / 2);
  }

  @Test
  void the_menu_of_the_list_does_what_one_does_with_lines(FxRobot robot) throws Exception {
    open(3);
    robot.interact(
        () -> {
          lines().getOnContextMenuRequested().handle(null);
          lines().getContextMenu().getItems().stream()
              .filter(item -> "Remove from list".equals(item.getText()))
              .findFirst()
              .orElseThrow()
              .fire();
        });
    window.until(now -> now.listing().rows().size() == 2);
    var offered = lines().getContextMenu().getItems().stream().map(MenuItem::getText).toList();

    assertTrue(offered.containsAll(List.of("Send selection", "Select all")), offered::toString);
  }

  @Test
  void keys_walk_through_the_list_and_open_what_they_come_to(FxRobot robot) throws Exception {
    open(MANY);
    robot.interact(() -> lines().requestFocus());

    robot.type(KeyCode.DOWN, 3);
    window.until(now -> lead(now) == 3 && now.desk() != null && now.chosen().size() == 1);
    robot.type(KeyCode.END);
    window.until(now -> lead(now) == MANY - 1);
    untilOnScreen(MANY - 1);
    robot.type(KeyCode.PAGE_UP);
    var paged = window.until(now -> lead(now) < MANY - 2);
    untilOnScreen(lead(paged));
    robot.type(KeyCode.HOME);
    window.until(now -> lead(now) == 0);
    untilOnScreen(0);
    robot.type(KeyCode.PAGE_DOWN, 3);
    var down = window.until(now -> lead(now) > 10);
    untilOnScreen(lead(down));
    robot.type(KeyCode.HOME);
    window.until(now -> lead(now) == 0);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 2).release(KeyCode.SHIFT);
    window.until(now -> now.chosen().size() == 3 && lead(now) == 2);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    window.until(now -> now.chosen().size() == MANY);
  }

  private void untilOnScreen(int line) throws Exception {
    Sight.until(() -> isOnScreen(line));
  }

  private boolean isOnScreen(int line) {
    Bounds list = lines().localToScene(lines().getLayoutBounds());
    return cells()
        .filter(cell -> cell.getIndex() == line)
        .map(cell -> cell.localToScene(cell.getLayoutBounds()))
        .anyMatch(bounds -> list.contains(bounds.getCenterX(), bounds.getCenterY()));
  }

  @Test
  void a_click_chooses_and_with_control_or_shift_adds(FxRobot robot) throws Exception {
    open(MANY);

    Sight.click(robot, () -> cell(1));
    window.until(now -> lead(now) == 1 && now.chosen().size() == 1);
    press(robot, cell(3), false, true);
    window.until(now -> now.chosen().size() == 2);
    press(robot, cell(5), true, false);
    window.until(now -> now.chosen().size() == 3 && lead(now) == 5);
    assertTrue(isSelected(4));
    assertFalse(isSelected(1));
  }

  /// Robots of the headless platform forget which keys are down.
  private static void press(FxRobot robot, Node on, boolean shift, boolean control) {
    robot.interact(
        () ->
            on.fireEvent(
                new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    1,
                    1,
                    1,
                    1,
                    MouseButton.PRIMARY,
                    1,
                    shift,
                    control,
                    false,
                    control,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null)));
  }

  private boolean isSelected(int index) {
    return Sight.of(() -> cell(index).isSelected());
  }

  private ListCell<?> cell(int index) {
    return Sight.of(
        () -> cells().filter(cell -> cell.getIndex() == index).findFirst().orElseThrow());
  }

  @Test
  void what_is_typed_filters_and_escape_clears(FxRobot robot) throws Exception {
    open(MANY);
    var search = window.find(TextField.class, "search");

    Sight.click(robot, () -> search).write("text 19");
    window.until(now -> now.listing().isSettled() && now.listing().rows().size() == 11);
    assertEquals("11 of 200 shown", window.find(Label.class, "list-count").getText());
    robot.type(KeyCode.ESCAPE);
    window.until(now -> now.listing().isSettled() && now.listing().rows().size() == MANY);
    assertEquals("", search.getText());

    window.tell(new Event.Filtered(Filter.ALL.withText("nobody said that")));
    window.until(now -> now.listing().isSettled() && now.listing().rows().size() == 0);
    assertTrue(window.find(Node.class, "list-filtered").isVisible());
    assertEquals("nobody said that", search.getText());
    Sight.click(robot, () -> window.find(Node.class, "clear-filter"));
    window.until(now -> now.listing().isSettled() && now.listing().rows().size() == MANY);
    assertEquals("", search.getText());
  }

  @Test
  void delete_takes_away_and_undo_brings_back(FxRobot robot) throws Exception {
    open(MANY);
    Sight.click(robot, () -> cell(2));
    window.until(now -> lead(now) == 2);

    robot.type(KeyCode.DELETE);
    window.until(now -> now.listing().isSettled() && now.listing().rows().size() == MANY - 1);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    window.until(now -> now.listing().isSettled() && now.listing().rows().size() == MANY);
  }

  @Test
  void where_one_stands_stays_when_the_list_changes(FxRobot robot) throws Exception {
    open(MANY);
    robot.interact(() -> lines().requestFocus());
    robot.type(KeyCode.END);
    var before = window.until(now -> lead(now) == MANY - 1);

    window.tell(new Event.Grouped(true));
    var grouped = window.until(now -> now.listing().lines().isGrouped());
    assertEquals(before.opening().lead(), grouped.opening().lead());
    assertTrue(lines().getItems().getFirst() instanceof Lines.Line.Contact);
    untilOnScreen(lead(grouped));
  }

  @Test
  void what_is_pasted_below_a_long_list_comes_into_sight(FxRobot robot) throws Exception {
    open(MANY);
    untilOnScreen(0);

    for (int more = 0; more < PASTES; more++) {
      int line = MANY + more;
      window.tell(new Event.TextPasted(message(line)));
      window.until(now -> now.listing().isSettled() && lead(now) == line);
      untilOnScreen(line);
    }
  }

  @Test
  void a_list_that_becomes_short_is_seen_from_its_top(FxRobot robot) throws Exception {
    open(MANY);
    robot.interact(() -> lines().requestFocus());
    robot.type(KeyCode.END);
    untilOnScreen(MANY - 1);

    window.tell(new Event.Filtered(Filter.ALL.withText("text 2")));
    window.until(now -> now.listing().isSettled() && now.listing().rows().size() == 11);
    untilOnScreen(0);
    window.tell(new Event.Filtered(Filter.ALL));
    window.until(now -> now.listing().isSettled() && now.listing().rows().size() == MANY);
    untilOnScreen(MANY - 1);
  }

  @Test
  void the_line_where_a_person_stands_stays_in_sight_when_there_is_less_room(FxRobot robot)
      throws Exception {
    open(MANY);
    robot.interact(() -> lines().requestFocus());
    robot.type(KeyCode.DOWN, 6);
    window.until(now -> lead(now) == 6);
    untilOnScreen(6);
    double before = lines().getFixedCellSize();

    window.tell(new Event.SettingsChanged(now -> now.scaled(Settings.LARGEST_SCALE)));
    Sight.until(() -> lines().getFixedCellSize() > before * 1.5);
    untilOnScreen(6);
    robot.interact(() -> window.scene().getWindow().setHeight(HEIGHT * 0.8));
    untilOnScreen(6);
  }

  @Test
  void the_line_where_a_person_stands_is_in_sight_in_the_other_language(FxRobot robot)
      throws Exception {
    open(MANY);
    robot.interact(() -> lines().requestFocus());
    robot.type(KeyCode.END);
    untilOnScreen(MANY - 1);
    var before = lines();

    window.tell(new Event.SettingsChanged(now -> now.in(Settings.Language.PORTUGUESE)));
    // Until the window is in the other language, there may be none.
    Sight.until(
        () -> window.scene().lookup("#lines") instanceof ListView<?> now && !now.equals(before));
    untilOnScreen(MANY - 1);
  }

  @Test
  void it_looks_good_in_both_languages_and_colours(FxRobot robot) throws Exception {
    waitForFxEvents();
    robot.interact(() -> Screens.take(window.scene(), "list-empty"));
    String others =
        """
        {"category":"flow","action":"start","storageDate":"2025-01-08T16:36:00Z",\
        "contact":{"Identity":"5511900000001@wa.gw.msging.net"}}
        {"identity":"5511900000001@wa.gw.msging.net","name":"Ana Souza",\
        "lastMessageDate":"2025-01-08T16:36:00Z","email":"ana@example.com"}
        {"type":"text/plain","content":"Ol\u00e1 \u202e hidden","id":"z","to":"rui@0mn.io",\
        "from":"loja@msging.net"}
        {"method":"get","uri":"/contacts","id":"1"}
        {"unknown":true}
        [1]
        {"type": "text/plain", broken}
        """;
    window.tell(new Event.TextPasted(others.stripTrailing()));
    window.until(now -> now.listing().rows().size() == 7);
    open(30, 37);
    var pane = window.find(TitledPane.class, "all-findings");
    robot.interact(() -> pane.setExpanded(true));
    shot(robot, "light-en");
    window.change(window.now().settings().in(Settings.Language.PORTUGUESE));
    window.change(window.now().settings().with(Settings.Theme.DARK));
    window.tell(new Event.Grouped(true));
    window.tell(
        new Event.Filtered(
            Filter.ALL.withKinds(java.util.Set.of(dev.blipscope.shelf.RowKind.MESSAGE))));
    window.until(now -> now.listing().lines().isGrouped() && now.listing().isSettled());
    shot(robot, "dark-pt");
    window.tell(new Event.Filtered(Filter.ALL.withText("nobody")));
    window.until(now -> now.listing().rows().size() == 0);
    shot(robot, "dark-pt-filtered");
  }

  private void open(int payloads, int rows) throws Exception {
    window.tell(
        new Event.TextPasted(
            IntStream.range(0, payloads)
                .mapToObj(ListPaneTest::message)
                .collect(Collectors.joining("\n"))));
    window.until(
        now ->
            now.listing().rows().size() == rows
                && now.survey().progress().of() == rows
                && now.survey().progress().isDone());
  }

  @Test
  void what_is_searched_for_is_covered_while_somebody_presents(FxRobot robot) throws Exception {
    open(6);
    var search = window.find(PrivateField.class, "search");
    Sight.click(robot, () -> search).write("text 3").push(KeyCode.ENTER);
    window.until(now -> now.listing().rows().size() == 1);
    assertTrue(isDrawn(search, "text 3"));

    window.change(window.now().settings().presenting(true));
    window.until(now -> now.desk() != null);
    shot(robot, "presenting-search");
    assertFalse(isDrawn(search, "text 3"));
    assertTrue(isDrawn(search, "••••••"));
    assertEquals("••••••", search.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    assertEquals("text 3", search.getText());
    assertEquals(1, window.now().listing().rows().size());
    // A style sheet covers all fields of this kind; those that keep what was typed are of it.
    window.change(window.now().settings().onTab("fields"));
    for (String keeps : List.of("find", "fields-filter")) {
      var field = window.find(PrivateField.class, keeps);
      robot.interact(() -> field.setText("Ana"));
      assertFalse(isDrawn(field, "Ana"));
      assertTrue(isDrawn(field, "•••"));
    }

    Sight.click(robot, () -> search).push(KeyCode.END).push(KeyCode.BACK_SPACE).write("4");
    robot.push(KeyCode.ENTER);
    window.until(now -> now.listing().filter().text().equals("text 4"));
    assertFalse(isDrawn(search, "text 4"));

    window.change(window.now().settings().presenting(false));
    assertTrue(isDrawn(search, "text 4"));
  }

  private static boolean isDrawn(PrivateField field, String text) {
    return Sight.of(
        () ->
            field.lookupAll(".text").stream()
                .anyMatch(node -> node instanceof Text shape && shape.getText().equals(text)));
  }

  private void shot(FxRobot robot, String name) throws Exception {
    waitForFxEvents();
    Sight.until(() -> spoken().stream().noneMatch(String::isEmpty));
    waitForFxEvents();
    robot.interact(() -> Screens.take(window.scene(), "list-" + name));
  }
}
