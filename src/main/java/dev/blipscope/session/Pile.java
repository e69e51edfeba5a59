package dev.blipscope.session;

import dev.blipscope.capture.Fingerprint;
import dev.blipscope.shelf.Batch;
import dev.blipscope.shelf.Deck;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that came in.
///
/// @param sources the texts that payloads came with, by their numbers
/// @param deck their payloads
/// @param undo what was deleted before each of the last deletions, the latest last
/// @param erased texts up to this number were erased, and do not come in any more
/// @param wiped whether all was erased at some time
public record Pile(
    Map<Integer, Source> sources, Deck deck, List<RowSet> undo, int erased, boolean wiped) {

  static final Pile EMPTY = new Pile(Map.of(), Deck.EMPTY, List.of(), 0, false);

  /// After all was erased.
  static final Pile WIPED = new Pile(Map.of(), Deck.EMPTY, List.of(), 0, true);

  private static final int MOST_UNDO = 50;

  public Pile {
    sources = Map.copyOf(sources);
    undo = List.copyOf(undo);
  }

  Pile with(Source source, Batch batch) {
    return source.id() <= erased
        ? this
        : new Pile(known(source), deck.with(batch), undo, erased, wiped);
  }

  /// The first payload that is left of a file; none if that file is not open, or is another now.
  public Optional<RowKey> firstOf(String file, Fingerprint print) {
    for (var batch : deck.batches()) {
      var source = sources.get(batch.id());
      if (source != null && file.equals(source.file()) && print.equals(source.print())) {
        for (int row = 0; row < batch.size(); row++) {
          var key = new RowKey(batch.id(), row);
          if (!deck.deleted().contains(key)) {
            return Optional.of(key);
          }
        }
      }
    }
    return Optional.empty();
  }

  /// With only those texts that were numbered later; the others stay away.
  Pile behind(int number) {
    var left = new HashMap<>(sources);
    left.keySet().removeIf(id -> id <= number);
    var batches = deck.batches().stream().filter(batch -> batch.id() > number).toList();
    return new Pile(
        left, new Deck(batches, RowSet.EMPTY), List.of(), Math.max(erased, number), wiped);
  }

  /// With more rows of a text that is there.
  Pile grown(Batch batch) {
    return sources.containsKey(batch.id())
        ? new Pile(sources, deck.with(batch), undo, erased, wiped)
        : this;
  }

  /// With another text in the place of one payload, right behind the text that it came with.
  Pile replacing(RowKey row, Source source, Batch batch) {
    if (row.batch() == batch.id()) {
      return with(source, batch);
    }
    var batches = new ArrayList<Batch>();
    boolean placed = false;
    for (var other : deck.batches()) {
      if (other.id() != batch.id()) {
        batches.add(other);
      }
      if (other.id() == row.batch()) {
        batches.add(batch);
        placed = true;
      }
    }
    if (!placed) {
      batches.add(batch);
    }
    // What was replaced does not come back when an earlier deletion is undone.
    var replaced = RowSet.of(List.of(row));
    return new Pile(
        known(source),
        new Deck(batches, deck.deleted().and(replaced)),
        undo.stream().map(gone -> gone.and(replaced)).toList(),
        erased,
        wiped);
  }

  private Map<Integer, Source> known(Source source) {
    var all = new HashMap<>(sources);
    all.put(source.id(), source);
    return all;
  }

  Pile without(RowSet rows) {
    var longer = new ArrayList<>(undo);
    longer.add(deck.deleted());
    if (longer.size() > MOST_UNDO) {
      longer.removeFirst();
    }
    return new Pile(sources, deck.without(rows), longer, erased, wiped);
  }

  /// With the texts in this order; others come behind them.
  Pile ordered(List<Integer> ids) {
    var batches = new ArrayList<Batch>();
    for (int id : ids) {
      var batch = deck.batch(id);
      if (batch != null) {
        batches.add(batch);
      }
    }
    deck.batches().stream().filter(batch -> !ids.contains(batch.id())).forEach(batches::add);
    return new Pile(sources, new Deck(batches, deck.deleted()), undo, erased, wiped);
  }

  /// Without these payloads, and with nothing to undo.
  Pile deleted(RowSet rows) {
    return new Pile(sources, deck.without(rows), List.of(), erased, wiped);
  }

  /// As it was before the last deletion.
  Pile undone() {
    return undo.isEmpty()
        ? this
        : new Pile(
            sources,
            new Deck(deck.batches(), undo.getLast()),
            undo.subList(0, undo.size() - 1),
            erased,
            wiped);
  }
}
