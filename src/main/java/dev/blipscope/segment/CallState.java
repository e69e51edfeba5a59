package dev.blipscope.segment;

import java.util.Arrays;
import java.util.List;

/// How far a call has come on its way to a target. Each call that somebody sent is in exactly one.
public sealed interface CallState {

  /// It is on the disk and waits for its turn.
  record Queued() implements CallState {}

  /// It is on the wire.
  ///
  /// @param number which try it is, from 1
  record Sending(int number) implements CallState {}

  /// The target took it for queueing. Whether Segment keeps it, nobody is told.
  record Accepted() implements CallState {}

  /// The target, or we before it, will not have it: trying again changes nothing.
  record Refused(Why why) implements CallState {}

  /// It did not get there, or nobody wants it there any more; it can be tried again.
  record Failed(Why why) implements CallState {}

  /// It was on the wire, and nobody knows whether the target took it. The same id again is safe.
  record Uncertain(Why why) implements CallState {}

  /// Why a call is not where it should be.
  ///
  /// @param words what the sentence about it fills in: a status, a host, a size
  record Why(Reason reason, List<String> words) {
    public Why {
      words = List.copyOf(words);
    }

    public static Why of(Reason reason, Object... words) {
      return new Why(reason, Arrays.stream(words).map(String::valueOf).toList());
    }
  }

  /// What can keep a call from being accepted.
  enum Reason {
    // Before anything is on the wire
    /// Its JSON has an error that keeps it from arriving: a lone surrogate, no id, over 32 KB.
    DOOMED,
    /// It has a member that analytics-java cannot carry.
    NOT_CARRIED,
    /// The key cannot stand in a request.
    BAD_KEY,
    /// Somebody cancelled it, or gave it up after a restart.
    CANCELLED,
    /// The disk did not take it, so it was not sent.
    NOT_KEPT,
    // What the target answered
    /// 400, 401, 403, 413 and others that stay so.
    STATUS,
    /// 301 and others: it wants the key to go elsewhere.
    REDIRECT,
    /// 429 or 503, until we gave up.
    BUSY,
    /// 500 and others, until we gave up.
    SERVER,
    /// 200, but what came is no answer of Segment.
    ODD_ANSWER,
    // What the network did
    REFUSED_CONNECTION,
    UNKNOWN_HOST,
    TLS,
    /// No answer in time.
    NO_ANSWER,
    /// The connection broke while it was being sent or before the answer.
    BROKEN_OFF,
    /// The program ended while it was on the wire.
    INTERRUPTED,
    /// It was on the wire, but the disk did not take what became of it.
    NOT_NOTED
  }

  /// Whether nothing more will happen by itself.
  default boolean isSettled() {
    return switch (this) {
      case Queued() -> false;
      case Sending _ -> false;
      case Accepted(), Refused _, Failed _, Uncertain _ -> true;
    };
  }
}
