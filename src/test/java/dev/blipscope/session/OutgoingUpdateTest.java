package dev.blipscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Code;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import dev.blipscope.segment.Postmark;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.KnownTarget.KeyPlace;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Postmarks;
import dev.blipscope.shelf.RowKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What events around sending lead to. Above all: what does not leave.
class OutgoingUpdateTest {

  private static final WriteKey KEY = WriteKey.of("abcdefghijklmnopqrstuvwxyz012345");
  private static final Target US = new Target("mine", "https://api.segment.io", WriteKey.NONE);

  private Session session = Session.first(Settings.USUAL);
  private List<OutgoingEffect> effects = List.of();

  private OutgoingUpdateTest play(OutgoingEvent event) {
    var step = Update.next(session, new Event.OfSending(event));
    session = step.session();
    effects =
        step.effects().stream()
            .filter(Effect.ForSending.class::isInstance)
            .map(Effect.ForSending.class::cast)
            .map(Effect.ForSending::what)
            .toList();
    return this;
  }

  private void make(Target target) {
    play(new OutgoingEvent.TargetSaved(null, target, KEY));
    play(new OutgoingEvent.KeyKept(target.name(), KeyPlace.SESSION));
  }

  private void choose(Target target) {
    make(target);
    play(new OutgoingEvent.TargetChosen(target.name()));
  }

  private Ask.Send found(int calls) {
    return new Ask.Send(
        session.outgoing().orders(),
        session.outgoing().inUse(),
        false,
        calls,
        Map.of(Code.SEGMENT_SIZE, 1),
        0,
        3,
        0);
  }

  private Ask ask() {
    return Objects.requireNonNull(session.outgoing().ask());
  }

  // Targets

  @Test
  void a_new_target_is_kept_and_its_key_put_away() {
    play(new OutgoingEvent.TargetSaved(null, US, KEY));
    var known = session.outgoing().named("mine").orElseThrow();
    assertEquals(KEY, known.target().writeKey());
    assertTrue(known.isRemote());
    assertInstanceOf(OutgoingEffect.KeepTargets.class, effects.getFirst());
    assertEquals(new OutgoingEffect.KeepKey("mine", KEY), effects.getLast());
    assertTrue(session.target().isSandbox(), "who makes a target has not chosen it");

    play(new OutgoingEvent.KeyKept("mine", KeyPlace.KEYCHAIN));
    assertEquals(KeyPlace.KEYCHAIN, session.outgoing().own().getFirst().keyPlace());
    assertInstanceOf(OutgoingEffect.KeepTargets.class, effects.getFirst());
  }

  @Test
  void a_wrong_endpoint_or_a_name_that_is_taken_makes_no_target() {
    play(new OutgoingEvent.TargetSaved(null, new Target("a", "api.segment.io", KEY), KEY));
    play(new OutgoingEvent.TargetSaved(null, new Target("sandbox", US.endpoint(), KEY), KEY));
    make(US);
    play(new OutgoingEvent.TargetSaved(null, US, KEY));
    assertEquals(1, session.outgoing().own().size());
  }

  @Test
  void a_host_that_nobody_knows_is_kept_after_a_yes_only() {
    var odd = new Target("odd", "https://events.example", WriteKey.NONE);
    play(new OutgoingEvent.TargetSaved(null, odd, KEY));
    assertEquals(List.of(), effects);
    play(new OutgoingEvent.Declined(ask()));
    assertEquals(List.of(), session.outgoing().own());

    play(new OutgoingEvent.TargetSaved(null, odd, KEY));
    play(new OutgoingEvent.Agreed(ask()));
    assertEquals(1, session.outgoing().own().size());
    // Another name for it is no other host.
    play(
        new OutgoingEvent.TargetSaved(
            "odd", new Target("renamed", odd.endpoint(), WriteKey.NONE), null));
    assertNull(session.outgoing().ask());
    assertEquals(KEY, session.outgoing().named("renamed").orElseThrow().target().writeKey());
    assertTrue(effects.contains(new OutgoingEffect.ForgetKey("odd")));
    assertTrue(effects.contains(new OutgoingEffect.KeepKey("renamed", KEY)));
  }

  @Test
  void a_target_without_its_key_is_chosen_when_the_key_is_there() {
    play(new OutgoingEvent.TargetsRead(List.of(new KnownTarget(US, KeyPlace.KEYCHAIN, null))));
    play(new OutgoingEvent.TargetChosen("mine"));
    assertTrue(session.target().isSandbox());
    assertEquals(List.of(new OutgoingEffect.FetchKey("mine")), effects);

    play(new OutgoingEvent.KeyFetched("mine", KEY));
    assertEquals(KEY, session.target().writeKey());
  }

  @Test
  void a_key_that_is_gone_is_told_and_the_target_is_not_chosen() {
    play(new OutgoingEvent.TargetsRead(List.of(new KnownTarget(US, KeyPlace.KEYCHAIN, null))));
    play(new OutgoingEvent.TargetChosen("mine"));
    play(new OutgoingEvent.KeyFetched("mine", null));
    assertTrue(session.target().isSandbox());
    assertEquals("notice.key-missing", Objects.requireNonNull(session.notice()).key());
    assertEquals(KeyPlace.MISSING, session.outgoing().own().getFirst().keyPlace());
  }

  @Test
  void targets_of_last_time_leave_those_that_were_made_meanwhile() {
    make(US);
    play(
        new OutgoingEvent.TargetsRead(
            List.of(
                new KnownTarget(US, KeyPlace.MISSING, null),
                new KnownTarget(
                    new Target("eu", "https://events.eu1.segmentapis.com", WriteKey.NONE),
                    KeyPlace.MISSING,
                    null))));
    assertEquals(2, session.outgoing().own().size());
    assertEquals(KEY, session.outgoing().named("mine").orElseThrow().target().writeKey());
  }

  @Test
  void a_deleted_target_is_gone_with_its_key_and_the_sandbox_is_in_use() {
    choose(US);
    play(new OutgoingEvent.TargetDeleteAsked("mine"));
    assertEquals(1, session.outgoing().own().size());
    play(new OutgoingEvent.Agreed(ask()));
    assertEquals(List.of(), session.outgoing().own());
    assertTrue(session.target().isSandbox());
    assertTrue(effects.contains(new OutgoingEffect.ForgetKey("mine")));
    play(new OutgoingEvent.TargetDeleteAsked("sandbox"));
    assertNull(session.outgoing().ask());
  }

  @Test
  void a_test_of_another_machine_is_asked_for_first() {
    make(US);
    play(new OutgoingEvent.TargetTestAsked("mine"));
    assertEquals(List.of(), effects);
    play(new OutgoingEvent.Agreed(ask()));
    assertInstanceOf(OutgoingEffect.Test.class, effects.getFirst());
    var found = new KnownTarget.Tested.NotReached(Why.of(Reason.TLS, "api.segment.io"));
    play(new OutgoingEvent.TargetTested("mine", found));
    assertEquals(found, session.outgoing().own().getFirst().tested());

    play(new OutgoingEvent.TargetTestAsked("sandbox"));
    assertEquals(List.of(new OutgoingEffect.Test(Target.SANDBOX)), effects);
    play(
        new OutgoingEvent.TargetTested(
            "sandbox", new KnownTarget.Tested.Reached(Duration.ofMillis(3), true)));
    assertTrue(session.outgoing().inUse().isSandbox());
  }

  // Sending

  @Test
  void what_is_sent_to_the_sandbox_is_sent_at_once() {
    play(new OutgoingEvent.SendAsked(true, false));
    assertEquals(List.of(new OutgoingEffect.Settle(true, false, "sandbox")), effects);
    play(new OutgoingEvent.SendSettled(true, false, session.outgoing().chosen()));
    assertEquals(List.of(new OutgoingEffect.Prepare(1, true, false)), effects);
    play(new OutgoingEvent.SendPrepared(found(2)));
    assertEquals(List.of(new OutgoingEffect.Send(1)), effects);
  }

  @Test
  void what_is_sent_elsewhere_is_sent_after_a_yes_only() {
    choose(US);
    play(new OutgoingEvent.SendSettled(false, false, session.outgoing().chosen()));
    play(new OutgoingEvent.SendPrepared(found(2)));
    assertEquals(List.of(), effects);
    var first = ask();
    play(new OutgoingEvent.Declined(first));
    assertEquals(List.of(new OutgoingEffect.DropPrepared(1)), effects);
    play(new OutgoingEvent.Agreed(first));
    assertEquals(List.of(), effects, "a question that is gone cannot be agreed to");

    play(new OutgoingEvent.SendSettled(false, false, session.outgoing().chosen()));
    play(new OutgoingEvent.SendPrepared(found(2)));
    play(new OutgoingEvent.Agreed(ask()));
    assertEquals(List.of(new OutgoingEffect.Send(2)), effects);
  }

  @Test
  void an_order_that_was_overtaken_or_is_empty_is_dropped() {
    play(new OutgoingEvent.SendSettled(false, false, session.outgoing().chosen()));
    var late = found(1);
    play(new OutgoingEvent.SendSettled(false, false, session.outgoing().chosen()));
    play(new OutgoingEvent.SendPrepared(late));
    assertEquals(List.of(new OutgoingEffect.DropPrepared(1)), effects);
    play(
        new OutgoingEvent.SendPrepared(
            new Ask.Send(2, session.outgoing().inUse(), false, 0, Map.of(), 3, 0, 0)));
    assertEquals("notice.send-nothing", Objects.requireNonNull(session.notice()).key());
  }

  @Test
  void a_retry_is_an_order_as_any_other() {
    choose(US);
    play(new OutgoingEvent.RetryAsked("blip-1"));
    assertEquals(List.of(new OutgoingEffect.Retry(1, "blip-1")), effects);
    play(new OutgoingEvent.SendPrepared(found(1)));
    assertInstanceOf(Ask.Send.class, ask());
  }

  @Test
  void calls_of_last_time_wait_for_an_answer() {
    var left = new Ask.Unfinished(3, Map.of("api.segment.io", 3));
    play(new OutgoingEvent.LeftOver(left));
    assertEquals(List.of(), effects);
    play(new OutgoingEvent.Declined(left));
    assertEquals(List.of(), effects);
    play(new OutgoingEvent.LeftOver(left));
    play(new OutgoingEvent.Agreed(left));
    assertEquals(List.of(new OutgoingEffect.Resume()), effects);
    play(new OutgoingEvent.LeftOver(left));
    play(new OutgoingEvent.Discarded(left));
    assertEquals(List.of(new OutgoingEffect.Discard()), effects);
    assertNull(session.outgoing().ask());
  }

  @Test
  void a_question_is_never_changed_for_another_one_under_the_pointer() {
    choose(US);
    play(new OutgoingEvent.SendSettled(false, false, session.outgoing().chosen()));
    play(new OutgoingEvent.TargetDeleteAsked(US.name()));
    var open = ask();
    play(new OutgoingEvent.SendPrepared(found(2)));
    assertEquals(List.of(new OutgoingEffect.DropPrepared(1)), effects);
    play(new OutgoingEvent.LeftOver(new Ask.Unfinished(3, Map.of())));
    play(new OutgoingEvent.SendAsked(true, false));
    assertEquals(List.of(), effects);
    assertEquals(open, ask());

    play(new OutgoingEvent.Declined(open));
    assertEquals(new Ask.Unfinished(3, Map.of()), ask());
    play(new OutgoingEvent.Declined(ask()));
    assertNull(session.outgoing().ask());
  }

  @Test
  void who_chooses_another_target_before_it_is_sent_sends_nothing() {
    choose(US);
    play(new OutgoingEvent.SendSettled(true, false, "sandbox"));
    assertEquals(List.of(), effects);
    assertEquals("notice.send-elsewhere", Objects.requireNonNull(session.notice()).key());
  }

  @Test
  void the_sandbox_is_never_replaced() {
    play(
        new OutgoingEvent.TargetSaved(
            "sandbox", new Target("sandbox", US.endpoint(), WriteKey.NONE), KEY));
    play(
        new OutgoingEvent.TargetSaved(
            null, new Target("SANDBOX", US.endpoint(), WriteKey.NONE), KEY));
    assertEquals(List.of(KnownTarget.SANDBOX), session.outgoing().targets());
  }

  @Test
  void a_key_that_was_given_meanwhile_counts_and_not_the_fetched_one() {
    make(US);
    play(new OutgoingEvent.KeyFetched(US.name(), WriteKey.of("old")));
    assertEquals(KEY, session.outgoing().named(US.name()).orElseThrow().target().writeKey());
  }

  @Test
  void what_is_gone_through_while_all_is_erased_is_not_sent() {
    play(new OutgoingEvent.SendSettled(true, false, "sandbox"));
    var late = found(2);
    session = Update.next(session, new Event.EraseAsked()).session();
    play(new OutgoingEvent.SendPrepared(late));
    assertEquals(List.of(new OutgoingEffect.DropPrepared(1)), effects);
  }

  @Test
  void the_list_follows_when_all_are_at_rest_or_it_shows_by_state() {
    var marks = new Postmarks.Sheet().put(new RowKey(1, 0), Postmark.SENDING).taken();
    var busy = new Outgoing.Totals(0, 1, 0, 0, 0, 0);
    long before = session.listing().version();
    play(new OutgoingEvent.Moved(marks, busy, Map.of()));
    assertEquals(before, session.listing().version());
    assertEquals(Postmark.SENDING, session.outgoing().marks().of(new RowKey(1, 0)));
    play(new OutgoingEvent.Moved(marks, Outgoing.Totals.NONE, Map.of()));
    assertEquals(before + 1, session.listing().version());

    session =
        Update.next(session, new Event.Filtered(Filter.ALL.withPostmarks(Set.of(Postmark.SENDING))))
            .session();
    long filtered = session.listing().version();
    play(new OutgoingEvent.Moved(marks, busy, Map.of()));
    assertEquals(filtered + 1, session.listing().version());
  }

  @Test
  void what_became_of_another_payload_is_not_shown() {
    play(new OutgoingEvent.DeliveriesFound(new RowKey(1, 0), List.of()));
    assertEquals(List.of(), session.outgoing().open());
  }

  @Test
  void the_sandbox_does_what_is_wanted_and_tells_its_news() {
    play(new OutgoingEvent.SandboxOpened());
    assertEquals(List.of(new OutgoingEffect.WakeSandbox()), effects);
    play(new OutgoingEvent.FaultsChosen("500:1"));
    assertEquals(List.of(new OutgoingEffect.SetFaults("500:1")), effects);
    play(new OutgoingEvent.SandboxCleared());
    assertEquals(List.of(new OutgoingEffect.ClearSandbox()), effects);
    var news = new SandboxNews("http://127.0.0.1:1", List.of(), 5, 3, 1, "");
    play(new OutgoingEvent.SandboxMoved(news));
    assertEquals(1, session.outgoing().sandbox().dropped());
  }

  @Test
  void erasing_forgets_what_was_sent_and_keeps_the_targets() {
    choose(US);
    var marks = new Postmarks.Sheet().put(new RowKey(1, 0), Postmark.ACCEPTED).taken();
    play(
        new OutgoingEvent.Moved(
            marks, new Outgoing.Totals(0, 0, 1, 0, 0, 0), Map.of("mine", Outgoing.Seen.NOTHING)));
    session = Update.next(session, new Event.EraseAsked()).session();
    assertEquals(Postmark.NONE, session.outgoing().marks().of(new RowKey(1, 0)));
    assertEquals(Outgoing.Totals.NONE, session.outgoing().totals());
    assertEquals("mine", session.target().name());
  }

  @Test
  void a_key_is_printed_nowhere() {
    choose(US);
    assertTrue(!session.toString().contains(KEY.reveal()));
  }
}
