/// JSON as it was written: the one door through which text becomes values that keep their bytes.
@NullMarked
package dev.blipscope.json;

import org.jspecify.annotations.NullMarked;
