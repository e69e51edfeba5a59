package dev.blipscope.delivery;

import dev.blipscope.segment.CallState;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Brings the calls of one consignment to their target, one request after the other, until each of
/// them is settled. For one delivery; whoever calls [#deliver] lends it his thread.
public final class Postman {

  /// Is told how it goes, by the thread that delivers. What it is told is on the disk already.
  public interface Listener {

    /// One call is in another state.
    ///
    /// @param call its number in the consignment
    void moved(Consignment consignment, int call, CallState state);

    /// Nothing goes out for so long, because a try failed.
    void waits(Consignment consignment, Duration time, CallState.Why why);
  }

  /// What time, chance and other circumstances are.
  ///
  /// @param nanos a clock that only goes on
  /// @param chance from 0 to 1
  public record World(
      InstantSource clock, LongSupplier nanos, DoubleSupplier chance, Waiting waiting) {}

  /// Calls that go together.
  ///
  /// @param tries how often they were tried
  private record Group(List<Integer> calls, List<Parcel> parcels, int tries) {

    Group part(int from, int to) {
      return new Group(calls.subList(from, to), parcels.subList(from, to), tries);
    }
  }

  /// After so many groups in a row that were given up, nobody is there to be asked.
  private static final int MOST_GIVEN_UP = 3;

  /// After so many calls in a row that were refused alone, it is not about the calls.
  private static final int MOST_REFUSED_ALONE = 20;

  private final Outbox outbox;
  private final Courier.Opening couriers;
  private final Pace pace;
  private final Tries tries;
  private final World world;
  private final Listener listener;
  private final Fitness fitness = new Fitness();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final Deque<Group> waiting = new ArrayDeque<>();

  private volatile Courier courier = NOBODY;
  private Why givenUp = Why.of(Reason.CANCELLED);
  private int givenUpInRow;
  private int refusedInRow;
  private long free;
  private List<Integer> open = List.of();
  private int next;

  public Postman(
      Outbox outbox,
      Courier.Opening couriers,
      Pace pace,
      Tries tries,
      World world,
      Listener listener) {
    this.outbox = outbox;
    this.couriers = couriers;
    this.pace = pace;
    this.tries = tries;
    this.world = world;
    this.listener = listener;
  }

  /// Stops at once: what waits is failed, and can be sent again; what is on the wire is uncertain,
  /// unless its answer came. May be called from anywhere.
  public void cancel() {
    cancelled.countDown();
    courier.cancel();
  }

  private boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /// Delivers what is not settled, and returns when everything is.
  public void deliver(Consignment consignment, WriteKey key, Endpoint endpoint) {
    try {
      if (key.isEmpty() || !key.isPrintable()) {
        settle(consignment, consignment.open(), new CallState.Refused(Why.of(Reason.BAD_KEY)));
      } else {
        try (var opened = couriers.open(endpoint, key)) {
          courier = opened;
          deliver(consignment);
        } finally {
          courier = NOBODY;
        }
      }
      outbox.sync();
    } catch (IOException | UncheckedIOException _) {
      lost(consignment);
    }
  }

  private void deliver(Consignment consignment) throws IOException {
    open = consignment.open();
    next = 0;
    free = world.nanos().getAsLong();
    while (!isCancelled() && givenUpInRow < MOST_GIVEN_UP) {
      if (waiting.isEmpty()) {
        load(consignment);
      }
      if (waiting.isEmpty()) {
        return;
      }
      carry(consignment, waiting.pop());
    }
    var why = isCancelled() ? Why.of(Reason.CANCELLED) : givenUp;
    settle(consignment, consignment.open(), new CallState.Failed(why));
  }

  /// Puts the next calls together, and refuses those that cannot be sent.
  private void load(Consignment consignment) throws IOException {
    var calls = new ArrayList<Integer>();
    var parcels = new ArrayList<Parcel>();
    int bytes = 0;
    while (next < open.size() && calls.size() < pace.atOnce()) {
      int call = open.get(next);
      var parcel = outbox.parcel(consignment, call);
      var refusal = fitness.refusal(parcel);
      // No character has more than three bytes a unit.
      bytes += refusal == null ? 3 * parcel.call().length() : 0;
      if (bytes > pace.bytesAtOnce() && !calls.isEmpty()) {
        break;
      }
      next++;
      if (refusal == null) {
        calls.add(call);
        parcels.add(parcel);
      } else {
        settle(consignment, List.of(call), new CallState.Refused(refusal));
      }
    }
    if (!calls.isEmpty()) {
      waiting.addLast(new Group(calls, parcels, 0));
    }
  }

  /// While calls are on their way, the next are put together.
  private void loadAhead(Consignment consignment) {
    if (!waiting.isEmpty()) {
      return;
    }
    try {
      load(consignment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void carry(Consignment consignment, Group group) throws IOException {
    keepPace(group.calls().size());
    if (isCancelled()) {
      waiting.push(group);
      return;
    }
    outbox.started(consignment, world.clock().instant(), group.calls());
    tell(consignment, group.calls());
    var numbers = numbers(group);
    for (var exchange : courier.carry(group.parcels(), () -> loadAhead(consignment))) {
      var calls = exchange.parcels().stream().map(numbers::get).toList();
      judged(consignment, exchange, new Group(calls, exchange.parcels(), group.tries() + 1));
    }
  }

  /// Two calls may be equal, so they are told apart by what they are, not by what they say.
  private static Map<Parcel, Integer> numbers(Group group) {
    var numbers = new IdentityHashMap<Parcel, Integer>();
    for (int i = 0; i < group.calls().size(); i++) {
      numbers.put(group.parcels().get(i), group.calls().get(i));
    }
    return numbers;
  }

  private void judged(Consignment consignment, Exchange exchange, Group group) throws IOException {
    switch (Verdict.of(exchange)) {
      case Verdict.Settled(var state) -> {
        count(state, group);
        ended(consignment, exchange, group, state, true);
      }
      case Verdict.OneOfThem(var state) -> {
        boolean alone = group.calls().size() == 1 || refusedInRow >= MOST_REFUSED_ALONE;
        ended(consignment, exchange, group, state, alone);
        if (!alone) {
          int half = group.calls().size() / 2;
          waiting.push(group.part(half, group.calls().size()));
          waiting.push(group.part(0, half));
        }
      }
      case Verdict.Again(var state, var rest) -> again(consignment, exchange, group, state, rest);
    }
  }

  private void count(CallState state, Group group) {
    switch (state) {
      case CallState.Accepted() -> {
        givenUpInRow = 0;
        refusedInRow = 0;
      }
      case CallState.Refused _ -> {
        givenUpInRow = 0;
        refusedInRow += group.calls().size() == 1 ? 1 : 0;
      }
      case CallState.Failed(var why) -> {
        // A certificate does not get better by asking again.
        givenUpInRow = MOST_GIVEN_UP;
        givenUp = why;
      }
      case CallState.Uncertain(var why) -> givenUp = why;
      case CallState.Queued(), CallState.Sending _ ->
          throw new IllegalArgumentException("no exchange leads to " + state);
    }
  }

  private void again(
      Consignment consignment, Exchange exchange, Group group, CallState state, Duration rest)
      throws IOException {
    // Where nobody was met, each other group gets one chance to meet somebody.
    int most = givenUpInRow == 0 ? tries.most() : 1;
    boolean last = group.tries() >= most || isCancelled();
    ended(consignment, exchange, group, state, last);
    var why =
        switch (state) {
          case CallState.Failed(var reason) -> reason;
          case CallState.Uncertain(var reason) -> reason;
          case CallState.Refused(var reason) -> reason;
          case CallState.Accepted(), CallState.Queued(), CallState.Sending _ ->
              throw new IllegalArgumentException("nothing to be tried again");
        };
    if (last) {
      givenUpInRow++;
      givenUp = why;
      return;
    }
    waiting.push(group);
    var own = tries.behind(group.tries(), world.chance());
    var time = rest.compareTo(own) > 0 ? rest : own;
    listener.waits(consignment, time, why);
    pass(time);
  }

  private void pass(Duration time) {
    if (!world.waiting().pass(time, cancelled)) {
      cancel();
    }
  }

  /// Waits until it is the turn of so many calls.
  private void keepPace(int calls) {
    long now = world.nanos().getAsLong();
    if (free - now > 0) {
      pass(Duration.ofNanos(free - now));
    }
    free = Math.max(free, now) + pace.of(calls).toNanos();
  }

  private void ended(
      Consignment consignment, Exchange exchange, Group group, CallState led, boolean last)
      throws IOException {
    outbox.ended(consignment, exchange, group.calls(), led, last);
    tell(consignment, group.calls());
  }

  private void settle(Consignment consignment, List<Integer> calls, CallState state)
      throws IOException {
    outbox.settle(consignment, calls, state);
    tell(consignment, calls);
  }

  private void tell(Consignment consignment, List<Integer> calls) {
    for (int call : calls) {
      listener.moved(consignment, call, consignment.state(call));
    }
  }

  /// The disk takes nothing more, so nothing more is sent. What went out before is uncertain: after
  /// a restart nobody would know what became of it.
  private void lost(Consignment consignment) {
    var open = consignment.open();
    var sent =
        open.stream().filter(call -> consignment.state(call) instanceof CallState.Sending).toList();
    consignment.settle(sent, new CallState.Uncertain(Why.of(Reason.NOT_NOTED)));
    consignment.settle(consignment.open(), new CallState.Failed(Why.of(Reason.NOT_KEPT)));
    tell(consignment, open);
  }

  private static final Courier NOBODY =
      new Courier() {
        @Override
        public List<Exchange> carry(List<Parcel> parcels, Runnable meanwhile) {
          throw new IllegalStateException("there is no courier");
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {}
      };
}
