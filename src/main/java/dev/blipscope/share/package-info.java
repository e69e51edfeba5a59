/// Copies, exports and reports of what is known, masked or not.
@NullMarked
package dev.blipscope.share;

import org.jspecify.annotations.NullMarked;
