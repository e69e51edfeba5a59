package dev.blipscope.sandbox;

import java.util.List;

/// What Segment would do with a call behind its 200, in silence.
public sealed interface Verdict {

  /// It is kept for queueing.
  ///
  /// @param tables the tables of a warehouse that get a row from it
  record Kept(List<String> tables) implements Verdict {
    public Kept {
      tables = List.copyOf(tables);
    }
  }

  /// It goes nowhere.
  record Dropped(Discard reason) implements Verdict {}

  /// A call with its messageId was kept less than a day before, so it goes nowhere.
  ///
  /// @param of the number of that call in the ledger
  record Duplicate(long of) implements Verdict {}

  /// The word for it in the ledger.
  default String word() {
    return switch (this) {
      case Kept _ -> "kept";
      case Dropped _ -> "dropped";
      case Duplicate _ -> "duplicate";
    };
  }
}
