package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  private static final String CONTACT = "{\"lastMessageDate\":\"x\",\"identity\":\"é\"}";
  private static final String QUOTED = Shuffled.quoted(CONTACT);
  private static final String BASE64 =
      "\"" + Base64.getEncoder().encodeToString(CONTACT.getBytes(StandardCharsets.UTF_8)) + "\"";

  private static Optional<Envelope> envelope(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 0, bytes.length, true), json);
    return Envelope.in(scanner.doc(), Place.START);
  }

  private static void assertHolds(Form form, String json) {
    var envelope = envelope(json);
    assertTrue(envelope.isPresent(), json);
    assertEquals(form, envelope.get().form(), json);
    assertEquals(
        List.of(CONTACT),
        envelope.get().bodies().stream()
            .map(body -> new String(body.bytes(), StandardCharsets.UTF_8))
            .toList(),
        json);
  }

  private static void assertEmpty(String json) {
    assertEquals(List.of(), envelope(json).orElseThrow().bodies(), json);
  }

  private static void assertNone(String json) {
    assertTrue(envelope(json).isEmpty(), json);
  }

  @Test
  void a_har_holds_what_was_posted() {
    String log = "{\"log\":{\"version\":\"1.2\",\"entries\":[%s]}}";
    String get = "{\"request\":{\"method\":\"GET\"},\"response\":{}}";
    String post = "{\"request\":{\"postData\":{\"text\":%s}}}";
    assertHolds(Form.HAR, log.formatted(get + "," + post.formatted(QUOTED)));
    assertHolds(Form.HAR, log.formatted(post.formatted(BASE64 + ",\"encoding\":\"base64\"")));
    assertHolds(Form.HAR, log.formatted(post.formatted("\"a=b\"") + "," + post.formatted(QUOTED)));
    assertEmpty(log.formatted(get));
    assertEmpty(log.formatted(""));
    assertNone(log.formatted("1"));
    assertNone("{\"log\":\"x\"}");
    assertNone("{\"log\":{\"entries\":{}}}");
  }

  @Test
  void a_single_entry_of_a_har_is_opened_too() {
    assertHolds(
        Form.REQUEST_BIN,
        "{\"request\":{\"method\":\"POST\",\"url\":\"x\",\"postData\":{\"text\":" + QUOTED + "}}}");
  }

  @Test
  void requests_of_all_tools_hold_their_body() {
    for (String request :
        List.of(
            // webhook.site
            "{\"uuid\":\"1\",\"type\":\"web\",\"method\":\"POST\",\"ip\":\"x\",\"content\":%s}",
            // RequestBin
            "{\"id\":\"1\",\"method\":\"POST\",\"path\":\"/\",\"headers\":{},\"body\":%s}",
            // Beeceptor and others with the request inside
            "{\"request\":{\"method\":\"PUT\",\"headers\":[],\"body\":%s},\"response\":{}}",
            "{\"request\":{\"method\":\"PUT\",\"headers\":[],\"body\":{\"mode\":\"raw\",\"raw\":%s}}}",
            // n8n
            "{\"headers\":{},\"params\":{},\"query\":{},\"body\":%s}",
            // functions in the cloud
            "{\"httpMethod\":\"POST\",\"headers\":{},\"body\":%s,\"isBase64Encoded\":false}",
            "{\"version\":\"2.0\",\"headers\":{},\"requestContext\":{},\"body\":%s}",
            "{\"method\":\"POST\",\"url\":\"x\",\"body\":\"\",\"rawBody\":%s}",
            "{\"event\":{\"method\":\"POST\",\"headers\":{},\"bodyRaw\":%s}}")) {
      assertHolds(Form.REQUEST_BIN, request.formatted(QUOTED));
      assertHolds(Form.REQUEST_BIN, request.formatted(CONTACT));
      assertHolds(Form.REQUEST_BIN, "{\"data\":[" + request.formatted(QUOTED) + ",1,{}]}");
    }
  }

  @Test
  void bodies_in_base64_are_decoded() {
    assertHolds(
        Form.REQUEST_BIN,
        "{\"method\":\"POST\",\"client_address\":\"x\",\"request_payload_base64\":" + BASE64 + "}");
    assertHolds(
        Form.REQUEST_BIN,
        "{\"httpMethod\":\"POST\",\"path\":\"/\",\"isBase64Encoded\":true,\"body\":"
            + BASE64
            + "}");
    assertEmpty("{\"method\":\"POST\",\"request_payload_base64\":\"====a\"}");
    assertEmpty("{\"method\":\"POST\",\"request_payload_base64\":\"b2k=\"}");
  }

  @Test
  void requests_without_a_json_body_are_passed_over() {
    assertEmpty("{\"method\":\"GET\",\"headers\":{}}");
    assertEmpty("{\"method\":\"GET\",\"headers\":{},\"body\":{}}");
    assertEmpty("{\"method\":\"POST\",\"headers\":{},\"body\":\"a=b\",\"content\":null}");
    assertEmpty("{\"method\":\"POST\",\"headers\":{},\"body\":\"  \"}");
    assertEmpty("{\"data\":[{\"method\":\"GET\",\"headers\":{}}]}");
  }

  @Test
  void a_collection_of_requests_holds_the_bodies_of_all_its_folders() {
    String request = "{\"name\":\"x\",\"request\":{\"body\":{\"mode\":\"raw\",\"raw\":%s}}}";
    assertHolds(
        Form.REQUEST_BIN,
        "{\"info\":{},\"item\":[{\"item\":["
            + request.formatted(QUOTED)
            + "]},"
            + request.formatted("\"a=b\"")
            + ",{\"request\":\"http://x\"},{}]}");
    assertNone("{\"info\":{},\"item\":[{}]}");
    assertNone("{\"item\":[" + request.formatted(QUOTED) + "]}");
  }

  @Test
  void no_payload_and_nothing_else_of_blip_is_taken_for_an_export() {
    for (String payload :
        List.of(
            CONTACT,
            "{}",
            "{\"type\":\"text/plain\",\"content\":\"{}\",\"id\":\"1\",\"from\":\"a\",\"to\":\"b\"}",
            "{\"method\":\"set\",\"uri\":\"/contacts\",\"resource\":{\"headers\":{}},\"headers\":{}}",
            "{\"event\":\"received\",\"id\":\"1\",\"method\":\"POST\"}",
            "{\"method\":\"POST\",\"headers\":{},\"metadata\":{},\"content\":{}}",
            "{\"event\":{\"method\":\"POST\",\"headers\":{}},\"from\":\"x\"}",
            "{\"request\":{\"a\":1},\"data\":[1],\"items\":[{}],\"results\":{}}",
            "{\"method\":\"POST\",\"content\":{}}",
            "{\"headers\":{},\"body\":{}}",
            "{\"event\":\"{}\"}",
            "{\"type\":\"track\",\"batch\":[],\"userId\":\"1\"}")) {
      assertNone(payload);
    }
    assertNone("[1]");
  }

  @Test
  void no_sample_but_the_exports_is_taken_for_one() throws IOException {
    try (var files = Files.walk(Path.of("sample-payloads"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        var scanner = new Scanner();
        if (scanner.scan(bytes, 0, bytes.length, true) == Scanner.Outcome.VALUE) {
          String name = String.valueOf(file.getFileName());
          boolean export = name.startsWith("webhook-site") || name.startsWith("pipedream");
          assertEquals(
              export && !name.contains("expected"),
              Envelope.in(scanner.doc(), Place.START).isPresent(),
              name);
        }
      }
    }
  }

  @Test
  void a_text_looks_like_json_by_its_first_sign() {
    assertTrue(Envelope.looksLikeJson("{"));
    assertTrue(Envelope.looksLikeJson(" \n\t[1]"));
    assertFalse(Envelope.looksLikeJson("x{"));
    assertFalse(Envelope.looksLikeJson(" "));
    assertFalse(Envelope.looksLikeJson(""));
  }

  @Test
  void payloads_of_an_export_are_where_they_stand_in_it() {
    String export =
        "[\n {\"method\":\"POST\", \"headers\":{},\n  \"body\": "
            + CONTACT
            + "},\n {\"method\":\"POST\", \"headers\":{},\n  \"body\": "
            + QUOTED
            + "},\n {\"method\":\"POST\", \"request_payload_base64\": "
            + BASE64
            + "}]";

    var places = Seen.in(export).stream().map(Seen::place).toList();

    int first = export.indexOf(CONTACT);
    int second = export.indexOf(QUOTED) + 1;
    int third = export.indexOf(BASE64);
    assertEquals(
        List.of(new Place(3, 11, first), new Place(5, 12, second), new Place(6, 46, third)),
        places);
  }
}
