package dev.blipscope.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The names that are given already in one object of a call, as they are written there and as a
/// warehouse spells them.
class TakenNames {

  /// For an object in which names cannot meet.
  static final TakenNames UNWATCHED =
      new TakenNames(UnaryOperator.identity()) {
        @Override
        boolean isWatched() {
          return false;
        }

        @Override
        void add(String name) {}
      };

  private final UnaryOperator<String> columnNames;
  private final Set<String> written = new HashSet<>();
  private final Set<String> columns = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  TakenNames(UnaryOperator<String> columnNames) {
    this.columnNames = columnNames;
  }

  boolean isWatched() {
    return true;
  }

  /// Whether a field is called exactly so.
  boolean holds(String name) {
    return written.contains(name);
  }

  void add(String name) {
    written.add(name);
  }

  /// A name that no other field and no column has: the wanted one, numbered if need be. From the
  /// first such name on, all names come through here.
  String free(String wanted) {
    if (columns.isEmpty()) {
      written.forEach(name -> columns.add(columnNames.apply(name)));
    }
    String free = wanted;
    while (holds(free) || columns.contains(columnNames.apply(free))) {
      free = wanted + "_" + numbers.merge(wanted, 2, (number, _) -> number + 1);
    }
    written.add(free);
    columns.add(columnNames.apply(free));
    return free;
  }
}
