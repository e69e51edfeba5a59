package dev.blipscope.ui;

import dev.blipscope.segment.Postmark;
import java.util.List;

/// What became of a call, as a person reads it.
///
/// @param sentence what the state means
/// @param where to which target it went
/// @param next what comes next; empty for nothing
/// @param note what else is to be known about it; empty for nothing
/// @param ledger what the sandbox says about it, a line for each time that it came
record DeliveryFace(
    Postmark mark,
    String state,
    String sentence,
    String where,
    String messageId,
    String next,
    String note,
    boolean retry,
    List<String> ledger,
    List<Try> tries) {

  DeliveryFace {
    ledger = List.copyOf(ledger);
    tries = List.copyOf(tries);
  }

  /// One try.
  record Try(String title, String request, String response) {}
}
