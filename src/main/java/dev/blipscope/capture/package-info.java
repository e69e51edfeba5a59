/// From files, streams and pasted text to payloads: recognises the form, never guesses in silence.
@NullMarked
package dev.blipscope.capture;

import org.jspecify.annotations.NullMarked;
