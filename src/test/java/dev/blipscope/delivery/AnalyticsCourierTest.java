package dev.blipscope.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What analytics-java would do by itself, and does not do here.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AnalyticsCourierTest {

  private static final WriteKey KEY = WriteKey.of("ThisIsTheKeyThatNobodyMaySee0001");
  private static final Duration SHORT = Duration.ofMillis(400);

  private static Courier courier(Endpoint endpoint) {
    return courier(endpoint, Duration.ofSeconds(20));
  }

  private static Courier courier(Endpoint endpoint, Duration callTime) {
    return AnalyticsCourier.opening(InstantSource.system(), System::nanoTime, callTime)
        .open(endpoint, KEY);
  }

  private static Parcel parcel(String call) {
    return new Parcel("id", "test", call, null);
  }

  private static List<Exchange> carried(StandIn server, Parcel... parcels) {
    try (var courier = courier(server.endpoint(), SHORT)) {
      return courier.carry(List.of(parcels), () -> {});
    }
  }

  private static Exchange one(StandIn server) {
    var exchanges = carried(server, parcel("{\"type\":\"track\",\"messageId\":\"id\"}"));
    assertEquals(1, exchanges.size());
    return exchanges.getFirst();
  }

  private static Exchange.Answer answer(Exchange exchange) {
    var answer = exchange.answer();
    assertNotNull(answer);
    return answer;
  }

  private static Exchange.Trouble trouble(Exchange exchange) {
    var trouble = exchange.trouble();
    assertNotNull(trouble);
    return trouble;
  }

  @Test
  void a_call_arrives_to_the_letter() throws IOException {
    String call =
        "{\"type\":\"track\",\"messageId\":\"id\",\"event\":\"<b>&'=\\u00e9é\",\"properties\":"
            + "{\"a\":1.0,\"b\":123456789012345678901234567890.10,\"c\":1e400,\"d\":-0,\"e\":null,"
            + "\"f\":[null],\"g\":{},\"\":\"\\/\u2028\"}}";
    try (var server = new StandIn()) {
      carried(server, parcel(call));

      assertEquals(List.of(call), server.calls());
      assertEquals(
          "POST /v1/import/ HTTP/1.1",
          server.heard().getFirst().head().lines().findFirst().orElseThrow());
    }
  }

  @Test
  void nothing_is_added_to_a_call_and_the_request_says_who_and_when() throws IOException {
    try (var server = new StandIn()) {
      var before = Instant.now().minusMillis(1);
      one(server);

      String body = server.heard().getFirst().body();
      assertTrue(
          body.matches(
              "\\{\"batch\":\\[\\{\"type\":\"track\",\"messageId\":\"id\"}],\"sentAt\":\"[^\"]+\","
                  + "\"context\":\\{\"library\":\\{\"name\":\"analytics-java\",\"version\":"
                  + "\"3.5.4\"},\"instanceId\":\"[-0-9a-f]+\"},\"sequence\":\\d+,"
                  + "\"writeKey\":\"ThisIsTheKeyThatNobodyMaySee0001\"}"),
          body);
      var sentAt = Instant.parse(body.replaceFirst(".*\"sentAt\":\"([^\"]+)\".*", "$1"));
      assertFalse(sentAt.isBefore(before));
      assertFalse(
          server.heard().getFirst().head().toLowerCase(java.util.Locale.ROOT).contains("authoriz"));
    }
  }

  @Test
  void a_key_that_is_said_back_is_hidden_also_as_in_a_header_and_where_the_answer_is_cut()
      throws IOException {
    var inHeader =
        Base64.getEncoder().encodeToString((KEY.reveal() + ":").getBytes(StandardCharsets.UTF_8));
    for (String secret : List.of(KEY.reveal(), inHeader)) {
      String cut = "x".repeat(8_180) + secret + "x".repeat(1_000);
      try (var server =
          new StandIn(StandIn.answer("400 Bad", cut, "Echo: " + secret, "Connection: close"))) {
        var answer = answer(one(server));

        assertEquals("x".repeat(8_180) + "••••••••", answer.body());
        assertEquals("••••••••", answer.header("Echo"));
      }
    }
  }

  @Test
  void an_exchange_tells_the_request_as_it_was_but_for_the_key() throws IOException {
    try (var server = new StandIn(StandIn.answer("200 OK", "{\"k\":\"" + KEY.reveal() + "\"}"))) {
      var exchange = one(server);

      String request = exchange.request("{\"type\":\"track\",\"messageId\":\"id\"}");
      var heard = server.heard().getFirst();
      assertEquals(
          (heard.head() + heard.body()).replace("\r", "").replace(KEY.reveal(), "••••••••"),
          request);
      assertFalse(exchange.toString().contains(KEY.reveal()));
      assertEquals("{\"k\":\"••••••••\"}", answer(exchange).body());
    }
  }

  @Test
  void every_call_of_many_is_in_one_exchange() throws IOException {
    var parcels =
        IntStream.range(0, 1_200)
            .mapToObj(
                i -> parcel("{\"messageId\":\"" + i + "\",\"x\":\"" + "y".repeat(900) + "\"}"))
            .toArray(Parcel[]::new);
    try (var server = new StandIn()) {
      var exchanges = carried(server, parcels);

      assertEquals(1_200, exchanges.stream().mapToInt(each -> each.parcels().size()).sum());
      assertEquals(List.of(parcels).stream().map(Parcel::call).toList(), server.calls());
      for (var exchange : exchanges) {
        assertTrue(exchange.parcels().size() <= Courier.MOST_CALLS);
      }
    }
  }

  @Test
  void a_redirect_is_not_followed() throws IOException {
    try (var elsewhere = new StandIn();
        var server =
            new StandIn(
                StandIn.answer(
                    "307 Temporary Redirect",
                    "",
                    "Location: " + elsewhere.endpoint().url() + "/v1/import/"))) {
      assertEquals(307, answer(one(server)).status());
      assertEquals(List.of(), elsewhere.heard());
    }
  }

  @Test
  void a_server_that_fails_is_asked_once() throws IOException {
    for (String status : List.of("500 No", "429 Slow", "408 Late", "401 Who", "502 No")) {
      try (var server = new StandIn(StandIn.answer(status, ""))) {
        assertEquals(Integer.parseInt(status.substring(0, 3)), answer(one(server)).status());
        assertEquals(1, server.heard().size(), status);
      }
    }
  }

  @Test
  void a_server_that_wants_it_again_in_no_time_is_asked_once() throws IOException {
    try (var server = new StandIn(StandIn.answer("503 Busy", "", "Retry-After: 0"))) {
      assertEquals(503, answer(one(server)).status());
      assertEquals(1, server.heard().size());
    }
  }

  @Test
  void a_page_instead_of_json_is_told_as_it_is_and_not_sent_again() throws IOException {
    try (var server = new StandIn(StandIn.answer("200 OK", "<html>"))) {
      assertEquals("<html>", answer(one(server)).body());
      assertEquals(1, server.heard().size());
    }
  }

  @Test
  void a_connection_that_is_dropped_when_used_again_is_not_silently_replaced() throws IOException {
    try (var server = new StandIn(StandIn.FINE, StandIn.HANG_UP);
        var courier = courier(server.endpoint())) {
      courier.carry(List.of(parcel("{\"messageId\":\"1\"}")), () -> {});
      var exchange = courier.carry(List.of(parcel("{\"messageId\":\"2\"}")), () -> {}).getFirst();

      assertEquals(
          new Exchange.Trouble(Exchange.Trouble.Kind.BROKEN_OFF, true), exchange.trouble());
      assertEquals(2, server.heard().size());
    }
  }

  @Test
  void silence_ends_in_time_and_is_not_filled_with_another_request() throws IOException {
    try (var server = new StandIn(StandIn.SILENCE)) {
      assertEquals(
          new Exchange.Trouble(Exchange.Trouble.Kind.NO_ANSWER, true), trouble(one(server)));
      assertEquals(1, server.heard().size());
    }
  }

  @Test
  void a_body_that_stops_in_the_middle_is_a_trouble_behind_an_answer() throws IOException {
    try (var server =
        new StandIn("HTTP/1.1 200 OK\r\nContent-Length: 99\r\nConnection: close\r\n\r\n{")) {
      var exchange = one(server);

      assertEquals(Exchange.Trouble.Kind.BROKEN_OFF, trouble(exchange).kind());
      assertFalse(answer(exchange).whole());
      assertInstanceOf(Verdict.Again.class, Verdict.of(exchange));
    }
  }

  @Test
  void after_a_time_out_or_a_cancel_the_library_does_not_send_again_later() throws IOException {
    try (var server = new StandIn(StandIn.SILENCE);
        var courier = courier(server.endpoint(), SHORT)) {
      long begin = System.nanoTime();
      courier.carry(List.of(parcel("{\"messageId\":\"1\"}")), () -> {});
      var next = courier.carry(List.of(parcel("{\"messageId\":\"2\"}")), () -> {});

      // It would wait at least 15 seconds, and hold up what comes behind.
      assertTrue(System.nanoTime() - begin < 10_000_000_000L);
      assertEquals(200, answer(next.getFirst()).status());
      assertEquals(List.of("{\"messageId\":\"1\"}", "{\"messageId\":\"2\"}"), server.calls());
    }
  }

  @Test
  void a_long_answer_is_cut() throws IOException {
    try (var server = new StandIn(StandIn.answer("200 OK", " ".repeat(50_000)))) {
      var answer = answer(one(server));

      assertEquals(8_192, answer.body().length());
      assertFalse(answer.whole());
    }
  }

  @Test
  void nobody_there_is_told_apart_from_nobody_of_that_name() throws IOException {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    try (var courier = courier(new Endpoint("http", "127.0.0.1", port))) {
      var exchange = courier.carry(List.of(parcel("{}")), () -> {}).getFirst();
      assertEquals(
          new Exchange.Trouble(Exchange.Trouble.Kind.REFUSED_CONNECTION, false),
          exchange.trouble());
      assertEquals("", exchange.request("{}"));
    }
  }

  @Test
  void a_server_that_speaks_no_tls_is_no_broken_connection() throws IOException {
    try (var server = new StandIn().hangingUpFirst();
        var courier = courier(new Endpoint("https", "127.0.0.1", server.endpoint().port()))) {
      var trouble = trouble(courier.carry(List.of(parcel("{}")), () -> {}).getFirst());

      assertFalse(trouble.onTheWire());
    }
  }

  @Test
  void every_socket_sends_at_once_and_can_be_closed() throws IOException {
    try (var server = new StandIn()) {
      var sockets = new PromptSockets();
      var here = InetAddress.getLoopbackAddress();
      int port = server.endpoint().port();
      var all =
          List.of(
              sockets.createSocket(),
              sockets.createSocket(here, port),
              sockets.createSocket(here, port, here, 0),
              sockets.createSocket("127.0.0.1", port),
              sockets.createSocket("127.0.0.1", port, here, 0));
      for (var socket : all) {
        assertTrue(socket.getTcpNoDelay());
      }
      sockets.closeAll();
      for (var socket : all) {
        assertTrue(socket.isClosed());
      }
    }
  }

  @Test
  void an_interrupt_loses_nothing() throws IOException {
    try (var server = new StandIn();
        var courier = courier(server.endpoint())) {
      Thread.currentThread().interrupt();
      var exchanges = courier.carry(List.of(parcel("{\"messageId\":\"1\"}")), () -> {});

      assertTrue(Thread.interrupted());
      assertEquals(1, exchanges.size());
      assertEquals(1, exchanges.getFirst().parcels().size());
    }
  }

  @Test
  void what_is_cancelled_is_told() throws IOException {
    try (var server = new StandIn(StandIn.SILENCE);
        var courier = courier(server.endpoint())) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (server.heard().isEmpty()) {
                  Thread.onSpinWait();
                }
                courier.cancel();
              });
      var trouble = trouble(courier.carry(List.of(parcel("{}")), () -> {}).getFirst());
      assertEquals(new Exchange.Trouble(Exchange.Trouble.Kind.CANCELLED, true), trouble);

      var later = trouble(courier.carry(List.of(parcel("{}")), () -> {}).getFirst());
      assertEquals(new Exchange.Trouble(Exchange.Trouble.Kind.CANCELLED, false), later);
      assertEquals(1, server.heard().size());
    }
  }

  @Test
  void no_thread_of_the_library_stays_behind() throws IOException {
    try (var server = new StandIn()) {
      one(server);
    }
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("blipscope courier")) {
        assertTrue(join(thread), thread.getName());
      }
      assertFalse(thread.getName().equals("Analytics"));
      assertTrue(thread.isDaemon() || !thread.getName().startsWith("OkHttp"));
    }
  }

  private static boolean join(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void an_endpoint_that_the_library_cannot_read_is_not_replaced_by_production() {
    assertThrows(
        IllegalArgumentException.class, () -> courier(new Endpoint("ftp", "127.0.0.1", 9)).close());
  }
}
