package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Writes the fields whose names are the payload's own: those that are kept, and those of objects
/// that are taken apart.
final class OwnNames {

  private static final String UNNAMED = "unnamed";

  private final Doc doc;
  private final Pen pen;
  private final UnaryOperator<String> columnNames;
  private final Notes notes;

  /// What rules have, so that it is not kept under its own name as well.
  private Set<Integer> taken = Set.of();

  OwnNames(Doc doc, Pen pen, UnaryOperator<String> columnNames, Notes notes) {
    this.doc = doc;
    this.pen = pen;
    this.columnNames = columnNames;
    this.notes = notes;
  }

  /// Says that a rule has a value whole.
  void take(int node) {
    if (taken.isEmpty()) {
      taken = new HashSet<>();
    }
    taken.add(node);
  }

  // Kept

  void keep(Layout.Keep keep, TakenNames names) {
    for (var spread : keep.spreads()) {
      takePoured(spread);
    }
    if (taken.isEmpty() && !names.isWatched() && doc.isTight(Doc.ROOT)) {
      pen.copyAll(keep.to(), Doc.ROOT, keep.grounds());
      return;
    }
    for (int key = Doc.ROOT + 1; key < doc.after(Doc.ROOT); key = doc.after(key + 1)) {
      if (!doc.isSuperseded(key) && !isTaken(key) && isFree(key, names)) {
        pen.name(key);
        pen.copy(keep.to(), key, keep.grounds());
      }
    }
  }

  private void takePoured(Spread spread) {
    int object = spread.each().in(doc);
    if (object == Doc.ROOT) {
      for (int key = object + 1; key < doc.after(object); key = doc.after(key + 1)) {
        if (!doc.isNamed(key, spread.except())) {
          take(key + 1);
        }
      }
    } else if (isObject(object)) {
      take(object);
    }
  }

  private boolean isTaken(int key) {
    return !taken.isEmpty() && taken.contains(key + 1);
  }

  /// Whether no rule has filled a field of this name, which from now on is given.
  private boolean isFree(int key, TakenNames names) {
    if (!names.isWatched()) {
      return true;
    }
    String name = doc.text(key);
    boolean free = !names.holds(name);
    names.add(name);
    return free;
  }

  // Taken apart

  void pour(Layout.Pour pour, TakenNames names) {
    var spread = pour.spread();
    int object = spread.each().in(doc);
    if (!isObject(object)) {
      notes.missing(pour.many(), absence(spread, object), spread.grounds());
      return;
    }
    for (int key = object + 1; key < doc.after(object); key = doc.after(key + 1)) {
      if (!doc.isSuperseded(key) && !doc.isNamed(key, spread.except())) {
        pour(spread, key, names);
      }
    }
  }

  private boolean isObject(int node) {
    return node != Doc.NONE && doc.is(node, NodeKind.OBJECT);
  }

  private Absence absence(Spread spread, int node) {
    if (node == Doc.NONE) {
      return new Absence.NotInPayload(spread.each());
    }
    return doc.is(node, NodeKind.NULL)
        ? new Absence.IsNull(spread.each())
        : new Absence.NoObject(spread.each());
  }

  private void pour(Spread spread, int key, TakenNames names) {
    String column = columnNames.apply(doc.text(key));
    String name = names.free(spread.prefix() + (column.isEmpty() ? UNNAMED : column));
    Value value = new Value.Original(key + 1);
    Provenance story = new Provenance.Copied(key + 1);
    // Objects and arrays become text: flattened by a warehouse, their columns could collide.
    if (doc.kind(key + 1).isContainer()) {
      value = Conversion.asText(value, doc);
      story = new Provenance.Converted(story, TargetType.TEXT);
    }
    pen.name(name);
    pen.value(spread.to(), name, value, story, spread.grounds());
  }
}
