package dev.blipscope.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Lets time pass.
@FunctionalInterface
public interface Waiting {

  /// Returns when the time is over, or as soon as the latch opens.
  ///
  /// @return whether to go on: not if somebody interrupted it
  boolean pass(Duration time, CountDownLatch unless);
}
