package dev.blipscope.shelf;

import dev.blipscope.check.Code;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A filter made ready for a million rows: sets of small numbers are bits.
final class Sieve {

  /// What a row may fail, as bits.
  static final int KIND = 1;
  static final int DIRECTION = 2;
  static final int VIA = 4;
  static final int CODE = 8;
  static final int POSTMARK = 16;
  static final int REST = 32;

  private final int kinds;
  private final int directions;
  private final int vias;
  private final boolean timed;
  private final long from;
  private final long to;
  private final RowSet deleted;
  private final @Nullable RowSet hits;
  private final @Nullable RowSet coded;
  private final int wantedPostmarks;
  private final Postmarks postmarks;

  Sieve(Deck deck, Filter filter, Marks marks) {
    this.kinds = bits(filter.kinds().stream().mapToInt(Codes::of));
    this.directions = bits(filter.directions().stream().mapToInt(Codes::of));
    this.vias = bits(filter.vias().stream().mapToInt(Codes::of));
    this.timed = filter.from() != null || filter.to() != null;
    this.from = filter.from() == null ? Long.MIN_VALUE : filter.from();
    this.to = filter.to() == null ? Long.MAX_VALUE : filter.to();
    this.deleted = deck.deleted();
    this.hits = filter.text().isBlank() ? null : marks.hits() == null ? RowSet.EMPTY : marks.hits();
    this.coded = filter.codes().isEmpty() ? null : union(filter, marks.codes());
    this.wantedPostmarks = bits(filter.postmarks().stream().mapToInt(Postmarks::code));
    this.postmarks = marks.postmarks();
  }

  /// The numbers that were chosen; all of them if none was.
  private static int bits(IntStream chosen) {
    int bits = chosen.map(code -> 1 << code).reduce(0, (one, other) -> one | other);
    return bits == 0 ? -1 : bits;
  }

  private static RowSet union(Filter filter, Map<Code, RowSet> codes) {
    var union = RowSet.EMPTY;
    for (var code : filter.codes()) {
      union = union.and(codes.getOrDefault(code, RowSet.EMPTY));
    }
    return union;
  }

  /// The sieve for the rows of one text.
  Of of(Batch batch) {
    return new Of(batch);
  }

  final class Of {

    private final Batch batch;
    private final long[] gone;
    private final long @Nullable [] found;
    private final long @Nullable [] marked;

    private Of(Batch batch) {
      this.batch = batch;
      this.gone = deleted.of(batch.id());
      this.found = hits == null ? null : hits.of(batch.id());
      this.marked = coded == null ? null : coded.of(batch.id());
    }

    boolean passes(int row) {
      return fails(row) == 0;
    }

    /// What of the filter a row fails, as bits; 0 if it passes.
    int fails(int row) {
      int fails = (kinds >>> batch.kindCode(row) & 1) != 0 ? 0 : KIND;
      fails |= (directions >>> batch.directionCode(row) & 1) != 0 ? 0 : DIRECTION;
      fails |= (vias >>> batch.viaCode(row) & 1) != 0 ? 0 : VIA;
      fails |= marked == null || has(marked, row) ? 0 : CODE;
      fails |= (wantedPostmarks >>> postmarks.code(batch.id(), row) & 1) != 0 ? 0 : POSTMARK;
      boolean rest = !has(gone, row) && (found == null || has(found, row)) && isInTime(row);
      return rest ? fails : fails | REST;
    }

    private boolean isInTime(int row) {
      if (!timed) {
        return true;
      }
      long time = batch.timeOrNone(row);
      return time != Noted.NO_TIME && time >= from && time <= to;
    }

    private static boolean has(long[] words, int row) {
      return row >>> 6 < words.length && (words[row >>> 6] & 1L << row) != 0;
    }
  }
}
