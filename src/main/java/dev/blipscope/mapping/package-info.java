/// From a payload to the draft of a call: rules are rows of a profile, and following one gives the
/// value with its story, or the story of its absence.
@NullMarked
package dev.blipscope.mapping;

import org.jspecify.annotations.NullMarked;
