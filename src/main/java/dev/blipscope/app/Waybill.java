package dev.blipscope.app;

import dev.blipscope.shelf.RowKey;
import java.util.Arrays;
import java.util.BitSet;

/// Which payload each call of a consignment came from. Eight bytes a call: there may be a million.
final class Waybill {

  private static final int FIRST_ROOM = 16;

  private int[] batches = new int[FIRST_ROOM];
  private int[] rows = new int[FIRST_ROOM];
  private final BitSet identifies = new BitSet();
  private int size;

  synchronized void add(RowKey row, boolean identify) {
    if (size == rows.length) {
      batches = Arrays.copyOf(batches, size * 2);
      rows = Arrays.copyOf(rows, size * 2);
    }
    batches[size] = row.batch();
    rows[size] = row.row();
    identifies.set(size, identify);
    size++;
  }

  synchronized int size() {
    return size;
  }

  synchronized RowKey row(int call) {
    return new RowKey(batches[call], rows[call]);
  }

  synchronized boolean isIdentify(int call) {
    return identifies.get(call);
  }
}
