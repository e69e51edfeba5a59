/// The benchmark harness: made-up payloads, and the command line tool measured as whole processes.
@NullMarked
package dev.blipscope.harness;

import org.jspecify.annotations.NullMarked;
