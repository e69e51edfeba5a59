package dev.blipscope.delivery;

/// How many calls are in which state.
///
/// @param queued waiting for their turn, or for the next try
public record Tally(int queued, int sending, int accepted, int refused, int failed, int uncertain) {

  public int all() {
    return queued + sending + settled();
  }

  /// How many will not change any more by themselves; none that waits for its next try.
  public int settled() {
    return accepted + refused + failed + uncertain;
  }
}
