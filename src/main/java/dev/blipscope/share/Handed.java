package dev.blipscope.share;

import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Origin;

/// One payload that is handed to somebody, or a text that holds none, with all that is known of it.
///
/// @param text the payload as it was written
public record Handed(Origin origin, String text, Inspection inspection) {}
