package dev.blipscope.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One way in which a server, or something on the way to it, goes wrong.
public sealed interface Fault {

  /// An error for an answer.
  ///
  /// @param retryAfter how many seconds to wait, as the answer says; none if it does not say
  record Status(int status, @Nullable Integer retryAfter) implements Fault {}

  /// Another address for an answer.
  ///
  /// @param to empty for a path of the sandbox itself, where following is seen but not answered
  record Redirect(int status, String to) implements Fault {}

  /// No answer until the sandbox is stopped.
  record Hang() implements Fault {}

  /// The connection breaks in the middle of the request.
  record EarlyReset() implements Fault {}

  /// The connection breaks when the request was read, before an answer.
  record Reset() implements Fault {}

  /// The right answer, a byte at a time.
  record SlowBody(Duration pause) implements Fault {}

  /// 200 and a page, as a network that wants a login answers.
  record Html() implements Fault {}

  /// 200 and nothing.
  record Empty() implements Fault {}

  /// The right answer, but each call of the request is dropped.
  record Silent(Discard reason) implements Fault {}

  /// Whether the calls of the request are taken unless a script says otherwise.
  default boolean usuallyTakes() {
    return switch (this) {
      case Reset _, SlowBody _, Silent _ -> true;
      case Status _, Redirect _, Hang _, EarlyReset _, Html _, Empty _ -> false;
    };
  }
}
