package dev.blipscope.segment;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One column of a warehouse table.
///
/// @param from the place in the call whose value it holds, as a pointer; none for what Segment adds
/// @param disputes what is not certain about it
public record Column(String name, ColumnType type, @Nullable String from, Set<Dispute> disputes) {
  public Column {
    disputes =
        disputes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(disputes));
  }

  Column with(Set<Dispute> more) {
    var all = EnumSet.noneOf(Dispute.class);
    all.addAll(disputes);
    all.addAll(more);
    return new Column(name, type, from, all);
  }

  /// Whether Segment's pages leave open what becomes of it.
  public boolean disputed() {
    return !disputes.isEmpty();
  }
}
