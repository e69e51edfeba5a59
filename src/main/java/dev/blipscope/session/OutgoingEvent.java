package dev.blipscope.session;

import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.shelf.Postmarks;
import dev.blipscope.shelf.RowKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened around sending.
public sealed interface OutgoingEvent {

  // Targets

  /// The targets of last time were read.
  record TargetsRead(List<KnownTarget> targets) implements OutgoingEvent {
    public TargetsRead {
      targets = List.copyOf(targets);
    }
  }

  record TargetChosen(String name) implements OutgoingEvent {}

  /// A target was made or changed.
  ///
  /// @param was the name that it had before; none if it is new
  /// @param target what it is from now on, without a key
  /// @param key its key; none if that stays
  record TargetSaved(@Nullable String was, Target target, @Nullable WriteKey key)
      implements OutgoingEvent {}

  record TargetDeleteAsked(String name) implements OutgoingEvent {}

  record TargetTestAsked(String name) implements OutgoingEvent {}

  record TargetTested(String name, KnownTarget.Tested found) implements OutgoingEvent {}

  /// A key was put away.
  record KeyKept(String name, KnownTarget.KeyPlace place) implements OutgoingEvent {}

  /// A key was fetched.
  ///
  /// @param key none if it is not where it should be
  record KeyFetched(String name, @Nullable WriteKey key) implements OutgoingEvent {}

  // Sending

  /// Somebody wants to send.
  ///
  /// @param shown whether all that the list shows, and not only what is selected
  record SendAsked(boolean shown, boolean newIds) implements OutgoingEvent {}

  /// What was typed before somebody wanted to send is part of the session by now.
  ///
  /// @param to the name of the target that was chosen then
  record SendSettled(boolean shown, boolean newIds, String to) implements OutgoingEvent {}

  /// What is to be sent was gone through.
  record SendPrepared(Ask.Send found) implements OutgoingEvent {}

  /// The question that was asked was answered with yes.
  record Agreed(Ask to) implements OutgoingEvent {}

  /// The question that was asked was answered with no, or not at all.
  record Declined(Ask to) implements OutgoingEvent {}

  /// Calls of last time are given up.
  record Discarded(Ask.Unfinished calls) implements OutgoingEvent {}

  /// Calls were on their way when the program ended last.
  record LeftOver(Ask.Unfinished calls) implements OutgoingEvent {}

  record RetryAsked(String messageId) implements OutgoingEvent {}

  record Moved(Postmarks marks, Outgoing.Totals totals, Map<String, Outgoing.Seen> seen)
      implements OutgoingEvent {
    public Moved {
      seen = Map.copyOf(seen);
    }
  }

  /// What became of the calls of a payload.
  ///
  /// @param deliveries the latest first
  record DeliveriesFound(RowKey row, List<Delivery> deliveries) implements OutgoingEvent {
    public DeliveriesFound {
      deliveries = List.copyOf(deliveries);
    }
  }

  // The sandbox

  /// Somebody wants to see the sandbox.
  record SandboxOpened() implements OutgoingEvent {}

  record SandboxCleared() implements OutgoingEvent {}

  /// Somebody wants to see how a set-up copes.
  ///
  /// @param faults what the sandbox is to do wrong, in the words of `--fault`; empty for nothing
  record FaultsChosen(String faults) implements OutgoingEvent {}

  record SandboxMoved(SandboxNews news) implements OutgoingEvent {}
}
