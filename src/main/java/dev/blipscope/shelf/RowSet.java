package dev.blipscope.shelf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// A set of rows out of several texts: one bit a row. It does not change.
public final class RowSet {

  public static final RowSet EMPTY = new RowSet(Map.of());

  private static final long[] NONE = {};

  private final Map<Integer, long[]> words;

  private RowSet(Map<Integer, long[]> words) {
    this.words = words;
  }

  public static RowSet of(Iterable<RowKey> rows) {
    var growing = new Growing();
    for (var row : rows) {
      growing.add(row.batch(), row.row());
    }
    return growing.taken();
  }

  public boolean contains(int batch, int row) {
    long[] in = of(batch);
    return row >>> 6 < in.length && (in[row >>> 6] & 1L << row) != 0;
  }

  public boolean contains(RowKey row) {
    return contains(row.batch(), row.row());
  }

  public int count() {
    return words.values().stream().mapToInt(RowSet::count).sum();
  }

  /// How many rows of one text are in it.
  public int count(int batch) {
    return count(of(batch));
  }

  private static int count(long[] words) {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  public boolean isEmpty() {
    return count() == 0;
  }

  public RowSet and(RowSet others) {
    var all = new HashMap<Integer, long[]>(words);
    others.words.forEach((batch, more) -> all.merge(batch, more, RowSet::union));
    return new RowSet(all);
  }

  /// All rows of several sets.
  public static RowSet union(Iterable<RowSet> sets) {
    var all = new HashMap<Integer, long[]>();
    for (var set : sets) {
      set.words.forEach((batch, more) -> all.merge(batch, more, RowSet::union));
    }
    return new RowSet(all);
  }

  private static long[] union(long[] one, long[] other) {
    long[] union = Arrays.copyOf(one, Math.max(one.length, other.length));
    for (int i = 0; i < other.length; i++) {
      union[i] |= other[i];
    }
    return union;
  }

  public RowSet without(RowSet others) {
    var rest = new HashMap<Integer, long[]>(words);
    others.words.forEach(
        (batch, less) -> rest.computeIfPresent(batch, (_, had) -> minus(had, less)));
    return new RowSet(rest);
  }

  private static long[] minus(long[] one, long[] other) {
    long[] rest = one.clone();
    for (int i = 0; i < Math.min(rest.length, other.length); i++) {
      rest[i] &= ~other[i];
    }
    return rest;
  }

  /// The bits of one text's rows, 64 in each number; nobody changes them.
  long[] of(int batch) {
    return Objects.requireNonNullElse(words.get(batch), NONE);
  }

  /// A set that grows, used by one thread.
  static final class Growing {

    private final Map<Integer, long[]> words = new HashMap<>();

    void add(int batch, int row) {
      long[] in = words.get(batch);
      if (in == null || row >>> 6 >= in.length) {
        in = Arrays.copyOf(in == null ? NONE : in, Math.max(4, (row >>> 6) * 3 / 2 + 1));
        words.put(batch, in);
      }
      in[row >>> 6] |= 1L << row;
    }

    /// What is in it by now.
    RowSet taken() {
      var taken = new HashMap<Integer, long[]>();
      words.forEach((batch, in) -> taken.put(batch, in.clone()));
      return new RowSet(taken);
    }
  }
}
