package dev.blipscope.segment;

/// How far the call of a payload has come, in one word: what a row of the list has room for.
public enum Postmark {
  /// It was not sent, or that is longer ago than anybody remembers.
  NONE,
  QUEUED,
  SENDING,
  ACCEPTED,
  REFUSED,
  FAILED,
  UNCERTAIN;

  public static Postmark of(CallState state) {
    return switch (state) {
      case CallState.Queued() -> QUEUED;
      case CallState.Sending _ -> SENDING;
      case CallState.Accepted() -> ACCEPTED;
      case CallState.Refused _ -> REFUSED;
      case CallState.Failed _ -> FAILED;
      case CallState.Uncertain _ -> UNCERTAIN;
    };
  }
}
