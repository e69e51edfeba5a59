package dev.blipscope.app;

import dev.blipscope.harness.PayloadGenerator;
import dev.blipscope.session.Event;
import dev.blipscope.session.Settings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// Plays on the window at random, and looks whether anything is thrown or the window stands still.
///
/// Takes a folder for temporary files, how many sessions, and the seed of the first one.
final class Monkey {

  private static final int ACTIONS = 60;
  private static final int PAYLOADS = 200;
  private static final int PAYLOAD_SEED = 1;
  private static final int MOST_LINES = 25;
  private static final long FROZEN_MILLIS = 2_000;
  private static final long BETWEEN_PINGS = 100;

  private static final List<KeyCode> KEYS =
      List.of(
          KeyCode.TAB,
          KeyCode.ENTER,
          KeyCode.ESCAPE,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.PAGE_DOWN,
          KeyCode.PAGE_UP,
          KeyCode.DELETE,
          KeyCode.BACK_SPACE,
          KeyCode.SPACE,
          KeyCode.F1,
          KeyCode.F6,
          KeyCode.F8,
          KeyCode.F10,
          KeyCode.A,
          KeyCode.C,
          KeyCode.F,
          KeyCode.G,
          KeyCode.K,
          KeyCode.L,
          KeyCode.N,
          KeyCode.O,
          KeyCode.V,
          KeyCode.Z,
          KeyCode.X,
          KeyCode.PLUS,
          KeyCode.MINUS,
          KeyCode.DIGIT0,
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3);

  private static final List<String> HOSTILE =
      List.of(
          "",
          " \n\t",
          "{",
          "}",
          "[[[[[[[[[[[[[[",
          "{\"a\":1,\"a\":2}",
          "{\"type\":\"text/plain\",\"content\":\"\\ud800\",\"id\":1e999999999}",
          "null",
          "\"text\"",
          "{'type':'text/plain',}",
          "curl -X POST https://example.com -d '{\"type\":\"text/plain\"}'",
          "a,b\n1,2",
          "\u202e\u0000\ud83d",
          "{\"category\":\"flow\",\"action\":\"start\",\"extras\":{\"\":\"\",\"a/b~c\":[{}]}}",
          "[".repeat(5_000),
          "{\"k\":" + "\"x".repeat(30_000) + "\"}",
          "{}\n".repeat(500));

  private final Path folder;
  private final List<String> payloads;
  private final Queue<String> mistakes = new ConcurrentLinkedQueue<>();
  private final AtomicLong answered = new AtomicLong(System.nanoTime());
  private final AtomicLong longest = new AtomicLong();
  private final AtomicReference<String> frozen = new AtomicReference<>("");

  private Monkey(Path folder, List<String> payloads) {
    this.folder = folder;
    this.payloads = payloads;
  }

  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    var folder = Path.of(args[0]);
    int sessions = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    long first = args.length > 2 ? Long.parseLong(args[2]) : 1;
    var file = folder.resolve("payloads.ndjson");
    // The same ones whatever the first seed is, or a session could not be played again alone.
    PayloadGenerator.write(PAYLOADS, PAYLOAD_SEED, file);
    var monkey = new Monkey(folder, Files.readAllLines(file));
    Platform.startup(() -> Platform.setImplicitExit(false));
    Thread.ofPlatform().daemon().name("probe").start(monkey::probe);
    System.out.printf(
        "Monkey: %d sessions of %d actions, 2 cores, load %.1f%n",
        sessions, ACTIONS, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    // The first session loads the program; what that takes is startup.
    monkey.session(first - 1);
    monkey.mistakes.clear();
    int failed = 0;
    long worst = 0;
    for (long seed = first; seed < first + sessions; seed++) {
      monkey.longest.set(0);
      try {
        monkey.session(seed);
      } catch (IOException | RuntimeException e) {
        // The next session is a window of its own.
        monkey.mistakes.add("the session ended: " + e + " " + Mistake.of(e).places());
      }
      worst = Math.max(worst, monkey.longest.get());
      boolean still = monkey.longest.get() > FROZEN_MILLIS;
      if (!monkey.mistakes.isEmpty() || still) {
        failed++;
        System.out.println("FAILED with seed " + seed);
        monkey.mistakes.forEach(
            mistake -> mistake.lines().limit(MOST_LINES).forEach(System.out::println));
        if (still) {
          System.out.println("stood still for " + monkey.longest.get() + " ms" + monkey.frozen);
        }
      }
      monkey.mistakes.clear();
      monkey.frozen.set("");
      if ((seed - first + 1) % 20 == 0) {
        System.out.printf("%d sessions, %d failed%n", seed - first + 1, failed);
      }
    }
    System.out.printf(
        "%d of %d sessions without a mistake; the window stood still for %d ms at most, load %.1f%n",
        sessions - failed,
        sessions,
        worst,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.exit(failed == 0 ? 0 : 1);
  }

  /// Asks the JavaFX thread again and again whether it is there.
  private void probe() {
    var fx = new AtomicReference<Thread>();
    while (true) {
      long asked = System.nanoTime();
      answered.set(0);
      Platform.runLater(
          () -> {
            fx.set(Thread.currentThread());
            answered.set(System.nanoTime());
          });
      boolean noted = false;
      while (answered.get() == 0) {
        rest(5);
        long millis = (System.nanoTime() - asked) / 1_000_000;
        longest.accumulateAndGet(millis, Math::max);
        if (!noted && millis > FROZEN_MILLIS && fx.get() != null) {
          noted = true;
          var places = new StringBuilder();
          for (var place : fx.get().getStackTrace()) {
            places.append("\n  at ").append(place);
          }
          frozen.set(places.toString());
        }
      }
      rest(BETWEEN_PINGS);
    }
  }

  private static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void session(long seed) throws IOException, InterruptedException {
    var dice = new Random(seed);
    var home = Files.createDirectories(folder.resolve("session-" + seed));
    var files = files(home, dice);
    var window =
        Screen.on(
            () -> {
              var shown =
                  ShownWindow.of(
                      home,
                      InstantSource.system(),
                      mistakes::add,
                      700 + dice.nextInt(261),
                      500 + dice.nextInt(201),
                      new Screen.Dicing(dice, files, home.toString()));
              var stage = shown.stage();
              stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, javafx.event.Event::consume);
              stage.setOnHidden(_ -> shown.frame().end());
              shown.works().start(List.of(), shown.frame()::welcome);
              return shown;
            });
    for (int i = 0; i < ACTIONS; i++) {
      try {
        Screen.run(() -> act(window.stage(), window.works(), dice, files));
      } catch (IllegalStateException e) {
        mistakes.add("action " + i + ": " + Mistake.of(e).places());
      }
      if (dice.nextInt(4) == 0) {
        rest(dice.nextInt(30));
      }
    }
    rest(100);
    Screen.run(
        () -> {
          for (var one : List.copyOf(Window.getWindows())) {
            one.hide();
          }
        });
    window.works().close();
  }

  private List<String> files(Path home, Random dice) throws IOException {
    var files = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      var file = home.resolve("file-" + i + ".ndjson");
      // Half of a pair of surrogates becomes a question mark.
      Files.write(file, text(dice).getBytes(StandardCharsets.UTF_8));
      files.add(file.toString());
    }
    files.add(home.resolve("missing.json").toString());
    return files;
  }

  private String text(Random dice) {
    if (dice.nextInt(3) == 0) {
      return HOSTILE.get(dice.nextInt(HOSTILE.size()));
    }
    var text = new StringBuilder();
    for (int i = dice.nextInt(5); i >= 0; i--) {
      text.append(payloads.get(dice.nextInt(payloads.size()))).append('\n');
    }
    if (dice.nextInt(4) == 0) {
      text.deleteCharAt(dice.nextInt(text.length()));
    }
    return text.toString();
  }

  private void act(Stage stage, Works works, Random dice, List<String> files) {
    var scene = stage.getScene();
    switch (dice.nextInt(16)) {
      case 0 -> works.tell(new Event.TextPasted(text(dice)));
      case 1 -> {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text(dice)));
        key(target(stage), KeyCode.V, "v", true, false, false);
      }
      case 2 -> works.tell(new Event.FilesChosen(List.of(files.get(dice.nextInt(files.size())))));
      case 3 -> {
        var theme = Settings.Theme.values()[dice.nextInt(3)];
        var language = Settings.Language.values()[dice.nextInt(3)];
        boolean presenting = dice.nextInt(4) == 0;
        works.tell(
            new Event.SettingsChanged(now -> now.with(theme).in(language).presenting(presenting)));
      }
      case 4 ->
          works.tell(
              new Event.ProfileChosen(
                  works.session().profiles().keySet().stream()
                      .skip(dice.nextInt(works.session().profiles().size()))
                      .findFirst()
                      .orElseThrow()));
      case 5, 6 ->
          Screen.editor(scene, true)
              .filter(one -> one.isEditable())
              .ifPresent(
                  one -> {
                    int length = one.textSnapshot().text().length();
                    int from = dice.nextInt(length + 1);
                    int to = Math.min(length, from + dice.nextInt(4));
                    one.edit(
                        from,
                        to,
                        dice.nextInt(5) == 0 ? text(dice) : "\"x{1,".substring(dice.nextInt(5)));
                  });
      case 7, 8, 9 -> keys(stage, dice);
      case 10 -> works.tell(dice.nextBoolean() ? new Event.DeleteAsked() : new Event.UndoAsked());
      case 11 -> stage.setWidth(700 + dice.nextInt(261));
      default -> click(dice);
    }
  }

  private static Node target(Stage stage) {
    var owner = stage.getScene().getFocusOwner();
    return owner == null ? stage.getScene().getRoot() : owner;
  }

  private static void keys(Stage stage, Random dice) {
    for (int i = dice.nextInt(4); i >= 0; i--) {
      if (dice.nextInt(3) == 0) {
        String typed = String.valueOf((char) (' ' + dice.nextInt(95)));
        target(stage)
            .fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
      } else {
        key(
            target(stage),
            KEYS.get(dice.nextInt(KEYS.size())),
            "",
            dice.nextInt(3) == 0,
            dice.nextInt(4) == 0,
            dice.nextInt(8) == 0);
      }
    }
  }

  private static void key(
      Node node, KeyCode code, String text, boolean control, boolean shift, boolean alt) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      node.fireEvent(new KeyEvent(type, "", text, code, shift, control, alt, false));
    }
  }

  /// Clicks on something in one of the windows, menus too.
  private static void click(Random dice) {
    var windows =
        Window.getWindows().stream()
            .filter(Window::isShowing)
            .filter(one -> one.getScene() != null)
            .toList();
    var window = windows.get(dice.nextInt(windows.size()));
    var nodes =
        Screen.visible(window.getScene().getRoot()).filter(node -> !node.isDisabled()).toList();
    if (nodes.isEmpty()) {
      return;
    }
    var node = nodes.get(dice.nextInt(nodes.size()));
    if (node instanceof MenuButton menu && dice.nextBoolean()) {
      fire(menu.getItems(), dice);
    } else if (node instanceof ButtonBase button && dice.nextBoolean()) {
      button.fire();
    } else if (node instanceof TextInputControl input && dice.nextInt(3) == 0) {
      input.setText(dice.nextBoolean() ? "" : "type");
    } else if (node instanceof SplitPane panes) {
      panes.setDividerPosition(0, dice.nextDouble());
    } else {
      mouse(node, dice);
    }
  }

  private static void fire(List<MenuItem> items, Random dice) {
    if (!items.isEmpty()) {
      var item = items.get(dice.nextInt(items.size()));
      if (!item.isDisable()) {
        item.fire();
      }
    }
  }

  private static void mouse(Node node, Random dice) {
    var bounds = node.getLayoutBounds();
    double x = bounds.getMinX() + bounds.getWidth() * dice.nextDouble();
    double y = bounds.getMinY() + bounds.getHeight() * dice.nextDouble();
    int clicks = dice.nextInt(6) == 0 ? 2 : 1;
    var button = dice.nextInt(8) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
    boolean shift = dice.nextInt(6) == 0;
    boolean control = dice.nextInt(6) == 0;
    var screen = node.localToScreen(x, y);
    if (screen == null) {
      return;
    }
    for (var type :
        List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
      boolean down = type.equals(MouseEvent.MOUSE_PRESSED);
      node.fireEvent(
          new MouseEvent(
              type,
              x,
              y,
              screen.getX(),
              screen.getY(),
              button,
              clicks,
              shift,
              control,
              false,
              false,
              down && button == MouseButton.PRIMARY,
              false,
              down && button == MouseButton.SECONDARY,
              false,
              false,
              true,
              new PickResult(node, x, y)));
    }
  }
}
