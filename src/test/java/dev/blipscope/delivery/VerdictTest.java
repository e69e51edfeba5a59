package dev.blipscope.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blipscope.delivery.Exchange.Trouble;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

  private static final Parcel PARCEL = new Parcel("id", "test", "{}", null);

  private static Exchange exchange(
      int calls, Exchange.@Nullable Answer answer, @Nullable Trouble trouble) {
    return new Exchange(
        Collections.nCopies(calls, PARCEL),
        Instant.parse("2026-11-21T10:00:00Z"),
        Duration.ofSeconds(1),
        "",
        "",
        "",
        answer,
        trouble);
  }

  private static Verdict answered(int status, String headers, String body) {
    return Verdict.of(
        exchange(1, new Exchange.Answer(status, "HTTP/1.1 " + status, headers, body, true), null));
  }

  private static Verdict fell(Trouble.Kind kind, boolean onTheWire) {
    return Verdict.of(exchange(1, null, new Trouble(kind, onTheWire)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"success\":true}", " {\"success\": true}\n", "{}", "{\"a\":1}"})
  void segments_answer_is_acceptance(String body) {
    assertEquals(new Verdict.Settled(new CallState.Accepted()), answered(200, "", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "{\"success\":false}",
        "{\"success\":\"true\"}",
        "{\"success\":true",
        "{\"success\":true} x",
        "[]",
        "true"
      })
  void any_other_body_with_200_is_no_word_to_rely_on(String body) {
    assertEquals(
        new Verdict.Again(new CallState.Uncertain(Why.of(Reason.ODD_ANSWER, 200)), Duration.ZERO),
        answered(200, "", body));
  }

  @Test
  void a_body_that_is_not_all_there_is_no_word_either() {
    var cut = new Exchange.Answer(200, "", "", "{\"success\":true}", false);
    assertEquals(
        new Verdict.Again(new CallState.Uncertain(Why.of(Reason.ODD_ANSWER, 200)), Duration.ZERO),
        Verdict.of(exchange(1, cut, null)));
  }

  @ParameterizedTest
  @CsvSource({
    "400,STATUS",
    "401,STATUS",
    "403,STATUS",
    "404,STATUS",
    "405,STATUS",
    "413,STATUS",
    "422,STATUS",
    "501,STATUS",
    "505,STATUS",
    "511,STATUS"
  })
  void some_answers_stay_so(int status, Reason reason) {
    assertEquals(
        new Verdict.Settled(new CallState.Refused(Why.of(reason, status))),
        answered(status, "", "{\"success\":true}"));
  }

  @ParameterizedTest
  @CsvSource({
    "408,SERVER",
    "410,SERVER",
    "460,SERVER",
    "500,SERVER",
    "502,SERVER",
    "504,SERVER",
    "599,SERVER",
    "429,BUSY",
    "503,BUSY"
  })
  void some_answers_pass(int status, Reason reason) {
    assertEquals(
        new Verdict.Again(new CallState.Failed(Why.of(reason, status)), Duration.ZERO),
        answered(status, "", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 204})
  void success_of_another_kind_is_odd(int status) {
    assertEquals(
        new Verdict.Again(
            new CallState.Uncertain(Why.of(Reason.ODD_ANSWER, status)), Duration.ZERO),
        answered(status, "", "{\"success\":true}"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://other.example/x, other.example",
    "/elsewhere, /elsewhere",
    "':::', ':::'",
    "'', ''"
  })
  void a_redirect_is_refused_and_says_where_to(String location, String host) {
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      assertEquals(
          new Verdict.Settled(new CallState.Refused(Why.of(Reason.REDIRECT, status, host))),
          answered(status, "location: " + location, ""));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422})
  void of_many_calls_one_may_be_to_blame(int status) {
    var answer = new Exchange.Answer(status, "", "", "", true);
    assertEquals(
        new Verdict.OneOfThem(new CallState.Refused(Why.of(Reason.STATUS, status))),
        Verdict.of(exchange(2, answer, null)));
  }

  @Test
  void for_a_wrong_key_no_single_call_is_to_blame() {
    var answer = new Exchange.Answer(401, "", "", "", true);
    assertEquals(
        new Verdict.Settled(new CallState.Refused(Why.of(Reason.STATUS, 401))),
        Verdict.of(exchange(2, answer, null)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "17, 17",
    "300, 300",
    "301, 300",
    "99999999999, 300",
    "soon, 0",
    "'Sat, 21 Nov 2026 10:00:31 GMT', 30",
    "'Sat, 21 Nov 2026 09:00:00 GMT', 1",
    "'Sat, 21 Nov 2026 11:00:00 GMT', 300"
  })
  void what_retry_after_asks_for_is_given_within_limits(String said, long seconds) {
    assertEquals(
        new Verdict.Again(
            new CallState.Failed(Why.of(Reason.BUSY, 429)), Duration.ofSeconds(seconds)),
        answered(429, "Retry-After: " + said, ""));
  }

  @Test
  void a_date_is_reckoned_from_the_clock_of_who_said_it() {
    assertEquals(
        new Verdict.Again(new CallState.Failed(Why.of(Reason.SERVER, 500)), Duration.ofSeconds(5)),
        answered(
            500,
            "Date: Sun, 01 Nov 2026 08:00:00 GMT\nRetry-After: Sun, 01 Nov 2026 08:00:05 GMT",
            ""));
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED_CONNECTION", "UNKNOWN_HOST", "NO_ANSWER", "BROKEN_OFF"})
  void what_the_network_does_passes(Trouble.Kind kind) {
    var reason = Reason.valueOf(kind.name());
    assertEquals(
        new Verdict.Again(new CallState.Failed(Why.of(reason)), Duration.ZERO), fell(kind, false));
    assertEquals(
        new Verdict.Again(new CallState.Uncertain(Why.of(reason)), Duration.ZERO),
        fell(kind, true));
  }

  @Test
  void a_certificate_does_not_get_better_and_a_cancelled_call_is_not_sent_again() {
    assertEquals(
        new Verdict.Settled(new CallState.Failed(Why.of(Reason.TLS))),
        fell(Trouble.Kind.TLS, false));
    assertEquals(
        new Verdict.Settled(new CallState.Uncertain(Why.of(Reason.CANCELLED))),
        fell(Trouble.Kind.CANCELLED, true));
    assertEquals(
        new Verdict.Settled(new CallState.Refused(Why.of(Reason.NOT_CARRIED, ""))),
        fell(Trouble.Kind.NOT_TAKEN, false));
  }

  @Test
  void a_verdict_on_nothing_is_a_mistake() {
    assertThrows(IllegalStateException.class, () -> Verdict.of(exchange(1, null, null)));
  }
}
