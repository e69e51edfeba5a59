/// What Blip sends, and what is known and assumed about it: kinds, addresses, directions.
@NullMarked
package dev.blipscope.blip;

import org.jspecify.annotations.NullMarked;
