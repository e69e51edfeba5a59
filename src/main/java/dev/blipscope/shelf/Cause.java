package dev.blipscope.shelf;

import dev.blipscope.check.Code;
import dev.blipscope.check.Severity;
import dev.blipscope.json.Expected;
import org.jspecify.annotations.Nullable;

/// Why many rows have the same finding.
///
/// @param side what it is about
/// @param pattern where: a pointer in which `*` stands for any place in an array; [#ELSEWHERE] for
///     all places beyond the first thousand
/// @param expected of a broken piece: what should stand there
/// @param findings how often it was found
/// @param rows in how many rows, deleted ones too
/// @param example the first of them
public record Cause(
    Code code,
    Severity severity,
    Side side,
    String pattern,
    @Nullable Expected expected,
    int findings,
    int rows,
    RowKey example) {

  /// Stands for so many places that nobody would read a list of them.
  public static final String ELSEWHERE = "*";

  /// What a finding is about.
  public enum Side {
    PAYLOAD,
    CALL,
    INPUT
  }
}
