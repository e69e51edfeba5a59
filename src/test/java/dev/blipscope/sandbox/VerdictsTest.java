package dev.blipscope.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.blipscope.json.Out;
import dev.blipscope.segment.Table;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Segment would do behind its 200.
class VerdictsTest {

  private static final String CASES =
      """
      {"event":"E","userId":"u"} | MISSING_TYPE
      {"type":"","event":"E","userId":"u"} | MISSING_TYPE
      {"type":7,"userId":"u"} | MISSING_TYPE
      {"type":"trcak","userId":"u"} | INVALID_TYPE
      "no object" | MISSING_TYPE
      {"type":"track","event":"E"} | NO_USER_ANON_ID
      {"type":"alias","previousId":"p"} | ID_REQUIRED
      {"type":"track","event":"E","userId":""} | ID_NOT_STRING
      {"type":"track","event":"E","userId":5} | ID_NOT_STRING
      {"type":"track","event":"E","userId":"u","anonymousId":null} | ID_NOT_STRING
      {"type":"track","userId":"u"} | EVENT_NOT_DEFINED
      {"type":"track","event":null,"userId":"u"} | EVENT_NOT_DEFINED
      {"type":"track","event":"","userId":"u"} | EVENT_NOT_DEFINED
      {"type":"track","event":["E"],"userId":"u"} | EVENT_NOT_STRING
      {"type":"track","event":"E","userId":"u","properties":[]} | PROPERTIES_NOT_OBJECT
      {"type":"identify","userId":"u","traits":"t"} | TRAITS_NOT_OBJECT
      {"type":"page","userId":"u","name":""} | NAME_NOT_STRING
      {"type":"screen","userId":"u","name":1} | NAME_NOT_STRING
      {"type":"page","userId":"u","category":false} | CATEGORY_NOT_STRING
      {"type":"track","event":"Segment Consent Preference Updated","userId":"u"} \
      | CONSENT_CATEGORYPREFERENCES_SHOULD_EXIST
      {"type":"identify","userId":"u","context":{"consent":{"categoryPreferences":[]}}} \
      | CONSENT_CATEGORYPREFERENCES_FIELDS_SHOULD_BE_OBJECT
      {"type":"identify","userId":"u","context":{"consent":{"categoryPreferences":{"a":"y"}}}} \
      | CONSENT_CATEGORYPREFERENCES_FIELDS_SHOULD_BE_BOOL
      {"type":"identify","userId":"u","context":{"consent":{"version":"2"}}} \
      | CONSENT_VERSION_SHOULD_BE_NUMBER
      {"type":"identify","userId":"u","context":{"device":{"advertisingId":7}}} \
      | DEVICE_ADVERTISINGID_SHOULD_BE_STRING
      """;

  private static Verdict ofItem(Played played, String item) throws Exception {
    assertEquals(200, played.post("/v1/batch", "{\"batch\":[" + item + "]}").statusCode());
    return played.calls().getLast().verdict();
  }

  @Test
  void each_documented_reason_drops_a_call_behind_a_200() throws Exception {
    var seen = EnumSet.noneOf(Discard.class);
    try (var played = new Played()) {
      for (String line : CASES.lines().toList()) {
        var parts = List.of(line.split(" \\| ", -1));
        var reason = Discard.valueOf(parts.get(1));

        assertEquals(new Verdict.Dropped(reason), ofItem(played, parts.get(0)), line);
        seen.add(reason);
      }
      // The last batch held errors only.
      assertEquals(Matter.EMPTY_BATCH_RESULT, played.lastRequest().matter());
      assertEquals(CASES.lines().count(), played.ledger().totals().dropped());
    }
    assertEquals(
        EnumSet.of(
            Discard.UNKNOWN_SOURCE,
            Discard.SOURCE_DISABLED,
            Discard.LOCKED_WORKSPACE,
            Discard.TOO_MANY_ITEMS),
        EnumSet.complementOf(seen));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"track","event":"Message Sent","anonymousId":"a"} | tracks, message_sent
          {"type":"track","event":"---","userId":"u"} | tracks
          {"type":"identify","userId":"u","traits":{}} | identifies, users
          {"type":"identify","anonymousId":"a"} | identifies
          {"type":"page","userId":"u","name":"Home","category":"Docs"} | pages
          {"type":"screen","userId":"u"} | screens
          {"type":"group","userId":"u","groupId":"g"} | groups, accounts
          {"type":"alias","userId":"u","previousId":"p"} | aliases
          {"type":"identify","userId":"u","context":{"consent":{"version":2,\
          "categoryPreferences":{"a":true}},"device":{"advertisingId":"x"}}} | identifies, users
          """)
  void a_good_call_is_kept_and_says_which_tables_get_a_row(String item, String tables)
      throws Exception {
    try (var played = new Played()) {
      assertEquals(new Verdict.Kept(List.of(tables.split(", ", -1))), ofItem(played, item));
      for (String table : tables.split(", ", -1)) {
        assertEquals(1, played.ledger().totals().rows().get(table));
      }
    }
  }

  @Test
  void the_context_of_a_batch_is_the_context_of_its_calls() throws Exception {
    try (var played = new Played()) {
      played.post(
          "/v1/batch",
          """
          {"context":{"device":{"advertisingId":1}},"batch":[
            {"type":"identify","userId":"u"},
            {"type":"identify","userId":"u","context":{"device":{"advertisingId":"own"}}}]}
          """);

      var calls = played.calls();
      assertEquals(
          new Verdict.Dropped(Discard.DEVICE_ADVERTISINGID_SHOULD_BE_STRING),
          calls.getFirst().verdict());
      assertEquals("kept", calls.getLast().verdict().word());
      assertEquals(Matter.MULTI_USER_ERROR, played.lastRequest().matter());
    }
  }

  @Test
  void the_columns_of_a_kept_call_can_be_asked_for() throws Exception {
    try (var played = new Played()) {
      played.post("/v1/track", "{\"event\":\"Bought\",\"userId\":\"u\",\"properties\":{\"a\":1}}");
      played.post("/v1/track", "{\"event\":\"Bought\"}");

      var tables = played.calls().getFirst().tables();
      assertEquals(List.of("tracks", "bought"), tables.stream().map(Table::name).toList());
      assertEquals("a", tables.getLast().columns().getLast().name());
      assertEquals(List.of(), played.calls().getLast().tables());
    }
  }

  @Test
  void the_path_says_the_type_whatever_the_call_says() throws Exception {
    try (var played = new Played()) {
      played.post("/v1/identify", "{\"type\":\"track\",\"userId\":\"u\"}");

      assertEquals(CallType.IDENTIFY, played.calls().getFirst().type());
      assertEquals("identifies", played.calls().getFirst().tables().getFirst().name());
    }
  }

  @Test
  void a_call_keeps_its_tokens_and_loses_its_blanks() throws Exception {
    try (var played = new Played()) {
      played.post(
          "/v1/track",
          "\n{ \"userId\" : \"an\\u0061\",\n\"event\":\"E\", \"n\": 1.0, \"n\": 12345678901234567890 }\n");

      var call = played.calls().getFirst();
      assertEquals(
          "{\"userId\":\"an\\u0061\",\"event\":\"E\",\"n\":1.0,\"n\":12345678901234567890}",
          call.json());
      assertEquals("ana", call.userId());
      assertEquals("E", call.event());
    }
  }

  @Test
  void the_time_of_a_call_is_set_right_by_the_clock_of_who_sent_it() throws Exception {
    // Whoever sent it has a clock that is an hour late, and the call happened ten minutes before.
    String call =
        "{\"userId\":\"u\",\"timestamp\":\"2026-01-08T10:50:00.000Z\",\"sentAt\":\"2026-01-08T11:00:00Z\"}";
    try (var played = new Played()) {
      played.post("/v1/identify", call);
      assertEquals("2026-01-08T11:50:00Z", played.calls().getLast().timestamp().toString());
      assertEquals("2026-01-08T11:00:00Z", String.valueOf(played.calls().getLast().sentAt()));

      played.post("/v1/identify", "{\"userId\":\"u\",\"timestamp\":\"2026-01-08T08:00:00-03:00\"}");
      assertEquals("2026-01-08T11:00:00Z", played.calls().getLast().timestamp().toString());
      assertNull(played.calls().getLast().sentAt());

      for (String none :
          List.of("\"soon\"", "7", "\"+12026-01-08T10:50:00Z\"", "\"2026-01-08T10:50:99Z\"")) {
        played.post("/v1/identify", "{\"userId\":\"u\",\"timestamp\":" + none + "}");
        assertEquals(Played.NOON, played.calls().getLast().timestamp());
      }

      played.post(
          "/v1/batch",
          "{\"sentAt\":\"2026-01-08T11:59:00Z\",\"batch\":[{\"type\":\"identify\",\"userId\":\"u\","
              + "\"timestamp\":\"2026-01-01T00:00:00Z\"}]}");
      assertEquals("2026-01-01T00:01:00Z", played.calls().getLast().timestamp().toString());
    }
  }

  @Test
  void a_request_has_its_line_too() throws Exception {
    try (var played = new Played()) {
      played.post("/v1/batch", "{\"batch\":[]}");

      var out = new Out(10);
      played.lastRequest().writeTo(out);
      assertEquals(
          "{\"number\":1,\"receivedAt\":\"2026-01-08T12:00:00.000Z\",\"path\":\"/v1/batch\","
              + "\"verdict\":\"noted\",\"reason\":\"empty_batch\",\"status\":200}\n",
          out.toString());
    }
  }
}
