/// The stand-in for Segment: a server on this machine that answers as Segment is documented to, and
/// says what Segment would only do in silence.
@NullMarked
package dev.blipscope.sandbox;

import org.jspecify.annotations.NullMarked;
