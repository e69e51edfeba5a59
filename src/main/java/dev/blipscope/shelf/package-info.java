/// Many payloads at once: an index of where they stand, and what a list of a million needs of them.
@NullMarked
package dev.blipscope.shelf;

import org.jspecify.annotations.NullMarked;
