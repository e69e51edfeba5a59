package dev.blipscope.mapping;

import java.util.List;

/// How an output value came to be: the story of a [Source] that found something. Places of the
/// payload are nodes of its document.
public sealed interface Provenance {

  record Copied(int from) implements Provenance {}

  record Derived(Fact fact, List<Integer> from) implements Provenance {
    public Derived {
      from = Nodes.copyOf(from);
    }

    /// @param from nodes, of which those count that are there
    static Derived of(Fact fact, int... from) {
      return new Derived(fact, Nodes.present(from));
    }
  }

  record Chosen(Provenance winner, List<Absence> passedOver) implements Provenance {
    public Chosen {
      passedOver = List.copyOf(passedOver);
    }
  }

  record Converted(Provenance input, TargetType to) implements Provenance {}

  record Fixed() implements Provenance {}

  /// The places in the payload that this value came from; none for a fixed value.
  default List<Integer> places() {
    return switch (this) {
      case Copied(var from) -> List.of(from);
      case Derived(_, var from) -> from;
      case Chosen(var winner, _) -> winner.places();
      case Converted(var input, _) -> input.places();
      case Fixed() -> List.of();
    };
  }

  /// The kind of story, in one word.
  default String word() {
    return switch (this) {
      case Copied _ -> "copied";
      case Derived _ -> "derived";
      case Chosen _ -> "chosen";
      case Converted _ -> "converted";
      case Fixed _ -> "fixed";
    };
  }
}
