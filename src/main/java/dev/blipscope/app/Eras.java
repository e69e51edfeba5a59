package dev.blipscope.app;

import java.util.concurrent.atomic.AtomicInteger;

/// The times between two erasures: what was wanted in one is not done in the next, nor once the
/// program ends.
final class Eras {

  private final AtomicInteger erasures = new AtomicInteger();
  private volatile boolean ended;

  /// The time in which something was wanted.
  final class Era {

    private final int number = erasures.get();

    private Era() {}

    /// Whether nothing that was wanted in it is to be done any more.
    boolean isOver() {
      return ended || number != erasures.get();
    }
  }

  Era now() {
    return new Era();
  }

  /// All is erased.
  void next() {
    erasures.incrementAndGet();
  }

  /// The program ends.
  void end() {
    ended = true;
  }

  boolean isEnded() {
    return ended;
  }
}
