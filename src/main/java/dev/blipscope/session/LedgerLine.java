package dev.blipscope.session;

import java.time.Instant;
import java.util.List;

/// What the sandbox says of one call that came in: what real Segment would do in silence.
///
/// @param call whether it is a call; else a word about a whole request
/// @param subject the event or the person that it is about
/// @param kept whether Segment would keep it
/// @param why the words of the reason why not; empty if it is kept
/// @param duplicateOf the number of the call with its message id that came before; 0 if none did
/// @param tables the warehouse tables that get a row
public record LedgerLine(
    long number,
    Instant at,
    boolean call,
    String type,
    String subject,
    String messageId,
    boolean kept,
    String why,
    long duplicateOf,
    List<String> tables) {

  public LedgerLine {
    tables = List.copyOf(tables);
  }
}
