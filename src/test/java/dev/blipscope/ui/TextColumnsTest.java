package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX starts before each test
class TextColumnsTest {

  private static final String LONG =
      "a text that is far longer than the whole table is wide ".repeat(4);

  private TableView<List<String>> table;
  private TableColumn<List<String>, String> name;
  private TableColumn<List<String>, String> text;

  @Start
  void start(Stage stage) {
    table = new TableView<>();
    name = new TableColumn<>("Name");
    text = new TableColumn<>("Text");
    table.getColumns().setAll(List.of(name, text));
    TextColumns.of(table, Map.of(name, List::getFirst, text, List::getLast));
    stage.setScene(new Scene(table, 400, 200));
    stage.show();
  }

  private void show(FxRobot robot, List<List<String>> rows) {
    robot.interact(() -> table.setItems(FXCollections.observableArrayList(rows)));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(table::layout);
  }

  @Test
  void a_short_text_stays_whole_beside_a_long_one(FxRobot robot) {
    show(robot, List.of(List.of("/properties/metadata", LONG)));
    double wide = name.getWidth();
    assertTrue(wide > 100 && wide < 220, "" + wide);
    assertEquals(table.getWidth(), wide + text.getWidth(), 20);

    show(robot, List.of(List.of("/id", LONG)));
    assertTrue(name.getWidth() < wide / 2, name.getWidth() + " after " + wide);
    assertEquals(table.getWidth(), name.getWidth() + text.getWidth(), 20);
  }

  @Test
  void rows_that_come_later_have_their_room(FxRobot robot) {
    show(robot, List.of());
    robot.interact(() -> table.getItems().add(List.of("/properties/metadata", LONG)));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(table::layout);
    assertTrue(name.getWidth() > 100, "" + name.getWidth());
  }

  @Test
  void a_column_that_a_person_has_drawn_stays_as_it_is(FxRobot robot) {
    show(robot, List.of(List.of("/id", "1")));
    robot.interact(
        () -> {
          table.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED));
          name.setPrefWidth(77);
          table.fireEvent(mouse(MouseEvent.MOUSE_RELEASED));
        });
    show(robot, List.of(List.of("/properties/metadata", "1")));

    assertEquals(77, name.getWidth());
  }

  @Test
  void what_nobody_has_drawn_is_made_to_fit_again(FxRobot robot) {
    show(robot, List.of(List.of("/id", "1")));
    double wide = name.getWidth();
    robot.interact(() -> name.setPrefWidth(700));
    show(robot, List.of(List.of("/id", "1")));

    assertEquals(wide, name.getWidth());
  }

  private static MouseEvent mouse(EventType<MouseEvent> type) {
    return new MouseEvent(
        type,
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
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  @Test
  void where_room_is_scarce_the_widest_give_way() {
    assertArrayEquals(
        new double[] {50, 100, 100}, TextColumns.shared(new double[] {50, 120, 900}, 250));
    assertArrayEquals(
        new double[] {100, 20, 180}, TextColumns.shared(new double[] {100, 20, 30}, 300));
  }
}
