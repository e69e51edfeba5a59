package dev.blipscope.session;

import dev.blipscope.segment.CallState.Why;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A target as the window knows it.
///
/// @param target its name, endpoint and key; the key is missing until it was needed once
/// @param keyPlace where the key is between two starts of the program
/// @param tested what the last test of it found; none if it was not tested
public record KnownTarget(Target target, KeyPlace keyPlace, @Nullable Tested tested) {

  /// Where a key is kept.
  public enum KeyPlace {
    /// The sandbox needs none.
    NOT_NEEDED,
    KEYCHAIN,
    /// In memory, until the program ends.
    SESSION,
    /// It was in memory when the program ended, or is gone from the keychain.
    MISSING
  }

  /// What a test of a target found.
  public sealed interface Tested {

    record Going() implements Tested {}

    /// It answered.
    ///
    /// @param called whether a call was sent to it, or only a connection was made
    record Reached(Duration took, boolean called) implements Tested {}

    record NotReached(Why why) implements Tested {}
  }

  static final KnownTarget SANDBOX = new KnownTarget(Target.SANDBOX, KeyPlace.NOT_NEEDED, null);

  public String name() {
    return target.name();
  }

  public boolean isSandbox() {
    return target.isSandbox();
  }

  /// Whether what is sent to it leaves this machine.
  public boolean isRemote() {
    return !isSandbox()
        && !(Endpoint.read(target.endpoint()) instanceof Endpoint.Answer.Good(var endpoint)
            && endpoint.isLoopback());
  }

  /// The machine that it is on; empty for the sandbox.
  public String host() {
    return Endpoint.read(target.endpoint()) instanceof Endpoint.Answer.Good(var endpoint)
        ? endpoint.host() + (endpoint.port() < 0 ? "" : ":" + endpoint.port())
        : "";
  }

  KnownTarget with(@Nullable Tested other) {
    return new KnownTarget(target, keyPlace, other);
  }

  KnownTarget with(WriteKey key, KeyPlace place) {
    return new KnownTarget(new Target(target.name(), target.endpoint(), key), place, tested);
  }
}
