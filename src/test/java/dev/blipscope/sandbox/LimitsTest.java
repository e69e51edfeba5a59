package dev.blipscope.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused at the edge, and what only behind it.
class LimitsTest {

  private Played played;

  @BeforeEach
  void start() throws IOException {
    played = new Played();
  }

  @AfterEach
  void stop() throws IOException {
    played.close();
  }

  private static String item(int size) {
    String rest = "{\"type\":\"identify\",\"userId\":\"\"}";
    return "{\"type\":\"identify\",\"userId\":\"" + "u".repeat(size - rest.length()) + "\"}";
  }

  private void assertRefused(int status, Matter matter) {
    assertEquals(matter, played.lastRequest().matter());
    assertEquals(status, played.lastRequest().status());
    assertEquals(0, played.ledger().totals().calls());
    assertEquals(1, played.ledger().totals().answers().get(status));
  }

  @Test
  void a_call_has_at_most_32_kilobytes() throws Exception {
    assertEquals(200, played.post("/v1/identify", item(32_768)).statusCode());
    assertEquals(400, played.post("/v1/identify", item(32_769)).statusCode());
    assertEquals("32769 bytes", played.lastRequest().detail());
    assertEquals(1, played.ledger().totals().calls());
  }

  @Test
  void one_large_call_spoils_its_batch() throws Exception {
    var answer = played.post("/v1/batch", "{\"batch\":[" + item(50) + "," + item(32_769) + "]}");

    assertEquals(400, answer.statusCode());
    assertRefused(400, Matter.ITEM_TOO_LARGE);
    assertEquals("item 2, 32769 bytes", played.lastRequest().detail());
  }

  @Test
  void a_body_has_at_most_500_kilobytes() throws Exception {
    String batch = "{\"batch\":[" + item(50) + "]}";

    assertEquals(
        400, played.post("/v1/batch", batch + " ".repeat(512_001 - batch.length())).statusCode());
    assertRefused(400, Matter.TOO_LARGE);
    assertEquals(
        200, played.post("/v1/batch", batch + " ".repeat(512_000 - batch.length())).statusCode());
  }

  @Test
  void more_than_2500_calls_are_answered_with_200_and_all_dropped() throws Exception {
    assertEquals(200, played.post("/v1/batch", batchOf(2_500)).statusCode());
    assertEquals(2_500, played.ledger().totals().kept());
    assertEquals(200, played.post("/v1/batch", batchOf(2_501)).statusCode());
    assertEquals(2_501, played.ledger().totals().reasons().get(Discard.TOO_MANY_ITEMS));
    assertEquals(2_500, played.ledger().totals().kept());
  }

  private static String batchOf(int items) {
    return "{\"batch\":["
        + String.join(",", Collections.nCopies(items, "{\"type\":\"identify\",\"userId\":\"u\"}"))
        + "]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "[]", "7", "{\"userId\":'u'}", "{} {}", "{\"a\":1}x", "\uFEFF{}"})
  void what_is_no_json_object_is_refused(String body) throws Exception {
    var answer = played.post("/v1/track", body);

    assertEquals(400, answer.statusCode());
    assertEquals("{\"success\":false}", answer.body());
    assertRefused(400, Matter.NOT_JSON);
    assertTrue(played.lastRequest().detail().matches("byte [1-9]+"), played.lastRequest().detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"batch\":[]}", "{\"batch\":{}}", "{\"batch\":null}"})
  void an_empty_batch_is_answered_with_200(String body) throws Exception {
    assertEquals(200, played.post("/v1/batch", body).statusCode());
    assertRefused(200, Matter.EMPTY_BATCH);
  }

  // Bodies

  @Test
  void a_body_may_be_compressed() throws Exception {
    byte[] folded = Played.gzip(batchOf(600).getBytes(StandardCharsets.UTF_8));

    assertTrue(folded.length * 50 < batchOf(600).length());
    assertEquals(200, played.post("/v1/batch", folded, "Content-Encoding", "gzip").statusCode());
    assertEquals(200, played.post("/v1/batch", folded, "Content-Encoding", "GZIP").statusCode());
    assertEquals(1_200, played.ledger().totals().kept());
  }

  @Test
  void a_bomb_takes_no_more_memory_than_any_body() throws Exception {
    byte[] bomb = Played.gzip(new byte[100 << 20]);

    assertEquals(400, played.post("/v1/batch", bomb, "Content-Encoding", "gzip").statusCode());
    assertRefused(400, Matter.TOO_LARGE);
  }

  @Test
  void a_damaged_compressed_body_is_refused() throws Exception {
    byte[] folded = Played.gzip(batchOf(10).getBytes(StandardCharsets.UTF_8));

    for (byte[] damaged :
        new byte[][] {new byte[0], {1, 2, 3}, Arrays.copyOf(folded, folded.length - 9)}) {
      assertEquals(400, played.post("/v1/batch", damaged, "Content-Encoding", "gzip").statusCode());
      assertEquals(Matter.BAD_GZIP, played.lastRequest().matter());
    }
  }

  @Test
  void other_compressions_are_refused() throws Exception {
    assertEquals(
        415, played.post("/v1/track", new byte[] {1}, "Content-Encoding", "br").statusCode());
    assertRefused(415, Matter.ENCODING);
  }

  @Test
  void a_body_without_a_length_is_counted_while_it_comes() throws Exception {
    var endless =
        new SequenceInputStream(
            new ByteArrayInputStream("{\"batch\":[".getBytes(StandardCharsets.UTF_8)),
            new ByteArrayInputStream(new byte[1 << 20]));
    var request =
        played
            .request("/v1/batch")
            .header("Authorization", Played.basic())
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> endless))
            .build();

    assertEquals(400, played.send(request).statusCode());
    assertRefused(400, Matter.TOO_LARGE);
  }

  @Test
  void endless_chunks_are_not_read_for_ever() throws Exception {
    var read = new long[1];
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] to, int from, int length) {
            read[0] += length;
            return length;
          }
        };
    var request =
        played
            .request("/v1/batch")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> endless))
            .build();
    try {
      assertEquals(400, played.send(request).statusCode());
    } catch (IOException closedWhileItSent) {
      // Which of both the client sees first is its own matter.
    }
    assertRefused(400, Matter.TOO_LARGE);
    assertTrue(read[0] < 100 << 20, () -> read[0] + " bytes");
  }

  @Test
  void a_huge_promise_is_refused_before_it_is_kept() throws Exception {
    String answer =
        played.say(
            "POST /v1/batch HTTP/1.1\nHost: localhost\nContent-Length: 107374182400",
            "x".repeat(70_000));

    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertRefused(400, Matter.TOO_LARGE);
  }

  @Test
  void a_body_that_ends_early_gets_no_answer_but_a_line() throws Exception {
    try (var socket = played.connect()) {
      socket
          .getOutputStream()
          .write(
              "POST /v1/track HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{\"userId\":\"u\"}"
                  .getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      assertEquals(-1, socket.getInputStream().read());
    }
    assertRefused(0, Matter.CUT);
  }
}
