package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.blipscope.sandbox.Sandbox;
import dev.blipscope.sandbox.SandboxSettings;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Event;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Settings;
import dev.blipscope.ui.Sight;
import dev.blipscope.ui.control.Contrast;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Everything that a person sees of sending, from the paste to the ledger.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX starts before each test
class SendWindowTest {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 640;
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz012345";

  private static final String MESSAGE =
      "{\"type\":\"text/plain\",\"content\":\"Oi\",\"id\":\"1\",\"from\":\"5511999990000@wa.gw.msging.net\","
          + "\"to\":\"b@msging.net\",\"metadata\":"
          + "{\"#envelope.storageDate\":\"2025-01-08T16:35:14Z\"}}";

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

  private void type(FxRobot robot, String id, String text) {
    robot.interact(() -> window.find(TextField.class, id).setText(text));
  }

  private void menu(FxRobot robot, String command) {
    robot.interact(
        () ->
            window.find(MenuButton.class, "target").getItems().stream()
                .filter(item -> command.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private void paste(FxRobot robot) throws Exception {
    robot.interact(() -> window.tell(new Event.TextPasted(MESSAGE)));
    window.until(now -> now.desk() != null && now.listing().rows().size() == 1);
  }

  private void shoot(FxRobot robot, String name) {
    window.shoot(robot, "send-" + name);
  }

  /// In both languages and colours.
  private void shootAll(FxRobot robot, String name) throws Exception {
    window.inEachLook(look -> shoot(robot, name + look));
    window.change(window.now().settings().in(Settings.Language.ENGLISH).with(Settings.Theme.LIGHT));
  }

  @Test
  void a_payload_is_sent_to_the_sandbox_and_its_delivery_tells_what_became_of_it(FxRobot robot)
      throws Exception {
    paste(robot);
    assertEquals("Target: Sandbox", window.text("target"));
    robot.interact(() -> window.find(TabPane.class, "call-tabs").getSelectionModel().selectLast());
    window.until(now -> now.settings().tab().equals("delivery"));
    shoot(robot, "not-sent");

    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.until(now -> now.outgoing().open().stream().anyMatch(it -> !it.ledger().isEmpty()));
    assertEquals("accepted for queueing", window.text("delivery-state"));
    assertTrue(Sight.of(() -> window.scene().lookup(".row-cell .postmark.accepted").isVisible()));
    assertEquals("1 accepted · 0 not accepted · 0 waiting", window.text("post-totals"));
    shootAll(robot, "delivered");

    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.until(now -> now.outgoing().open().stream().anyMatch(it -> it.ledger().size() == 2));
    assertTrue(window.text("notice-text").contains("same ids"), () -> window.text("notice-text"));
    shoot(robot, "duplicate");
    robot.interact(() -> window.tell(new Event.NoticeSeen()));
    menu(robot, "command.sandbox");
    window.until(now -> now.outgoing().sandbox().duplicates() == 1);
    assertEquals("Calls: 2, kept: 1, duplicates: 1, dropped: 0", window.text("sandbox-totals"));
    robot.interact(
        () ->
            robot
                .lookup("#sandbox-faults")
                .<ComboBox<String>>query()
                .setValue("429:1:retry-after=3"));
    window.until(now -> now.outgoing().sandbox().faults().equals("429:1:retry-after=3"));
    shoot(robot, "ledger-faulty");
    window.press(robot, "sandbox-close");

    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.until(now -> now.outgoing().open().stream().anyMatch(it -> it.next() != null));
    shoot(robot, "waiting");
    window.until(now -> now.outgoing().totals().accepted() == 3);
  }

  @Test
  void the_empty_sandbox_is_whole_with_the_largest_text_in_a_small_window(FxRobot robot)
      throws Exception {
    window.change(
        PlayedWindow.USUAL.in(Settings.Language.PORTUGUESE).scaled(Settings.LARGEST_SCALE));
    robot.interact(
        () -> {
          window.scene().getWindow().setWidth(900);
          window.scene().getWindow().setHeight(600);
        });
    menu(robot, "command.sandbox");
    Sight.until(() -> window.find(Button.class, "sandbox-close").isFocused());
    shoot(robot, "ledger-empty");

    var words =
        Sight.of(() -> (Label) window.scene().lookup("#sandbox-table .placeholder > .label"));
    assertEquals(words.getText(), Sight.of(() -> ((Text) words.lookup(".text")).getText()));
    var close = window.find(Button.class, "sandbox-close");
    assertTrue(
        Sight.of(() -> close.localToScene(close.getLayoutBounds()).getMaxY())
            < Sight.of(() -> window.scene().getHeight()));
  }

  @Test
  void a_target_is_made_with_a_mended_endpoint_and_asked_for_before_anything_is_sent(FxRobot robot)
      throws Exception {
    try (var away =
        Sandbox.start(
            SandboxSettings.onPort(0), Thread::startVirtualThread, InstantSource.system())) {
      away.know(WriteKey.of(KEY));
      paste(robot);
      menu(robot, "command.targets");
      type(robot, "targets-name", "Test source");
      robot.interact(
          () ->
              robot
                  .lookup("#targets-region")
                  .<ComboBox<Object>>query()
                  .getSelectionModel()
                  .selectLast());
      type(robot, "targets-key", KEY);
      type(robot, "targets-endpoint", away.address() + "/v1");
      assertTrue(window.text("targets-problem").startsWith("The path is added"));
      assertEquals("Take " + away.address(), window.text("targets-suggestion"));
      assertTrue(window.find(Button.class, "targets-save").isDisabled());
      shoot(robot, "targets-mend");
      window.press(robot, "targets-suggestion");
      assertEquals(
          away.address().toString(), window.find(TextField.class, "targets-endpoint").getText());
      window.press(robot, "targets-save");
      window.until(
          now ->
              now.outgoing().own().size() == 1
                  && now.outgoing().own().getFirst().keyPlace()
                      == dev.blipscope.session.KnownTarget.KeyPlace.SESSION);
      assertEquals("", window.find(TextField.class, "targets-key").getText());
      window.press(robot, "targets-test");
      window.until(now -> window.text("targets-tested").startsWith("A test call"));
      window.press(robot, "targets-use");
      window.until(now -> now.target().name().equals("Test source"));
      shoot(robot, "targets-kept");
      window.press(robot, "targets-close");
      assertEquals("Target: Test source", window.text("target"));

      robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
      window.until(now -> now.outgoing().ask() != null);
      assertEquals("Send 1 call to Test source?", window.text("ask-title"));
      assertTrue(window.find(Button.class, "ask-no").isDefaultButton());
      shootAll(robot, "ask");
      robot.push(KeyCode.ENTER);
      window.until(now -> now.outgoing().ask() == null);
      // Only the test call came.
      assertEquals(1, away.ledger().totals().calls());

      robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
      window.until(now -> now.outgoing().ask() != null);
      window.press(robot, "ask-yes");
      window.until(now -> now.outgoing().totals().accepted() == 1);
      assertEquals(2, away.ledger().totals().kept());
    }
  }

  @Test
  void a_host_that_nobody_knows_needs_a_second_yes_and_shows_as_real(FxRobot robot)
      throws Exception {
    paste(robot);
    menu(robot, "command.targets");
    type(robot, "targets-name", "Elsewhere");
    robot.interact(
        () ->
            robot
                .lookup("#targets-region")
                .<ComboBox<Object>>query()
                .getSelectionModel()
                .selectLast());
    type(robot, "targets-endpoint", "https://events.invalid");
    type(robot, "targets-key", KEY);
    window.press(robot, "targets-save");
    window.until(now -> now.outgoing().ask() != null);
    shoot(robot, "ask-host");
    window.press(robot, "ask-no");
    window.until(now -> now.outgoing().ask() == null);
    assertTrue(window.now().outgoing().own().isEmpty());

    type(robot, "targets-key", KEY);
    window.press(robot, "targets-save");
    window.until(now -> now.outgoing().ask() != null);
    window.press(robot, "ask-yes");
    window.until(now -> now.outgoing().own().size() == 1);
    window.press(robot, "targets-close");
    window.tell(new Event.OfSending(new OutgoingEvent.TargetChosen("Elsewhere")));
    window.until(now -> now.target().name().equals("Elsewhere"));
    assertEquals("REAL TARGET Elsewhere · events.invalid", window.text("post-target"));
    shootAll(robot, "real");
    window.inEachLook(
        look -> {
          double contrast = Sight.of(() -> contrast(window.find(MenuButton.class, "target")));
          assertTrue(contrast >= 4.5, () -> look + ": " + contrast);
        });
  }

  /// How much the text of a button stands out from what is painted below it (WCAG 2.2, 1.4.3).
  private static double contrast(MenuButton button) {
    var text = (Color) ((Text) button.lookup(".label > .text")).getFill();
    var ground = Color.BLACK;
    for (var fill : button.getBackground().getFills()) {
      var paint = (Color) fill.getFill();
      ground =
          ground.interpolate(
              Color.color(paint.getRed(), paint.getGreen(), paint.getBlue()), paint.getOpacity());
    }
    return Contrast.of(text, ground);
  }

  @Test
  void the_installation_is_played_with_the_sandbox_until_all_lines_are_green(FxRobot robot)
      throws Exception {
    menu(robot, "command.install");
    for (int step = 1; step <= 3; step++) {
      shoot(robot, "install-" + step);
      window.press(robot, "install-next");
    }
    assertTrue(window.find(Button.class, "install-next").isDisabled());
    window.press(robot, "install-paste");
    shoot(robot, "install-4");
    window.press(robot, "install-next");
    shoot(robot, "install-5");
    window.press(robot, "install-test");
    window.until(now -> now.outgoing().inUse().tested() != null);
    window.press(robot, "install-message");
    window.until(now -> now.desk() != null);
    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.until(now -> now.outgoing().totals().accepted() == 1);
    window.press(robot, "install-contact");
    window.until(
        now -> now.deck().size() == 2 && now.chosen().size() == 1 && now.listing().isSettled());
    window.until(now -> now.desk() != null && now.desk().text().contains("lastMessageDate"));
    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.until(now -> now.outgoing().totals().accepted() == 2);
    Sight.until(
        () -> window.find(Node.class, "install-checks").lookupAll(".check-icon.green").size() == 4);
    shoot(robot, "install-green");
  }

  @Test
  void every_sheet_opens_in_both_languages_and_closes_with_escape(FxRobot robot) throws Exception {
    paste(robot);
    for (String command : List.of("command.targets", "command.sandbox", "command.install")) {
      String id = command.substring("command.".length());
      window.inEachLook(
          look -> {
            menu(robot, command);
            shoot(robot, id + look);
            assertTrue(window.find(Node.class, id).getParent().isVisible(), id);
            robot.push(KeyCode.ESCAPE);
            waitForFxEvents();
            assertTrue(!window.find(Node.class, id).getParent().isVisible(), id);
          });
    }
    assertEquals(0, window.find(ListView.class, "targets-list").getItems().size());
    assertTrue(
        window.find(Label.class, "sandbox-address").getText().startsWith("http://127.0.0.1"));
  }
}
