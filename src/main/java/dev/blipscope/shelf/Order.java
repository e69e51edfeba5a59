package dev.blipscope.shelf;

/// In which order rows are shown. Rows that are even in it stay in the order in which they stand.
public record Order(By by, boolean descending) {

  /// By what rows are put in order.
  public enum By {
    /// As they stand.
    POSITION,
    /// By their own time; those without one come last, also when descending.
    TIME,
    /// By the identity of their person; those without one come last, also when descending.
    WHO,
    KIND
  }

  public static final Order AS_THEY_STAND = new Order(By.POSITION, false);
}
