/// Bytes that are still there after a crash or a power cut.
@NullMarked
package dev.blipscope.journal;

import org.jspecify.annotations.NullMarked;
