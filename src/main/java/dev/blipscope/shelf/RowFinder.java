package dev.blipscope.shelf;

import java.util.Arrays;

/// Finds the rows that somebody wants to see, again and again. It works on the same arrays each
/// time: what lives only while a million rows are put in order is too large for the young heap, and
/// once the old one is full of it everything stands still. For one thread at a time.
public final class RowFinder {

  /// An array for so many may stay as it is.
  private static final int FEW = 10_000;

  private final Sorter sorter = new Sorter();
  private int[] passing = {};

  /// The rows that pass a filter, in order.
  public Rows find(Deck deck, Filter filter, Marks marks, Order order) {
    int count = sift(deck, filter, marks);
    return new Rows(deck, sorter.sorted(deck, Arrays.copyOf(passing, count), order));
  }

  private int sift(Deck deck, Filter filter, Marks marks) {
    if (!suits(passing.length, deck.size())) {
      passing = new int[roomFor(deck.size())];
    }
    var sieve = new Sieve(deck, filter, marks);
    int count = 0;
    int before = 0;
    for (var batch : deck.batches()) {
      var of = sieve.of(batch);
      for (int row = 0; row < batch.size(); row++) {
        if (of.passes(row)) {
          passing[count++] = before + row;
        }
      }
      before += batch.size();
    }
    return count;
  }

  /// Whether an array is long enough for so many rows, and not kept for many that are gone.
  static boolean suits(int length, int rows) {
    return length >= rows && length / 4 <= Math.max(rows, FEW);
  }

  /// A file that is being read soon has more.
  static int roomFor(int rows) {
    return rows + rows / 4;
  }
}
