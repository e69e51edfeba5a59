package dev.blipscope.segment;

/// What Segment is documented to take in one call.
public final class CallLimits {

  /// "32 KB per normal API request": peers disagree about the very edge.
  public static final int MOST_BYTES = 32_768;

  /// From here on we warn.
  public static final int MANY_BYTES = 32_000;

  /// More properties than this are dropped.
  public static final int MOST_PROPERTIES = 10_000;

  /// A message id has fewer characters than this.
  public static final int MESSAGE_ID_LENGTH = 100;

  /// What a Redshift column of Segment's holds.
  public static final int MOST_COLUMN_CHARACTERS = 512;

  private CallLimits() {}
}
