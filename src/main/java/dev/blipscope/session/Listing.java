package dev.blipscope.session;

import dev.blipscope.shelf.Deck;
import dev.blipscope.shelf.Facets;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Glance;
import dev.blipscope.shelf.Marks;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.Rows;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the list shows of all that is there.
///
/// @param version the number of the last wish
/// @param asked the number of the last wish that somebody was told of
/// @param shown the number of the wish that the rows fit
/// @param filter what a person wants to see
/// @param grouped whether payloads are gathered by contact
/// @param lines what is seen: for an instant after a new wish still what was seen before
/// @param facets how many there are of each sort
/// @param glances what is seen of the payloads that were on the screen lately
public record Listing(
    long version,
    long asked,
    long shown,
    Filter filter,
    Order order,
    boolean grouped,
    Lines lines,
    Facets facets,
    Map<RowKey, Glance> glances) {

  private static final int MOST_GLANCES = 2_000;

  static final Listing NONE =
      new Listing(
          0,
          0,
          0,
          Filter.ALL,
          Order.AS_THEY_STAND,
          false,
          Lines.of(Rows.of(Deck.EMPTY)),
          Facets.of(Deck.EMPTY, Filter.ALL, Marks.NONE),
          Map.of());

  public Listing {
    glances = Collections.unmodifiableMap(new LinkedHashMap<>(glances));
  }

  /// The payloads that are shown.
  public Rows rows() {
    return lines.rows();
  }

  /// Whether the rows are what was wished last.
  public boolean isSettled() {
    return shown == version;
  }

  /// Whether nobody was told of the last wish yet.
  boolean isWaiting() {
    return asked != version;
  }

  Listing wanting(Filter other) {
    return new Listing(version + 1, asked, shown, other, order, grouped, lines, facets, glances);
  }

  Listing wanting(Order other) {
    return new Listing(version + 1, asked, shown, filter, other, grouped, lines, facets, glances);
  }

  /// The same wish once more, since there are other payloads.
  Listing again() {
    return wanting(filter);
  }

  Listing asking() {
    return new Listing(version, version, shown, filter, order, grouped, lines, facets, glances);
  }

  Listing grouped(boolean byContact) {
    return new Listing(version + 1, asked, shown, filter, order, byContact, lines, facets, glances);
  }

  /// What was worked out for a wish, unless a later one was quicker.
  Listing showing(long wish, Lines now, Facets counts) {
    return wish <= shown
        ? this
        : new Listing(version, asked, wish, filter, order, grouped, now, counts, glances);
  }

  /// Nothing, as at the beginning, and nothing to wait for.
  Listing erased() {
    long next = version + 1;
    return new Listing(
        next,
        next,
        next,
        NONE.filter,
        NONE.order,
        NONE.grouped,
        NONE.lines,
        NONE.facets,
        NONE.glances);
  }

  /// With what was seen of some more payloads; what was seen longest ago is forgotten.
  Listing glanced(Map<RowKey, Glance> more) {
    var all = new LinkedHashMap<>(glances);
    more.forEach(
        (row, glance) -> {
          all.remove(row);
          all.put(row, glance);
        });
    var oldest = all.keySet().iterator();
    while (all.size() > MOST_GLANCES) {
      oldest.next();
      oldest.remove();
    }
    return new Listing(version, asked, shown, filter, order, grouped, lines, facets, all);
  }

  /// Without all that was seen.
  Listing forgettingAll() {
    return new Listing(version, asked, shown, filter, order, grouped, lines, facets, Map.of());
  }

  /// Without what was seen of a text that changed.
  Listing forgetting(int source) {
    var all = new LinkedHashMap<>(glances);
    all.keySet().removeIf(row -> row.batch() == source);
    return new Listing(version, asked, shown, filter, order, grouped, lines, facets, all);
  }
}
