package dev.blipscope.app;

import dev.blipscope.capture.Bytes;
import dev.blipscope.capture.Feed;
import dev.blipscope.capture.FileBytes;
import dev.blipscope.capture.Fingerprint;
import dev.blipscope.capture.Inputs;
import dev.blipscope.capture.MemoryStore;
import dev.blipscope.capture.Store;
import dev.blipscope.json.Place;
import dev.blipscope.session.Event;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Pile;
import dev.blipscope.session.Source;
import dev.blipscope.share.Report;
import dev.blipscope.shelf.Batch;
import dev.blipscope.shelf.Indexer;
import dev.blipscope.shelf.RowKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens texts: what was pasted, samples, files, folders, archives. Used by several threads.
final class Opener {

  /// Up to so many payloads of one pasted text are told apart as texts of their own, so that each
  /// can be changed in its place.
  private static final int MOST_PARTS = 200;

  /// What payloads that are no piece of their file may take of the memory.
  private static final long MOST_STORED = 256L << 20;

  private static final String SAMPLES = "/dev/blipscope/samples/";

  private final AtomicInteger ids = new AtomicInteger();
  private final Consumer<Event> tell;
  private final Jobs jobs;

  /// Done when it is known which numbers are free.
  private volatile CompletableFuture<Void> numbered = CompletableFuture.completedFuture(null);

  Opener(Consumer<Event> tell, Jobs jobs) {
    this.tell = tell;
    this.jobs = jobs;
  }

  /// A number that no other text has or had; waits until it is known which these are.
  int nextId() {
    numbered.join();
    return ids.incrementAndGet();
  }

  /// Gives no numbers before [#startBehind].
  void holdNumbers() {
    numbered = new CompletableFuture<>();
  }

  /// Numbers up to this one are taken.
  void startBehind(int last) {
    ids.accumulateAndGet(last, Math::max);
    numbered.complete(null);
  }

  /// The number of the last text that was begun.
  int lastId() {
    return ids.get();
  }

  // Texts

  void paste(String text) throws IOException {
    take(Source.How.PASTED, "", text);
  }

  void sample(String name) throws IOException {
    try (var file = Opener.class.getResourceAsStream(SAMPLES + name)) {
      if (file == null) {
        throw new IllegalArgumentException("a sample that comes with the program: " + name);
      }
      byte[] bytes = file.readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (java.util.Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
        take(Source.How.SAMPLE, name, text);
      } else {
        // Some samples are no text: compressed, or in another encoding.
        stream(name, Feed.of(new java.io.ByteArrayInputStream(bytes)), true);
      }
    }
  }

  private void take(Source.How how, String name, String text) throws IOException {
    var source = Source.of(nextId(), how, name, text);
    var batch = index(source.id(), name, text);
    if (text.isBlank() || batch.size() == 0) {
      tell.accept(new Event.Said(Notice.Weight.WARNED, "notice.nothing-in-it", List.of()));
      return;
    }
    var parts = parts(source, batch);
    tell.accept(
        new Event.Opened(
            parts.isEmpty() ? List.of(new Event.Opened.Text(source, batch)) : parts, true));
  }

  /// The rows of a text in memory.
  static Batch index(int id, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var indexer = Indexer.of(id, name, Bytes.of(bytes), new MemoryStore(MOST_STORED), null);
    while (indexer.step()) {
      // All of it is in memory, so all of it is read at once.
    }
    return indexer.batch();
  }

  /// Each payload of a text as a text of its own; none if that is not wanted.
  private List<Event.Opened.Text> parts(Source whole, Batch batch) throws IOException {
    boolean alone = batch.size() == 1 && !batch.isStored(0);
    if (alone || batch.size() > MOST_PARTS) {
      return List.of();
    }
    var parts = new ArrayList<Event.Opened.Text>();
    for (int row = 0; row < batch.size(); row++) {
      String text = new String(batch.text(row).orElseThrow(), StandardCharsets.UTF_8);
      int number = batch.size() == 1 ? 0 : row + 1;
      var part = whole.part(nextId(), number, batch.place(row), text);
      var own = index(part.id(), whole.name(), text);
      if (own.size() != 1) {
        return List.of();
      }
      parts.add(new Event.Opened.Text(part, own));
    }
    return parts;
  }

  // Files

  /// @param pile what is open: a file that is among it, and did not change, is only shown
  void files(List<String> names, Pile pile) {
    boolean choose = true;
    for (String name : names) {
      var print = print(name);
      var there = print == null ? Optional.<RowKey>empty() : pile.firstOf(name, print);
      if (there.isPresent()) {
        if (choose) {
          tell.accept(new Event.RowsChosen(Set.of(there.get()), there.get()));
        }
        tell.accept(
            new Event.Said(Notice.Weight.SAID, "notice.open-already", List.of(title(name))));
        choose = false;
      } else {
        choose &= !open(name, choose, Map.of());
      }
    }
  }

  private static String title(String name) {
    return String.valueOf(Path.of(name).getFileName());
  }

  /// Opens what was open before, each text under the number that it had.
  ///
  /// @param numbers the numbers of the texts by their names; those of the same name in their order
  void again(String name, Map<String, Deque<Integer>> numbers) {
    open(name, false, numbers);
  }

  private int idOf(String name, Map<String, Deque<Integer>> numbers) {
    var known = numbers.get(name);
    return known == null || known.isEmpty() ? nextId() : known.remove();
  }

  /// Opens what one name stands for; whether there was something in it.
  private boolean open(String name, boolean choose, Map<String, Deque<Integer>> numbers) {
    try {
      var path = Path.of(name);
      if (Files.isRegularFile(path) && isPage(name)) {
        return report(path, choose);
      }
      if (Files.isRegularFile(path) && isPlain(path)) {
        return plain(name, path, choose, numbers);
      }
    } catch (IOException | InvalidPathException e) {
      // The way below finds the same trouble again, and its reason.
    }
    return inputs(name, choose, numbers);
  }

  private static boolean isPage(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(".html") || small.endsWith(".htm") || isOurs(name);
  }

  /// Whether a name is that of a report which belongs to this program and not to the browser.
  static boolean isOurs(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".blipscope");
  }

  /// Opens the payloads of a report that this program wrote.
  private boolean report(Path path, boolean choose) throws IOException {
    if (Files.size(path) > MOST_STORED) {
      return false;
    }
    var reopened = Report.read(Files.readString(path));
    if (reopened.isEmpty()) {
      tell.accept(
          new Event.Said(
              Notice.Weight.WARNED, "notice.no-report", List.of(path.getFileName().toString())));
      return false;
    }
    String name = path.getFileName().toString();
    var texts = new ArrayList<Event.Opened.Text>();
    for (var payload : reopened.get().payloads()) {
      var source =
          new Source(
              nextId(),
              Source.How.PASTED,
              name,
              texts.size() + 1,
              new Place(Math.max(1, payload.line()), 1, 0),
              payload.text(),
              null,
              null);
      var batch = index(source.id(), name, payload.text());
      if (batch.size() > 0) {
        texts.add(new Event.Opened.Text(source, batch));
      }
    }
    tell.accept(new Event.Opened(texts, choose));
    return !texts.isEmpty();
  }

  /// Whether a file is a text in UTF-8 to the letter, by its first bytes.
  private static boolean isPlain(Path path) throws IOException {
    try (var file = Files.newInputStream(path)) {
      byte[] head = file.readNBytes(4);
      return head.length == 4
          && head[0] > 0
          && head[1] > 0
          && head[2] > 0
          && head[3] > 0
          && !(head[0] == 'P' && head[1] == 'K');
    }
  }

  private boolean plain(String name, Path path, boolean choose, Map<String, Deque<Integer>> numbers)
      throws IOException {
    var bytes = FileBytes.open(path);
    String title = path.getFileName().toString();
    int id = idOf(title, numbers);
    return index(
        Source.of(id, title, name, Fingerprint.of(path)),
        Indexer.of(id, title, bytes, store(), null),
        bytes.length(),
        choose);
  }

  /// How a file is now; none for a folder, or if it cannot be read.
  static @Nullable Fingerprint print(String name) {
    try {
      var path = Path.of(name);
      return Files.isRegularFile(path) ? Fingerprint.of(path) : null;
    } catch (IOException | InvalidPathException unreadable) {
      return null;
    }
  }

  private boolean inputs(String name, boolean choose, Map<String, Deque<Integer>> numbers) {
    boolean any = false;
    boolean told = false;
    var print = print(name);
    try (var inputs = Inputs.of(List.of(name), InputStream.nullInputStream())) {
      for (var opened = inputs.next(); opened != null; opened = inputs.next()) {
        switch (opened) {
          case Inputs.Opened.Text(var inner, var feed) -> {
            int id = idOf(inner, numbers);
            any |=
                index(
                    Source.of(id, inner, name, print),
                    Indexer.of(id, inner, feed, store(), null),
                    0,
                    choose && !any);
          }
          case Inputs.Opened.Unreadable(var inner, var reason) -> {
            told = true;
            tell.accept(
                new Event.Said(
                    Notice.Weight.FAILED, "unreadable." + reason.name(), List.of(inner)));
          }
        }
      }
      if (!any && !told) {
        tell.accept(new Event.Said(Notice.Weight.WARNED, "notice.nothing-in", List.of(name)));
      }
    } catch (IOException e) {
      tell.accept(new Event.Said(Notice.Weight.FAILED, "unreadable.FAILED", List.of(name)));
    }
    return any;
  }

  private void stream(String name, Feed feed, boolean choose) throws IOException {
    var indexer = Indexer.of(nextId(), name, feed, store(), null);
    index(Source.ofStream(indexer.batch().id(), name), indexer, 0, choose);
  }

  private static Store store() {
    return new MemoryStore(MOST_STORED);
  }

  /// Reads a text step by step, and shows what was found after each one.
  ///
  /// @param length of how many bytes, 0 if that is not known
  private boolean index(Source source, Indexer indexer, long length, boolean choose)
      throws IOException {
    try (var job = jobs.begin("job.reading", source.name(), length)) {
      boolean shown = false;
      boolean more = true;
      while (more && !job.isCancelled()) {
        more = indexer.step();
        var batch = indexer.batch();
        if (!shown && batch.size() > 0) {
          tell.accept(new Event.Opened(List.of(new Event.Opened.Text(source, batch)), choose));
          shown = true;
        } else if (shown && (job.isDue() || !more)) {
          tell.accept(new Event.Grew(batch));
        }
        job.reached(batch.about().read());
      }
      if (shown && job.isCancelled()) {
        tell.accept(new Event.Grew(indexer.batch()));
      }
      if (job.isCancelled()) {
        // Who cancels means all that was chosen together.
        throw new CancellationException();
      }
      return shown;
    }
  }
}
