package dev.blipscope.app;

import dev.blipscope.harness.PayloadGenerator;
import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;

/// Measures the whole window without a screen: from what a person does to the frame that shows it.
///
/// Takes a folder for temporary files, and how many payloads to make up or a file that has them.
final class WindowFigures {

  private static final int PASTES = 50;
  private static final int KEYS = 50;
  private static final int OPENINGS = 50;
  private static final long MOST_FINDINGS_MILLIS = 300_000;

  private final Works works;
  private final Scene scene;
  private final AtomicLong gap = new AtomicLong();
  private final AtomicReference<BooleanSupplier> wanted = new AtomicReference<>();
  private volatile long reached;
  private boolean met = true;

  private WindowFigures(Works works, Scene scene) {
    this.works = works;
    this.scene = scene;
  }

  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    var folder = Path.of(args[0]);
    String what = args.length > 1 ? args[1] : "1000000";
    boolean count = what.chars().allMatch(Character::isDigit);
    var file = count ? folder.resolve("many.ndjson") : Path.of(what);
    if (count) {
      PayloadGenerator.write(Long.parseLong(what), 1, file);
    }
    var few = folder.resolve("few.ndjson");
    PayloadGenerator.write(2_000, 7, few);
    Platform.startup(() -> {});
    var figures =
        Screen.on(
            () -> {
              var shown =
                  ShownWindow.of(
                      folder,
                      InstantSource.system(),
                      System.err::println,
                      960,
                      700,
                      Screen.Dicing.alone());
              var works = shown.works();
              var usual =
                  Settings.USUAL
                      .in(Settings.Language.ENGLISH)
                      .with(Settings.Theme.LIGHT)
                      .afterTour();
              works.start(List.of(), () -> works.tell(new Event.SettingsChanged(_ -> usual)));
              var made = new WindowFigures(works, shown.stage().getScene());
              made.watch();
              return made;
            });
    System.out.printf(
        "Window of 960 x 700 without a screen, 60 frames a second, %d cores, heap of %d MB%n",
        Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
    figures.small(Files.readAllLines(few));
    figures.large(file);
    System.exit(figures.met ? 0 : 1);
  }

  /// Looks after each frame's layout whether what is waited for is on the screen, and how long the
  /// frame before was ago.
  private void watch() {
    scene.addPostLayoutPulseListener(
        () -> {
          var now = wanted.get();
          if (now != null && now.getAsBoolean()) {
            wanted.set(null);
            reached = System.nanoTime();
          }
        });
    new AnimationTimer() {
      private long last = System.nanoTime();

      @Override
      public void handle(long frame) {
        long now = System.nanoTime();
        gap.accumulateAndGet(now - last, Math::max);
        last = now;
        Platform.requestNextPulse();
      }
    }.start();
  }

  /// Milliseconds from something that is done on the JavaFX thread to the frame that shows it.
  private double time(Runnable deed, BooleanSupplier shown) throws InterruptedException {
    reached = 0;
    var since = new AtomicLong();
    Screen.run(
        () -> {
          wanted.set(shown);
          since.set(System.nanoTime());
          deed.run();
        });
    Screen.until("it is on the screen", () -> reached != 0);
    return (reached - since.get()) / 1e6;
  }

  private void small(List<String> payloads) throws InterruptedException {
    var near = payloads.stream().filter(one -> one.length() > 500 && one.length() < 2_500).toList();
    var pastes = new ArrayList<Double>();
    for (int i = 0; i < 2 * PASTES; i++) {
      // The middle of the program is cold before; a person pastes more than once.
      String mark = "harness-" + i;
      String text = padded(near.get(i), mark);
      double took =
          time(
              () -> works.tell(new Event.TextPasted(text)),
              () -> shown(now -> opened(now, mark)) && callShown());
      if (i == 0) {
        figure("first paste of 2 KB to its call on the screen", List.of(took), 0);
      } else if (i >= PASTES) {
        pastes.add(took);
      }
      Thread.sleep(20);
    }
    figure("paste of 2 KB to its call on the screen", pastes, 50);
    var keys = new ArrayList<Double>();
    for (int i = 0; i < 2 * KEYS; i++) {
      String old = text();
      int at = old.indexOf("harness-");
      String key = i % 2 == 0 ? "q" : "w";
      String wanted = old.substring(0, at) + key + old.substring(at);
      double took =
          time(
              () -> Screen.editor(scene, true).orElseThrow().edit(at, at, key),
              () ->
                  shown(now -> now.desk() != null && now.desk().text().equals(wanted))
                      && callShown());
      if (i >= KEYS) {
        keys.add(took);
      }
      Thread.sleep(20);
    }
    figure("key to the changed call on the screen", keys, 100);
  }

  private static String padded(String payload, String mark) {
    int close = payload.lastIndexOf('}');
    return payload.substring(0, close)
        + ",\"extra\":\""
        + mark
        + "x".repeat(Math.max(0, 2_000 - payload.length()))
        + "\"}";
  }

  private static boolean opened(Session now, String mark) {
    var desk = now.desk();
    return desk != null && desk.original().contains("\"" + mark + "x");
  }

  private boolean shown(Predicate<Session> as) {
    return as.test(works.shown().get());
  }

  /// Whether the call of the open payload is what the window shows.
  private boolean callShown() {
    var desk = works.shown().get().desk();
    var explained = desk == null ? null : desk.reading().explained();
    var call = explained == null ? null : explained.call();
    return call == null
        || Screen.editor(scene, false)
            .filter(one -> one.textSnapshot().text().equals(call.text()))
            .isPresent();
  }

  private String text() throws InterruptedException {
    return Screen.on(() -> Screen.editor(scene, true).orElseThrow().textSnapshot().text());
  }

  private void large(Path file) throws IOException, InterruptedException {
    Screen.run(
        () -> {
          works.tell(new Event.EraseAsked());
        });
    Screen.until("everything is erased", () -> works.session().deck().size() == 0);
    System.out.printf("%n%s, %.0f MB%n", file.getFileName(), Files.size(file) / 1e6);
    System.gc();
    Thread.sleep(500);
    gap.set(0);
    long start = System.nanoTime();
    double first =
        time(
            () -> works.tell(new Event.FilesChosen(List.of(file.toString()))),
            () -> rowsOnScreen() > 5);
    figure("first rows on the screen", List.of(first), 500);
    long size = Files.size(file);
    Screen.until(
        "the file is read",
        () -> {
          var now = works.session();
          return now.listing().isSettled()
              && now.deck().batches().stream().anyMatch(one -> one.about().read() >= size);
        });
    figure("all rows listed", List.of((System.nanoTime() - start) / 1e6), 8_000);
    System.out.printf("  %,d rows%n", works.session().deck().size());
    freeze("the longest freeze while it was read");
    open("open any row, while findings are looked for");
    freeze("the longest freeze while rows were opened");
    order();
    search("text search, many hits", "CONDIÇÕES");
    search("text search, no hit", "isso ninguém escreveu");
    filtered(Filter.ALL);
    if (!Screen.within(MOST_FINDINGS_MILLIS, () -> works.session().survey().progress().isDone())) {
      System.out.println("  findings were not known in time");
    }
    figure("findings of all rows", List.of((System.nanoTime() - start) / 1e6), 0);
    gap.set(0);
    order();
    open("open any row");
    freeze("the longest freeze after that");
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    System.out.printf(
        "  heap with all of it %.0f MB, of %d MB%n",
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private long rowsOnScreen() {
    return Screen.visible(scene.getRoot())
        .filter(node -> "lines".equals(node.getId()))
        .mapToLong(node -> ((ListView<?>) node).getItems().size())
        .sum();
  }

  private void order() throws InterruptedException {
    for (var by : List.of(Order.By.TIME, Order.By.WHO)) {
      long version = works.session().listing().version();
      double took =
          time(
              () -> works.tell(new Event.Ordered(new Order(by, true))),
              () -> shown(now -> now.listing().shown() > version && now.listing().isSettled()));
      figure("order by " + by, List.of(took), 500);
    }
    filtered(Filter.ALL.withKinds(Set.of(RowKind.MESSAGE)));
    filtered(Filter.ALL);
  }

  private void filtered(Filter filter) throws InterruptedException {
    long version = works.session().listing().version();
    double took =
        time(
            () -> works.tell(new Event.Filtered(filter)),
            () -> shown(now -> now.listing().shown() > version && now.listing().isSettled()));
    figure(filter.equals(Filter.ALL) ? "filter taken away" : "filter", List.of(took), 500);
  }

  private void search(String name, String text) throws InterruptedException {
    long version = works.session().listing().version();
    double took =
        time(
            () -> works.tell(new Event.Filtered(Filter.ALL.withText(text))),
            () -> shown(now -> now.listing().shown() > version && now.listing().isSettled()));
    figure(name, List.of(took), 3_000);
    System.out.printf("  %,d hits%n", works.session().listing().rows().size());
  }

  private void open(String name) throws InterruptedException {
    var dice = new Random(3);
    var times = new ArrayList<Double>();
    for (int i = 0; i < OPENINGS; i++) {
      var rows = works.session().listing().rows();
      RowKey row = rows.key(dice.nextInt(rows.size()));
      times.add(
          time(
              () -> works.tell(new Event.RowsChosen(Set.of(row), row)),
              () ->
                  shown(now -> now.desk() != null && now.desk().row().equals(row)) && callShown()));
      Thread.sleep(10);
    }
    figure(name, times, 100);
  }

  private void freeze(String name) {
    figure(name, List.of(gap.getAndSet(0) / 1e6), 100);
  }

  /// @param goal what the median may be at most; 0 for no goal
  private void figure(String name, List<Double> times, double goal) {
    var sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    double median = sorted.get(sorted.size() / 2);
    boolean good = goal == 0 || median <= goal;
    met &= good;
    System.out.printf(
        "%-48s median %8.1f ms, worst %8.1f ms%s, load %.1f%n",
        name,
        median,
        sorted.getLast(),
        goal == 0 ? "" : "   <= %.0f %s".formatted(goal, good ? "ok" : "MISSED"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
