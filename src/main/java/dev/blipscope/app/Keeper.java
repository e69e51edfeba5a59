package dev.blipscope.app;

import dev.blipscope.journal.Entry;
import dev.blipscope.journal.Journal;
import dev.blipscope.session.Event;
import dev.blipscope.session.Kept;
import dev.blipscope.session.KeptText;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps on disk what is open, soon after each change, so that a kill costs nothing.
///
/// The journal holds the texts, each under its number, and behind them what else is worth keeping;
/// of each the last one counts.
final class Keeper implements AutoCloseable {

  /// What was kept is forgotten after a week.
  static final Duration LONGEST = Duration.ofDays(7);

  /// Of texts in memory no more than this is kept.
  static final long MOST_BYTES = 256L << 20;

  private static final byte STATE = 1;
  private static final byte TEXT = 2;

  private static final Duration REST = Duration.ofMillis(250);
  private static final long WORTH_REWRITING = 4L << 20;

  private final Folders folders;
  private final InstantSource clock;
  private final Consumer<Event> tell;
  private final Thread thread;

  private @Nullable Journal journal;
  private Map<Integer, String> written = new HashMap<>();
  private Kept last = Kept.NOTHING;
  private @Nullable Settings settings;
  private volatile @Nullable Session newest;
  private volatile boolean closed;
  private boolean complained;

  /// What was open when the program ended last.
  ///
  /// @param texts those that were in memory, by their numbers
  record Past(Kept kept, Map<Integer, String> texts) {}

  Keeper(Folders folders, InstantSource clock, Consumer<Event> tell) {
    this.folders = folders;
    this.clock = clock;
    this.tell = tell;
    this.thread = Thread.ofPlatform().name("keeper").daemon().unstarted(this::work);
  }

  /// Opens what was kept. What is older than a week is thrown away.
  Past open() {
    var texts = new HashMap<Integer, String>();
    var states = new ArrayList<Kept>();
    try {
      journal = Journal.open(folders.session(), entry -> read(entry, texts, states)).orElse(null);
      if (journal == null) {
        warn("notice.not-kept-twice");
        return new Past(Kept.NOTHING, Map.of());
      }
      var kept = states.isEmpty() ? Kept.NOTHING : states.getLast();
      if (clock.millis() - kept.at() > LONGEST.toMillis()) {
        journal.erase();
        return new Past(Kept.NOTHING, Map.of());
      }
      written = texts;
      last = kept;
      return new Past(kept, Map.copyOf(texts));
    } catch (IOException e) {
      warn("notice.not-kept");
      return new Past(Kept.NOTHING, Map.of());
    }
  }

  private static void read(Entry entry, Map<Integer, String> texts, List<Kept> states) {
    byte[] bytes = entry.bytes();
    if (entry.type() == STATE) {
      KeptText.read(bytes).ifPresent(states::add);
    } else if (entry.type() == TEXT && bytes.length >= Integer.BYTES) {
      texts.put(
          ByteBuffer.wrap(bytes).getInt(),
          new String(bytes, Integer.BYTES, bytes.length - Integer.BYTES, StandardCharsets.UTF_8));
    }
  }

  /// Keeps from now on what is open.
  void start() {
    thread.start();
  }

  /// This is how it is now.
  void observe(Session session) {
    newest = session;
    LockSupport.unpark(thread);
  }

  private void work() {
    while (!closed) {
      var session = newest;
      if (session == null) {
        LockSupport.park(this);
      } else {
        newest = null;
        keep(session);
        LockSupport.parkNanos(this, REST.toNanos());
      }
    }
  }

  private synchronized void keep(Session session) {
    try {
      if (!session.settings().equals(settings)) {
        settings = session.settings();
        SettingsFile.write(folders.settings(), settings);
      }
      if (journal != null) {
        write(session, journal);
      }
      complained = false;
    } catch (IOException e) {
      if (!complained) {
        complained = true;
        warn("notice.not-kept");
      }
    }
  }

  private void write(Session session, Journal journal) throws IOException {
    var kept = Kept.of(session, clock.millis());
    boolean changed = false;
    long bytes = 0;
    var live = new HashMap<Integer, String>();
    for (var text : kept.sources()) {
      var source = session.pile().sources().get(text.id());
      if (source == null || !source.isInMemory()) {
        continue;
      }
      bytes += source.inMemory().length();
      if (bytes > MOST_BYTES) {
        break;
      }
      live.put(text.id(), source.inMemory());
      if (!source.inMemory().equals(written.get(text.id()))) {
        journal.append(TEXT, entry(text.id(), source.inMemory()));
        changed = true;
      }
    }
    if (changed || !kept.isLike(last)) {
      journal.append(STATE, KeptText.of(kept));
      journal.sync();
      last = kept;
      written = live;
      if (journal.size() > WORTH_REWRITING && journal.size() > 4 * bytes) {
        journal.rewrite(entries(kept, live));
      }
    }
  }

  private static List<Entry> entries(Kept kept, Map<Integer, String> texts) {
    var entries = new ArrayList<Entry>();
    texts.forEach((id, text) -> entries.add(new Entry(TEXT, entry(id, text))));
    entries.add(new Entry(STATE, KeptText.of(kept)));
    return entries;
  }

  private static byte[] entry(int id, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(id).put(bytes).array();
  }

  /// Takes everything away that was kept of what was open.
  synchronized void erase() throws IOException {
    if (journal != null) {
      journal.erase();
    }
    written = new HashMap<>();
    last = Kept.NOTHING;
  }

  private void warn(String key) {
    tell.accept(new Event.Said(Notice.Weight.WARNED, key, List.of(folders.session().toString())));
  }

  /// Keeps the last state at once, and nothing after it.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    synchronized (this) {
      var session = newest;
      if (session != null) {
        newest = null;
        keep(session);
      }
      if (journal != null) {
        journal.close();
        journal = null;
      }
    }
  }
}
