package dev.blipscope.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// All texts of a session as one list of rows, and which rows were deleted. To undo is to take the
/// deck of before.
///
/// A row is counted through all texts, deleted ones too; when a text in front grows, the rows
/// behind it get other numbers, while their [RowKey]s stay.
///
/// @param batches the rows of each text, in the order in which they are shown
public record Deck(List<Batch> batches, RowSet deleted) {

  public static final Deck EMPTY = new Deck(List.of(), RowSet.EMPTY);

  public Deck {
    batches = List.copyOf(batches);
  }

  /// How many rows there are, deleted ones too.
  public int size() {
    return batches.stream().mapToInt(Batch::size).sum();
  }

  /// How many rows are not deleted.
  public int left() {
    return size() - batches.stream().mapToInt(batch -> deleted.count(batch.id())).sum();
  }

  /// The batch of a text.
  public @Nullable Batch batch(int id) {
    for (var batch : batches) {
      if (batch.id() == id) {
        return batch;
      }
    }
    return null;
  }

  /// The deck with more rows of a text, or with a text behind the others.
  public Deck with(Batch batch) {
    var all = new ArrayList<>(batches);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id() == batch.id()) {
        all.set(i, batch);
        return new Deck(all, deleted);
      }
    }
    all.add(batch);
    return new Deck(all, deleted);
  }

  /// The deck without a text, which is not the same as with all of its rows deleted.
  public Deck withoutBatch(int id) {
    return new Deck(batches.stream().filter(batch -> batch.id() != id).toList(), deleted);
  }

  public Deck without(RowSet rows) {
    return new Deck(batches, deleted.and(rows));
  }

  /// Where a row stands.
  public Seat seat(int number) {
    int before = 0;
    for (var batch : batches) {
      if (number - before < batch.size()) {
        return new Seat(batch, number - before);
      }
      before += batch.size();
    }
    throw new IndexOutOfBoundsException(number);
  }

  public RowKey key(int number) {
    return seat(number).key();
  }

  /// The number of a row, if it is there.
  public OptionalInt number(RowKey key) {
    int before = 0;
    for (var batch : batches) {
      if (batch.id() == key.batch()) {
        return key.row() < batch.size() ? OptionalInt.of(before + key.row()) : OptionalInt.empty();
      }
      before += batch.size();
    }
    return OptionalInt.empty();
  }

  /// A row of one text.
  public record Seat(Batch batch, int row) {

    public RowKey key() {
      return new RowKey(batch.id(), row);
    }
  }
}
