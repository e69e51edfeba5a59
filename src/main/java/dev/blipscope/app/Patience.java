package dev.blipscope.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How long the program waits at its end for what is still being done.
final class Patience {

  static final Duration LENGTH = Duration.ofSeconds(2);

  private Patience() {}

  /// Waits until it is done or too much time went by.
  static void await(CountDownLatch done) {
    try {
      done.await(LENGTH.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
