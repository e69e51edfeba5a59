package dev.blipscope.journal;

/// What was read when a journal was opened.
///
/// @param entries how many entries are whole
/// @param lost how many are not, as far as one can tell: damage at the very end counts as one
public record Reading(long entries, long lost) {}
