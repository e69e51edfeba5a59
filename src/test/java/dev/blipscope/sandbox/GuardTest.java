package dev.blipscope.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in.
class GuardTest {

  private static final String BODY = "{\"userId\":\"u\",\"secret\":\"sesame\"}";

  private Played played;

  @BeforeEach
  void start() throws IOException {
    played = new Played();
  }

  @AfterEach
  void stop() throws IOException {
    played.close();
  }

  private String say(String line, String headers) throws IOException {
    return played.say(
        line
            + "\n"
            + headers
            + "Connection: close\nAuthorization: "
            + Played.basic()
            + "\nContent-Length: "
            + BODY.length(),
        BODY);
  }

  private void assertRefused(String answer, int status, Matter matter) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertFalse(answer.contains("sesame"), answer);
    assertTrue(answer.endsWith("\r\n\r\n") || status == 400, answer);
    assertEquals(matter, played.lastRequest().matter());
    assertEquals(0, played.ledger().totals().calls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LocalHost:8099", "127.0.0.1", "127.0.0.1:1", "[::1]:65535"})
  void this_machine_may_be_called_by_its_own_names(String host) throws IOException {
    assertTrue(
        say("POST /v1/identify HTTP/1.1", "Host: " + host + "\n").startsWith("HTTP/1.1 200 "));
    assertEquals(1, played.ledger().totals().kept());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host:\n",
        "Host: api.segment.io\n",
        "Host: localhost.evil.example\n",
        "Host: evil.example:8099\n",
        "Host: localhost.\n",
        "Host: 127.0.0.1.\n",
        "Host: 127.0.0.2\n",
        "Host: 0.0.0.0\n",
        "Host: ::1\n",
        "Host: localhost:\n",
        "Host: localhost@evil.example\n",
        "Host: localhost, evil.example\n",
        "Host: localhost\nHost: evil.example\n",
        "Host: localhost\nhost: localhost\n"
      })
  void a_name_that_may_lead_here_by_a_trick_is_refused(String headers) throws IOException {
    assertRefused(say("POST /v1/identify HTTP/1.1", headers), 403, Matter.HOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example/v1/identify", "http://localhost/v1/identify"})
  void a_whole_address_in_the_first_line_is_refused(String address) throws IOException {
    assertRefused(say("POST " + address + " HTTP/1.1", "Host: localhost\n"), 403, Matter.HOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-origin"
      })
  void a_page_in_a_browser_is_refused(String header) throws IOException {
    assertRefused(
        say("POST /v1/identify HTTP/1.1", "Host: localhost\n" + header + "\n"),
        403,
        Matter.BROWSER);
  }

  @Test
  void a_protocol_that_nobody_knows_is_refused() throws IOException {
    assertRefused(say("POST /v1/identify HTTP/9.9", "Host: localhost\n"), 400, Matter.PROTOCOL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/",
        "/v1/Track",
        "/v1/track//",
        "/v1/v1/track",
        "/track",
        "/v1/../v1/track",
        "/v1/tr%61ck",
        "/../../etc/passwd",
        "/elsewhere"
      })
  void other_paths_are_not_there(String path) throws IOException {
    assertRefused(say("POST " + path + " HTTP/1.1", "Host: localhost\n"), 404, Matter.NOT_FOUND);
    assertEquals(path, played.lastRequest().path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "OPTIONS", "DELETE", "HEAD"})
  void only_posting_is_possible(String method) throws IOException {
    String answer = say(method + " /v1/track HTTP/1.1", "Host: localhost\n");

    assertRefused(answer, 405, Matter.METHOD);
    assertTrue(answer.contains("Allow: POST\r\n"), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Length: 5~Transfer-Encoding: chunked | 400
          Content-Length: 5~Content-Length: 6 | 400
          Content-Length: -5 | 400
          Transfer-Encoding: gzip, chunked | 501
          """)
  void odd_framing_is_refused_and_leaves_no_trace(String headers, int status) throws IOException {
    String answer =
        played.say(
            "POST /v1/track HTTP/1.1\nHost: localhost\n" + headers.replace('~', '\n'), "sesame");

    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertFalse(answer.contains("sesame"), answer);
    assertEquals(0, played.ledger().totals().entries());
  }

  @Test
  void an_odd_path_is_shown_without_what_could_harm() throws IOException {
    say(
        "POST /a%1b" + "k".repeat(40) + "/" + "b/".repeat(80) + "?q=sesame HTTP/1.1",
        "Host: localhost\n");

    String shown = played.lastRequest().path();
    assertTrue(shown.startsWith("/…/b/b/"), shown);
    assertTrue(shown.length() < 110 && !shown.contains("sesame"), shown);
  }
}
