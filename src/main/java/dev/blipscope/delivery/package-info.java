/// Brings calls to a target, and knows of each what became of it.
@NullMarked
package dev.blipscope.delivery;

import org.jspecify.annotations.NullMarked;
