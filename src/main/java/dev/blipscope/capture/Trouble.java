package dev.blipscope.capture;

import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Place;
import org.jspecify.annotations.Nullable;

/// A piece of an input that could not be read.
///
/// @param text the piece, as far as it is kept; empty where only something is missing
/// @param at where in the piece it stops being JSON, in UTF-16 units
/// @param place the same in the whole input
/// @param mend the one edit of the piece that would make it JSON, or take away what is left over
/// @param beside whether a payload stands before it, so that only something is left over
public record Trouble(
    String text, int at, Place place, Expected expected, @Nullable Mend mend, boolean beside) {}
