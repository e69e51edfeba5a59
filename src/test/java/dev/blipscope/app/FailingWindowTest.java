package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.blipscope.session.Event;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.ui.Frame;
import dev.blipscope.ui.Screens;
import dev.blipscope.ui.WindowAsking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a person sees when something goes wrong that should not, and what is written down of it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX starts before each test
class FailingWindowTest {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 640;
  private static final String MARKER = "Marcador de teste 901.396.765-33";
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz012345";

  @TempDir private static Path home;

  private final LinkedBlockingQueue<Path> shown = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<String> written = new LinkedBlockingQueue<>();
  private Thread.UncaughtExceptionHandler before;
  private Folders folders;
  private Works works;
  private Frame frame;
  private Stage stage;
  private boolean closed;
  private volatile boolean speechless;

  @Start
  void start(Stage window) throws IOException {
    before = Thread.getDefaultUncaughtExceptionHandler();
    var folder = Files.createTempDirectory(home, "start");
    folders = new Folders(folder.resolve("config"), folder.resolve("state"));
    SettingsFile.write(
        folders.settings(),
        Settings.USUAL.in(Settings.Language.ENGLISH).with(Settings.Theme.LIGHT).afterTour());
    works = new Works(folders, InstantSource.system(), written::add, shown::add);
    frame =
        new Frame(
            works.shown(),
            works::tell,
            Locale.ENGLISH,
            Thread::startVirtualThread,
            WIDTH,
            HEIGHT,
            (scene, words) -> {
              if (speechless) {
                throw new IllegalStateException(MARKER);
              }
              return new WindowAsking(scene, words);
            });
    stage = window;
    stage.setScene(frame.scene());
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    stage.show();
    works.start(List.of(), () -> {});
  }

  @AfterEach
  void close() {
    closeOnce();
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private void closeOnce() {
    if (!closed) {
      closed = true;
      works.close();
    }
  }

  private Session until(Predicate<Session> wanted) throws Exception {
    waitFor(20, TimeUnit.SECONDS, () -> wanted.test(works.shown().get()));
    waitForFxEvents();
    return works.shown().get();
  }

  private <T extends Node> T find(Class<T> type, String id) {
    var found = frame.scene().lookup("#" + id);
    assertNotNull(found, id);
    return type.cast(found);
  }

  private String text(String id) {
    return find(Labeled.class, id).getText();
  }

  private String report() {
    return find(TextInputControl.class, "mishap-report").getText();
  }

  private boolean isTold() {
    return find(Node.class, "mishap").getParent().isVisible();
  }

  private void press(FxRobot robot, String id) {
    robot.interact(() -> find(ButtonBase.class, id).fire());
  }

  private void command(FxRobot robot, String id) {
    robot.interact(
        () ->
            ((MenuBar) frame.scene().lookup(".menu-bar"))
                .getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> id.equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire());
  }

  private static void fail() {
    Platform.runLater(
        () -> {
          throw new IllegalStateException(MARKER, new ArithmeticException(KEY));
        });
  }

  private void paste() throws Exception {
    works.tell(
        new Event.TextPasted(
            "{\"type\":\"text/plain\",\"content\":\"%s\",\"id\":\"7\",\"from\":\"5511999990000@wa.gw.msging.net\","
                    .formatted(MARKER)
                + "\"to\":\"b@msging.net\",\"metadata\":"
                + "{\"key\":\"%s\",\"#envelope.storageDate\":\"2025-01-08T16:35:14Z\"}}"
                    .formatted(KEY)));
    until(now -> now.desk() != null && now.talk().kept() > 0);
  }

  /// In both languages and colours.
  private void shoot(FxRobot robot, String name) throws Exception {
    for (var language : List.of(Settings.Language.ENGLISH, Settings.Language.PORTUGUESE)) {
      for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
        var wanted = works.shown().get().settings().in(language).with(theme);
        works.tell(new Event.SettingsChanged(_ -> wanted));
        until(now -> now.settings().equals(wanted));
        robot.interact(
            () -> {
              frame.scene().getRoot().applyCss();
              frame.scene().getRoot().layout();
              String which = language == Settings.Language.ENGLISH ? "-en-" : "-pt-";
              Screens.take(
                  frame.scene(), "failing-" + name + which + theme.name().toLowerCase(Locale.ROOT));
            });
      }
    }
  }

  @Test
  void a_mistake_on_the_screens_own_thread_is_told_calmly_and_the_person_goes_on(FxRobot robot)
      throws Exception {
    paste();
    fail();
    var mishap = Objects.requireNonNull(until(now -> now.talk().mishap() != null).talk().mishap());

    assertTrue(isTold());
    assertTrue(find(ButtonBase.class, "mishap-go-on").isFocused());
    assertEquals("Something went wrong (" + mishap.code() + ")", text("mishap-title"));
    assertTrue(text("mishap-kept").startsWith("What you opened and typed is kept"));
    assertEquals("Nothing was being sent.", text("mishap-outbox"));
    assertFalse(find(Node.class, "mishap-times").isVisible());
    assertTrue(report().contains("java.lang.IllegalStateException\n  at dev.blipscope.app."));
    assertTrue(report().contains("because of java.lang.ArithmeticException"), report());
    for (String secret : List.of(MARKER, "901", KEY, home.toString())) {
      assertFalse(report().contains(secret), secret);
    }
    robot.interact(() -> Clipboard.getSystemClipboard().clear());
    press(robot, "mishap-copy");
    robot.interact(() -> assertEquals(report(), Clipboard.getSystemClipboard().getString()));
    shoot(robot, "mishap");

    press(robot, "mishap-go-on");
    until(now -> now.talk().mishap() == null);
    assertFalse(isTold());
    paste();
    fail();
    until(now -> now.notice() != null);
    assertFalse(isTold());
  }

  @Test
  void many_mistakes_are_counted_in_one_view_and_escape_goes_on(FxRobot robot) throws Exception {
    for (int i = 0; i < 40; i++) {
      fail();
    }
    until(now -> now.talk().mishap() != null && now.talk().mishap().times() == 40);

    assertTrue(text("mishap-times").contains("40"), text("mishap-times"));
    assertEquals("Nothing was open.", text("mishap-kept"));
    assertEquals(1, written.size());
    robot.push(KeyCode.ESCAPE);
    until(now -> now.talk().mishap() == null);
    assertFalse(isTold());
  }

  @Test
  void a_mistake_while_the_language_changes_is_told_in_the_one_that_was(FxRobot robot)
      throws Exception {
    speechless = true;
    var settings = works.shown().get().settings();
    works.tell(new Event.SettingsChanged(now -> now.in(Settings.Language.PORTUGUESE)));
    until(now -> now.talk().mishap() != null);

    assertTrue(isTold());
    assertTrue(text("mishap-title").startsWith("Something went wrong"), text("mishap-title"));
    press(robot, "mishap-go-on");
    until(now -> now.talk().mishap() == null);
    assertFalse(isTold());

    speechless = false;
    works.tell(new Event.SettingsChanged(_ -> settings));
    until(now -> now.settings().language() == Settings.Language.ENGLISH);
    works.tell(new Event.SettingsChanged(now -> now.in(Settings.Language.PORTUGUESE)));
    until(now -> now.settings().language() == Settings.Language.PORTUGUESE);
    fail();
    until(now -> now.talk().mishap() != null);
    assertTrue(text("mishap-title").startsWith("Algo deu errado"), text("mishap-title"));
  }

  @Test
  void who_does_not_want_to_go_on_closes(FxRobot robot) throws Exception {
    fail();
    until(now -> now.talk().mishap() != null);
    press(robot, "mishap-quit");

    assertFalse(stage.isShowing());
  }

  @Test
  void the_log_holds_mistakes_and_nothing_of_payloads_and_keys(FxRobot robot) throws Exception {
    paste();
    works.tell(new Event.OfSending(new OutgoingEvent.SendAsked(true, false)));
    until(now -> now.outgoing().totals().accepted() == 1);
    fail();
    until(now -> now.talk().mishap() != null);
    closeOnce();

    var log = new StringBuilder();
    try (var files = Files.list(folders.log())) {
      for (var file : files.toList()) {
        log.append(Files.readString(file));
      }
    }
    assertTrue(log.toString().contains(" started: Blipscope "), log.toString());
    assertTrue(log.toString().contains(": java.lang.IllegalStateException\n  at "), log.toString());
    assertTrue(log.toString().contains(" ended: calls accepted 1, "), log.toString());
    for (String secret : List.of(MARKER, "901", "msging", KEY, home.toString())) {
      assertFalse(log.toString().contains(secret), secret);
    }
  }

  @Test
  void the_log_is_found_from_the_menu(FxRobot robot) throws Exception {
    until(now -> !now.talk().log().isEmpty());
    command(robot, "command.log");

    assertEquals(folders.log().toString(), find(TextInputControl.class, "log-folder").getText());
    robot.interact(() -> Clipboard.getSystemClipboard().clear());
    press(robot, "log-copy");
    robot.interact(
        () -> assertEquals(folders.log().toString(), Clipboard.getSystemClipboard().getString()));
    press(robot, "log-open");
    assertEquals(folders.log(), shown.poll(20, TimeUnit.SECONDS));
    robot.interact(
        () -> {
          frame.scene().getRoot().layout();
          Screens.take(frame.scene(), "failing-log");
        });
  }

  @Test
  void the_program_says_what_it_is_made_of(FxRobot robot) throws Exception {
    for (var language : List.of(Settings.Language.ENGLISH, Settings.Language.PORTUGUESE)) {
      for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
        var wanted = works.shown().get().settings().in(language).with(theme);
        works.tell(new Event.SettingsChanged(_ -> wanted));
        until(now -> now.settings().equals(wanted));
        command(robot, "command.about");
        robot.interact(
            () -> {
              frame.scene().getRoot().applyCss();
              frame.scene().getRoot().layout();
              Screens.take(frame.scene(), "failing-about-" + language + "-" + theme);
            });
        var labels =
            find(Node.class, "sheet").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList();
        assertTrue(labels.stream().anyMatch(it -> it.startsWith("org.openjfx:javafx-base 2")));
        assertTrue(labels.contains("GPL-2.0-with-classpath-exception"));
        assertTrue(labels.stream().anyMatch(it -> it.contains(System.getProperty("java.version"))));
        press(robot, "sheet-close");
      }
    }
  }

  @Test
  void a_window_that_cannot_be_built_is_told_of_in_a_plain_one(FxRobot robot) throws Exception {
    var elsewhere = Files.createTempDirectory(home, "broken");
    var broken = new Folders(elsewhere.resolve("config"), elsewhere.resolve("state"));
    var program =
        new Program(
            broken,
            (_, _) -> {
              throw new IllegalStateException(MARKER);
            });
    robot.interact(
        () -> {
          var window = new Stage();
          program.start(window);
          var root = window.getScene().getRoot();
          assertTrue(window.isShowing());
          assertTrue(((Label) root.lookup("#last-text")).getText().contains("B-"));
          String report = ((TextInputControl) root.lookup("#last-report")).getText();
          assertTrue(report.contains("java.lang.IllegalStateException\n  at "), report);
          assertFalse(report.contains(MARKER), report);
          Screens.take(window.getScene(), "failing-last");
          ((ButtonBase) root.lookup("#last-close")).fire();
          assertFalse(window.isShowing());
          program.stop();
        });
    String log = Files.readString(broken.log().resolve("blipscope.log"));
    assertTrue(log.contains("mistake B-") && !log.contains(MARKER), log);
  }
}
