package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Code;
import dev.blipscope.segment.Attempt;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import dev.blipscope.segment.Postmark;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Ask;
import dev.blipscope.session.Delivery;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.LedgerLine;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Settings;
import dev.blipscope.shelf.RowKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the sheets and the tab about sending say, without a screen.
class SendModelsTest {

  private static final String KEY = "abcdefghijklmnopqrstuvwxyz012345";
  private static final Words WORDS = Words.in(Locale.ENGLISH);

  private final PlayedDesk played = new PlayedDesk();

  private void tell(OutgoingEvent what) {
    played.tell(new Event.OfSending(what));
  }

  private OutgoingEvent last() {
    return assertInstanceOf(Event.OfSending.class, played.told().getLast()).what();
  }

  // Targets

  private TargetsViewModel targets() {
    var model = new TargetsViewModel(played.session(), played::tell, WORDS);
    model.show();
    return model;
  }

  @Test
  void the_form_says_what_is_missing_until_it_can_be_kept() {
    var model = targets();
    assertEquals("A name is missing.", model.getMissing());
    assertEquals("", model.getProblem(), "nobody did anything wrong yet");
    assertFalse(model.isGood());
    model.nameProperty().set("sandbox");
    assertEquals("Another target has this name.", model.getProblem());
    assertEquals("", model.getMissing());
    assertFalse(model.isGood());
    model.nameProperty().set("Mine");
    assertEquals("The write key is missing.", model.getMissing());
    model.region().set(TargetsViewModel.Region.OWN);
    assertTrue(model.getMissing().startsWith("An address is missing"));
    model.region().set(TargetsViewModel.Region.US);
    model.keyProperty().set("a b");
    assertTrue(model.getProblem().contains("cannot stand in a request"));
    model.keyProperty().set("short");
    assertTrue(model.isGood());
    assertTrue(model.getAdvice().contains("32 letters"));
    model.keyProperty().set(KEY);
    assertEquals("", model.getAdvice());

    model.save();
    var saved = (OutgoingEvent.TargetSaved) last();
    assertEquals(
        new OutgoingEvent.TargetSaved(
            null, new Target("Mine", "https://api.segment.io", WriteKey.NONE), WriteKey.of(KEY)),
        saved);
    assertEquals("", model.keyProperty().get(), "a key is never shown again");
  }

  @Test
  void what_was_typed_stays_when_the_question_about_an_unknown_host_is_declined() {
    var model = targets();
    model.nameProperty().set("Mine");
    model.region().set(TargetsViewModel.Region.OWN);
    model.endpointProperty().set("https://events.example");
    model.keyProperty().set(KEY);

    model.save();
    var asked = Objects.requireNonNull(played.session().get().outgoing().ask());
    assertEquals(KEY, model.keyProperty().get());
    tell(new OutgoingEvent.Declined(asked));
    assertEquals(KEY, model.keyProperty().get());
    assertEquals("Mine", model.nameProperty().get());
    assertTrue(model.isGood());

    model.save();
    tell(new OutgoingEvent.Agreed(Objects.requireNonNull(played.session().get().outgoing().ask())));
    assertEquals("", model.keyProperty().get(), "a key is never shown again");
    assertEquals(
        WriteKey.of(KEY),
        played.session().get().outgoing().named("Mine").orElseThrow().target().writeKey());
  }

  @Test
  void an_address_that_is_wrong_comes_with_the_one_that_was_meant() {
    var model = targets();
    model.nameProperty().set("Mine");
    model.region().set(TargetsViewModel.Region.OWN);
    model.keyProperty().set(KEY);
    model.endpointProperty().set("http://events.example/v1");
    assertTrue(model.getProblem().contains("everybody on the way"));
    assertEquals("Take https://events.example", model.getSuggestion());
    model.takeSuggestion();
    assertTrue(model.isGood());
    assertEquals("", model.getSuggestion());
  }

  @Test
  void a_target_is_edited_without_its_key() {
    var model = targets();
    tell(
        new OutgoingEvent.TargetSaved(
            null, new Target("Mine", "http://127.0.0.1:9", WriteKey.NONE), WriteKey.of(KEY)));
    model.edit("Mine");
    assertEquals("http://127.0.0.1:9", model.endpointProperty().get());
    assertEquals("", model.keyProperty().get());
    assertTrue(model.isGood(), "the key that is there stays");
    model.test();
    assertEquals(new OutgoingEvent.TargetTestAsked("Mine"), last());
    tell(
        new OutgoingEvent.TargetTested(
            "Mine",
            new KnownTarget.Tested.NotReached(Why.of(Reason.REFUSED_CONNECTION, "127.0.0.1"))));
    assertTrue(model.getTested().contains("Nobody listens there"));
    model.choose("Mine");
    assertEquals(new OutgoingEvent.TargetChosen("Mine"), last());
    model.delete();
    assertEquals(new OutgoingEvent.TargetDeleteAsked("Mine"), last());
  }

  // Asking

  @Test
  void a_question_names_target_host_calls_and_personal_fields() {
    var model = new AskViewModel(played.session(), played::tell, WORDS);
    assertFalse(model.openProperty().getValue());
    tell(
        new OutgoingEvent.TargetSaved(
            null, new Target("Mine", "https://api.segment.io", WriteKey.NONE), WriteKey.of("k")));
    tell(new OutgoingEvent.TargetChosen("Mine"));
    tell(new OutgoingEvent.SendSettled(false, false, played.session().get().outgoing().chosen()));
    var to = played.session().get().outgoing().inUse();
    tell(
        new OutgoingEvent.SendPrepared(
            new Ask.Send(1, to, false, 1200, Map.of(Code.SEGMENT_SIZE, 2), 3, 7, 5)));
    assertTrue(model.openProperty().getValue());
    var sheet = model.sheetProperty().getValue();
    assertEquals("Send 1,200 calls to Mine?", sheet.title());
    assertEquals("Cancel", sheet.no());
    String all = String.join("\n", sheet.lines());
    for (String piece :
        List.of(
            "api.segment.io: this leaves your machine",
            "7 fields",
            "2 calls cannot be sent: segment.size",
            "3 payloads become no call",
            "5 were sent before",
            "does not look like one of Segment")) {
      assertTrue(all.contains(piece), () -> piece + " in " + all);
    }
    model.no();
    assertFalse(model.openProperty().getValue());
  }

  @Test
  void what_is_left_from_last_time_has_three_answers() {
    var model = new AskViewModel(played.session(), played::tell, WORDS);
    tell(new OutgoingEvent.LeftOver(new Ask.Unfinished(2, Map.of("sandbox", 2))));
    var sheet = model.sheetProperty().getValue();
    assertEquals(
        List.of("Keep for later", "Send on", "Discard"),
        List.of(sheet.no(), sheet.yes(), sheet.other()));
    model.other();
    assertInstanceOf(OutgoingEvent.Discarded.class, last());
  }

  // Delivery

  private Delivery delivery(RowKey row, CallState state, @Nullable Duration next) {
    return new Delivery(
        row,
        "Mine",
        "127.0.0.1:9",
        "blip-other",
        state,
        List.of(
            new Attempt(
                1,
                Instant.EPOCH,
                Duration.ofMillis(12),
                2,
                "POST /v1/import/ HTTP/1.1\n\n{\"userId\":\"ana@0mn.io\",\"traits\":{\"name\":\"Ana Souza\"}}",
                500,
                "HTTP/1.1 500\n\nsorry Ana Souza",
                state)),
        next,
        List.of(
            new LedgerLine(
                4,
                Instant.EPOCH,
                true,
                "identify",
                "ana",
                "blip-other",
                false,
                "source_disabled",
                0,
                List.of())));
  }

  @Test
  void a_delivery_says_state_tries_and_what_comes_next() {
    var model =
        new DeliveryViewModel(played.session(), played::tell, WORDS, Cover.in(Locale.ENGLISH));
    assertTrue(model.isEmpty());
    played.openSample(CallsViewModel.FIRST_SAMPLE);
    var row = new RowKey(1, 0);
    var failed = new CallState.Failed(Why.of(Reason.SERVER, 500));
    tell(
        new OutgoingEvent.DeliveriesFound(
            row, List.of(delivery(row, failed, Duration.ofMillis(2600)))));

    var waiting = model.facesProperty().getValue().getFirst();
    assertEquals(Postmark.QUEUED, waiting.mark());
    assertEquals("Next try in 2 s", waiting.next());
    assertFalse(waiting.retry(), "it is tried again by itself");
    tell(new OutgoingEvent.DeliveriesFound(row, List.of(delivery(row, failed, null))));
    var face = model.facesProperty().getValue().getFirst();
    assertEquals(Postmark.FAILED, face.mark());
    assertEquals("to Mine · 127.0.0.1:9", face.where());
    assertTrue(face.note().contains("another id"));
    assertTrue(face.retry());
    assertTrue(face.tries().getFirst().title().contains("12 ms · 500 · failed · 2 calls"));
    assertTrue(face.tries().getFirst().request().contains("Ana Souza"));
    assertTrue(face.ledger().getFirst().contains("source_disabled"));
    model.retry(face);
    assertEquals(new OutgoingEvent.RetryAsked("blip-other"), last());
  }

  @Test
  void while_somebody_presents_tries_hold_nothing_private() {
    var model =
        new DeliveryViewModel(played.session(), played::tell, WORDS, Cover.in(Locale.ENGLISH));
    played.openSample(CallsViewModel.FIRST_SAMPLE);
    var now = played.session().get();
    played.change(now.settings().presenting(true));
    var row = new RowKey(1, 0);
    tell(
        new OutgoingEvent.DeliveriesFound(
            row, List.of(delivery(row, new CallState.Accepted(), Duration.ofSeconds(1)))));
    var one = model.facesProperty().getValue().getFirst().tries().getFirst();
    assertFalse((one.request() + one.response()).contains("Ana"), one::toString);
    assertFalse(one.request().contains("ana@"), one::toString);
  }

  // Words

  @Test
  void every_state_and_reason_has_its_words_in_both_languages() {
    for (var words : List.of(WORDS, Words.in(Locale.of("pt", "BR")))) {
      var states = new StateWords(words);
      for (var reason : Reason.values()) {
        var why = Why.of(reason, "x");
        for (var state :
            List.of(
                new CallState.Refused(why),
                new CallState.Failed(why),
                new CallState.Uncertain(why))) {
          assertTrue(states.sentence(state).contains(states.why(why)));
        }
      }
      for (var mark : Postmark.values()) {
        assertFalse(states.name(mark).isBlank());
      }
    }
  }

  @Test
  void the_foot_says_plainly_that_a_target_is_real() {
    var model = new PostViewModel(played.session(), WORDS);
    assertEquals("Target Sandbox", model.getTarget());
    tell(
        new OutgoingEvent.TargetSaved(
            null, new Target("Mine", "https://api.segment.io", WriteKey.NONE), WriteKey.of(KEY)));
    tell(new OutgoingEvent.TargetChosen("Mine"));
    assertEquals("REAL TARGET Mine · api.segment.io", model.getTarget());
    assertEquals("", model.getTotals());
    assertEquals(Settings.Theme.LIGHT, played.session().get().settings().theme());
  }

  // Installing

  @Test
  void the_installation_goes_step_by_step_and_ends_with_a_list_that_checks_itself() {
    var model = new InstallViewModel(played.session(), played::tell, WORDS);
    model.nameProperty().set(" ");
    model.next();
    assertEquals(InstallViewModel.Step.SOURCE, model.step().get());
    model.nameProperty().set("Blip Prod");
    assertTrue(model.getSchema().endsWith("blip_prod"));
    model.next();
    model.from().set(InstallViewModel.From.EU);
    assertTrue(model.getKeyHelp().contains("eu1"));
    model.next();
    model.back();
    model.next();
    model.next();
    assertEquals("The write key is missing.", model.getMissing());
    assertEquals("", model.getProblem(), "nobody did anything wrong yet");
    model.next();
    assertEquals(InstallViewModel.Step.PASTE, model.step().get());
    model.keyProperty().set(KEY);
    model.next();
    assertEquals(new OutgoingEvent.TargetChosen("Blip Prod"), last());
    assertEquals("https://events.eu1.segmentapis.com", played.session().get().target().endpoint());
    assertEquals(
        List.of(
            InstallViewModel.Mark.GREEN,
            InstallViewModel.Mark.OPEN,
            InstallViewModel.Mark.OPEN,
            InstallViewModel.Mark.OPEN),
        model.checksProperty().getValue().stream().map(InstallViewModel.Check::mark).toList());
    model.test();
    assertEquals(new OutgoingEvent.TargetTestAsked("Blip Prod"), last());
  }

  @Test
  void the_sandbox_takes_its_own_key_only() {
    var model = new InstallViewModel(played.session(), played::tell, WORDS);
    for (int step = 0; step < 3; step++) {
      model.next();
    }
    model.keyProperty().set(KEY);
    assertEquals("This is not the key of the sandbox.", model.getProblem());
    assertFalse(model.isGood());
    model.pasteSandboxKey();
    assertTrue(model.isGood());
  }
}
