package dev.blipscope.app;

import dev.blipscope.check.Code;
import dev.blipscope.delivery.Consignment;
import dev.blipscope.delivery.Courier;
import dev.blipscope.delivery.Outbox;
import dev.blipscope.delivery.Pace;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.delivery.Postman;
import dev.blipscope.delivery.Tries;
import dev.blipscope.segment.Attempt;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Postmark;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Ask;
import dev.blipscope.session.Delivery;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Outgoing;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.Postmarks;
import dev.blipscope.shelf.RowKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sends what somebody wanted to be sent, one consignment after the other, and tells how far it is
/// a few times a second. What is sent lies in the outbox before it is on the wire, so the end of
/// the program costs nothing.
final class Sender implements AutoCloseable {

  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(100);

  private static final List<Postmark> MARKS = List.of(Postmark.values());

  /// What the world outside is made of.
  ///
  /// @param ids makes parts of message ids that no other has
  record World(
      Courier.Opening couriers,
      Pace pace,
      Tries tries,
      Postman.World postman,
      Supplier<String> ids) {}

  /// The calls of one order on their way.
  private static final class Run {

    private final Consignment consignment;
    private final Waybill waybill;
    private final String host;
    private final int age;
    private final int[] counts = new int[MARKS.size()];
    private final byte[] last;

    /// Its place among all orders.
    private volatile int number;

    private int tracks;
    private int identifies;

    /// Whether it is of a time before the start.
    private volatile boolean recalled;

    /// Whether nobody goes on with it.
    private volatile boolean resting;

    /// Until when nothing goes out; none if nobody waits.
    private volatile @Nullable Instant waiting;

    /// @param age how often all was erased when it was wanted
    Run(Consignment consignment, Waybill waybill, String host, int age) {
      this.consignment = consignment;
      this.waybill = waybill;
      this.host = host;
      this.age = age;
      this.last = new byte[consignment.size()];
      counts[0] = last.length;
      for (int call = 0; call < last.length; call++) {
        put(call);
      }
    }

    /// Takes to heart how far a call came. One that is tried again by itself waits, whatever the
    /// last try led to.
    private Postmark put(int call) {
      var mark = Postmark.of(consignment.state(call));
      boolean ended =
          switch (mark) {
            case REFUSED, FAILED, UNCERTAIN -> true;
            case NONE, QUEUED, SENDING, ACCEPTED -> false;
          };
      var shown = ended && !consignment.isSettled(call) ? Postmark.QUEUED : mark;
      synchronized (counts) {
        counts[last[call]]--;
        last[call] = (byte) MARKS.indexOf(shown);
        counts[last[call]]++;
      }
      return shown;
    }

    private int count(Postmark mark) {
      synchronized (counts) {
        return counts[MARKS.indexOf(mark)];
      }
    }
  }

  private final Consumer<Event> tell;
  private final Jobs jobs;
  private final Path folder;
  private final InstantSource clock;
  private final SandboxRoom sandbox;
  private final World world;
  private final Lane lane = Lane.ofLongWork("sending");
  private final Map<Long, Order> prepared = new ConcurrentHashMap<>();
  private final Map<Long, Again> again = new ConcurrentHashMap<>();
  private final List<Run> runs = new ArrayList<>();
  private final Trail trail = new Trail();
  private final Postmarks.Sheet marks = new Postmarks.Sheet();
  private final AtomicBoolean news = new AtomicBoolean();
  private volatile @Nullable RowKey followed;
  private volatile @Nullable Story read;
  private volatile @Nullable Postman postman;
  private @Nullable Outbox outbox;

  /// What was in the outbox at the start.
  private List<Consignment> before = List.of();
  private volatile boolean closed;

  /// How often all was erased: what was wanted before is not done after.
  private final AtomicInteger erasures = new AtomicInteger();

  /// A call that is to be sent once more, as it was.
  private record Again(Run run, int call, Parcel parcel, Target target) {}

  /// @param folder where the outbox is
  Sender(
      Consumer<Event> tell,
      Jobs jobs,
      Path folder,
      InstantSource clock,
      SandboxRoom sandbox,
      World world) {
    this.tell = tell;
    this.jobs = jobs;
    this.folder = folder;
    this.clock = clock;
    this.sandbox = sandbox;
    this.world = world;
  }

  // The outbox

  /// Looks whether calls are left from last time, and asks what is to become of them.
  void begin() throws IOException {
    var left = leftOver();
    if (!left.isEmpty()) {
      var hosts = new HashMap<String, Integer>();
      int calls = 0;
      for (var each : left) {
        int open = open(each);
        calls += open;
        hosts.merge(host(each.target(), each.endpoint()), open, Integer::sum);
      }
      tell(new OutgoingEvent.LeftOver(new Ask.Unfinished(calls, hosts)));
    }
  }

  private static int open(Consignment consignment) {
    int open = 0;
    for (int call = 0; call < consignment.size(); call++) {
      open += consignment.isSettled(call) ? 0 : 1;
    }
    return open;
  }

  private static String host(String name, String endpoint) {
    return Endpoint.read(endpoint) instanceof Endpoint.Answer.Good(var read) ? read.host() : name;
  }

  private Outbox outbox() throws IOException {
    var open = opened();
    if (open == null) {
      say(Notice.Weight.FAILED, "notice.outbox-taken");
      throw new OutboxTaken();
    }
    return open;
  }

  private synchronized @Nullable Outbox opened() throws IOException {
    if (closed) {
      throw new IOException("the program ends");
    }
    if (outbox == null) {
      outbox = Outbox.open(folder, clock).orElse(null);
      before = outbox == null ? List.of() : outbox.all();
    }
    return outbox;
  }

  /// Puts what was sent before the start to its payloads, as far as they are what they were.
  void recall(Session session) {
    int age = erasures.get();
    for (var each : ofBefore()) {
      if (run(each).isEmpty()) {
        var waybill = new Waybill();
        for (int call = 0; call < each.size() && !isStale(age); call++) {
          each.origin(call)
              .flatMap(origin -> Waybill.row(session.deck(), origin))
              .ifPresentOrElse(row -> waybill.add(row, false), waybill::addLost);
        }
        var run = new Run(each, waybill, host(each.target(), each.endpoint()), age);
        run.recalled = true;
        run.resting = true;
        enter(run);
      }
    }
    publish();
  }

  /// What cannot be read is not shown; who sends is told.
  private synchronized List<Consignment> ofBefore() {
    try {
      return opened() == null ? List.of() : before;
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private Optional<Run> run(Consignment consignment) {
    return runs().stream().filter(run -> run.consignment == consignment).findFirst();
  }

  /// Another program has the outbox; the person was told.
  static final class OutboxTaken extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private List<Consignment> leftOver() throws IOException {
    var known = runs().stream().filter(run -> !run.resting).map(run -> run.consignment).toList();
    return outbox().unfinished().stream().filter(each -> !known.contains(each)).toList();
  }

  /// Goes on with the calls of last time.
  void resume(Session session, Keys keys) throws IOException {
    int age = erasures.get();
    for (var each : leftOver()) {
      var target =
          session
              .outgoing()
              .named(each.target())
              .filter(known -> known.target().endpoint().equals(each.endpoint()));
      var key = target.flatMap(known -> key(known, keys));
      if (target.isEmpty() || key.isEmpty()) {
        say(
            Notice.Weight.WARNED,
            target.isEmpty() ? "notice.target-gone" : "notice.key-missing",
            each.target());
        continue;
      }
      var known = run(each);
      if (known.isPresent()) {
        known.get().resting = false;
        begin(known.get(), key.get());
      } else {
        start(new Run(each, new Waybill(), target.get().host(), age), key.get());
      }
    }
  }

  private static Optional<WriteKey> key(KnownTarget known, Keys keys) {
    return known.isSandbox() || !known.target().writeKey().isEmpty()
        ? Optional.of(known.target().writeKey())
        : keys.fetch(known.name());
  }

  void discard() throws IOException {
    for (var each : leftOver()) {
      outbox().discard(each);
      run(each).ifPresent(this::mark);
    }
    publish();
  }

  private void mark(Run run) {
    for (int call = 0; call < run.waybill.size(); call++) {
      mark(run, call, run.put(call));
    }
  }

  // Orders

  /// Goes through what is to be sent, and tells what it found.
  void prepare(Order order, long number) {
    int age = erasures.get();
    var doomed = new EnumMap<Code, Integer>(Code.class);
    int calls = 0;
    int without = 0;
    long personal = 0;
    int before = 0;
    long done = 0;
    try (var job = jobs.begin("job.preparing", order.to().name(), order.size())) {
      for (var items = order.items().iterator(); items.hasNext(); ) {
        var item = items.next().orElse(null);
        job.reached(++done);
        if (job.isCancelled()) {
          return;
        }
        if (item == null) {
          without++;
        } else if (item.doom() != null) {
          doomed.merge(item.doom(), 1, Integer::sum);
        } else {
          calls++;
          personal += item.personal();
          before += wasSent(item.row(), order.to()) ? 1 : 0;
        }
      }
    }
    prepared.put(number, order);
    if (isStale(age)) {
      prepared.remove(number);
      return;
    }
    tell(
        new OutgoingEvent.SendPrepared(
            new Ask.Send(
                number,
                order.to(),
                order.marks() != null,
                calls,
                doomed,
                without,
                personal,
                before)));
  }

  private boolean wasSent(RowKey row, KnownTarget to) {
    return marks.of(row) != Postmark.NONE
        && latest(row)
            .filter(found -> found.run().consignment.target().equals(to.name()))
            .isPresent();
  }

  void drop(long number) {
    prepared.remove(number);
    again.remove(number);
  }

  /// Puts what was prepared into the outbox, and sends it.
  void send(long number) throws IOException {
    int age = erasures.get();
    var order = prepared.remove(number);
    var once = again.remove(number);
    if (order != null) {
      var waybill = new Waybill();
      var target = order.to().target();
      var consignment = outbox().post(target, () -> whileWanted(order.parcels(waybill), age));
      start(new Run(consignment, waybill, order.to().host(), age), target.writeKey());
    } else if (once != null) {
      var waybill = new Waybill();
      var old = once.run();
      var row = old.waybill.row(once.call());
      waybill.add(row, old.waybill.isIdentify(once.call()));
      var target = once.target();
      var consignment =
          outbox().post(target, () -> whileWanted(List.of(once.parcel()).iterator(), age));
      start(new Run(consignment, waybill, old.host, age), target.writeKey());
    }
  }

  /// Ends at once when nobody wants it any more: there may be a million.
  private Iterator<Parcel> whileWanted(Iterator<Parcel> parcels, int age) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return parcels.hasNext();
      }

      @Override
      public Parcel next() {
        if (isStale(age)) {
          throw new CancellationException();
        }
        return parcels.next();
      }
    };
  }

  private void start(Run run, WriteKey key) {
    if (enter(run)) {
      begin(run, key);
    }
  }

  /// Puts calls to their payloads; whether they are still wanted.
  private boolean enter(Run run) {
    synchronized (this) {
      if (isStale(run)) {
        return false;
      }
      run.number = runs.size();
      runs.add(run);
    }
    for (int call = 0; call < run.waybill.size(); call++) {
      var row = run.waybill.row(call);
      synchronized (trail) {
        if (!run.recalled || !isSentSince(row)) {
          trail.put(row, run.number, call);
          marks.put(row, MARKS.get(run.last[call]));
        }
      }
    }
    return true;
  }

  /// Whether a payload was sent after the start.
  private boolean isSentSince(RowKey row) {
    return latest(row).filter(found -> !found.run().recalled).isPresent();
  }

  private void begin(Run run, WriteKey key) {
    publish();
    lane.run(
        run,
        () -> {
          if (!isStale(run)) {
            deliver(run, key);
          }
        });
  }

  private void deliver(Run run, WriteKey key) {
    var consignment = run.consignment;
    boolean inside = consignment.endpoint().equals(Target.SANDBOX.endpoint());
    try (var job = jobs.begin("job.sending", consignment.target(), consignment.size())) {
      var endpoint = inside ? sandbox.awake() : endpoint(consignment);
      var way =
          new Postman(
              outbox(), world.couriers(), world.pace(), world.tries(), world.postman(), ear(run));
      postman = way;
      // Whoever closes or erases looks for the postman after that is to be seen here.
      if (isStale(run)) {
        return;
      }
      var over = new AtomicBoolean();
      var watch = Thread.startVirtualThread(() -> watch(run, job, way, over));
      try {
        way.deliver(consignment, inside ? WriteKey.SANDBOX : key, endpoint);
      } finally {
        over.set(true);
        LockSupport.unpark(watch);
        join(watch);
      }
    } catch (IOException e) {
      if (!closed && inside && !(e instanceof OutboxTaken)) {
        say(Notice.Weight.FAILED, "notice.sandbox-failed");
      }
    } finally {
      postman = null;
      run.waiting = null;
      giveUp(run);
      publish();
    }
  }

  /// A delivery that broke off leaves no call without an end, unless the program ends: then they
  /// are asked about at the next start.
  private void giveUp(Run run) {
    var consignment = run.consignment;
    if (isStale(run) || consignment.isSettled()) {
      return;
    }
    var open =
        IntStream.range(0, consignment.size())
            .filter(call -> !consignment.isSettled(call))
            .toArray();
    try {
      outbox().giveUp(consignment, CallState.Why.of(CallState.Reason.CANCELLED));
    } catch (IOException e) {
      // The program ends meanwhile.
      return;
    }
    var ear = ear(run);
    for (int call : open) {
      ear.moved(consignment, call, consignment.state(call));
    }
  }

  /// Whether nothing of it is to be done any more: the program ends, or all was erased.
  private boolean isStale(Run run) {
    return isStale(run.age);
  }

  private boolean isStale(int age) {
    return closed || age != erasures.get();
  }

  private static void join(Thread watch) {
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Endpoint endpoint(Consignment consignment) throws IOException {
    return switch (Endpoint.read(consignment.endpoint())) {
      case Endpoint.Answer.Good(var endpoint) -> endpoint;
      case Endpoint.Answer.Bad _ -> throw new IOException("an endpoint was checked before");
    };
  }

  /// Tells how far it is, and hears whether somebody wants it to stop.
  private void watch(Run run, Jobs.Running job, Postman way, AtomicBoolean over) {
    boolean cancelled = false;
    while (!over.get()) {
      LockSupport.parkNanos(BETWEEN_REPORTS.toNanos());
      job.reached(run.consignment.tally().settled());
      if (job.isCancelled() && !cancelled) {
        cancelled = true;
        way.cancel();
      }
      if (news.getAndSet(false) || run.waiting != null) {
        publish();
      }
    }
  }

  private Postman.Listener ear(Run run) {
    return new Postman.Listener() {
      @Override
      public void moved(Consignment consignment, int call, CallState state) {
        run.waiting = null;
        var mark = run.put(call);
        if (call < run.waybill.size()) {
          mark(run, call, mark);
          if (state instanceof CallState.Accepted && !run.recalled) {
            count(run, run.waybill.isIdentify(call));
          }
        }
        news.set(true);
      }

      @Override
      public void waits(Consignment consignment, Duration time, CallState.Why why) {
        run.waiting = clock.instant().plus(time);
        news.set(true);
      }
    };
  }

  /// Puts how far a call came to its payload, unless that was changed or sent again since.
  private void mark(Run run, int call, Postmark mark) {
    var row = run.waybill.row(call);
    synchronized (trail) {
      if (trail.isNewest(row, run.number, call)) {
        marks.put(row, mark);
      }
    }
  }

  private synchronized void count(Run run, boolean identify) {
    run.tracks += identify ? 0 : 1;
    run.identifies += identify ? 1 : 0;
  }

  // What became of it

  /// Sends one call again, as it was.
  void retry(Session session, Keys keys, long number, String messageId) throws IOException {
    var row = followed;
    var found = row == null ? Optional.<Found>empty() : latest(row);
    if (row == null || found.isEmpty()) {
      return;
    }
    var run = found.get().run();
    var parcel = outbox().parcel(run.consignment, found.get().call());
    var to =
        session
            .outgoing()
            .named(run.consignment.target())
            .filter(known -> known.target().endpoint().equals(run.consignment.endpoint()));
    if (to.isEmpty() || !parcel.messageId().equals(messageId)) {
      say(Notice.Weight.WARNED, "notice.target-gone", run.consignment.target());
      return;
    }
    var key = key(to.get(), keys);
    if (key.isEmpty()) {
      say(Notice.Weight.WARNED, "notice.key-missing", run.consignment.target());
      return;
    }
    var target = new Target(to.get().name(), to.get().target().endpoint(), key.get());
    again.put(number, new Again(run, found.get().call(), parcel, target));
    long personal =
        new Order(session, to.get(), false, null).of(row).map(Order.Item::personal).orElse(0L);
    tell(
        new OutgoingEvent.SendPrepared(
            new Ask.Send(number, to.get(), false, 1, Map.of(), 0, personal, 1)));
  }

  void unmark(RowKey row) {
    synchronized (trail) {
      trail.overtake(row);
      marks.put(row, Postmark.NONE);
    }
  }

  /// Tells what became of the calls of a payload, from now on until another one is followed.
  void follow(RowKey row) throws IOException {
    followed = row;
    tellFollowed();
  }

  /// A call and where it is on its way.
  private record Found(Run run, int call) {}

  /// The trail comes first: who puts calls to payloads has it when asking this.
  private Optional<Found> latest(RowKey row) {
    synchronized (trail) {
      long found = trail.of(row);
      return found == Trail.NONE
          ? Optional.empty()
          : Optional.of(new Found(runs().get(Trail.run(found)), Trail.call(found)));
    }
  }

  private synchronized List<Run> runs() {
    return List.copyOf(runs);
  }

  private void publish() {
    int[] sums = new int[6];
    var seen = new HashMap<String, Outgoing.Seen>();
    synchronized (this) {
      for (var run : runs.stream().filter(each -> !each.resting).toList()) {
        sums[0] += run.count(Postmark.QUEUED);
        sums[1] += run.count(Postmark.SENDING);
        sums[2] += run.count(Postmark.ACCEPTED);
        sums[3] += run.count(Postmark.REFUSED);
        sums[4] += run.count(Postmark.FAILED);
        sums[5] += run.count(Postmark.UNCERTAIN);
        seen.merge(
            run.consignment.target(),
            new Outgoing.Seen(run.tracks, run.identifies),
            (one, other) ->
                new Outgoing.Seen(
                    one.tracks() + other.tracks(), one.identifies() + other.identifies()));
      }
    }
    tell(
        new OutgoingEvent.Moved(
            marks.taken(),
            new Outgoing.Totals(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]),
            seen));
    try {
      tellFollowed();
    } catch (IOException e) {
      // What the disk does not give back is not shown; how far calls are is.
      news.set(true);
    }
  }

  private void tellFollowed() throws IOException {
    var row = followed;
    if (row != null && !closed) {
      var found = latest(row);
      tell(
          new OutgoingEvent.DeliveriesFound(
              row, found.isEmpty() ? List.of() : List.of(delivery(row, found.get()))));
    }
  }

  private Delivery delivery(RowKey row, Found found) throws IOException {
    var run = found.run();
    var consignment = run.consignment;
    var told = story(run, found.call());
    String id = told.id();
    var until = run.waiting;
    boolean waits = until != null && !told.settled();
    boolean again =
        !waits
            && switch (Postmark.of(told.state())) {
              case REFUSED, FAILED, UNCERTAIN -> !told.settled();
              case NONE, QUEUED, SENDING, ACCEPTED -> false;
            };
    // What is tried again by itself waits for its turn, whatever the last try led to.
    var state = again ? new CallState.Queued() : told.state();
    return new Delivery(
        row,
        consignment.target(),
        run.host,
        id,
        state,
        told.tries(),
        waits && until != null ? Duration.between(clock.instant(), until) : null,
        consignment.endpoint().equals(Target.SANDBOX.endpoint()) ? sandbox.of(id) : List.of());
  }

  /// What lies on the disk about a call, as it was when it was in this state.
  private record Story(
      Run run,
      int call,
      CallState state,
      boolean settled,
      int number,
      String id,
      List<Attempt> tries) {}

  /// Reads what lies on the disk about a call, unless nothing happened to it since the last time:
  /// this is asked for several times a second while others are sent.
  private Story story(Run run, int call) throws IOException {
    var consignment = run.consignment;
    var state = consignment.state(call);
    boolean settled = consignment.isSettled(call);
    int number = consignment.tries(call);
    var before = read;
    if (before != null
        && before.run() == run
        && before.call() == call
        && before.state().equals(state)
        && before.settled() == settled
        && before.number() == number) {
      return before;
    }
    var now =
        new Story(
            run,
            call,
            state,
            settled,
            number,
            outbox().messageId(consignment, call),
            outbox().story(consignment, call));
    read = now;
    return now;
  }

  private void tell(OutgoingEvent what) {
    tell.accept(new Event.OfSending(what));
  }

  private void say(Notice.Weight weight, String key, String... words) {
    tell.accept(new Event.Said(weight, key, List.of(words)));
  }

  // The end

  /// Takes away everything that was sent, and stops what is on its way.
  void erase() throws IOException {
    erasures.incrementAndGet();
    stop();
    lane.drain();
    prepared.clear();
    again.clear();
    marks.clear();
    trail.clear();
    synchronized (this) {
      runs.clear();
      before = List.of();
    }
    followed = null;
    read = null;
    outbox().erase();
    publish();
  }

  private void stop() {
    var now = postman;
    if (now != null) {
      now.cancel();
    }
  }

  /// Lets go of the wire and the disk. What is not settled stays in the outbox as it is.
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      if (outbox != null) {
        outbox.close();
        outbox = null;
      }
    }
    stop();
  }
}
