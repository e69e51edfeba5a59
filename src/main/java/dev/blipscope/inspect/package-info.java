/// Everything that is known about one payload, in one value and in words.
@NullMarked
package dev.blipscope.inspect;

import org.jspecify.annotations.NullMarked;
