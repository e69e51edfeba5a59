package dev.blipscope.capture;

/// Counts empty objects that follow each other: a few bytes can hold millions of them, each with
/// pages to say about it.
public final class EmptyRuns {

  private static final int MOST = 10_000;

  private int leading;
  private int current;
  private int longest;
  private boolean interrupted;

  void see(boolean empty) {
    if (!empty) {
      interrupted = true;
      current = 0;
      return;
    }
    current++;
    longest = Math.max(longest, current);
    if (!interrupted) {
      leading = current;
    }
  }

  boolean isFlood() {
    return current > MOST;
  }

  /// Whether the last one is the first that is too much.
  boolean isStartOfFlood() {
    return current == MOST + 1;
  }

  /// Whether a part of a text holds a flood, or the end of one that began before it.
  ///
  /// @param before how many ended the parts before it
  public boolean floodsBehind(int before) {
    return longest > MOST || before + leading > MOST;
  }

  /// How many stand at the end of a part and of the parts before it.
  ///
  /// @param before how many ended those
  public int endBehind(int before) {
    return interrupted ? current : before + current;
  }

  /// Goes on behind so many.
  void goOn(int before) {
    current = before;
  }
}
