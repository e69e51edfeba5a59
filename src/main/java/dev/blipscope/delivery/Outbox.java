package dev.blipscope.delivery;

import dev.blipscope.journal.Entry;
import dev.blipscope.journal.Journal;
import dev.blipscope.segment.Attempt;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was sent, on the disk: a call is there before it is on the wire, and what became of it
/// behind it. The calls themselves are read when they are needed.
///
/// May be asked from anywhere at any time.
public final class Outbox implements AutoCloseable {

  /// What is settled is gone after this time.
  public static final Duration KEPT = Duration.ofDays(7);

  /// Above this size the oldest that is settled goes first.
  public static final long MOST_BYTES = 1L << 30;

  private final Path folder;
  private final InstantSource clock;
  private Journal journal;
  private boolean closed;
  private final TreeMap<Integer, Consignment> all = new TreeMap<>();

  private Outbox(Path folder, InstantSource clock, Journal journal) {
    this.folder = folder;
    this.clock = clock;
    this.journal = journal;
  }

  /// Opens the outbox in a folder, which is made if it is not there.
  ///
  /// @return nothing if another program, or another part of this one, has it open
  public static Optional<Outbox> open(Path folder, InstantSource clock) throws IOException {
    return open(folder, clock, KEPT, MOST_BYTES);
  }

  static Optional<Outbox> open(Path folder, InstantSource clock, Duration kept, long mostBytes)
      throws IOException {
    var read = new TreeMap<Integer, Consignment>();
    var journal = Journal.openByPlace(folder, (place, entry) -> take(read, place, entry));
    if (journal.isEmpty()) {
      return Optional.empty();
    }
    var outbox = new Outbox(folder, clock, journal.get());
    outbox.all.putAll(read);
    outbox.all.values().forEach(Consignment::interrupted);
    try {
      outbox.forget(clock.instant().minus(kept), mostBytes);
    } catch (IOException | RuntimeException e) {
      outbox.close();
      throw e;
    }
    return Optional.of(outbox);
  }

  private static void take(Map<Integer, Consignment> all, long place, Entry entry) {
    try {
      var line = Line.of(entry.type(), entry.bytes());
      if (line != null) {
        take(all, place, line);
      }
    } catch (IOException _) {
      // Of a later version: what it tells is not for this one.
    }
  }

  /// Takes a line to heart, in the same way when it is written and when it is read again.
  private static void take(Map<Integer, Consignment> all, long place, Line line) {
    switch (line) {
      case Line.Opened(var serial, var target, var endpoint, var made) ->
          all.put(serial, new Consignment(serial, target, endpoint, made, place));
      case Line.Call(var serial, var parcel) -> {
        var to = all.get(serial);
        if (to != null) {
          to.add(parcel, place);
          if (parcel.refusal() != null) {
            to.ended(List.of(to.size() - 1), new CallState.Refused(parcel.refusal()), true);
          }
        }
      }
      case Line.Started(var serial, _, var calls) -> {
        var of = all.get(serial);
        if (of != null) {
          of.addRecord(place);
          of.started(calls);
        }
      }
      case Line.Ended(var serial, _, var calls, var led, var last) -> {
        var of = all.get(serial);
        if (of != null) {
          of.addRecord(place);
          of.ended(calls, led, last);
        }
      }
      case Line.Settled(var serial, var calls, var state) -> {
        var of = all.get(serial);
        if (of != null) {
          of.addRecord(place);
          of.settle(calls, state);
        }
      }
      case Line.Filled(var serial) -> {
        var of = all.get(serial);
        if (of != null) {
          of.addRecord(place);
          of.filled();
        }
      }
    }
  }

  private void write(Line line) throws IOException {
    take(all, journal.append(line.type(), line.bytes()), line);
  }

  /// Hands over calls, one after the other.
  @FunctionalInterface
  public interface Filling {
    void fill(Consumer<Parcel> into) throws IOException;
  }

  /// Takes calls, which are on the disk when this returns. If the disk does not take them, none of
  /// them is to be sent, and all are failed.
  public Consignment post(Target target, Iterable<Parcel> parcels) {
    try {
      return fill(target, parcels::forEach);
    } catch (IOException e) {
      throw new IllegalStateException("what is in memory can be read", e);
    }
  }

  /// The same, for calls that are too many to hold.
  ///
  /// @throws IOException if the filling fails; then all calls that came are failed
  public synchronized Consignment fill(Target target, Filling filling) throws IOException {
    int serial = all.isEmpty() ? 1 : all.lastKey() + 1;
    var made = clock.instant();
    var unkept = new Consignment(serial, target.name(), target.endpoint(), made, 0);
    boolean kept = tried(() -> open(serial, target, made));
    var takes = new AtomicBoolean(kept);
    var consignment = kept ? of(serial) : unkept;
    boolean filled = false;
    try {
      filling.fill(
          parcel -> {
            if (!takes.get() || !tried(() -> write(new Line.Call(serial, parcel)))) {
              // Each call has its state, also those that could not be written.
              takes.set(false);
              consignment.add(parcel, -1);
            }
          });
      filled = true;
    } finally {
      if (!filled) {
        consignment.settle(consignment.open(), Consignment.CANCELLED);
      }
    }
    if (!takes.get() || !tried(() -> filled(serial))) {
      var failed = new CallState.Failed(Why.of(Reason.NOT_KEPT));
      consignment.ended(consignment.open(), failed, true);
    }
    return consignment;
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private static boolean tried(Writing writing) {
    try {
      writing.write();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private void open(int serial, Target target, Instant made) throws IOException {
    reopenIfBroken();
    write(new Line.Opened(serial, target.name(), target.endpoint(), made));
  }

  private void filled(int serial) throws IOException {
    write(new Line.Filled(serial));
    journal.sync();
  }

  private Consignment of(int serial) {
    var found = all.get(serial);
    if (found == null) {
      throw new IllegalStateException("what was written is there");
    }
    return found;
  }

  /// A journal that failed takes nothing more; a new one sees what is really there, and by then
  /// there may be room.
  private void reopenIfBroken() throws IOException {
    if (journal.isSound()) {
      return;
    }
    if (closed) {
      throw new IOException("the outbox is closed");
    }
    journal.close();
    var again = Journal.openByPlace(folder, (_, _) -> {});
    if (again.isEmpty()) {
      throw new IOException("another program has taken the outbox");
    }
    journal = again.get();
  }

  /// What was sent, the oldest first.
  public synchronized List<Consignment> all() {
    return List.copyOf(all.values());
  }

  /// What was sent and has not come to an end, because the program ended before.
  public synchronized List<Consignment> unfinished() {
    return all.values().stream().filter(each -> !each.isSettled()).toList();
  }

  /// One call.
  public synchronized Parcel parcel(Consignment consignment, int call) throws IOException {
    long place = consignment.place(call);
    if (place >= 0 && line(place) instanceof Line.Call(_, var parcel)) {
      return parcel;
    }
    throw new IOException("the call was never on the disk");
  }

  /// The id of a call; empty for one that was never on the disk.
  public synchronized String messageId(Consignment consignment, int call) throws IOException {
    return consignment.place(call) < 0 ? "" : parcel(consignment, call).messageId();
  }

  private @Nullable Line line(long place) throws IOException {
    var entry = journal.at(place);
    return Line.of(entry.type(), entry.bytes());
  }

  /// Some of the calls, to be posted again; read one after the other.
  ///
  /// @param which tells by its number whether a call is meant
  public Iterable<Parcel> parcels(Consignment consignment, IntPredicate which) {
    return () ->
        IntStream.range(0, consignment.size())
            .filter(which)
            .mapToObj(
                call -> {
                  try {
                    return parcel(consignment, call);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .iterator();
  }

  /// All tries of the call that was sent last under this id.
  public synchronized List<Attempt> story(String messageId) throws IOException {
    for (var consignment : all.descendingMap().values()) {
      int call = consignment.find(messageId);
      if (call >= 0) {
        return story(consignment, call);
      }
    }
    return List.of();
  }

  /// All tries of a call.
  public synchronized List<Attempt> story(Consignment consignment, int call) throws IOException {
    var story = new ArrayList<Attempt>();
    String json = consignment.place(call) < 0 ? "" : parcel(consignment, call).call();
    Line.Started started = null;
    for (long place : consignment.records()) {
      var line = line(place);
      if (line instanceof Line.Started next && next.calls().contains(call)) {
        addInterrupted(story, started, Consignment.INTERRUPTED);
        started = next;
      } else if (line instanceof Line.Ended(_, var tried, var calls, var led, _)
          && calls.contains(call)) {
        started = null;
        story.add(
            new Attempt(
                story.size() + 1,
                tried.began(),
                tried.took(),
                tried.together(),
                tried.head().isEmpty()
                    ? ""
                    : tried.head() + "\n" + tried.before() + json + tried.after(),
                tried.status(),
                tried.answer(),
                led));
      }
    }
    var now = consignment.state(call);
    addInterrupted(
        story, started, now instanceof CallState.Sending ? now : Consignment.INTERRUPTED);
    return story;
  }

  private static void addInterrupted(
      List<Attempt> story, Line.@Nullable Started started, CallState led) {
    if (started != null) {
      story.add(
          new Attempt(
              story.size() + 1,
              started.began(),
              Duration.ZERO,
              started.calls().size(),
              "",
              null,
              "",
              led));
    }
  }

  /// Gives up what has not come to an end.
  public synchronized void discard(Consignment consignment) throws IOException {
    settle(consignment, consignment.open(), Consignment.CANCELLED);
    journal.sync();
  }

  /// Gives up what has not come to an end because something went wrong. Where the disk does not
  /// take that, it holds until the program ends.
  public synchronized void giveUp(Consignment consignment, Why why) {
    var failed = new CallState.Failed(why);
    if (!tried(() -> settle(consignment, consignment.open(), failed)) || !tried(journal::sync)) {
      consignment.settle(consignment.open(), failed);
    }
  }

  /// Writes down, for good, that calls go on the wire now.
  synchronized void started(Consignment consignment, Instant began, List<Integer> calls)
      throws IOException {
    var line = new Line.Started(consignment.serial(), began, calls);
    long place = journal.append(line.type(), line.bytes());
    journal.sync();
    // Only now: if the disk did not take it, they do not go on the wire.
    take(all, place, line);
  }

  synchronized void ended(
      Consignment consignment, Exchange exchange, List<Integer> calls, CallState led, boolean last)
      throws IOException {
    write(new Line.Ended(consignment.serial(), Line.Tried.of(exchange), calls, led, last));
  }

  synchronized void settle(Consignment consignment, List<Integer> calls, CallState state)
      throws IOException {
    if (!calls.isEmpty()) {
      write(new Line.Settled(consignment.serial(), calls, state));
    }
  }

  synchronized void sync() throws IOException {
    journal.sync();
  }

  /// Removes everything that was sent, and all that is known of it.
  public synchronized void erase() throws IOException {
    journal.erase();
    all.clear();
  }

  /// Removes what is settled and too old, and of the rest the oldest if it takes too much room.
  private void forget(Instant before, long mostBytes) throws IOException {
    long size = journal.size();
    var gone = new ArrayList<Integer>();
    for (var each : all.values()) {
      boolean tooMuch = size > mostBytes;
      if (each.isSettled() && (each.made().isBefore(before) || tooMuch)) {
        gone.add(each.serial());
        size -= bytes(each);
      }
    }
    if (gone.isEmpty()) {
      return;
    }
    gone.forEach(all::remove);
    var places = all.values().stream().flatMap(Outbox::places).iterator();
    journal.rewrite(
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return places.hasNext();
              }

              @Override
              public Entry next() {
                try {
                  return journal.at(places.next());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    journal.close();
    all.clear();
    journal =
        Journal.openByPlace(folder, (place, entry) -> take(all, place, entry))
            .orElseThrow(() -> new IOException("another program has taken the outbox"));
    all.values().forEach(Consignment::interrupted);
  }

  /// About how much of the disk a consignment takes.
  private static long bytes(Consignment each) {
    int calls = each.size();
    return calls == 0 ? 0 : each.place(calls - 1) - each.place();
  }

  private static Stream<Long> places(Consignment each) {
    return Stream.of(
            Stream.of(each.place()),
            IntStream.range(0, each.size()).mapToObj(each::place),
            each.records().stream())
        .flatMap(places -> places);
  }

  /// Lets others open it.
  @Override
  public synchronized void close() {
    closed = true;
    journal.close();
  }
}
