package dev.blipscope.shelf;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Things that are known at some rows of a text only, in the order of the rows. One thread adds.
final class Milestones<T> {

  private int[] rows = {};
  private @Nullable Object[] things = {};
  private int count;

  int count() {
    return count;
  }

  void add(int row, T thing) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, Math.max(4, count * 2));
      things = Arrays.copyOf(things, rows.length);
    }
    rows[count] = row;
    things[count] = thing;
    count++;
  }

  /// Those that there are by now; later ones make no difference to it.
  Passed<T> passed() {
    return new Passed<>(rows, things, count);
  }

  /// The milestones up to some moment.
  static final class Passed<T> {

    private final int[] rows;
    private final @Nullable Object[] things;
    private final int count;

    private Passed(int[] rows, @Nullable Object[] things, int count) {
      this.rows = rows;
      this.things = things;
      this.count = count;
    }

    /// The thing at this row.
    @Nullable T at(int row) {
      int found = Arrays.binarySearch(rows, 0, count, row);
      return found < 0 ? null : thing(found);
    }

    /// The thing at this row or the last one before it.
    @Nullable T upTo(int row) {
      int found = Arrays.binarySearch(rows, 0, count, row);
      int last = found < 0 ? -found - 2 : found;
      return last < 0 ? null : thing(last);
    }

    @SuppressWarnings("unchecked") // nothing else was added
    private @Nullable T thing(int number) {
      return (T) things[number];
    }
  }
}
