package dev.blipscope.session;

import java.util.List;

/// A sentence to the user about what just happened.
///
/// @param number the number of the notice, so that the same sentence twice is two notices
/// @param key the key of the sentence
/// @param words what it speaks of
/// @param undoable whether what happened can be undone
public record Notice(long number, Weight weight, String key, List<String> words, boolean undoable) {

  /// How much a notice matters.
  public enum Weight {
    SAID,
    WARNED,
    FAILED
  }

  public Notice {
    words = List.copyOf(words);
  }
}
