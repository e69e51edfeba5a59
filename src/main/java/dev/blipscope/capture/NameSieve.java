package dev.blipscope.capture;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import java.util.List;

/// Tells at one look at each name of an object that it has none of some names. It may err on the
/// other side.
final class NameSieve {

  private static final int HOLES = 1 << 14;

  private final boolean[] holes = new boolean[HOLES];

  private NameSieve() {}

  @SafeVarargs
  static NameSieve of(List<Name>... lists) {
    var sieve = new NameSieve();
    for (var names : lists) {
      for (var name : names) {
        sieve.holes[name.hashCode() & HOLES - 1] = true;
      }
    }
    return sieve;
  }

  /// Whether the object may have one of the names.
  boolean lets(Doc doc) {
    if (!doc.is(Doc.ROOT, NodeKind.OBJECT)) {
      return false;
    }
    int stop = doc.after(Doc.ROOT);
    for (int key = 1; key < stop; key = doc.after(key + 1)) {
      if (holes[doc.nameHash(key) & HOLES - 1]) {
        return true;
      }
    }
    return false;
  }
}
