package dev.blipscope.ui;

import dev.blipscope.check.Code;
import dev.blipscope.check.Severity;
import dev.blipscope.shelf.RowKey;

/// Why there are findings in many payloads, as a person reads it.
///
/// @param where the place in the payload or in the call; empty for the whole
/// @param count in how many payloads
/// @param example one of them
record CauseLine(
    Code code, Severity severity, String where, String count, RowKey example, String spoken) {}
