package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.sandbox.Sandbox;
import dev.blipscope.sandbox.SandboxSettings;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Postmark;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Ask;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.KnownTarget.KeyPlace;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sending, without a window: targets, the sandbox, the outbox, and what is told of all that.
class SendingTest {

  private static final String KEY = "k3yOfNobody0000000000000000Marker";

  private static final String MESSAGE =
      "{\"type\":\"text/plain\",\"content\":\"Oi\",\"id\":\"1\",\"from\":\"ana@0mn.io\","
          + "\"to\":\"b@msging.net\",\"metadata\":"
          + "{\"#envelope.storageDate\":\"2025-01-08T16:35:14Z\"}}";

  @TempDir Path folder;

  private Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private static Event sending(OutgoingEvent what) {
    return new Event.OfSending(what);
  }

  private void tell(OutgoingEvent what) {
    stage.tell(sending(what));
  }

  private Session paste(String... payloads) throws InterruptedException {
    stage.tell(new Event.TextPasted(String.join("\n", payloads)));
    return stage.until(
        now ->
            now.listing().rows().size() == payloads.length
                && now.listing().isSettled()
                && now.desk() != null);
  }

  private void send(boolean shown, boolean newIds) {
    tell(new OutgoingEvent.SendAsked(shown, newIds));
  }

  private Session untilAccepted(int calls) throws InterruptedException {
    return stage.until(
        now -> now.outgoing().totals().accepted() == calls && !now.outgoing().totals().isBusy());
  }

  @Test
  void what_is_sent_to_the_sandbox_is_accepted_and_kept_and_the_second_time_a_duplicate()
      throws Exception {
    var row = Objects.requireNonNull(paste(MESSAGE).desk()).row();

    send(false, false);
    untilAccepted(1);
    var sent =
        stage.until(now -> now.outgoing().open().stream().anyMatch(it -> !it.ledger().isEmpty()));
    var delivery = sent.outgoing().open().getFirst();
    assertEquals(Postmark.ACCEPTED, sent.outgoing().marks().of(row));
    assertInstanceOf(CallState.Accepted.class, delivery.state());
    assertEquals(1, delivery.tries().size());
    assertTrue(delivery.tries().getFirst().request().contains("\"Message Received\""));
    assertFalse(
        delivery.tries().getFirst().request().contains(WriteKey.SANDBOX.reveal()),
        "the key is dots");
    assertTrue(delivery.ledger().getFirst().kept());
    assertEquals(1, Objects.requireNonNull(sent.outgoing().seen().get("sandbox")).tracks());

    send(false, false);
    untilAccepted(2);
    var again =
        stage.until(now -> now.outgoing().open().stream().anyMatch(it -> it.ledger().size() == 2));
    assertEquals("notice.sent-again", Objects.requireNonNull(again.notice()).key());
    assertEquals(1, again.outgoing().open().getFirst().ledger().get(1).duplicateOf());
  }

  @Test
  void what_is_sent_with_a_new_id_is_another_call() throws Exception {
    paste(MESSAGE);
    send(false, false);
    untilAccepted(1);
    String first =
        stage
            .until(now -> !now.outgoing().open().isEmpty())
            .outgoing()
            .open()
            .getFirst()
            .messageId();

    send(false, true);
    untilAccepted(2);
    var anew =
        stage.until(
            now ->
                now.outgoing().open().stream()
                    .anyMatch(it -> !it.messageId().equals(first) && !it.ledger().isEmpty()));
    assertTrue(anew.outgoing().open().getFirst().ledger().getFirst().kept());
  }

  @Test
  void all_that_the_list_shows_is_sent_and_the_list_can_show_what_was() throws Exception {
    paste(MESSAGE, MESSAGE.replace("\"1\"", "\"2\""), "{\"nothing\":1}");

    send(true, false);
    untilAccepted(2);
    stage.tell(new Event.Filtered(Filter.ALL.withPostmarks(Set.of(Postmark.NONE))));
    stage.until(now -> now.listing().isSettled() && now.listing().rows().size() == 1);
  }

  @Test
  void what_was_typed_just_before_is_what_is_sent() throws Exception {
    var desk = Objects.requireNonNull(paste(MESSAGE).desk());
    stage.tell(
        new Event.TextEdited(
            desk.showing(), () -> MESSAGE.replace("Oi", "typed at the last moment")));
    send(false, false);
    stage.until(now -> wasSent(now, "typed at the last moment"));
  }

  /// Whether the request of the first try had this in it.
  private static boolean wasSent(Session now, String piece) {
    return now.outgoing().open().stream()
        .flatMap(delivery -> delivery.tries().stream())
        .anyMatch(one -> one.request().contains(piece));
  }

  @Test
  void while_somebody_presents_the_real_payload_is_sent() throws Exception {
    paste(MESSAGE);
    stage.tell(new Event.SettingsChanged(now -> now.presenting(true)));
    stage.until(now -> now.desk() != null && now.desk().covered());
    send(false, false);
    stage.until(now -> wasSent(now, "ana@0mn.io"));
  }

  @Test
  void a_call_that_cannot_be_sent_is_refused_with_its_reason() throws Exception {
    var row = Objects.requireNonNull(paste(MESSAGE.replace("Oi", "\\ud800")).desk()).row();
    send(false, false);
    stage.until(now -> now.outgoing().marks().of(row) == Postmark.REFUSED);
  }

  @Test
  void another_target_is_asked_for_and_gets_nothing_before() throws Exception {
    try (var away =
        Sandbox.start(SandboxSettings.onPort(0), Runnable::run, InstantSource.system())) {
      away.know(WriteKey.of(KEY));
      var before = paste(MESSAGE);
      String sandboxId = id(before);
      var target = new Target("away", away.address().toString(), WriteKey.NONE);
      tell(new OutgoingEvent.TargetSaved(null, target, WriteKey.of(KEY)));
      tell(new OutgoingEvent.TargetChosen("away"));
      stage.until(
          now ->
              now.target().name().equals("away")
                  && now.desk() != null
                  && !id(now).equals(sandboxId));

      send(false, false);
      var asked = stage.until(now -> now.outgoing().ask() != null);
      var ask = assertInstanceOf(Ask.Send.class, asked.outgoing().ask());
      assertEquals(1, ask.calls());
      tell(new OutgoingEvent.Declined(ask));
      stage.until(now -> now.outgoing().ask() == null);
      assertEquals(0, away.ledger().totals().requests());

      send(false, false);
      var again = stage.until(now -> now.outgoing().ask() != null);
      tell(new OutgoingEvent.Agreed(Objects.requireNonNull(again.outgoing().ask())));
      untilAccepted(1);
      assertEquals(1, away.ledger().totals().kept());
      assertNotEquals(0, again.outgoing().own().size());
    }
  }

  private static String id(Session now) {
    var explained = Objects.requireNonNull(now.desk()).reading().explained();
    var call = Objects.requireNonNull(Objects.requireNonNull(explained).inspection().call());
    return call.text(
        call.member(dev.blipscope.json.Doc.ROOT, dev.blipscope.json.Name.of("messageId")));
  }

  @Test
  void nobody_there_is_a_failure_that_can_be_tried_again() throws Exception {
    var gone = Sandbox.start(SandboxSettings.onPort(0), Runnable::run, InstantSource.system());
    var address = gone.address().toString();
    gone.close();
    paste(MESSAGE);
    tell(
        new OutgoingEvent.TargetSaved(
            null, new Target("gone", address, WriteKey.NONE), WriteKey.of(KEY)));
    tell(new OutgoingEvent.TargetTestAsked("gone"));
    var tested =
        stage.until(
            now ->
                now.outgoing()
                    .named("gone")
                    .filter(it -> it.tested() instanceof KnownTarget.Tested.NotReached)
                    .isPresent());
    assertEquals(KeyPlace.SESSION, tested.outgoing().named("gone").orElseThrow().keyPlace());
    tell(new OutgoingEvent.TargetChosen("gone"));
    send(false, false);
    var asked = stage.until(now -> now.outgoing().ask() != null);
    tell(new OutgoingEvent.Agreed(Objects.requireNonNull(asked.outgoing().ask())));

    var waiting =
        stage.until(
            now -> now.outgoing().open().stream().anyMatch(delivery -> delivery.next() != null));
    assertFalse(waiting.outgoing().open().getFirst().tries().isEmpty());
    stage.until(now -> !now.jobs().isEmpty());
    stage.tell(
        new Event.JobCancelled(stage.until(now -> !now.jobs().isEmpty()).jobs().getFirst().id()));
    stage.until(now -> now.outgoing().totals().failed() == 1);

    String id = waiting.outgoing().open().getFirst().messageId();
    var elsewhere = new Target("gone", "http://127.0.0.1:9", WriteKey.NONE);
    tell(new OutgoingEvent.TargetSaved("gone", elsewhere, null));
    tell(new OutgoingEvent.RetryAsked(id));
    var refused =
        stage.until(now -> now.notice() != null && now.notice().key().equals("notice.target-gone"));
    assertNull(refused.outgoing().ask(), "what failed at one host does not go to another one");
  }

  @Test
  void the_sandbox_answers_a_test_with_a_real_call() throws Exception {
    tell(new OutgoingEvent.TargetTestAsked(Target.SANDBOX.name()));
    stage.until(
        now ->
            now.outgoing().inUse().tested() instanceof KnownTarget.Tested.Reached reached
                && reached.called());
    stage.until(now -> now.outgoing().sandbox().calls() == 1);
  }

  @Test
  void a_fault_of_the_sandbox_is_seen_and_survived() throws Exception {
    paste(MESSAGE);
    tell(new OutgoingEvent.FaultsChosen("500:1"));
    stage.until(now -> now.outgoing().sandbox().faults().equals("500:1"));
    send(false, false);
    untilAccepted(1);
    var sent =
        stage.until(now -> now.outgoing().open().stream().anyMatch(it -> it.tries().size() == 2));
    assertEquals(500, sent.outgoing().open().getFirst().tries().getFirst().status());
    stage.until(now -> now.outgoing().sandbox().faults().isEmpty());
    tell(new OutgoingEvent.SandboxCleared());
    stage.until(now -> now.outgoing().sandbox().lines().isEmpty());
  }

  // From one start to the next

  private Stage started() throws InterruptedException {
    return new Stage(
            new Folders(folder.resolve("config"), folder.resolve("state")), InstantSource.system())
        .beginSending();
  }

  @Test
  void targets_are_there_again_without_their_keys_and_no_file_has_a_key() throws Exception {
    stage.close();
    stage = started();
    var target = new Target("mine", "https://api.segment.io", WriteKey.NONE);
    tell(new OutgoingEvent.TargetSaved(null, target, WriteKey.of(KEY)));
    stage.until(
        now ->
            now.outgoing()
                .named("mine")
                .filter(it -> it.keyPlace() == KeyPlace.SESSION)
                .isPresent());
    stage.close();

    stage = started();
    var again = stage.until(now -> now.outgoing().named("mine").isPresent());
    assertEquals(KeyPlace.MISSING, again.outgoing().named("mine").orElseThrow().keyPlace());
    assertTrue(again.target().isSandbox());
    tell(new OutgoingEvent.TargetChosen("mine"));
    var missed = stage.until(now -> now.notice() != null);
    assertEquals("notice.key-missing", Objects.requireNonNull(missed.notice()).key());
    assertTrue(missed.target().isSandbox());
    assertEquals(List.of(), filesWith(KEY));
  }

  @Test
  void the_test_of_a_target_whose_key_is_gone_ends() throws Exception {
    stage.close();
    stage = started();
    var target = new Target("mine", "http://127.0.0.1:9", WriteKey.NONE);
    tell(new OutgoingEvent.TargetSaved(null, target, null));
    stage.until(now -> now.outgoing().named("mine").isPresent());
    tell(new OutgoingEvent.TargetTestAsked("mine"));
    var tested =
        stage.until(
            now ->
                now.outgoing()
                    .named("mine")
                    .filter(it -> it.tested() instanceof KnownTarget.Tested.NotReached)
                    .isPresent());
    assertEquals(
        new KnownTarget.Tested.NotReached(CallState.Why.of(CallState.Reason.BAD_KEY)),
        tested.outgoing().named("mine").orElseThrow().tested());
  }

  private List<Path> filesWith(String text) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(
              file -> {
                try {
                  return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                      .contains(text);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .toList();
    }
  }

  @Test
  void what_was_on_its_way_at_the_end_is_asked_about_and_sent_on_with_the_same_ids()
      throws Exception {
    stage.close();
    stage = started();
    paste(MESSAGE);
    tell(new OutgoingEvent.FaultsChosen("500:always"));
    stage.until(now -> now.outgoing().sandbox().faults().equals("500:always"));
    send(false, false);
    var before =
        stage.until(now -> now.outgoing().open().stream().anyMatch(it -> !it.tries().isEmpty()));
    String id = before.outgoing().open().getFirst().messageId();
    stage.close();

    stage = started();
    var left = stage.until(now -> now.outgoing().ask() != null);
    var ask = assertInstanceOf(Ask.Unfinished.class, left.outgoing().ask());
    assertEquals(1, ask.calls());
    tell(new OutgoingEvent.Agreed(ask));
    var kept = stage.until(now -> now.outgoing().sandbox().kept() == 1);
    assertEquals(id, kept.outgoing().sandbox().lines().getFirst().messageId());
    untilAccepted(1);
  }

  @Test
  void what_is_left_can_be_discarded() throws Exception {
    stage.close();
    stage = started();
    paste(MESSAGE);
    tell(new OutgoingEvent.FaultsChosen("500:always"));
    send(false, false);
    stage.until(now -> now.outgoing().open().stream().anyMatch(it -> !it.tries().isEmpty()));
    stage.close();

    stage = started();
    var left = stage.until(now -> now.outgoing().ask() != null);
    tell(
        new OutgoingEvent.Discarded(assertInstanceOf(Ask.Unfinished.class, left.outgoing().ask())));
    stage.until(now -> now.outgoing().ask() == null);
    stage.close();
    stage = started();
    stage.tell(new Event.TextPasted(MESSAGE));
    assertNull(stage.until(now -> now.desk() != null).outgoing().ask());
  }

  @Test
  void erasing_the_session_takes_away_what_was_sent() throws Exception {
    stage.close();
    stage = started();
    paste(MESSAGE.replace("Oi", "only for you"));
    send(false, false);
    untilAccepted(1);
    assertFalse(filesWith("only for you").isEmpty());
    stage.tell(new Event.EraseAsked());
    stage.until(now -> now.deck().size() == 0 && now.outgoing().totals().accepted() == 0);
    stage.close();
    assertEquals(List.of(), filesWith("only for you"));
  }
}
