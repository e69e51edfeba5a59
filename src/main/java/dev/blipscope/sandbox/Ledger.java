package dev.blipscope.sandbox;

import dev.blipscope.json.Out;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// What the sandbox did with each call: the newest entries in memory, all of them in a file if it
/// has one, and what all of them come to since it was opened.
public final class Ledger {

  /// Hears of new entries.
  @FunctionalInterface
  public interface Listener {

    /// Is told of each request once, in order, while the ledger waits: it must be quick, and a slow
    /// one slows the sandbox down.
    void heard(List<Entry> entries);
  }

  // So that many long calls cannot fill the memory.
  private static final int MOST_CHARACTERS = 8 << 20;
  private static final int MOST_TABLES = 10_000;
  private static final String OTHER_TABLES = "…";
  private static final int USUAL_LINES = 1 << 16;

  private final @Nullable LedgerFile file;
  private final int remembered;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  private final Ids ids = new Ids();
  private final Deque<Entry> newest = new ArrayDeque<>();
  private int characters;
  private final Out lines = new Out(USUAL_LINES);

  private long last;
  private long calls;
  private long kept;
  private long duplicates;
  private final Map<Discard, Long> reasons = new EnumMap<>(Discard.class);
  private final Map<Integer, Long> answers = new HashMap<>();
  private final Map<String, Long> rows = new HashMap<>();

  private Ledger(@Nullable LedgerFile file, int remembered) {
    this.file = file;
    this.remembered = remembered;
  }

  /// Opens a ledger. What its file holds from before counts for deduplication and numbering.
  static Ledger open(@Nullable Path path, int remembered) throws IOException {
    if (path == null) {
      return new Ledger(null, remembered);
    }
    var file = new LedgerFile(path);
    var ledger = new Ledger(file, remembered);
    try {
      file.replay(ledger::restore);
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
    return ledger;
  }

  private synchronized void restore(long number, @Nullable String keptId, Instant receivedAt) {
    last = number;
    if (keptId != null) {
      ids.put(Ids.hash(keptId), (int) number, receivedAt);
    }
  }

  // What is asked

  public synchronized Totals totals() {
    return new Totals(last, calls, kept, duplicates, reasons, answers, rows);
  }

  /// The entries from this number on, oldest first; those that memory let go of are left out.
  public synchronized List<Entry> entries(long from, int max) {
    return newest.stream().filter(entry -> entry.number() >= from).limit(max).toList();
  }

  /// The calls with this messageId, oldest first, as far as memory goes back.
  public synchronized List<Entry.Call> of(String messageId) {
    return newest.stream()
        .filter(Entry.Call.class::isInstance)
        .map(Entry.Call.class::cast)
        .filter(call -> call.messageId().equals(messageId))
        .toList();
  }

  /// Whether a call with this messageId was kept in the 24 hours before.
  public synchronized boolean keeps(String messageId, Instant now) {
    return ids.find(Ids.hash(messageId), now) != Ids.NONE;
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public void unlisten(Listener listener) {
    listeners.remove(listener);
  }

  // What happens

  /// Takes the calls of a request: when this is over they are in the file.
  synchronized void take(String path, Instant receivedAt, int status, Reading.Calls read)
      throws IOException {
    var entries = new ArrayList<Entry>(read.drafts().size() + 1);
    Map<Long, Long> here = new HashMap<>();
    for (var draft : read.drafts()) {
      long number = last + entries.size() + 1;
      String id = draft.messageId();
      String given = id == null ? assigned(receivedAt, number) : id;
      entries.add(
          new Entry.Call(
              number,
              receivedAt,
              path,
              given,
              id == null,
              draft.type(),
              draft.event(),
              draft.userId(),
              read.knownKey(),
              verdict(draft, Ids.hash(given), number, receivedAt, here),
              draft.timestamp(),
              draft.sentAt(),
              draft.size(),
              draft.json()));
    }
    if (read.matter() != null) {
      long number = last + entries.size() + 1;
      entries.add(new Entry.Request(number, receivedAt, path, status, read.matter(), ""));
    }
    add(entries);
    here.forEach((hash, number) -> ids.put(hash, number.intValue(), receivedAt));
  }

  /// An id as Segment gives to a call without one, never the same again.
  private static String assigned(Instant receivedAt, long number) {
    return "sandbox-" + Long.toHexString(receivedAt.toEpochMilli()) + "-" + number;
  }

  private Verdict verdict(
      Draft draft, long hash, long number, Instant receivedAt, Map<Long, Long> here) {
    if (draft.discard() != null) {
      return new Verdict.Dropped(draft.discard());
    }
    long before = ids.find(hash, receivedAt);
    if (before == Ids.NONE) {
      var first = here.putIfAbsent(hash, number);
      return first == null ? new Verdict.Kept(draft.tables()) : new Verdict.Duplicate(first);
    }
    return new Verdict.Duplicate(before);
  }

  /// Notes what there is to say about a whole request.
  synchronized void note(String path, Instant receivedAt, int status, Matter matter, String detail)
      throws IOException {
    add(List.of(new Entry.Request(last + 1, receivedAt, path, status, matter, detail)));
  }

  /// Counts an answer; 0 if there was none.
  synchronized void answered(int status) {
    answers.merge(status, 1L, Long::sum);
  }

  private void add(List<Entry> entries) throws IOException {
    if (file != null) {
      lines.cutTo(0);
      entries.forEach(entry -> entry.writeTo(lines));
      file.append(lines);
    }
    for (var entry : entries) {
      count(entry);
      remember(entry);
    }
    listeners.forEach(listener -> listener.heard(entries));
  }

  private void count(Entry entry) {
    last = entry.number();
    if (entry instanceof Entry.Call call) {
      calls++;
      switch (call.verdict()) {
        case Verdict.Kept(var tables) -> {
          kept++;
          tables.forEach(this::countRow);
        }
        case Verdict.Dropped(var reason) -> reasons.merge(reason, 1L, Long::sum);
        case Verdict.Duplicate _ -> duplicates++;
      }
    }
  }

  private void countRow(String table) {
    boolean room = rows.size() < MOST_TABLES || rows.containsKey(table);
    rows.merge(room ? table : OTHER_TABLES, 1L, Long::sum);
  }

  private void remember(Entry entry) {
    newest.add(entry);
    characters += length(entry);
    while (newest.size() > remembered || (characters > MOST_CHARACTERS && newest.size() > 1)) {
      characters -= length(newest.remove());
    }
  }

  private static int length(Entry entry) {
    return entry instanceof Entry.Call call ? call.json().length() : 0;
  }

  synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
