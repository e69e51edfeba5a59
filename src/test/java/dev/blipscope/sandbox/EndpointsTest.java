package dev.blipscope.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each door of the API takes what it is documented to take.
class EndpointsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"track", "identify", "page", "screen", "group", "alias", "track/", "alias/"})
  void each_path_takes_a_call_of_its_type(String path) throws Exception {
    try (var played = new Played()) {
      var answer =
          played.post(
              "/v1/" + path, "{\"userId\":\"ana\",\"event\":\"Bought\",\"messageId\":\"m-1\"}");

      assertEquals(200, answer.statusCode());
      assertEquals("{\"success\":true}", answer.body());
      assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
      var call = played.calls().getFirst();
      assertEquals(
          path.replace("/", ""), String.valueOf(call.type() == null ? "" : call.type().word()));
      assertEquals("kept", call.verdict().word());
      assertEquals(Played.NOON, call.receivedAt());
    }
  }

  @Test
  void a_batch_brings_many_calls() throws Exception {
    try (var played = new Played()) {
      for (String path : new String[] {"batch", "batch/", "import", "import/"}) {
        var answer =
            played.post(
                "/v1/" + path,
                """
                {"batch":[
                  {"type":"track","event":"Bought","userId":"ana"},
                  {"type":"identify","userId":"ana"}]}
                """);
        assertEquals("{\"success\":true}", answer.body());
      }

      assertEquals(8, played.ledger().totals().kept());
      assertEquals("/v1/import", played.calls().getLast().path());
    }
  }
}
