package dev.blipscope.shelf;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goes once through all rows of a deck, also of one that grows meanwhile. Used by one thread.
final class Course {

  private final Map<Integer, Integer> passed = new HashMap<>();
  private Deck deck;

  Course(Deck deck) {
    this.deck = deck;
  }

  /// Goes on in a later deck. What was passed before is not passed again.
  void in(Deck later) {
    deck = later;
  }

  /// The text in which the next row stands; none at the end.
  @Nullable Batch batch() {
    for (var batch : deck.batches()) {
      if (row(batch) < batch.size()) {
        return batch;
      }
    }
    return null;
  }

  /// The next row of a text.
  int row(Batch batch) {
    return passed.getOrDefault(batch.id(), 0);
  }

  /// Says that the rows of a text before this one are done.
  void passedTo(Batch batch, int row) {
    passed.put(batch.id(), row);
  }

  Progress progress() {
    return new Progress(deck.batches().stream().mapToInt(this::row).sum(), deck.size());
  }
}
