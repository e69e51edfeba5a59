package dev.blipscope.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong when a script wants it to.
class FaultsTest {

  private static final String CALL = "{\"userId\":\"u\",\"messageId\":\"m-1\"}";

  private static int status(Played played) throws Exception {
    return played.post("/v1/identify", CALL).statusCode();
  }

  private static List<Integer> statuses(Played played, int requests) throws Exception {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < requests; i++) {
      statuses.add(status(played));
    }
    return statuses;
  }

  // On the wire

  @Test
  void scripts_follow_each_other_and_then_all_is_well() throws Exception {
    try (var played = Played.failing("500:3", "413", "460", "400", "401")) {
      assertEquals(List.of(500, 500, 500, 413, 460, 400, 401, 200, 200), statuses(played, 9));
      assertEquals(List.of(), played.sandbox().faults().left());
      assertEquals(1, played.ledger().totals().kept());
      assertEquals(3, played.ledger().totals().answers().get(500));
      assertEquals(9, played.ledger().totals().requests());
      assertEquals(
          new Entry.Request(1, Played.NOON, "/v1/identify", 500, Matter.FAULT, "500:3"),
          played.entries().getFirst());
    }
  }

  @Test
  void a_busy_server_says_how_long_to_wait() throws Exception {
    try (var played = Played.failing("429:retry-after=7", "503")) {
      var answer = played.post("/v1/identify", CALL);
      assertEquals(429, answer.statusCode());
      assertEquals("7", answer.headers().firstValue("Retry-After").orElseThrow());
      assertEquals("7", answer.headers().firstValue("X-RateLimit-Reset").orElseThrow());
      assertTrue(played.post("/v1/identify", CALL).headers().firstValue("Retry-After").isEmpty());
    }
  }

  @Test
  void a_redirect_leads_elsewhere() throws Exception {
    try (var played = Played.failing("redirect", "301:https://other.example:8443/v1/track?a=b")) {
      var own = played.post("/v1/identify", CALL);
      assertEquals(307, own.statusCode());
      assertEquals("/elsewhere", own.headers().firstValue("Location").orElseThrow());
      var other = played.post("/v1/identify", CALL);
      assertEquals(301, other.statusCode());
      assertEquals(
          "https://other.example:8443/v1/track?a=b",
          other.headers().firstValue("Location").orElseThrow());
      assertEquals(0, played.ledger().totals().calls());
    }
  }

  @Test
  void a_portal_answers_with_a_page_and_a_bad_proxy_with_nothing() throws Exception {
    try (var played = Played.failing("html-200", "empty-200")) {
      var page = played.post("/v1/identify", CALL);
      assertEquals(200, page.statusCode());
      assertEquals(
          "text/html; charset=utf-8", page.headers().firstValue("Content-Type").orElseThrow());
      assertTrue(page.body().startsWith("<!DOCTYPE html>"), page.body());
      var nothing = played.post("/v1/identify", CALL);
      assertEquals(200, nothing.statusCode());
      assertEquals("", nothing.body());
      assertEquals(0, played.ledger().totals().calls());
    }
  }

  @Test
  void a_slow_body_comes_a_byte_at_a_time_and_is_right() throws Exception {
    try (var played = Played.failing("slow-body:pause=1")) {
      assertEquals("{\"success\":true}", played.post("/v1/identify", CALL).body());
      assertEquals(1, played.ledger().totals().kept());
    }
  }

  @Test
  void a_slow_body_ends_with_the_sandbox() throws Exception {
    try (var played = Played.failing("slow-body:pause=60000")) {
      var told = told(played);
      var answer = played.beside(() -> quiet(played));
      told.await();
      played.sandbox().close();
      assertEquals("", answer.get());
    }
  }

  @Test
  void a_connection_breaks_after_the_calls_were_taken() throws Exception {
    try (var played = Played.failing("reset-after-accept")) {
      assertThrows(IOException.class, () -> status(played));
      assertEquals(1, played.ledger().totals().kept());
      assertEquals(1, played.ledger().totals().answers().get(0));
      assertEquals(200, status(played));
      assertEquals(1, played.ledger().totals().duplicates());
    }
  }

  @Test
  void a_connection_is_reset_before_the_request_was_read() throws Exception {
    try (var played = Played.failing("reset-before-accept");
        var socket = played.connect()) {
      var told = told(played);
      // More than the server reads at once is left when it closes: the system resets.
      socket
          .getOutputStream()
          .write(
              ("POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"
                      + "x".repeat(50_000))
                  .getBytes(StandardCharsets.UTF_8));
      told.await();
      assertThrows(SocketException.class, () -> socket.getInputStream().readAllBytes());
      assertEquals(0, played.ledger().totals().calls());
      assertEquals(200, status(played));
    }
  }

  @Test
  void a_hang_lasts_until_the_sandbox_is_stopped() throws Exception {
    try (var played = Played.failing("hang", "hang:taken")) {
      var told = told(played);
      var one = played.beside(() -> quiet(played));
      told.await();
      var toldAgain = told(played);
      var other = played.beside(() -> quiet(played));
      toldAgain.await();
      assertEquals(200, status(played));
      assertEquals(0, List.of(one, other).stream().filter(Future::isDone).count());

      played.sandbox().close();
      assertEquals("", one.get() + other.get());
      assertEquals(1, played.ledger().totals().kept());
      assertEquals(1, played.ledger().totals().duplicates());
    }
  }

  /// Opens when the ledger notes a request.
  private static CountDownLatch told(Played played) {
    var told = new CountDownLatch(1);
    played
        .ledger()
        .listen(
            entries -> {
              if (entries.getLast() instanceof Entry.Request) {
                told.countDown();
              }
            });
    return told;
  }

  /// All that a request on a socket of its own gets back; nothing if it breaks.
  private static String quiet(Played played) {
    try {
      String head = "POST /v1/identify HTTP/1.1\nHost: localhost\nAuthorization: " + Played.basic();
      String answer = played.say(head + "\nContent-Length: " + CALL.length(), CALL);
      return answer.endsWith("}") ? answer : "";
    } catch (IOException broken) {
      return "";
    }
  }

  @Test
  void a_source_that_is_off_answers_200_and_drops() throws Exception {
    try (var played = Played.failing("source-disabled", "locked-workspace")) {
      assertEquals(List.of(200, 200, 200), statuses(played, 3));
      assertEquals(
          List.of(
              new Verdict.Dropped(Discard.SOURCE_DISABLED),
              new Verdict.Dropped(Discard.LOCKED_WORKSPACE),
              new Verdict.Kept(List.of("identifies", "users"))),
          played.calls().stream().map(Entry.Call::verdict).toList());
    }
  }

  @Test
  void an_error_may_come_after_the_calls_were_taken() throws Exception {
    try (var played = Played.failing("504:taken")) {
      assertEquals(List.of(504, 200), statuses(played, 2));
      assertEquals(1, played.ledger().totals().kept());
      assertEquals(1, played.ledger().totals().duplicates());
    }
  }

  // When

  @Test
  void every_third_request_goes_wrong() throws Exception {
    try (var played = Played.failing("500:every=3", "502:always:every=4")) {
      assertEquals(List.of(200, 200, 500, 200, 502, 500, 200), statuses(played, 7));
    }
  }

  @Test
  void dice_with_one_seed_fall_alike() throws Exception {
    var first = new Faults(Played.scripts("500:random=0.3:seed=7"));
    var second = new Faults(Played.scripts("500:random=0.3:seed=7"));
    int struck = 0;
    for (int i = 0; i < 1_000; i++) {
      boolean strikes = first.next() != null;
      assertEquals(strikes, second.next() != null);
      struck += strikes ? 1 : 0;
    }
    assertTrue(struck > 240 && struck < 360, "struck " + struck);
  }

  @Test
  void scripts_can_change_while_it_runs() throws Exception {
    try (var played = Played.failing("500:always")) {
      assertEquals(500, status(played));
      played.sandbox().faults().play(Played.scripts("501"));
      played.sandbox().faults().add(Played.script("502:2"));
      assertEquals(List.of(501, 502), statuses(played, 2));
      played.sandbox().faults().clear();
      assertEquals(200, status(played));
    }
  }

  @Test
  void a_request_that_is_not_let_in_uses_up_no_script() throws Exception {
    try (var played = Played.failing("500")) {
      assertEquals(404, played.post("/other", CALL).statusCode());
      assertEquals(500, status(played));
    }
  }

  // As they are written

  @Test
  void a_script_says_what_and_when() {
    assertEquals(
        new FaultScript("429:2:retry-after=1", new Fault.Status(429, 1), false, 2, 1, 1, 1),
        Played.script(" 429:2:retry-after=1 "));
    assertEquals(
        new FaultScript("hang:every=5:3", new Fault.Hang(), false, 3, 5, 1, 1),
        Played.script("hang:every=5:3"));
    assertEquals(
        new FaultScript(
            "slow-body:random=.5:seed=9:pause=10",
            new Fault.SlowBody(Duration.ofMillis(10)),
            true,
            FaultScript.ALWAYS,
            1,
            0.5,
            9),
        Played.script("slow-body:random=.5:seed=9:pause=10"));
    assertEquals(
        new Fault.Redirect(302, "http://127.0.0.1:9/x"),
        Played.script("302:2:http://127.0.0.1:9/x").fault());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | UNKNOWN | ''
          boom                      | UNKNOWN | boom
          200                       | UNKNOWN | 200
          304                       | UNKNOWN | 304
          600                       | UNKNOWN | 600
          5000                      | UNKNOWN | 5000
          500:                      | OPTION  | ''
          500:often                 | OPTION  | often
          500:always=3              | OPTION  | always=3
          500:every                 | OPTION  | every
          500:pause=3               | OPTION  | pause=3
          hang:retry-after=3        | OPTION  | retry-after=3
          reset-before-accept:taken | OPTION  | taken
          hang:https://a.example    | OPTION  | https://a.example
          500:0                     | NUMBER  | 0
          500:99999999999           | NUMBER  | 99999999999
          500:every=0               | NUMBER  | every=0
          500:every=-1              | NUMBER  | every=-1
          500:random=2              | NUMBER  | random=2
          500:random=0.0            | NUMBER  | random=0.0
          500:random=NaN            | NUMBER  | random=NaN
          slow-body:pause=99999     | NUMBER  | pause=99999
          429:retry-after=soon      | NUMBER  | retry-after=soon
          redirect:http://          | URL     | http://
          redirect:http://a b       | URL     | http://a b
          redirect:http:///x        | URL     | http:///x
          """)
  void a_wrong_script_is_told_by_its_wrong_part(
      String text, FaultScript.Problem problem, String word) {
    assertEquals(new FaultScript.Answer.Bad(problem, word), FaultScript.read(text));
  }
}
