package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.blipscope.json.Expected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Texts that somebody made to hurt: each gets its answer soon.
class BombTest {

  /// Some thousands of empty objects, and then no more of them.
  private static final Map<Feed.Next, Integer> FLOOD =
      Map.of(Feed.Next.PAYLOAD, 10_000, Feed.Next.TROUBLE, 1);

  /// Ten times what it takes, so that a busy machine does not fail the test; what grows with the
  /// square of the text takes far longer.
  private static final Duration SOON = Duration.ofSeconds(20);

  private static Map<Feed.Next, Integer> counted(Feed feed) throws IOException {
    var counts = new EnumMap<Feed.Next, Integer>(Feed.Next.class);
    for (var next = feed.next(); next != Feed.Next.END; next = feed.next()) {
      counts.merge(next, 1, Integer::sum);
    }
    return counts;
  }

  private static Map<Feed.Next, Integer> counted(String text) {
    return assertTimeout(
        SOON,
        () -> counted(Feed.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))));
  }

  private static Expected trouble(String text) {
    var feed = Feed.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    return assertTimeout(
        SOON,
        () -> {
          assertEquals(Feed.Next.TROUBLE, feed.next());
          var expected = feed.trouble().expected();
          assertEquals(Feed.Next.END, feed.next());
          return expected;
        });
  }

  @Test
  void fifteen_megabytes_of_empty_objects() {
    assertEquals(FLOOD, counted("{}".repeat(7_500_000)));
    assertEquals(FLOOD, counted("[" + "{},".repeat(5_000_000) + "{}]"));
    assertEquals(Expected.FEWER_TOKENS, trouble("{\"a\":[" + "{},".repeat(5_000_000) + "{}]}"));
  }

  @Test
  void depths_of_a_hundred_thousand() {
    assertEquals(Expected.SHALLOWER, trouble("{\"a\":".repeat(100_000) + "1"));
    assertEquals(Expected.SHALLOWER, trouble("[".repeat(100_000)));
    assertEquals(Expected.SHALLOWER, trouble("[".repeat(100_000) + "]".repeat(100_000)));
    assertEquals(Expected.SHALLOWER, trouble("{\"a\":[".repeat(100_000)));
    assertEquals(Expected.NAME_OR_CLOSING_BRACE, trouble("{".repeat(100_000)));
  }

  @Test
  void a_million_keys() {
    var keys = new StringBuilder("{\"k\":1");
    for (int i = 0; i < 1_000_000; i++) {
      keys.append(",\"k").append(i).append("\":1");
    }
    assertEquals(Expected.FEWER_TOKENS, trouble(keys.append('}').toString()));
  }

  @Test
  void numbers_without_an_end() {
    assertEquals(Map.of(Feed.Next.PAYLOAD, 1), counted("{\"a\":1e999999999}"));
    assertEquals(Expected.SHORTER_NUMBER, trouble("{\"a\":" + "1".repeat(10_000_000) + "}"));
  }

  @Test
  void signs_that_open_or_close_nothing() {
    assertEquals(Map.of(Feed.Next.NOT_OBJECT, 5_000_000), counted("\"".repeat(10_000_000)));
    assertEquals(
        Map.of(Feed.Next.PAYLOAD, 1, Feed.Next.TROUBLE, 1),
        counted("{\"a\":[1" + "]}".repeat(5_000_000)));
    assertEquals(Map.of(Feed.Next.TROUBLE, 1_000_001), counted("[" + ",".repeat(2_000_000)));
    assertEquals(Map.of(Feed.Next.TROUBLE, 1), counted("{'" + "'".repeat(1_000_000)));
    assertEquals(Map.of(Feed.Next.TROUBLE, 1), counted("{" + "'/*".repeat(300_000)));
    assertEquals(Map.of(Feed.Next.TROUBLE, 1), counted("{" + "' ".repeat(400_000) + "}"));
    assertEquals(Map.of(Feed.Next.TROUBLE, 1), counted("{\"" + "\\x".repeat(400_000)));
    assertEquals(Map.of(Feed.Next.TROUBLE, 1), counted("{" + "/".repeat(1_000_000)));
  }

  @Test
  void strings_without_an_end() {
    assertEquals(Expected.CLOSING_QUOTE, trouble("{\"a\":\"" + "x".repeat(40_000_000)));
    assertEquals(Expected.SMALLER, trouble("{\"a\":\"" + "x".repeat(70_000_000)));
  }

  @Test
  void requests_without_a_body_in_their_hundred_thousands() {
    assertEquals(
        Map.of(Feed.Next.TROUBLE, 1),
        counted("{\"method\":\"GET\",\"headers\":{}}".repeat(300_000)));
  }

  @Test
  void payloads_in_a_string_in_their_millions() {
    assertEquals(
        Map.of(Feed.Next.PAYLOAD, 1_000_000),
        counted("\"" + "{\\\"\\\":1}".repeat(1_000_000) + "\""));
    assertEquals(
        Map.of(Feed.Next.PAYLOAD, 500_000),
        counted("curl x -d '" + "{\"\":1}".repeat(500_000) + "'"));
  }

  @Test
  void blanks_in_their_millions() {
    assertEquals(Map.of(Feed.Next.TROUBLE, 1), counted(" ".repeat(20_000_000)));
    assertEquals(
        Map.of(Feed.Next.PAYLOAD, 2),
        counted("[" + " ".repeat(3_000_000) + "{}," + "\n".repeat(3_000_000) + "{}]"));
    assertEquals(Map.of(Feed.Next.TROUBLE, 1), counted("[" + " ".repeat(3_000_000) + "]"));
    assertEquals(
        Map.of(Feed.Next.PAYLOAD, 1, Feed.Next.TROUBLE, 1),
        counted("[{}," + " ".repeat(3_000_000) + "]"));
  }

  @Test
  void broken_lines_in_their_hundred_thousands() {
    assertEquals(Map.of(Feed.Next.TROUBLE, 300_000), counted("{\"a\":1,}\n".repeat(300_000)));
    assertEquals(Map.of(Feed.Next.TROUBLE, 300_000), counted("{\"a\":1\n".repeat(300_000)));
    assertEquals(Map.of(Feed.Next.TROUBLE, 300_000), counted("x y\n".repeat(300_000)));
    assertEquals(Map.of(Feed.Next.TROUBLE, 1), counted("x y ".repeat(5_000_000)));
  }

  @Test
  void a_value_that_arrives_byte_by_byte_is_not_read_over_and_over() {
    byte[] text =
        ("{\"a\":\"" + "x".repeat(15_000_000) + "\"}").getBytes(StandardCharsets.US_ASCII);
    var trickle = new Trickle(text, new java.util.Random(1), 1000);
    assertEquals(
        Map.of(Feed.Next.PAYLOAD, 1), assertTimeout(SOON, () -> counted(Feed.of(trickle))));
  }
}
