package dev.blipscope.ui;

import java.util.ArrayDeque;
import java.util.Deque;

/// Tells what a person just did here from what changed elsewhere: what was told to the session
/// comes back from it a little later, and some of it never, when it was overtaken.
final class Echo<T> {

  private final Deque<T> told = new ArrayDeque<>();

  void tell(T value) {
    told.add(value);
  }

  /// Whether a value that the session has now is one that was told from here.
  boolean isOwn(T value) {
    if (!told.contains(value)) {
      told.clear();
      return false;
    }
    while (!told.peek().equals(value)) {
      told.poll();
    }
    told.poll();
    return true;
  }
}
