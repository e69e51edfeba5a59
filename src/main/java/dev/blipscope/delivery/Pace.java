package dev.blipscope.delivery;

import java.time.Duration;

/// How many calls a second go out at most.
///
/// @param perSecond 0 for as many as there are
public record Pace(int perSecond) {

  /// What Segment asks of everybody.
  public static final Pace USUAL = new Pace(1_000);

  public static final Pace NONE = new Pace(0);

  public Pace {
    if (perSecond < 0) {
      throw new IllegalArgumentException("a pace is not negative");
    }
  }

  /// How many requests are handed over together where nothing holds them back.
  private static final int TOGETHER = 4;

  /// How many calls are handed over together.
  int atOnce() {
    return perSecond == 0
        ? TOGETHER * Courier.MOST_CALLS
        : Math.clamp(perSecond, 1, Courier.MOST_CALLS);
  }

  /// How many bytes are handed over together.
  int bytesAtOnce() {
    return perSecond == 0 ? TOGETHER * Courier.MOST_BYTES : Courier.MOST_BYTES;
  }

  /// How much of a second so many calls take.
  Duration of(int calls) {
    return perSecond == 0
        ? Duration.ZERO
        : Duration.ofNanos(Duration.ofSeconds(1).toNanos() / perSecond * calls);
  }
}
