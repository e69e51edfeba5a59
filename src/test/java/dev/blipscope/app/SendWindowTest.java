package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.blipscope.sandbox.Sandbox;
import dev.blipscope.sandbox.SandboxSettings;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Event;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.ui.Frame;
import dev.blipscope.ui.Screens;
import dev.blipscope.ui.WindowAsking;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

  private LatestSession latest;
  private Loop loop;
  private Performer performer;
  private Frame frame;
  private final LinkedBlockingQueue<Throwable> mistakes = new LinkedBlockingQueue<>();

  @Start
  void start(javafx.stage.Stage stage) {
    latest =
        new LatestSession(
            Session.first(
                Settings.USUAL
                    .in(Settings.Language.ENGLISH)
                    .with(Settings.Theme.LIGHT)
                    .afterTour()));
    loop = new Loop(latest.shown().get(), latest::publish, mistakes::add);
    performer =
        new Performer(
            loop::tell,
            mistakes::add,
            InstantSource.system(),
            () -> {},
            () -> {},
            Stage.outward(loop::tell));
    loop.perform(performer::perform);
    loop.start();
    frame =
        new Frame(
            latest.shown(),
            loop::tell,
            Locale.ENGLISH,
            Thread::startVirtualThread,
            WIDTH,
            HEIGHT,
            WindowAsking::new);
    stage.setScene(frame.scene());
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    stage.show();
  }

  @AfterEach
  void close() throws Exception {
    performer.close();
    loop.close();
    assertTrue(mistakes.isEmpty(), mistakes::toString);
  }

  private Session until(Predicate<Session> wanted) throws Exception {
    waitFor(20, TimeUnit.SECONDS, () -> wanted.test(latest.shown().get()));
    waitForFxEvents();
    return latest.shown().get();
  }

  private <T extends Node> T find(Class<T> type, String id) {
    var found = frame.scene().lookup("#" + id);
    assertNotNull(found, id);
    return type.cast(found);
  }

  private String text(String id) {
    return find(Labeled.class, id).getText();
  }

  private void press(FxRobot robot, String id) {
    robot.interact(() -> find(ButtonBase.class, id).fire());
  }

  private void type(FxRobot robot, String id, String text) {
    robot.interact(() -> find(TextField.class, id).setText(text));
  }

  private void menu(FxRobot robot, String command) {
    robot.interact(
        () ->
            find(MenuButton.class, "target").getItems().stream()
                .filter(item -> command.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private void paste(FxRobot robot) throws Exception {
    robot.interact(() -> loop.tell(new Event.TextPasted(MESSAGE)));
    until(now -> now.desk() != null && now.listing().rows().size() == 1);
  }

  private void shoot(FxRobot robot, String name) {
    robot.interact(
        () -> {
          frame.scene().getRoot().applyCss();
          frame.scene().getRoot().layout();
          Screens.take(frame.scene(), "send-" + name);
        });
  }

  /// In both languages and colours.
  private void shootAll(FxRobot robot, String name) throws Exception {
    for (var language : List.of(Settings.Language.ENGLISH, Settings.Language.PORTUGUESE)) {
      for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
        var wanted = latest.shown().get().settings().in(language).with(theme);
        loop.tell(new Event.SettingsChanged(_ -> wanted));
        until(now -> now.settings().equals(wanted));
        shoot(
            robot,
            name
                + (language == Settings.Language.ENGLISH ? "-en" : "-pt")
                + (theme == Settings.Theme.LIGHT ? "-light" : "-dark"));
      }
    }
    var usual =
        latest.shown().get().settings().in(Settings.Language.ENGLISH).with(Settings.Theme.LIGHT);
    loop.tell(new Event.SettingsChanged(_ -> usual));
    until(now -> now.settings().equals(usual));
  }

  @Test
  void a_payload_is_sent_to_the_sandbox_and_its_delivery_tells_what_became_of_it(FxRobot robot)
      throws Exception {
    paste(robot);
    assertEquals("Target: Sandbox", text("target"));
    robot.interact(() -> find(TabPane.class, "call-tabs").getSelectionModel().selectLast());
    until(now -> now.settings().tab().equals("delivery"));
    shoot(robot, "not-sent");

    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until(now -> now.outgoing().open().stream().anyMatch(it -> !it.ledger().isEmpty()));
    assertEquals("accepted for queueing", text("delivery-state"));
    assertTrue(frame.scene().lookup(".row-cell .postmark.accepted").isVisible());
    assertEquals("1 accepted · 0 not accepted · 0 waiting", text("post-totals"));
    shootAll(robot, "delivered");

    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until(now -> now.outgoing().open().stream().anyMatch(it -> it.ledger().size() == 2));
    assertTrue(text("notice-text").contains("same ids"), () -> text("notice-text"));
    shoot(robot, "duplicate");
    robot.interact(() -> loop.tell(new Event.NoticeSeen()));
    menu(robot, "command.sandbox");
    until(now -> now.outgoing().sandbox().duplicates() == 1);
    assertEquals("Calls: 2, kept: 1, duplicates: 1, dropped: 0", text("sandbox-totals"));
    robot.interact(
        () ->
            robot
                .lookup("#sandbox-faults")
                .<ComboBox<String>>query()
                .setValue("429:1:retry-after=3"));
    until(now -> now.outgoing().sandbox().faults().equals("429:1:retry-after=3"));
    shoot(robot, "ledger-faulty");
    press(robot, "sandbox-close");

    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until(now -> now.outgoing().open().stream().anyMatch(it -> it.next() != null));
    shoot(robot, "waiting");
    until(now -> now.outgoing().totals().accepted() == 3);
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
      assertTrue(text("targets-problem").startsWith("The path is added"));
      assertEquals("Take " + away.address(), text("targets-suggestion"));
      assertTrue(find(Button.class, "targets-save").isDisabled());
      shoot(robot, "targets-mend");
      press(robot, "targets-suggestion");
      assertEquals(away.address().toString(), find(TextField.class, "targets-endpoint").getText());
      press(robot, "targets-save");
      until(
          now ->
              now.outgoing().own().size() == 1
                  && now.outgoing().own().getFirst().keyPlace()
                      == dev.blipscope.session.KnownTarget.KeyPlace.SESSION);
      assertEquals("", find(TextField.class, "targets-key").getText());
      press(robot, "targets-test");
      until(now -> text("targets-tested").startsWith("A test call"));
      press(robot, "targets-use");
      until(now -> now.target().name().equals("Test source"));
      shoot(robot, "targets-kept");
      press(robot, "targets-close");
      assertEquals("Target: Test source", text("target"));

      robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
      until(now -> now.outgoing().ask() != null);
      assertEquals("Send 1 call to Test source?", text("ask-title"));
      assertTrue(find(Button.class, "ask-no").isDefaultButton());
      shootAll(robot, "ask");
      robot.push(KeyCode.ENTER);
      until(now -> now.outgoing().ask() == null);
      // Only the test call came.
      assertEquals(1, away.ledger().totals().calls());

      robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
      until(now -> now.outgoing().ask() != null);
      press(robot, "ask-yes");
      until(now -> now.outgoing().totals().accepted() == 1);
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
    press(robot, "targets-save");
    until(now -> now.outgoing().ask() != null);
    shoot(robot, "ask-host");
    press(robot, "ask-no");
    until(now -> now.outgoing().ask() == null);
    assertTrue(latest.shown().get().outgoing().own().isEmpty());

    type(robot, "targets-key", KEY);
    press(robot, "targets-save");
    until(now -> now.outgoing().ask() != null);
    press(robot, "ask-yes");
    until(now -> now.outgoing().own().size() == 1);
    press(robot, "targets-close");
    loop.tell(new Event.OfSending(new OutgoingEvent.TargetChosen("Elsewhere")));
    until(now -> now.target().name().equals("Elsewhere"));
    assertEquals("REAL TARGET Elsewhere · events.invalid", text("post-target"));
    shootAll(robot, "real");
  }

  @Test
  void the_installation_is_played_with_the_sandbox_until_all_lines_are_green(FxRobot robot)
      throws Exception {
    menu(robot, "command.install");
    for (int step = 1; step <= 3; step++) {
      shoot(robot, "install-" + step);
      press(robot, "install-next");
    }
    assertTrue(find(Button.class, "install-next").isDisabled());
    press(robot, "install-paste");
    shoot(robot, "install-4");
    press(robot, "install-next");
    shoot(robot, "install-5");
    press(robot, "install-test");
    until(now -> now.outgoing().inUse().tested() != null);
    press(robot, "install-message");
    until(now -> now.desk() != null);
    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until(now -> now.outgoing().totals().accepted() == 1);
    press(robot, "install-contact");
    until(now -> now.deck().size() == 2 && now.chosen().size() == 1 && now.listing().isSettled());
    until(now -> now.desk() != null && now.desk().text().contains("lastMessageDate"));
    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until(now -> now.outgoing().totals().accepted() == 2);
    waitFor(
        10,
        TimeUnit.SECONDS,
        () -> find(Node.class, "install-checks").lookupAll(".check-icon.green").size() == 4);
    shoot(robot, "install-green");
  }

  @Test
  void every_sheet_opens_in_both_languages_and_closes_with_escape(FxRobot robot) throws Exception {
    paste(robot);
    for (String command : List.of("command.targets", "command.sandbox", "command.install")) {
      for (var language : List.of(Settings.Language.ENGLISH, Settings.Language.PORTUGUESE)) {
        for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
          var wanted = latest.shown().get().settings().in(language).with(theme);
          loop.tell(new Event.SettingsChanged(_ -> wanted));
          until(now -> now.settings().equals(wanted));
          menu(robot, command);
          shoot(
              robot,
              command.substring(8)
                  + (language == Settings.Language.ENGLISH ? "-en" : "-pt")
                  + (theme == Settings.Theme.LIGHT ? "-light" : "-dark"));
          String id = command.substring(8);
          assertTrue(find(Node.class, id).getParent().isVisible(), id);
          robot.push(KeyCode.ESCAPE);
          waitForFxEvents();
          assertTrue(!find(Node.class, id).getParent().isVisible(), id);
        }
      }
    }
    assertEquals(0, find(ListView.class, "targets-list").getItems().size());
    assertTrue(find(Label.class, "sandbox-address").getText().startsWith("http://127.0.0.1"));
  }
}
