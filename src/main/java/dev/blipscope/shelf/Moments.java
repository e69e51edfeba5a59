package dev.blipscope.shelf;

import dev.blipscope.mapping.Instants;
import java.time.LocalDate;

/// Moments as numbers, so that a million of them can be put in order.
final class Moments {

  private static final long MILLIS_A_DAY = 86_400_000;

  private Moments() {}

  /// Milliseconds since 1970 of a moment that a mapping would take, or [Noted#NO_TIME].
  static long of(String text) {
    // All that is left has the form 2025-01-08T16:35:14.000Z.
    String utc = Instants.inUtc(text);
    if (utc == null) {
      return Noted.NO_TIME;
    }
    long day = LocalDate.of(number(utc, 0, 4), number(utc, 5, 7), number(utc, 8, 10)).toEpochDay();
    return day * MILLIS_A_DAY
        + number(utc, 11, 13) * 3_600_000L
        + number(utc, 14, 16) * 60_000L
        + number(utc, 17, 19) * 1_000L
        + number(utc, 20, 23);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
