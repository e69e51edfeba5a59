package dev.blipscope.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.segment.Attempt;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a postman does with what a courier hears, and what the outbox knows of it then.
class PostmanTest {

  private static final WriteKey KEY = WriteKey.of("ThisIsTheKeyThatNobodyMaySee0001");
  private static final Target TARGET = new Target("test", "https://events.example.com", KEY);
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  private final List<Duration> waits = new ArrayList<>();
  private final List<List<String>> carried = new ArrayList<>();
  private final Map<Integer, List<CallState>> moved = new HashMap<>();
  private Outbox outbox = opened(Path.of("target", "none"));
  private Function<List<Parcel>, List<Exchange>> answers = PostmanTest::fine;
  private boolean interrupting;

  private static Outbox opened(Path folder) {
    try {
      return Outbox.open(folder, InstantSource.fixed(NOW)).orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void open() {
    outbox.close();
    outbox = opened(folder);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  private void reopen() {
    outbox.close();
    outbox = opened(folder);
  }

  private static Parcel parcel(String id) {
    return new Parcel(
        id,
        "file:1",
        "{\"type\":\"track\",\"messageId\":\"" + id + "\",\"userId\":\"u\",\"event\":\"e\"}",
        null);
  }

  private static List<Parcel> parcels(int count) {
    return IntStream.range(0, count).mapToObj(i -> parcel("id" + i)).toList();
  }

  private static Exchange said(List<Parcel> parcels, int status, String headers, String body) {
    var answer = new Exchange.Answer(status, "HTTP/1.1 " + status, headers, body, true);
    return new Exchange(
        parcels, NOW, Duration.ofMillis(5), "POST / HTTP/1.1\n", "[", "]}", answer, null);
  }

  private static Exchange fell(List<Parcel> parcels, Exchange.Trouble.Kind kind, boolean wire) {
    var trouble = new Exchange.Trouble(kind, wire);
    return new Exchange(parcels, NOW, Duration.ZERO, "", "", "", null, trouble);
  }

  private static List<Exchange> fine(List<Parcel> parcels) {
    return List.of(said(parcels, 200, "", "{\"success\":true}"));
  }

  /// The n-th request is answered by the n-th of these, all further ones by the last.
  @SafeVarargs
  private void answer(Function<List<Parcel>, Exchange>... in) {
    answers = parcels -> List.of(in[Math.min(carried.size(), in.length) - 1].apply(parcels));
  }

  private final class Scripted implements Courier {
    @Override
    public List<Exchange> carry(List<Parcel> parcels, Runnable meanwhile) {
      carried.add(parcels.stream().map(Parcel::messageId).toList());
      meanwhile.run();
      return answers.apply(parcels);
    }

    @Override
    public void cancel() {}

    @Override
    public void close() {}
  }

  private Postman postman(Pace pace, Tries tries) {
    long[] nanos = {0};
    return new Postman(
        outbox,
        (_, _) -> new Scripted(),
        pace,
        tries,
        new Postman.World(
            InstantSource.fixed(NOW),
            () -> nanos[0],
            () -> 1,
            (time, _) -> {
              waits.add(time);
              nanos[0] += time.toNanos();
              return !interrupting;
            }),
        new Postman.Listener() {
          @Override
          public void moved(Consignment consignment, int call, CallState state) {
            moved.computeIfAbsent(call, _ -> new ArrayList<>()).add(state);
          }

          @Override
          public void waits(Consignment consignment, Duration time, Why why) {}
        });
  }

  private Consignment deliver(List<Parcel> parcels) {
    return deliver(parcels, Pace.NONE, new Tries(3, Duration.ofSeconds(1), Duration.ofSeconds(9)));
  }

  private Consignment deliver(List<Parcel> parcels, Pace pace, Tries tries) {
    var consignment = outbox.post(TARGET, parcels);
    postman(pace, tries).deliver(consignment, KEY, Endpoint.US);
    return consignment;
  }

  private static List<CallState> states(Consignment consignment) {
    return IntStream.range(0, consignment.size()).mapToObj(consignment::state).toList();
  }

  private static CallState failed(Reason reason, Object... words) {
    return new CallState.Failed(Why.of(reason, words));
  }

  private static CallState uncertain(Reason reason, Object... words) {
    return new CallState.Uncertain(Why.of(reason, words));
  }

  @Test
  void all_is_well() {
    var consignment = deliver(parcels(4_203));

    assertEquals(new Tally(0, 0, 4_203, 0, 0, 0), consignment.tally());
    assertEquals(List.of(2_000, 2_000, 203), carried.stream().map(List::size).toList());
    assertEquals(List.of(new CallState.Sending(1), new CallState.Accepted()), moved.get(4_202));
    assertEquals(List.of(), waits);
  }

  @Test
  void the_outbox_knows_it_all_when_it_is_opened_again() {
    var before = deliver(parcels(3));
    reopen();
    var after = outbox.all().getFirst();

    assertEquals(states(before), states(after));
    assertEquals(before.tally(), after.tally());
    assertEquals(TARGET.endpoint(), after.endpoint());
    assertEquals("test", after.target());
    assertEquals(NOW, after.made());
    assertEquals(List.of(), outbox.unfinished());
    assertTrue(after.isSettled(0));
  }

  @Test
  void a_busy_endpoint_is_left_alone_as_long_as_it_wants() {
    answer(
        parcels -> said(parcels, 429, "Retry-After: 40", ""), parcels -> fine(parcels).getFirst());
    var consignment = deliver(parcels(2));

    assertEquals(List.of(Duration.ofSeconds(40)), waits);
    assertEquals(new Tally(0, 0, 2, 0, 0, 0), consignment.tally());
    assertEquals(2, consignment.tries(1));
    assertEquals(carried.get(0), carried.get(1));
  }

  @Test
  void waits_double_and_then_it_is_given_up() {
    answer(parcels -> said(parcels, 500, "", ""));
    var consignment = deliver(parcels(1));

    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), waits);
    assertEquals(List.of(failed(Reason.SERVER, 500)), states(consignment));
  }

  @Test
  void a_doubt_stays_until_a_call_is_accepted() {
    answer(
        parcels -> fell(parcels, Exchange.Trouble.Kind.BROKEN_OFF, true),
        parcels -> fell(parcels, Exchange.Trouble.Kind.REFUSED_CONNECTION, false));
    assertEquals(List.of(uncertain(Reason.BROKEN_OFF)), states(deliver(parcels(1))));

    carried.clear();
    answer(
        parcels -> fell(parcels, Exchange.Trouble.Kind.BROKEN_OFF, true),
        parcels -> fine(parcels).getFirst());
    assertEquals(List.of(new CallState.Accepted()), states(deliver(parcels(1))));
  }

  @Test
  void one_bad_call_does_not_doom_the_others() {
    answers =
        parcels ->
            List.of(
                parcels.stream().anyMatch(each -> each.messageId().equals("id77"))
                    ? said(parcels, 413, "", "")
                    : fine(parcels).getFirst());
    var consignment = deliver(parcels(200));

    assertEquals(new Tally(0, 0, 199, 1, 0, 0), consignment.tally());
    assertEquals(new CallState.Refused(Why.of(Reason.STATUS, 413)), consignment.state(77));
    assertTrue(carried.size() <= 17, carried.size() + " requests");
  }

  @Test
  void where_every_call_is_refused_alone_it_is_not_about_the_calls() {
    answer(parcels -> said(parcels, 400, "", ""));
    var consignment = deliver(parcels(500));

    assertEquals(new Tally(0, 0, 0, 500, 0, 0), consignment.tally());
    assertTrue(carried.size() < 60, carried.size() + " requests");
  }

  @Test
  void where_nobody_is_the_rest_is_not_tried_for_ever() {
    answer(parcels -> fell(parcels, Exchange.Trouble.Kind.REFUSED_CONNECTION, false));
    var consignment = deliver(parcels(9_000));

    assertEquals(new Tally(0, 0, 0, 0, 9_000, 0), consignment.tally());
    assertEquals(failed(Reason.REFUSED_CONNECTION), consignment.state(8_999));
    assertEquals(5, carried.size());
    assertEquals(0, consignment.tries(8_999));
  }

  @Test
  void after_a_bad_certificate_nothing_more_is_tried() {
    answer(parcels -> fell(parcels, Exchange.Trouble.Kind.TLS, false));
    var consignment = deliver(parcels(600));

    assertEquals(1, carried.size());
    assertEquals(failed(Reason.TLS), consignment.state(0));
    assertEquals(failed(Reason.TLS), consignment.state(599));
  }

  @Test
  void a_redirect_is_refused_and_a_cancelled_exchange_is_uncertain() {
    answer(
        parcels -> said(parcels, 307, "Location: https://evil.example/", ""),
        parcels -> fell(parcels, Exchange.Trouble.Kind.CANCELLED, true));
    var consignment = deliver(parcels(2_001));

    assertEquals(
        new CallState.Refused(Why.of(Reason.REDIRECT, 307, "evil.example")), consignment.state(0));
    assertEquals(uncertain(Reason.CANCELLED), consignment.state(2_000));
  }

  @Test
  void calls_that_cannot_be_sent_are_refused_and_the_others_go() {
    var odd =
        List.of(
            parcel("fine"),
            parcel("told").refused(Why.of(Reason.DOOMED)),
            new Parcel("a", "", "{\"type\":\"click\",\"userId\":\"u\"}", null),
            new Parcel("b", "", "{\"type\":\"track\",\"userId\":\"u\"}", null),
            new Parcel("c", "", "{\"type\":\"identify\",\"userId\":\"\"}", null),
            new Parcel("", "", parcel("").call(), null),
            new Parcel("d", "", "[]", null),
            new Parcel("e", "", "{\"type\":\"identify\",\"userId\":\"\\ud800\"}", null),
            new Parcel("f", "", " ".repeat(32_769), null));
    var consignment = deliver(odd);

    assertEquals(List.of(List.of("fine")), carried);
    assertEquals(new Tally(0, 0, 1, 8, 0, 0), consignment.tally());
    assertEquals(new CallState.Refused(Why.of(Reason.NOT_CARRIED, "type")), consignment.state(2));
    assertEquals(new CallState.Refused(Why.of(Reason.DOOMED, "event")), consignment.state(3));
    assertEquals(new CallState.Refused(Why.of(Reason.DOOMED, 32_769)), consignment.state(8));
    reopen();
    assertEquals(new Tally(0, 0, 1, 8, 0, 0), outbox.all().getFirst().tally());
  }

  @Test
  void a_key_that_cannot_stand_in_a_request_sends_nothing() {
    for (var key : List.of(WriteKey.NONE, WriteKey.of("a b"))) {
      var consignment = outbox.post(TARGET, parcels(2));
      postman(Pace.NONE, Tries.USUAL).deliver(consignment, key, Endpoint.US);
      assertEquals(new CallState.Refused(Why.of(Reason.BAD_KEY)), consignment.state(1));
    }
    assertEquals(List.of(), carried);
  }

  @Test
  void the_pace_is_kept() {
    deliver(parcels(2_500), Pace.USUAL, Tries.USUAL);

    var half = Duration.ofMillis(500);
    assertEquals(List.of(half, half, half, half), waits);
  }

  @Test
  void large_calls_go_in_smaller_groups() {
    var large = new ArrayList<Parcel>();
    for (int i = 0; i < 40; i++) {
      String call = parcel("id" + i).call();
      large.add(
          new Parcel(
              "id" + i, "", call.replace("}", ",\"x\":\"" + "y".repeat(30_000) + "\"}"), null));
    }
    deliver(large, Pace.USUAL, Tries.USUAL);

    assertTrue(carried.size() > 2);
    for (var each : carried) {
      assertTrue(each.size() * 30_100 < Courier.MOST_BYTES);
    }
  }

  @Test
  void who_cancels_loses_nothing() {
    var consignment = outbox.post(TARGET, parcels(2_700));
    var postman = postman(Pace.NONE, Tries.USUAL);
    answers =
        parcels -> {
          postman.cancel();
          return fine(parcels);
        };
    postman.deliver(consignment, KEY, Endpoint.US);

    assertEquals(new Tally(0, 0, 2_000, 0, 700, 0), consignment.tally());
    assertEquals(failed(Reason.CANCELLED), consignment.state(2_699));

    answers = PostmanTest::fine;
    var rest =
        outbox.parcels(consignment, call -> consignment.state(call) instanceof CallState.Failed);
    var again = outbox.post(TARGET, rest);
    postman(Pace.NONE, Tries.USUAL).deliver(again, KEY, Endpoint.US);
    assertEquals(new Tally(0, 0, 700, 0, 0, 0), again.tally());
    assertEquals("id2000", carried.get(1).getFirst());
  }

  @Test
  void an_interrupt_while_waiting_is_a_cancel() {
    interrupting = true;
    answer(parcels -> said(parcels, 500, "", ""));
    var consignment = deliver(parcels(600));

    assertEquals(1, carried.size());
    assertTrue(consignment.isSettled());
  }

  @Test
  void what_was_on_the_wire_when_the_program_ended_is_uncertain_and_can_go_on() throws IOException {
    var consignment = outbox.post(TARGET, parcels(3));
    outbox.started(consignment, NOW, List.of(0, 1));
    assertEquals(new CallState.Sending(1), outbox.story("id0").getFirst().led());
    reopen();

    var found = outbox.unfinished().getFirst();
    assertEquals(
        List.of(
            uncertain(Reason.INTERRUPTED), uncertain(Reason.INTERRUPTED), new CallState.Queued()),
        states(found));
    var story = outbox.story("id1");
    assertEquals(1, story.size());
    assertEquals(uncertain(Reason.INTERRUPTED), story.getFirst().led());

    postman(Pace.NONE, Tries.USUAL).deliver(found, KEY, Endpoint.US);
    assertEquals(List.of(List.of("id0", "id1", "id2")), carried);
    assertEquals(new Tally(0, 0, 3, 0, 0, 0), found.tally());
    assertEquals(2, outbox.story("id1").size());
  }

  @Test
  void what_is_discarded_is_no_longer_unfinished_and_a_doubt_about_it_stays() throws IOException {
    var consignment = outbox.post(TARGET, parcels(2));
    outbox.started(consignment, NOW, List.of(0));
    reopen();
    outbox.discard(outbox.unfinished().getFirst());
    reopen();

    assertEquals(List.of(), outbox.unfinished());
    assertEquals(
        List.of(uncertain(Reason.INTERRUPTED), failed(Reason.CANCELLED)),
        states(outbox.all().getFirst()));
  }

  @Test
  void what_the_disk_does_not_take_is_not_sent() throws IOException {
    var consignment = outbox.post(TARGET, parcels(3));
    outbox.close();
    postman(Pace.NONE, Tries.USUAL).deliver(consignment, KEY, Endpoint.US);
    var later = outbox.post(TARGET, parcels(2));
    assertEquals("", outbox.messageId(later, 1));
    outbox = opened(folder);

    assertEquals(List.of(), carried);
    assertEquals(failed(Reason.NOT_KEPT), consignment.state(2));
    assertEquals(List.of(failed(Reason.NOT_KEPT), failed(Reason.NOT_KEPT)), states(later));
  }

  @Test
  void what_went_out_when_the_disk_was_full_is_uncertain_and_the_rest_was_not_sent() {
    answer(
        parcels -> {
          outbox.close();
          return said(parcels, 200, "", "{\"success\":true}");
        });
    var consignment = deliver(parcels(2_001));
    outbox = opened(folder);

    assertEquals(new Tally(0, 0, 0, 0, 1, 2_000), consignment.tally());
    assertEquals(uncertain(Reason.NOT_NOTED), consignment.state(0));
    assertEquals(failed(Reason.NOT_KEPT), consignment.state(2_000));
    assertEquals(uncertain(Reason.INTERRUPTED), outbox.all().getFirst().state(0));
  }

  @Test
  void a_story_tells_each_try_with_this_call_alone() throws IOException {
    answer(
        parcels -> said(parcels, 503, "Retry-After: 7", "busy"),
        parcels -> fine(parcels).getFirst());
    deliver(parcels(2));

    assertEquals(
        List.of(
            new Attempt(
                1,
                NOW,
                Duration.ofMillis(5),
                2,
                "POST / HTTP/1.1\n\n[" + parcel("id1").call() + "]}",
                503,
                "HTTP/1.1 503\nRetry-After: 7\nbusy",
                failed(Reason.BUSY, 503)),
            new Attempt(
                2,
                NOW,
                Duration.ofMillis(5),
                2,
                "POST / HTTP/1.1\n\n[" + parcel("id1").call() + "]}",
                200,
                "HTTP/1.1 200\n\n{\"success\":true}",
                new CallState.Accepted())),
        outbox.story("id1"));
    assertEquals(List.of(), outbox.story("nobody"));
  }

  @Test
  void no_key_is_ever_on_the_disk() throws IOException {
    deliver(parcels(3));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertFalse(
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(KEY.reveal()));
      }
    }
  }

  @Test
  void what_is_settled_is_forgotten_after_a_week_and_what_is_not_is_kept() throws IOException {
    deliver(parcels(2));
    var open = outbox.post(TARGET, List.of(parcel("open")));
    outbox.started(open, NOW, List.of(0));
    outbox.close();
    outbox = Outbox.open(folder, InstantSource.fixed(NOW.plus(Duration.ofDays(8)))).orElseThrow();

    assertEquals(1, outbox.all().size());
    var kept = outbox.unfinished().getFirst();
    assertEquals(parcel("open"), outbox.parcel(kept, 0));
    assertEquals(uncertain(Reason.INTERRUPTED), kept.state(0));
    assertEquals(List.of(), outbox.story("id0"));
    assertEquals(1, outbox.story("open").size());
  }

  @Test
  void the_oldest_goes_when_there_is_too_much() throws IOException {
    deliver(parcels(50));
    deliver(List.of(parcel("new")));
    outbox.close();
    outbox = Outbox.open(folder, InstantSource.fixed(NOW), Outbox.KEPT, 4_000).orElseThrow();

    assertEquals(1, outbox.all().size());
    assertEquals("new", outbox.messageId(outbox.all().getFirst(), 0));
  }

  @Test
  void erased_is_erased_and_two_at_once_is_one_too_many() throws IOException {
    deliver(parcels(2));
    assertTrue(Outbox.open(folder, InstantSource.fixed(NOW)).isEmpty());
    outbox.erase();
    assertEquals(List.of(), outbox.all());
    reopen();
    assertEquals(List.of(), outbox.all());
  }

  @Test
  void a_new_id_is_told_from_the_old_one_and_has_room() {
    var scanner = new dev.blipscope.json.Scanner();
    for (String id : List.of("short", "x".repeat(99))) {
      byte[] call =
          ("{\"a\":1.0,\"messageId\":\"" + id + "\"}")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8);
      scanner.scan(call, 0, call.length, true);
      var anew = Parcel.anew("here", scanner.doc(), "abc");

      assertTrue(anew.messageId().endsWith("-abc"));
      assertTrue(anew.messageId().length() < 100);
      assertEquals("{\"a\":1.0,\"messageId\":\"" + anew.messageId() + "\"}", anew.call());
    }
  }
}
