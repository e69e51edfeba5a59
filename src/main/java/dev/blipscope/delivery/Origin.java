package dev.blipscope.delivery;

/// Where the payload of a call stood when it was sent. An outbox only keeps it: whoever sent the
/// call finds the payload again by it.
///
/// @param text the number of the text
/// @param row the place in it
/// @param print what tells whether it is the same payload still
public record Origin(int text, int row, long print) {}
