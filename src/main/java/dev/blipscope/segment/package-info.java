/// What Segment is documented to do with a call, and what a warehouse makes of it.
@NullMarked
package dev.blipscope.segment;

import org.jspecify.annotations.NullMarked;
