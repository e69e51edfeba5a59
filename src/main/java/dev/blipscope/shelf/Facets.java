package dev.blipscope.shelf;

import dev.blipscope.blip.Direction;
import dev.blipscope.check.Code;
import dev.blipscope.segment.Postmark;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many rows each value of a facet would show, beside what is chosen of the other facets.
/// Values that would show none are not in it.
public record Facets(
    Map<RowKind, Integer> kinds,
    Map<Direction, Integer> directions,
    Map<Via, Integer> vias,
    Map<Code, Integer> codes,
    Map<Postmark, Integer> postmarks) {

  public Facets {
    kinds = Map.copyOf(kinds);
    directions = Map.copyOf(directions);
    vias = Map.copyOf(vias);
    codes = Map.copyOf(codes);
    postmarks = Map.copyOf(postmarks);
  }

  public static Facets of(Deck deck, Filter filter, Marks marks) {
    return new Counting(deck, filter, marks).facets();
  }

  /// Goes through all rows once.
  private static final class Counting {

    private final Marks marks;
    private final int[] kinds = new int[Codes.KINDS.size()];
    private final int[] directions = new int[Codes.DIRECTION + Codes.DIRECTIONS.size()];
    private final int[] vias = new int[Codes.VIAS.size()];
    private final Map<Code, Integer> codes = new EnumMap<>(Code.class);
    private final int[] postmarks = new int[Postmarks.ALL.size()];

    Counting(Deck deck, Filter filter, Marks marks) {
      this.marks = marks;
      var sieve = new Sieve(deck, filter, marks);
      for (var batch : deck.batches()) {
        count(batch, sieve.of(batch));
      }
    }

    private void count(Batch batch, Sieve.Of sieve) {
      long[] candidates = new long[(batch.size() >>> 6) + 1];
      for (int row = 0; row < batch.size(); row++) {
        int fails = sieve.fails(row);
        if ((fails & ~Sieve.KIND) == 0) {
          kinds[batch.kindCode(row)]++;
        }
        if ((fails & ~Sieve.DIRECTION) == 0) {
          directions[batch.directionCode(row)]++;
        }
        if ((fails & ~Sieve.VIA) == 0) {
          vias[batch.viaCode(row)]++;
        }
        if ((fails & ~Sieve.POSTMARK) == 0) {
          postmarks[marks.postmarks().code(batch.id(), row)]++;
        }
        if ((fails & ~Sieve.CODE) == 0) {
          candidates[row >>> 6] |= 1L << row;
        }
      }
      marks
          .codes()
          .forEach(
              (code, rows) ->
                  codes.merge(code, common(candidates, rows.of(batch.id())), Integer::sum));
    }

    private static int common(long[] one, long[] other) {
      int count = 0;
      for (int i = 0; i < Math.min(one.length, other.length); i++) {
        count += Long.bitCount(one[i] & other[i]);
      }
      return count;
    }

    Facets facets() {
      var byKind = new EnumMap<RowKind, Integer>(RowKind.class);
      Codes.KINDS.forEach(kind -> byKind.put(kind, kinds[Codes.of(kind)]));
      var byDirection = new EnumMap<Direction, Integer>(Direction.class);
      Codes.DIRECTIONS.forEach(
          direction -> byDirection.put(direction, directions[Codes.of(direction)]));
      var byVia = new LinkedHashMap<Via, Integer>();
      Codes.VIAS.forEach(via -> byVia.put(via, vias[Codes.of(via)]));
      var byPostmark = new EnumMap<Postmark, Integer>(Postmark.class);
      Postmarks.ALL.forEach(mark -> byPostmark.put(mark, postmarks[Postmarks.code(mark)]));
      return new Facets(
          some(byKind), some(byDirection), some(byVia), some(codes), some(byPostmark));
    }

    private static <T> Map<T, Integer> some(Map<T, Integer> counts) {
      counts.values().removeIf(count -> count == 0);
      return counts;
    }
  }
}
