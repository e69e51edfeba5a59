package dev.blipscope.shelf;

import dev.blipscope.segment.Postmark;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The postmarks of all rows, a byte each. It never changes; who sends makes a new one now and
/// then.
public final class Postmarks {

  public static final Postmarks NONE = new Postmarks(Map.of());

  static final List<Postmark> ALL = List.of(Postmark.values());

  /// By the number of the text; a text of which nothing was sent is not in it.
  private final Map<Integer, byte[]> batches;

  private Postmarks(Map<Integer, byte[]> batches) {
    this.batches = batches;
  }

  static int code(Postmark mark) {
    return ALL.indexOf(mark);
  }

  public Postmark of(RowKey row) {
    return ALL.get(code(row.batch(), row.row()));
  }

  int code(int batch, int row) {
    byte[] codes = batches.get(batch);
    return codes == null || row >= codes.length ? 0 : codes[row];
  }

  /// Without those of a row whose text changed: what was sent is another call by now.
  public Postmarks without(RowKey row) {
    return of(row) == Postmark.NONE ? this : new Sheet(this).put(row, Postmark.NONE).taken();
  }

  /// Postmarks that change: belongs to who sends.
  public static final class Sheet {

    private final Map<Integer, byte[]> batches = new HashMap<>();

    public Sheet() {}

    private Sheet(Postmarks from) {
      from.batches.forEach((batch, codes) -> batches.put(batch, codes.clone()));
    }

    public synchronized Sheet put(RowKey row, Postmark mark) {
      byte[] codes = batches.getOrDefault(row.batch(), new byte[0]);
      if (row.row() >= codes.length) {
        codes = Arrays.copyOf(codes, Math.max(row.row() + 1, codes.length * 2));
        batches.put(row.batch(), codes);
      }
      codes[row.row()] = (byte) code(mark);
      return this;
    }

    public synchronized Postmark of(RowKey row) {
      byte[] codes = batches.get(row.batch());
      return ALL.get(codes == null || row.row() >= codes.length ? 0 : codes[row.row()]);
    }

    public synchronized void clear() {
      batches.clear();
    }

    /// How they stand now.
    public synchronized Postmarks taken() {
      var copies = new HashMap<Integer, byte[]>();
      batches.forEach((batch, codes) -> copies.put(batch, codes.clone()));
      return new Postmarks(copies);
    }
  }
}
