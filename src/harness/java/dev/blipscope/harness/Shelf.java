package dev.blipscope.harness;

import com.sun.management.ThreadMXBean;
import dev.blipscope.capture.FileBytes;
import dev.blipscope.capture.MemoryStore;
import dev.blipscope.check.Code;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import dev.blipscope.shelf.Batch;
import dev.blipscope.shelf.Deck;
import dev.blipscope.shelf.Facets;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Glances;
import dev.blipscope.shelf.Groups;
import dev.blipscope.shelf.Indexer;
import dev.blipscope.shelf.Marks;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.Postmarks;
import dev.blipscope.shelf.RowFinder;
import dev.blipscope.shelf.RowKind;
import dev.blipscope.shelf.Rows;
import dev.blipscope.shelf.Search;
import dev.blipscope.shelf.Tally;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Measures the list of a million payloads in one JVM, as the window uses it: one thread, 512 MB.
public final class Shelf {

  private static final int ROUNDS = 3;
  private static final int PAGES = 200;
  private static final int ROWS_A_PAGE = 50;

  private static final double MOST_FIRST_ROWS = 500;
  private static final double MOST_LISTED = 8_000;
  private static final double MOST_ORDER = 500;
  private static final double MOST_SEARCH = 3_000;
  private static final double MOST_PAGE = 5;
  private static final double MOST_HEAP = 25;

  /// How long something took, in milliseconds, and how much memory, used up by then or not.
  private record Time(double wall, double cpu, double made) {}

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private final Path payloads;
  private final RowFinder finder = new RowFinder();
  private final Table table;
  private Deck deck = Deck.EMPTY;

  private Shelf(Path payloads) throws IOException {
    this.payloads = payloads;
    this.table =
        new Table(
            "Shelf: %s, %.0f MB, %d rounds in one JVM, the first one cold"
                .formatted(payloads, Files.size(payloads) / 1e6, ROUNDS),
            "%d cores, load %.1f, Java %s, heap of %d MB"
                .formatted(
                    Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.version(),
                    Runtime.getRuntime().maxMemory() >> 20));
  }

  /// Takes a folder for temporary files, how many payloads to make up, or a file that has them.
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    String what = args.length > 1 ? args[1] : "1000000";
    boolean count = what.chars().allMatch(Character::isDigit);
    Path payloads = count ? Path.of(args[0], "payloads.ndjson") : Path.of(what);
    if (count) {
      PayloadGenerator.write(Long.parseLong(what), 1, payloads);
    }
    System.exit(new Shelf(payloads).met() ? 0 : 1);
  }

  private boolean met() throws IOException {
    table.heads();
    index();
    goal("filter by kind", MOST_ORDER, () -> rows(kinds(), Order.AS_THEY_STAND));
    goal("order by time", MOST_ORDER, () -> rows(Filter.ALL, new Order(Order.By.TIME, true)));
    goal("order by person", MOST_ORDER, () -> rows(Filter.ALL, new Order(Order.By.WHO, false)));
    goal("filter, then order by time", MOST_ORDER, () -> rows(kinds(), byTime()));
    goal("counts of all facets", MOST_ORDER, () -> Facets.of(deck, kinds(), Marks.NONE));
    goal("gather by person", MOST_ORDER, () -> Groups.of(Rows.of(deck)));
    goal("search, many hits", MOST_SEARCH, () -> search("CONDIÇÕES"));
    goal("search, no hit", MOST_SEARCH, () -> search("isso ninguém escreveu"));
    pages();
    tally();
    return table.met();
  }

  private static Filter kinds() {
    return Filter.ALL.withKinds(Set.of(RowKind.MESSAGE, RowKind.CONTACT));
  }

  private static Order byTime() {
    return new Order(Order.By.TIME, false);
  }

  private void rows(Filter filter, Order order) {
    if (finder.find(deck, filter, Marks.NONE, order).size() == 0) {
      throw new Refusal("No row of " + payloads + " passes " + filter);
    }
  }

  private void search(String text) {
    var search = new Search(deck, text);
    while (search.step()) {
      // Each step is one that a person could cancel before.
    }
  }

  private void index() throws IOException {
    var firsts = new ArrayList<Time>();
    var wholes = new ArrayList<Time>();
    long before = 0;
    for (int round = 0; round < ROUNDS; round++) {
      deck = Deck.EMPTY;
      before = used();
      var indexer = Indexer.of(1, "payloads", FileBytes.open(payloads), new MemoryStore(0), null);
      var first = time(indexer::step);
      firsts.add(first);
      var rest =
          time(
              () -> {
                while (indexer.step()) {
                  deck = deck.with(indexer.batch());
                }
              });
      wholes.add(
          new Time(
              first.wall() + rest.wall(), first.cpu() + rest.cpu(), first.made() + rest.made()));
      deck = deck.with(indexer.batch());
    }
    table.goal("first rows, wall ms", Spread.of(firsts, Time::wall), MOST_FIRST_ROWS);
    table.goal("all rows, wall ms", Spread.of(wholes, Time::wall), MOST_LISTED);
    table.figures("all rows, cpu ms", Spread.of(wholes, Time::cpu));
    double heap = (used() - before) / 1e6;
    double allowed = MOST_HEAP * deck.size() / 1e6;
    table.goal(
        "heap of the index",
        heap <= Math.max(allowed, 1),
        "%.1f MB for %,d rows, %.1f bytes a row"
            .formatted(heap, rowCount(), heap * 1e6 / rowCount()));
  }

  private int rowCount() {
    return deck.size();
  }

  private void goal(String name, double most, Work work) throws IOException {
    var times = new ArrayList<Time>();
    for (int round = 0; round < ROUNDS; round++) {
      times.add(time(work));
    }
    table.goal(name + ", wall ms", Spread.of(times, Time::wall), most);
    table.figures(name + ", cpu ms", Spread.of(times, Time::cpu));
    table.figures(name + ", objects made MB", Spread.of(times, Time::made));
  }

  private void pages() throws IOException {
    var random = new Random(1);
    var glances = new Glances(null);
    Batch batch = deck.batches().getFirst();
    var times = new ArrayList<Time>();
    for (int page = 0; page < PAGES; page++) {
      int first = random.nextInt(Math.max(1, batch.size() - ROWS_A_PAGE));
      times.add(
          time(
              () -> {
                for (int i = 0; i < ROWS_A_PAGE; i++) {
                  var _ = glances.of(batch, first + i);
                }
              }));
    }
    table.goal("a random page of 50 rows, wall ms", Spread.of(times, Time::wall), MOST_PAGE);
  }

  private void tally() throws IOException {
    var tally = new Tally(deck, new Inspector(Profiles.usual(), Target.SANDBOX, null));
    var whole =
        time(
            () -> {
              while (tally.step()) {
                // In the window this goes on in the background, with progress.
              }
            });
    table.figures("findings of all rows, wall ms", Spread.of(List.of(whole), Time::wall));
    table.figures("findings of all rows, cpu ms", Spread.of(List.of(whole), Time::cpu));
    var codes = tally.codes();
    goal(
        "filter by finding",
        MOST_ORDER,
        () ->
            Rows.of(
                deck,
                Filter.ALL.withCodes(Set.of(Code.PRIVACY_PHONE)),
                new Marks(null, codes, Postmarks.NONE),
                Order.AS_THEY_STAND));
    goal(
        "counts with findings",
        MOST_ORDER,
        () -> Facets.of(deck, kinds(), new Marks(null, codes, Postmarks.NONE)));
    table.line("");
    table.line(
        "%d causes of findings; heap with all of it %.0f MB"
            .formatted(tally.causes().size(), used() / 1e6));
  }

  private static Time time(Work work) throws IOException {
    var threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    long made = threads.getCurrentThreadAllocatedBytes();
    long cpu = threads.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    work.run();
    return new Time(
        (System.nanoTime() - wall) / 1e6,
        (threads.getCurrentThreadCpuTime() - cpu) / 1e6,
        (threads.getCurrentThreadAllocatedBytes() - made) / 1e6);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
