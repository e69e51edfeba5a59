package dev.blipscope.session;

import dev.blipscope.json.Difference;
import dev.blipscope.shelf.RowKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In what the calls of two profiles differ over everything that is open.
///
/// @param payloads how many payloads were compared
/// @param differing how many of them give different calls
/// @param patterns the differences, those in the most payloads first
/// @param more how many differences are in none of the patterns, since there were too many
/// @param whole whether all payloads were compared
public record Comparison(
    String one,
    String other,
    int payloads,
    int differing,
    List<Pattern> patterns,
    long more,
    boolean whole) {

  /// The title of the job that makes one.
  public static final String JOB = "job.comparing";

  /// Differences of one sort, with one example.
  ///
  /// @param pointer where in the calls, with * for the numbers of items
  /// @param change what happens there
  /// @param count in how many payloads
  /// @param example the first payload in which it happens
  /// @param before the value by the one profile; none if there is none
  /// @param after the value by the other profile; none if there is none
  public record Pattern(
      String pointer,
      Change change,
      int count,
      RowKey example,
      @Nullable String before,
      @Nullable String after) {}

  /// What differs at a place.
  public enum Change {
    ADDED,
    REMOVED,
    CHANGED;

    /// What a difference of two calls is.
    public static Change of(Difference difference) {
      if (difference.expected() == null) {
        return ADDED;
      }
      return difference.actual() == null ? REMOVED : CHANGED;
    }
  }

  public Comparison {
    patterns = List.copyOf(patterns);
  }
}
