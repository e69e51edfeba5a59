package dev.blipscope.session;

import org.jspecify.annotations.Nullable;

/// How far the comparison of two profiles came that was asked for last.
///
/// @param version its number; what was found out for an earlier one is dropped
/// @param going whether it is being worked out
/// @param found in what they differ; none if that is not known
public record Comparing(long version, boolean going, @Nullable Comparison found) {

  static final Comparing NOTHING = new Comparing(0, false, null);

  /// Another one was asked for.
  Comparing again() {
    return new Comparing(version + 1, true, null);
  }

  /// One came to its end.
  ///
  /// @param result none if it broke off
  Comparing ended(long of, @Nullable Comparison result) {
    return of == version && going ? new Comparing(version, false, result) : this;
  }

  /// What was taken from payloads is gone, and so is what is still being worked out.
  Comparing forgetful() {
    return new Comparing(version + 1, false, null);
  }
}
