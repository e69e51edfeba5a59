package dev.blipscope.inspect;

import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.Grounds;

/// A value of a payload that goes nowhere, and why.
public record Unused(Spot from, Reason why) {

  /// Why a value goes nowhere.
  public sealed interface Reason {

    /// A later member of the same name replaces it, or what it is in.
    record Superseded() implements Reason {}

    /// The profile leaves out what no rule names.
    record LeftOut(Grounds grounds) implements Reason {}

    /// A rule has filled the place where it would have been kept.
    ///
    /// @param place what the rule filled
    record Displaced(Pointer place, Grounds grounds) implements Reason {}

    /// The rule that makes fields of the members of this object leaves it where it is, and the
    /// object itself is not kept.
    record Excepted(String object) implements Reason {}
  }
}
