package dev.blipscope.app;

import dev.blipscope.shelf.RowKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Which call was the last one of each payload: eight bytes for a payload that was sent. Only
/// for one thread at a time.
final class Trail {

  static final long NONE = 0;

  /// Set in what was put if the payload is another one by now.
  private static final long OVERTAKEN = 1L << (Integer.SIZE - 1);

  private final Map<Integer, long[]> batches = new HashMap<>();

  /// @param run the number of the order, from 0
  void put(RowKey row, int run, int call) {
    long[] calls = batches.getOrDefault(row.batch(), new long[0]);
    if (row.row() >= calls.length) {
      calls = Arrays.copyOf(calls, Math.max(row.row() + 1, calls.length * 2));
      batches.put(row.batch(), calls);
    }
    calls[row.row()] = packed(run, call);
  }

  /// What was put last, to be read by [#run] and [#call]; [#NONE] if nothing was.
  long of(RowKey row) {
    long[] calls = batches.get(row.batch());
    return calls == null || row.row() >= calls.length ? NONE : calls[row.row()];
  }

  private static long packed(int run, int call) {
    return ((run + 1L) << Integer.SIZE) | call;
  }

  /// Whether a call was the last one of a payload that has not changed since.
  boolean isNewest(RowKey row, int run, int call) {
    return of(row) == packed(run, call);
  }

  /// What was sent of a payload was another call than the one that it is now.
  void overtake(RowKey row) {
    if (of(row) != NONE) {
      Objects.requireNonNull(batches.get(row.batch()))[row.row()] |= OVERTAKEN;
    }
  }

  static int run(long found) {
    return (int) (found >>> Integer.SIZE) - 1;
  }

  static int call(long found) {
    return (int) (found & ~OVERTAKEN);
  }

  void clear() {
    batches.clear();
  }
}
