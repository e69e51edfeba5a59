package dev.blipscope.shelf;

import java.util.Arrays;
import java.util.List;

/// Goes from numbers of rows in a deck to texts and rows, quickly when numbers of the same text
/// follow each other. Used by one thread.
final class Seats {

  private final List<Batch> batches;
  private final int[] starts;
  private int current;

  Seats(Deck deck) {
    this.batches = deck.batches();
    this.starts = new int[batches.size() + 1];
    for (int i = 0; i < batches.size(); i++) {
      starts[i + 1] = starts[i] + batches.get(i).size();
    }
  }

  /// The row in its text, which [#batch()] answers then.
  int row(int number) {
    if (number < starts[current] || number >= starts[current + 1]) {
      int found = Arrays.binarySearch(starts, number);
      current = found < 0 ? -found - 2 : found;
      // Texts without rows begin where the next one does.
      while (starts[current + 1] == number) {
        current++;
      }
    }
    return number - starts[current];
  }

  Batch batch() {
    return batches.get(current);
  }

  /// The place of the text in the deck.
  int text() {
    return current;
  }
}
