package dev.blipscope.session;

import dev.blipscope.segment.Attempt;
import dev.blipscope.segment.CallState;
import dev.blipscope.shelf.RowKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the call of the payload that lies open.
///
/// @param target the name of the target that it was sent to
/// @param messageId the id that it was sent with
/// @param next how long until it is tried again; none if nobody waits for that
/// @param ledger what the sandbox says about it, the first time it came first
public record Delivery(
    RowKey row,
    String target,
    String host,
    String messageId,
    CallState state,
    List<Attempt> tries,
    @Nullable Duration next,
    List<LedgerLine> ledger) {

  public Delivery {
    tries = List.copyOf(tries);
    ledger = List.copyOf(ledger);
  }
}
