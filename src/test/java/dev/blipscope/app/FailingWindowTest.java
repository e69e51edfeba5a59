package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Settings;
import dev.blipscope.ui.Screens;
import dev.blipscope.ui.Sight;
import dev.blipscope.ui.WindowAsking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
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
  private PlayedWindow window;
  private Stage stage;
  private boolean closed;
  private volatile boolean speechless;

  @Start
  void start(Stage shownOn) throws IOException {
    stage = shownOn;
    before = Thread.getDefaultUncaughtExceptionHandler();
    var folder = Files.createTempDirectory(home, "start");
    folders = new Folders(folder.resolve("config"), folder.resolve("state"));
    SettingsFile.write(folders.settings(), PlayedWindow.USUAL);
    works = new Works(folders, InstantSource.system(), written::add, shown::add);
    window =
        PlayedWindow.show(
            works.shown(),
            works::tell,
            stage,
            WIDTH,
            HEIGHT,
            (scene, words) -> {
              if (speechless) {
                throw new IllegalStateException(MARKER);
              }
              return new WindowAsking(scene, words);
            });
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

  private String report() {
    return window.find(TextInputControl.class, "mishap-report").getText();
  }

  private boolean isTold() {
    return window.find(Node.class, "mishap").getParent().isVisible();
  }

  private void command(FxRobot robot, String id) {
    robot.interact(
        () ->
            ((MenuBar) window.scene().lookup(".menu-bar"))
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
    window.tell(
        new Event.TextPasted(
            "{\"type\":\"text/plain\",\"content\":\"%s\",\"id\":\"7\",\"from\":\"5511999990000@wa.gw.msging.net\","
                    .formatted(MARKER)
                + "\"to\":\"b@msging.net\",\"metadata\":"
                + "{\"key\":\"%s\",\"#envelope.storageDate\":\"2025-01-08T16:35:14Z\"}}"
                    .formatted(KEY)));
    window.until(now -> now.desk() != null && now.talk().kept() > 0);
  }

  /// In both languages and colours.
  private void shoot(FxRobot robot, String name) throws Exception {
    window.inEachLook(look -> window.shoot(robot, "failing-" + name + look));
  }

  @Test
  void a_mistake_on_the_screens_own_thread_is_told_calmly_and_the_person_goes_on(FxRobot robot)
      throws Exception {
    paste();
    fail();
    var mishap =
        Objects.requireNonNull(window.until(now -> now.talk().mishap() != null).talk().mishap());

    assertTrue(isTold());
    assertTrue(window.find(ButtonBase.class, "mishap-go-on").isFocused());
    assertEquals("Something went wrong (" + mishap.code() + ")", window.text("mishap-title"));
    assertTrue(window.text("mishap-kept").startsWith("What you opened and typed is kept"));
    assertEquals("Nothing was being sent.", window.text("mishap-outbox"));
    assertFalse(window.find(Node.class, "mishap-times").isVisible());
    assertTrue(report().contains("java.lang.IllegalStateException\n  at dev.blipscope.app."));
    assertTrue(report().contains("because of java.lang.ArithmeticException"), report());
    for (String secret : List.of(MARKER, "901", KEY, home.toString())) {
      assertFalse(report().contains(secret), secret);
    }
    robot.interact(() -> Clipboard.getSystemClipboard().clear());
    window.press(robot, "mishap-copy");
    robot.interact(() -> assertEquals(report(), Clipboard.getSystemClipboard().getString()));
    shoot(robot, "mishap");

    window.press(robot, "mishap-go-on");
    window.until(now -> now.talk().mishap() == null);
    assertFalse(isTold());
    paste();
    fail();
    window.until(now -> now.notice() != null);
    assertFalse(isTold());
  }

  @Test
  void many_mistakes_are_counted_in_one_view_and_escape_goes_on(FxRobot robot) throws Exception {
    for (int i = 0; i < 40; i++) {
      fail();
    }
    window.until(now -> now.talk().mishap() != null && now.talk().mishap().times() == 40);

    assertTrue(window.text("mishap-times").contains("40"), window.text("mishap-times"));
    assertEquals("Nothing was open.", window.text("mishap-kept"));
    assertEquals(1, written.size());
    robot.push(KeyCode.ESCAPE);
    window.until(now -> now.talk().mishap() == null);
    assertFalse(isTold());
  }

  @Test
  void a_mistake_while_the_language_changes_is_told_in_the_one_that_was(FxRobot robot)
      throws Exception {
    speechless = true;
    var settings = window.now().settings();
    window.tell(new Event.SettingsChanged(now -> now.in(Settings.Language.PORTUGUESE)));
    window.until(now -> now.talk().mishap() != null);

    assertTrue(isTold());
    assertTrue(
        window.text("mishap-title").startsWith("Something went wrong"),
        window.text("mishap-title"));
    window.press(robot, "mishap-go-on");
    window.until(now -> now.talk().mishap() == null);
    assertFalse(isTold());

    speechless = false;
    window.tell(new Event.SettingsChanged(_ -> settings));
    window.until(now -> now.settings().language() == Settings.Language.ENGLISH);
    window.tell(new Event.SettingsChanged(now -> now.in(Settings.Language.PORTUGUESE)));
    window.until(now -> now.settings().language() == Settings.Language.PORTUGUESE);
    fail();
    window.until(now -> now.talk().mishap() != null);
    assertTrue(
        window.text("mishap-title").startsWith("Algo deu errado"), window.text("mishap-title"));
  }

  @Test
  void who_does_not_want_to_go_on_closes(FxRobot robot) throws Exception {
    fail();
    window.until(now -> now.talk().mishap() != null);
    window.press(robot, "mishap-quit");

    assertFalse(stage.isShowing());
  }

  @Test
  void the_log_holds_mistakes_and_nothing_of_payloads_and_keys(FxRobot robot) throws Exception {
    paste();
    window.tell(new Event.OfSending(new OutgoingEvent.SendAsked(true, false)));
    window.until(now -> now.outgoing().totals().accepted() == 1);
    fail();
    window.until(now -> now.talk().mishap() != null);
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
    window.until(now -> !now.talk().log().isEmpty());
    command(robot, "command.log");

    assertEquals(
        folders.log().toString(), window.find(TextInputControl.class, "log-folder").getText());
    robot.interact(() -> Clipboard.getSystemClipboard().clear());
    window.press(robot, "log-copy");
    robot.interact(
        () -> assertEquals(folders.log().toString(), Clipboard.getSystemClipboard().getString()));
    window.press(robot, "log-open");
    assertEquals(folders.log(), shown.poll(20, TimeUnit.SECONDS));
    window.shoot(robot, "failing-log");
  }

  @Test
  void the_program_says_what_it_is_made_of(FxRobot robot) throws Exception {
    window.inEachLook(
        look -> {
          command(robot, "command.about");
          window.shoot(robot, "failing-about" + look);
          var labels =
              Sight.of(
                  () ->
                      window.find(Node.class, "sheet").lookupAll(".label").stream()
                          .map(node -> ((Label) node).getText())
                          .toList());
          assertTrue(labels.stream().anyMatch(it -> it.startsWith("org.openjfx:javafx-base 2")));
          assertTrue(labels.contains("GPL-2.0-with-classpath-exception"));
          assertTrue(
              labels.stream().anyMatch(it -> it.contains(System.getProperty("java.version"))));
          window.press(robot, "sheet-close");
        });
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
          var last = new Stage();
          program.start(last);
          var root = last.getScene().getRoot();
          assertTrue(last.isShowing());
          assertTrue(((Label) root.lookup("#last-text")).getText().contains("B-"));
          String report = ((TextInputControl) root.lookup("#last-report")).getText();
          assertTrue(report.contains("java.lang.IllegalStateException\n  at "), report);
          assertFalse(report.contains(MARKER), report);
          Screens.take(last.getScene(), "failing-last");
          ((ButtonBase) root.lookup("#last-close")).fire();
          assertFalse(last.isShowing());
          program.stop();
        });
    String log = Files.readString(broken.log().resolve("blipscope.log"));
    assertTrue(log.contains("mistake B-") && !log.contains(MARKER), log);
  }
}
