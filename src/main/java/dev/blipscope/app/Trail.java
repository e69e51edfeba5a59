package dev.blipscope.app;

import dev.blipscope.shelf.RowKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Which call was the last one of each payload: eight bytes for a payload that was sent.
final class Trail {

  static final long NONE = 0;

  private final Map<Integer, long[]> batches = new HashMap<>();

  /// @param run the number of the order, from 0
  synchronized void put(RowKey row, int run, int call) {
    long[] calls = batches.getOrDefault(row.batch(), new long[0]);
    if (row.row() >= calls.length) {
      calls = Arrays.copyOf(calls, Math.max(row.row() + 1, calls.length * 2));
      batches.put(row.batch(), calls);
    }
    calls[row.row()] = ((run + 1L) << Integer.SIZE) | call;
  }

  /// What was put last, to be read by [#run] and [#call]; [#NONE] if nothing was.
  synchronized long of(RowKey row) {
    long[] calls = batches.get(row.batch());
    return calls == null || row.row() >= calls.length ? NONE : calls[row.row()];
  }

  static int run(long found) {
    return (int) (found >>> Integer.SIZE) - 1;
  }

  static int call(long found) {
    return (int) found;
  }

  synchronized void clear() {
    batches.clear();
  }
}
