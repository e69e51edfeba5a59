/// The command line: the first face of the engine.
@NullMarked
package dev.blipscope.cli;

import org.jspecify.annotations.NullMarked;
