package dev.blipscope.mapping;

import dev.blipscope.json.Pointer;

/// One row of a profile: what goes where, and on whose word.
///
/// @param to the place in the call
public record Rule(Pointer to, Source source, Grounds grounds) {}
