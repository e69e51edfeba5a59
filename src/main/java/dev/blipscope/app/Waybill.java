package dev.blipscope.app;

import dev.blipscope.delivery.Origin;
import dev.blipscope.shelf.Deck;
import dev.blipscope.shelf.RowKey;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Which payload each call of a consignment came from. Eight bytes a call: there may be a million.
final class Waybill {

  private static final int FIRST_ROOM = 16;

  /// Texts are numbered from 1.
  private static final RowKey NOWHERE = new RowKey(0, 0);

  private int[] batches = new int[FIRST_ROOM];
  private int[] rows = new int[FIRST_ROOM];
  private final BitSet identifies = new BitSet();
  private int size;

  /// Where a payload stands, and what it says there.
  static Origin origin(Deck deck, RowKey row) {
    return new Origin(row.batch(), row.row(), text(deck, row).map(Waybill::print).orElse(0L));
  }

  /// The payload that stood there, if it still does and says the same.
  static Optional<RowKey> row(Deck deck, Origin origin) {
    var row = new RowKey(origin.text(), origin.row());
    return text(deck, row).filter(text -> print(text) == origin.print()).map(_ -> row);
  }

  private static Optional<byte[]> text(Deck deck, RowKey row) {
    var batch = deck.batch(row.batch());
    return batch == null || row.row() >= batch.size() ? Optional.empty() : batch.text(row.row());
  }

  private static long print(byte[] text) {
    var sum = new CRC32C();
    sum.update(text);
    return ((long) text.length << Integer.SIZE) | sum.getValue();
  }

  /// A call whose payload is not there any more.
  synchronized void addLost() {
    add(NOWHERE, false);
  }

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
