package dev.blipscope.session;

import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.shelf.RowKey;
import java.util.List;

/// Something around sending that is to be done outside of the session.
public sealed interface OutgoingEffect {

  /// Something that is to be done in the order in which it was wanted.
  sealed interface InTurn extends OutgoingEffect {}

  /// Writes the names and endpoints of the targets, and no keys.
  record KeepTargets(List<KnownTarget> targets) implements InTurn {
    public KeepTargets {
      targets = List.copyOf(targets);
    }
  }

  record KeepKey(String name, WriteKey key) implements InTurn {}

  record FetchKey(String name) implements InTurn {}

  record ForgetKey(String name) implements InTurn {}

  record Test(Target target) implements OutgoingEffect {}

  /// Waits until what was typed is part of the session.
  ///
  /// @param to the name of the target that is chosen now
  record Settle(boolean shown, boolean newIds, String to) implements OutgoingEffect {}

  /// Goes through what is to be sent.
  record Prepare(long number, boolean shown, boolean newIds) implements OutgoingEffect {}

  /// Sends what was prepared under that number.
  record Send(long number) implements OutgoingEffect {}

  record DropPrepared(long number) implements OutgoingEffect {}

  record Retry(long number, String messageId) implements OutgoingEffect {}

  /// Goes on with the calls of last time.
  record Resume() implements OutgoingEffect {}

  record Discard() implements InTurn {}

  /// Looks what was sent before the start of the payloads that are open again.
  record Recall() implements OutgoingEffect {}

  /// What was sent of a payload was another call than the one that it is now.
  record Unmark(RowKey row) implements OutgoingEffect {}

  /// Looks what became of the calls of a payload, now and as long as it lies open.
  record Follow(RowKey row) implements InTurn {}

  record WakeSandbox() implements OutgoingEffect {}

  record ClearSandbox() implements OutgoingEffect {}

  record SetFaults(String faults) implements OutgoingEffect {}
}
