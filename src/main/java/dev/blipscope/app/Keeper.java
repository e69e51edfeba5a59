package dev.blipscope.app;

import dev.blipscope.journal.Entry;
import dev.blipscope.journal.Journal;
import dev.blipscope.session.Event;
import dev.blipscope.session.Kept;
import dev.blipscope.session.KeptText;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.session.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps on disk what is open, soon after each change, so that a kill costs nothing.
///
/// The journal holds the texts, each under its number, and behind them what else is worth keeping;
/// of each the last one counts.
final class Keeper implements AutoCloseable {

  /// Of texts in memory no more than this is kept; the journal may hold old ones beside them.
  private static final long MOST_TEXT = Kept.MOST_BYTES / 2;

  private static final byte STATE = 1;
  private static final byte TEXT = 2;
  private static final byte ODD_TEXT = 3;

  private static final Duration REST = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration SIGN_OF_LIFE = Duration.ofHours(1);
  private static final long WORTH_REWRITING = 4L << 20;

  private final Folders folders;
  private final InstantSource clock;
  private final Consumer<Event> tell;
  private final Consumer<Throwable> failed;
  private final Thread thread;
  private final AtomicReference<@Nullable Session> newest = new AtomicReference<>();

  private final AtomicReference<Coming> coming = new AtomicReference<>(Coming.NOTHING);

  private @Nullable Journal journal;
  private Map<Integer, Written> written = new HashMap<>();
  private Kept last = Kept.NOTHING;
  private @Nullable Settings settings;
  private volatile @Nullable Session current;
  private volatile boolean closed;

  /// Whether this program may keep something: not if another one does, or if nobody can.
  private boolean keeping;

  /// Whether what is in the journal is to make room for what is open now.
  private boolean stale;

  private boolean complained;
  private boolean full;
  private long told;

  /// What was open when the program ended last.
  ///
  /// @param texts those that were in memory, by their numbers
  record Past(Kept kept, Map<Integer, String> texts) {

    static final Past NOTHING = new Past(Kept.NOTHING, Map.of());

    Past {
      texts = Map.copyOf(texts);
    }

    /// The texts alone, since nothing is known about them.
    static Past of(Map<Integer, String> texts, long at) {
      var all = new ArrayList<Kept.Text>();
      for (var text : new TreeMap<>(texts).entrySet()) {
        var source = Source.of(text.getKey(), Source.How.PASTED, "", text.getValue());
        all.add(Kept.Text.of(source));
      }
      var none = Kept.NOTHING;
      return new Past(
          new Kept(
              at,
              all,
              null,
              none.filter(),
              none.order(),
              none.grouped(),
              none.profile(),
              none.editing(),
              none.edits()),
          texts);
    }

    Set<Integer> ids() {
      return kept.sources().stream().map(Kept.Text::id).collect(Collectors.toUnmodifiableSet());
    }

    int lastId() {
      return ids().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private Past only(Set<Integer> ids) {
      var sources = kept.sources().stream().filter(text -> ids.contains(text.id())).toList();
      var left = new HashMap<>(texts);
      left.keySet().retainAll(ids);
      return new Past(kept.with(sources), left);
    }
  }

  /// What of the past the session does not show, and is not to be lost none the less.
  ///
  /// @param tried whether all of it was tried to open
  private record Coming(Past past, boolean tried) {

    static final Coming NOTHING = new Coming(Past.NOTHING, true);

    Kept with(Session session, long now) {
      return tried ? past.kept().after(session, now) : past.kept().during(session, now);
    }
  }

  /// A text that is in the journal, and how many bytes it has there.
  private record Written(String text, int bytes) {}

  /// @param failed is told of a mistake of ours
  Keeper(Folders folders, InstantSource clock, Consumer<Event> tell, Consumer<Throwable> failed) {
    this.folders = folders;
    this.clock = clock;
    this.tell = tell;
    this.failed = failed;
    this.thread = Thread.ofPlatform().name("keeper").daemon().unstarted(this::work);
  }

  /// Opens what was kept. What nobody opened for a week is thrown away.
  synchronized Past open() {
    if (closed) {
      return Past.NOTHING;
    }
    var texts = new HashMap<Integer, String>();
    var states = new ArrayList<Kept>();
    try {
      var opened = Journal.open(folders.session(), entry -> read(entry, texts, states));
      if (opened.isEmpty()) {
        say("notice.not-kept-twice");
        return Past.NOTHING;
      }
      journal = opened.get();
      keeping = true;
      stale = true;
      boolean stateless = states.isEmpty() && !texts.isEmpty();
      if (stateless || opened.get().reading().lost() > 0) {
        say("notice.kept-damaged");
      }
      if (!states.isEmpty() && clock.millis() - states.getLast().at() > Kept.LONGEST.toMillis()) {
        opened.get().erase();
        return Past.NOTHING;
      }
      var past =
          states.isEmpty() ? Past.of(texts, clock.millis()) : new Past(states.getLast(), texts);
      coming.set(new Coming(past, false));
      return past;
    } catch (IOException | UncheckedIOException e) {
      say("notice.not-kept");
      complained = true;
      return Past.NOTHING;
    }
  }

  private static void read(Entry entry, Map<Integer, String> texts, List<Kept> states) {
    byte[] bytes = entry.bytes();
    if (entry.type() == STATE) {
      KeptText.read(bytes).ifPresent(states::add);
    } else if (bytes.length >= Integer.BYTES) {
      var in = ByteBuffer.wrap(bytes);
      int id = in.getInt();
      texts.put(
          id,
          entry.type() == ODD_TEXT
              ? in.slice().asCharBuffer().toString()
              : StandardCharsets.UTF_8.decode(in).toString());
    }
  }

  /// Keeps from now on what is open.
  void start() {
    thread.start();
  }

  /// This is how it is now.
  void observe(Session session) {
    current = session;
    newest.set(session);
    LockSupport.unpark(thread);
  }

  /// What was open is open again in this session.
  ///
  /// @param left the numbers of the texts that are to be kept although they could not be opened
  void settle(Session session, Set<Integer> left) {
    coming.updateAndGet(now -> new Coming(now.past().only(left), true));
    observe(session);
  }

  private void work() {
    while (!closed) {
      if (newest.get() == null) {
        LockSupport.parkNanos(this, SIGN_OF_LIFE.toNanos());
        // Who leaves the program open for long uses what is open.
        if (isLongAgo(last.at())) {
          newest.compareAndSet(null, current);
        }
      } else {
        rest(guarded() ? REST : AFTER_FAILURE);
      }
    }
  }

  private boolean isLongAgo(long at) {
    return clock.millis() - at >= SIGN_OF_LIFE.toMillis();
  }

  /// Waits, also while more happens.
  private void rest(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  private boolean guarded() {
    try {
      return keep();
    } catch (RuntimeException | Error e) {
      // Whatever it is, the next state may be kept again.
      failed.accept(e);
      return false;
    }
  }

  /// Keeps what is newest; whether that worked.
  private synchronized boolean keep() {
    // Before the session, so that this never is ahead of it.
    var past = coming.get();
    var session = newest.getAndSet(null);
    if (session == null) {
      return true;
    }
    boolean settled = keepSettings(session);
    if (keepOpen(session, past) && settled) {
      complained = false;
      return true;
    }
    newest.compareAndSet(null, session);
    if (!complained) {
      complained = true;
      say("notice.not-kept");
    }
    return false;
  }

  private boolean keepSettings(Session session) {
    if (session.settings().equals(settings)) {
      return true;
    }
    try {
      SettingsFile.write(folders.settings(), session.settings());
      settings = session.settings();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean keepOpen(Session session, Coming past) {
    if (!keeping) {
      return true;
    }
    try {
      write(session, past, opened());
      return true;
    } catch (IOException e) {
      drop();
      return false;
    }
  }

  /// The journal, opened again if it failed before.
  private Journal opened() throws IOException {
    var open = journal;
    if (open == null) {
      open =
          Journal.open(folders.session(), _ -> {})
              .orElseThrow(() -> new IOException("another program has the journal"));
      journal = open;
      stale = true;
    }
    return open;
  }

  private void drop() {
    var open = journal;
    journal = null;
    if (open != null) {
      try {
        open.close();
      } catch (UncheckedIOException e) {
        // It failed before; what matters is whether it can be opened again.
      }
    }
  }

  private void write(Session session, Coming past, Journal journal) throws IOException {
    var kept = past.with(session, clock.millis());
    var live = new HashMap<Integer, Written>();
    var changed = new ArrayList<Entry>();
    long bytes = 0;
    boolean all = true;
    for (var text : kept.sources()) {
      var source = session.pile().sources().get(text.id());
      String now = source == null ? past.past().texts().get(text.id()) : source.text();
      if (now == null) {
        continue;
      }
      if (bytes + now.length() > MOST_TEXT) {
        all = false;
        continue;
      }
      var before = written.get(text.id());
      if (before == null || !before.text().equals(now)) {
        var entry = entry(text.id(), now);
        changed.add(entry);
        before = new Written(now, entry.bytes().length);
      }
      live.put(text.id(), before);
      bytes += before.bytes();
    }
    if (!stale && changed.isEmpty() && kept.isLike(last) && !isLongAgo(last.at())) {
      return;
    }
    var state = new Entry(STATE, KeptText.of(kept));
    long size = journal.size();
    if (stale || size > Kept.MOST_BYTES || (size > WORTH_REWRITING && size > 4 * bytes)) {
      journal.rewrite(entries(live, state));
    } else {
      for (var entry : changed) {
        journal.append(entry.type(), entry.bytes());
      }
      journal.append(STATE, state.bytes());
      journal.sync();
    }
    stale = false;
    last = kept;
    written = live;
    tellSize(journal);
    if (!all && !full) {
      say("notice.kept-too-much");
    }
    full = !all;
  }

  private void tellSize(Journal journal) {
    if (journal.size() != told) {
      told = journal.size();
      tell.accept(new Event.KeptSaid(told));
    }
  }

  private static List<Entry> entries(Map<Integer, Written> texts, Entry state) {
    var entries = new ArrayList<Entry>();
    texts.forEach((id, text) -> entries.add(entry(id, text.text())));
    entries.add(state);
    return entries;
  }

  /// Half a character, which UTF-8 does not know, is kept, too.
  private static Entry entry(int id, String text) {
    try {
      var bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return new Entry(TEXT, numbered(id, bytes));
    } catch (CharacterCodingException odd) {
      var bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
      bytes.asCharBuffer().put(text);
      return new Entry(ODD_TEXT, numbered(id, bytes));
    }
  }

  private static byte[] numbered(int id, ByteBuffer bytes) {
    return ByteBuffer.allocate(Integer.BYTES + bytes.remaining()).putInt(id).put(bytes).array();
  }

  /// Takes everything away that was kept of what was open.
  synchronized void erase() throws IOException {
    coming.set(Coming.NOTHING);
    if (keeping) {
      try {
        var open = opened();
        open.erase();
        written = new HashMap<>();
        last = Kept.NOTHING;
        tellSize(open);
      } catch (IOException e) {
        drop();
        throw e;
      }
    }
  }

  private void say(String key) {
    tell.accept(new Event.Said(Notice.Weight.WARNED, key, List.of(folders.session().toString())));
  }

  /// Keeps the last state at once, and nothing after it.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    synchronized (this) {
      guarded();
      drop();
      keeping = false;
    }
  }
}
