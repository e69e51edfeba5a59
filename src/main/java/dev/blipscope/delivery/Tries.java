package dev.blipscope.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How often a call is tried, and how long to wait in between: each time twice as long, and never
/// quite as long as others, so that not all come back at once.
///
/// @param most how often in all
/// @param first the wait behind the first try
/// @param longest the longest wait
public record Tries(int most, Duration first, Duration longest) {

  public static final Tries USUAL = new Tries(10, Duration.ofMillis(500), Duration.ofSeconds(60));

  private static final int MOST_DOUBLINGS = 20;

  public Tries {
    if (most < 1) {
      throw new IllegalArgumentException("there is at least one try");
    }
  }

  /// How long to wait behind a try.
  ///
  /// @param number which try it was, from 1
  /// @param chance from 0 to 1
  Duration behind(int number, DoubleSupplier chance) {
    long doubled = first.toNanos() << Math.min(number - 1, MOST_DOUBLINGS);
    long full = Math.min(doubled, longest.toNanos());
    return Duration.ofNanos((long) (full * (1 + chance.getAsDouble()) / 2));
  }
}
