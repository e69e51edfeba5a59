/// The memory of the window: one value that says everything that is shown, the events that change
/// it, and what is to be done next.
@NullMarked
package dev.blipscope.session;

import org.jspecify.annotations.NullMarked;
