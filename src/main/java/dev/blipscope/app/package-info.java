/// The door: starts the program.
@NullMarked
package dev.blipscope.app;

import org.jspecify.annotations.NullMarked;
