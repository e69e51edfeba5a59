package dev.blipscope.sandbox;

import java.util.Map;

/// What a ledger comes to, at one moment.
///
/// @param entries how many lines it has, which is the number of the last
/// @param calls how many calls came: kept, dropped and duplicate together
/// @param reasons how many calls were dropped, by reason
/// @param answers how many requests were answered, by status; 0 for those without an answer
/// @param rows how many rows were written, by table; in `users` and `accounts` over older ones
public record Totals(
    long entries,
    long calls,
    long kept,
    long duplicates,
    Map<Discard, Long> reasons,
    Map<Integer, Long> answers,
    Map<String, Long> rows) {

  public Totals {
    reasons = Map.copyOf(reasons);
    answers = Map.copyOf(answers);
    rows = Map.copyOf(rows);
  }

  public long dropped() {
    return calls - kept - duplicates;
  }

  /// How many requests came that were let in or not.
  public long requests() {
    return answers.values().stream().mapToLong(Long::longValue).sum();
  }
}
