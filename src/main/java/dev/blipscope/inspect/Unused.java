package dev.blipscope.inspect;

import dev.blipscope.mapping.Grounds;
import org.jspecify.annotations.Nullable;

/// A value of a payload that goes nowhere.
///
/// @param dropped the rule that leaves it out; none if a later member of the same name replaces it
public record Unused(Spot from, @Nullable Grounds dropped) {}
