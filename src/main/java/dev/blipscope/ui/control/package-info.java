/// Controls of the window that know no session: whoever uses them says what they show.
@NullMarked
package dev.blipscope.ui.control;

import org.jspecify.annotations.NullMarked;
