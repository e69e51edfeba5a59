package dev.blipscope.delivery;

import dev.blipscope.segment.CallState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The calls that somebody sent to one target in one go, and the state of each. The calls
/// themselves lie on the disk; here are about fifty bytes for each.
///
/// May be asked from anywhere at any time.
public final class Consignment {

  static final CallState.Failed CANCELLED =
      new CallState.Failed(CallState.Why.of(CallState.Reason.CANCELLED));

  static final CallState.Uncertain INTERRUPTED =
      new CallState.Uncertain(CallState.Why.of(CallState.Reason.INTERRUPTED));

  private static final int FIRST_ROOM = 16;

  /// Nobody told where the payload of a call stands.
  private static final long NOWHERE = -1;

  private final int serial;
  private final String target;
  private final String endpoint;
  private final Instant made;
  private final long place;

  private int size;
  private boolean filled;
  private long[] calls = new long[FIRST_ROOM];
  private long[] ids = new long[FIRST_ROOM];
  private short[] states = new short[FIRST_ROOM];
  private short[] doubts = new short[FIRST_ROOM];
  private short[] tries = new short[FIRST_ROOM];
  private long[] origins = new long[FIRST_ROOM];
  private long[] prints = new long[FIRST_ROOM];
  private final BitSet settled = new BitSet();
  private final List<CallState> known = new ArrayList<>();
  private final Map<CallState, Short> numbers = new HashMap<>();
  private final int[] counts = new int[6];
  private final List<Long> records = new ArrayList<>();

  Consignment(int serial, String target, String endpoint, Instant made, long place) {
    this.serial = serial;
    this.target = target;
    this.endpoint = endpoint;
    this.made = made;
    this.place = place;
    number(new CallState.Queued());
  }

  int serial() {
    return serial;
  }

  /// The name of the target.
  public String target() {
    return target;
  }

  /// The address that the calls go to; see [dev.blipscope.segment.Target#SANDBOX].
  public String endpoint() {
    return endpoint;
  }

  /// When it was sent.
  public Instant made() {
    return made;
  }

  /// How many calls it has; they are called by their numbers from 0.
  public synchronized int size() {
    return size;
  }

  public synchronized CallState state(int call) {
    return known.get(states[call]);
  }

  /// How often a call was on its way.
  public synchronized int tries(int call) {
    return tries[call];
  }

  /// Whether nothing more happens to a call by itself.
  public synchronized boolean isSettled(int call) {
    return settled.get(call);
  }

  public synchronized boolean isSettled() {
    return settled.cardinality() == size;
  }

  public synchronized Tally tally() {
    return new Tally(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }

  /// The calls that are not settled, in order.
  public synchronized List<Integer> open() {
    var open = new ArrayList<Integer>(size - settled.cardinality());
    for (int call = settled.nextClearBit(0); call < size; call = settled.nextClearBit(call + 1)) {
      open.add(call);
    }
    return open;
  }

  /// Where the consignment itself lies on the disk.
  long place() {
    return place;
  }

  /// Where a call lies on the disk.
  synchronized long place(int call) {
    return calls[call];
  }

  /// Where the payload of a call stands; none if nobody told.
  public synchronized Optional<Origin> origin(int call) {
    long packed = origins[call];
    return packed == NOWHERE
        ? Optional.empty()
        : Optional.of(new Origin((int) (packed >>> Integer.SIZE), (int) packed, prints[call]));
  }

  private static long packed(Origin origin) {
    return ((long) origin.text() << Integer.SIZE) | origin.row();
  }

  /// Where what happened to its calls lies on the disk.
  synchronized List<Long> records() {
    return List.copyOf(records);
  }

  /// The last call with this id, or -1.
  synchronized int find(String messageId) {
    long wanted = hash(messageId);
    for (int call = size - 1; call >= 0; call--) {
      if (ids[call] == wanted) {
        return call;
      }
    }
    return -1;
  }

  synchronized void add(Parcel parcel, long at) {
    if (size == calls.length) {
      int room = 2 * size;
      calls = Arrays.copyOf(calls, room);
      ids = Arrays.copyOf(ids, room);
      states = Arrays.copyOf(states, room);
      doubts = Arrays.copyOf(doubts, room);
      tries = Arrays.copyOf(tries, room);
      origins = Arrays.copyOf(origins, room);
      prints = Arrays.copyOf(prints, room);
    }
    calls[size] = at;
    ids[size] = hash(parcel.messageId());
    var origin = parcel.origin();
    origins[size] = origin == null ? NOWHERE : packed(origin);
    prints[size] = origin == null ? 0 : origin.print();
    size++;
    counts[0]++;
  }

  /// Nothing is sent before all its calls are there.
  synchronized void filled() {
    filled = true;
  }

  synchronized void addRecord(long at) {
    records.add(at);
  }

  synchronized void started(List<Integer> those) {
    those.forEach(this::doubt);
    for (int call : those) {
      tries[call]++;
      put(call, new CallState.Sending(tries[call]), false);
    }
  }

  /// Puts calls in the state that one try led to. A doubt stays until a call is accepted: a try
  /// that failed says nothing about the one before it.
  synchronized void ended(List<Integer> those, CallState led, boolean last) {
    for (int call : those) {
      if (led instanceof CallState.Uncertain) {
        doubts[call] = number(led);
      }
      boolean accepted = led instanceof CallState.Accepted;
      put(call, doubts[call] == 0 || accepted ? led : known.get(doubts[call]), last);
    }
  }

  /// Puts calls in a state for good that no try led to.
  synchronized void settle(List<Integer> those, CallState state) {
    those.forEach(this::doubt);
    ended(those, state, true);
  }

  /// After the end of the program nobody knows about what was on the wire. If it ended before all
  /// calls were there, nobody knows which are missing, and none of them is sent.
  synchronized void interrupted() {
    if (!filled) {
      settle(open(), CANCELLED);
    }
    for (int call = 0; call < size; call++) {
      doubt(call);
    }
  }

  /// A call that is on the wire and of which nothing was heard is in doubt, whatever comes then.
  private void doubt(int call) {
    if (known.get(states[call]) instanceof CallState.Sending) {
      ended(List.of(call), INTERRUPTED, false);
    }
  }

  private void put(int call, CallState state, boolean last) {
    counts[counted(call)]--;
    states[call] = number(state);
    if (last) {
      settled.set(call);
    }
    counts[counted(call)]++;
  }

  /// A call that was tried and will be tried again waits like one that never was.
  private int counted(int call) {
    var state = known.get(states[call]);
    return settled.get(call) || state instanceof CallState.Sending ? kind(state) : 0;
  }

  private short number(CallState state) {
    Short number = numbers.get(state);
    if (number != null) {
      return number;
    }
    short added = (short) known.size();
    known.add(state);
    numbers.put(state, added);
    return added;
  }

  private static int kind(CallState state) {
    return switch (state) {
      case CallState.Queued() -> 0;
      case CallState.Sending _ -> 1;
      case CallState.Accepted() -> 2;
      case CallState.Refused _ -> 3;
      case CallState.Failed _ -> 4;
      case CallState.Uncertain _ -> 5;
    };
  }

  private static long hash(String text) {
    long hash = 1;
    for (int i = 0; i < text.length(); i++) {
      hash = 0x9E3779B97F4A7C15L * (hash ^ text.charAt(i));
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /// Never the calls.
  @Override
  public String toString() {
    return "Consignment[" + serial + ", " + tally() + "]";
  }
}
