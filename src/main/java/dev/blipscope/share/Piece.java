package dev.blipscope.share;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A part of a text that a masked copy leaves out.
///
/// @param from its first character
/// @param to the character behind it
record Piece(Private kind, int from, int to) {

  private static final Comparator<Piece> IN_ORDER =
      Comparator.comparingInt(Piece::from)
          .thenComparing(Comparator.comparingInt(Piece::to).reversed());

  /// The pieces in order, those that lie over each other made one of the first one's kind.
  static List<Piece> joined(List<Piece> pieces) {
    var joined = new ArrayList<Piece>(pieces.size());
    for (var piece : pieces.stream().sorted(IN_ORDER).toList()) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || piece.from >= last.to) {
        joined.add(piece);
      } else if (piece.to > last.to) {
        joined.set(joined.size() - 1, new Piece(last.kind, last.from, piece.to));
      }
    }
    return joined;
  }
}
