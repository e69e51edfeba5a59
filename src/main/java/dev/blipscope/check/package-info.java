/// What would go wrong with a payload and its calls, said before anything is sent.
@NullMarked
package dev.blipscope.check;

import org.jspecify.annotations.NullMarked;
