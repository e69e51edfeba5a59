package dev.blipscope.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.json.Out;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whose call it is.
class KeysTest {

  private static final String OTHER = "MarkerMarkerMarkerMarkerMarker00";

  private Played played;

  @BeforeEach
  void start() throws IOException {
    played = new Played();
  }

  @AfterEach
  void stop() throws IOException {
    played.close();
  }

  private int post(String body, String... headers) throws Exception {
    var request = played.request("/v1/identify").POST(HttpRequest.BodyPublishers.ofString(body));
    return played
        .send((headers.length == 0 ? request : request.headers(headers)).build())
        .statusCode();
  }

  @Test
  void the_key_may_stand_in_the_body() throws Exception {
    assertEquals(
        200, post("{\"writeKey\":\"" + WriteKey.SANDBOX.reveal() + "\",\"userId\":\"u\"}"));
    assertEquals("kept", played.calls().getFirst().verdict().word());
    assertTrue(played.calls().getFirst().knownKey());
  }

  @Test
  void a_token_of_another_kind_leaves_it_to_the_body() throws Exception {
    String body = "{\"writeKey\":\"" + WriteKey.SANDBOX.reveal() + "\",\"userId\":\"u\"}";

    assertEquals(200, post(body, "Authorization", "Bearer abc"));
    assertEquals(200, post(body, "Authorization", "Basic ***"));
    assertEquals(2, played.ledger().totals().kept());
  }

  @Test
  void a_wrong_key_is_answered_with_200_and_its_calls_are_dropped() throws Exception {
    assertEquals(200, post("{\"userId\":\"u\"}", "Authorization", Played.basic(OTHER)));
    assertEquals(new Verdict.Dropped(Discard.UNKNOWN_SOURCE), played.calls().getFirst().verdict());
    assertFalse(played.calls().getFirst().knownKey());

    played.sandbox().know(WriteKey.of(OTHER));
    assertEquals(200, post("{\"userId\":\"u\"}", "Authorization", Played.basic(OTHER)));
    assertEquals("kept", played.calls().getLast().verdict().word());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"writeKey\":\"\"}", "{\"writeKey\":\"abc123\"}", "{\"writeKey\":7}"})
  void an_empty_or_very_short_key_is_refused(String body) throws Exception {
    assertEquals(400, post(body));
    assertEquals(Matter.NO_KEY, played.lastRequest().matter());
    assertEquals(400, post(body, "Authorization", Played.basic("")));
    assertEquals(400, post(body, "Authorization", Played.basic("abc123")));
    assertEquals(0, played.ledger().totals().calls());
  }

  @Test
  void basic_may_come_without_its_colon() throws Exception {
    String bare =
        Base64.getEncoder()
            .encodeToString(WriteKey.SANDBOX.reveal().getBytes(StandardCharsets.UTF_8));
    assertEquals(200, post("{\"userId\":\"u\"}", "Authorization", "basic " + bare));
    assertEquals(1, played.ledger().totals().kept());
  }

  @Test
  void no_key_gets_into_the_ledger() throws Exception {
    String twice = "\"writeKey\":\"" + OTHER + "\",\"write\\u004bey\":\"" + OTHER + "\"";
    post("{" + twice + ",\"userId\":\"u\", \"traits\" : {\"a\":[1, 2]}}");
    post("{" + twice + ",\"broken\":}", "Authorization", Played.basic(OTHER));
    played.post(
        "/v1/batch",
        "{"
            + twice
            + ",\"batch\":[{"
            + twice
            + "},{\"type\":\"identify\",\"userId\":\"v\","
            + twice
            + "}]}");
    played.post("/v1/" + OTHER, "{}");
    played.post("/v1/track?writeKey=" + OTHER, "{}");

    var lines = new Out(1_000);
    played.entries().forEach(entry -> entry.writeTo(lines));
    assertFalse(lines.toString().contains("Marker"), lines.toString());
    assertFalse(played.entries().toString().contains("Marker"));
    assertEquals("{\"userId\":\"u\",\"traits\":{\"a\":[1,2]}}", played.calls().getFirst().json());
    assertEquals("/v1/…", ((Entry.Request) played.entries().get(5)).path());
  }
}
