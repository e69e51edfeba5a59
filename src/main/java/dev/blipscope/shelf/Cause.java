package dev.blipscope.shelf;

import dev.blipscope.check.Code;
import dev.blipscope.check.Severity;
import dev.blipscope.json.Expected;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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

  static final Comparator<Cause> IN_ORDER =
      Comparator.comparing(Cause::severity)
          .thenComparing(Comparator.comparingInt(Cause::rows).reversed());

  private record Same(
      Code code, Severity severity, Side side, String pattern, @Nullable Expected expected) {}

  /// The causes of several texts as those of all: the gravest first, then the most frequent.
  public static List<Cause> joined(List<Cause> all) {
    var joined = new LinkedHashMap<Same, Cause>();
    for (var cause : all) {
      joined.merge(
          new Same(cause.code, cause.severity, cause.side, cause.pattern, cause.expected),
          cause,
          Cause::and);
    }
    return joined.values().stream().sorted(IN_ORDER).toList();
  }

  private Cause and(Cause other) {
    return new Cause(
        code,
        severity,
        side,
        pattern,
        expected,
        findings + other.findings,
        rows + other.rows,
        example);
  }

  /// What a finding is about.
  public enum Side {
    PAYLOAD,
    CALL,
    INPUT
  }
}
