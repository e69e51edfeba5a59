package dev.blipscope.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.segment.Endpoint.Answer;
import dev.blipscope.segment.Endpoint.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.segment.io",
        "https://events.eu1.segmentapis.com",
        "http://127.0.0.1:8080",
        "http://localhost:1",
        "http://[::1]:65535",
        "https://proxy.example:8443"
      })
  void an_address_without_a_path_is_taken_as_it_is(String url) {
    assertEquals(url, ((Answer.Good) Endpoint.read(" " + url + "\n")).endpoint().url());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'', EMPTY, -",
        "api.segment.io, NO_SCHEME, https://api.segment.io",
        "localhost:8080, NO_SCHEME, http://localhost:8080",
        "not a url, NO_SCHEME, -",
        "ftp://x, WRONG_SCHEME, -",
        "http://api.segment.io, PLAIN_HTTP, https://api.segment.io",
        "http://127.0.0.1.example, PLAIN_HTTP, https://127.0.0.1.example",
        "https://, UNREADABLE, -",
        "https:///v1, NO_HOST, -",
        "https://api.segment.io., NO_HOST, -",
        "https://key:@api.segment.io, USER_INFO, -",
        "http://localhost:0, BAD_PORT, -",
        "http://localhost:65536, BAD_PORT, -",
        "https://api.segment.io/, PATH, https://api.segment.io",
        "https://api.segment.io/v1, PATH, https://api.segment.io",
        "https://api.segment.io?a=b, QUERY, https://api.segment.io",
        "https://api.segment.io#x, QUERY, https://api.segment.io",
        "https://exa mple, UNREADABLE, -"
      })
  void what_is_no_address_is_told_with_what_was_probably_meant(
      String text, Problem problem, @Nullable String suggestion) {
    assertEquals(new Answer.Bad(problem, suggestion), Endpoint.read(text));
  }

  @Test
  void the_same_place_is_the_same_endpoint() {
    assertEquals(new Answer.Good(Endpoint.US), Endpoint.read("HTTPS://API.Segment.IO:443"));
  }

  @Test
  void only_this_machine_and_segment_are_known() {
    assertTrue(Endpoint.US.isKnown());
    assertTrue(Endpoint.EU.isKnown());
    assertTrue(new Endpoint("http", "[::1]", 80).isKnown());
    assertFalse(new Endpoint("https", "api.segment.io", 8443).isKnown());
    assertFalse(new Endpoint("https", "localhost.evil.example", -1).isKnown());
  }
}
