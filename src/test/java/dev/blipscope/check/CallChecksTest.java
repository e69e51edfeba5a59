package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.json.Doc;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallChecksTest {

  @Test
  void a_sound_call_has_no_finding() {
    assertEquals(List.of(), found(track("", "")));
    assertEquals(List.of(), found("{'type':'identify','anonymousId':'a','traits':{'a':1}}"));
  }

  // Size

  @ParameterizedTest
  @CsvSource({"31999, ", "32000, note", "32768, note", "32769, error"})
  void the_size_is_noted_near_the_limit_and_an_error_above_it(int bytes, String severity) {
    var expected =
        severity == null
            ? List.<String>of()
            : List.of(severity + " segment.size  [" + bytes + ", 32768]");

    // The text itself is too long for a column; that is another matter.
    var found =
        found(track("'a':'" + "x".repeat(bytes - track("'a':''", "").length()) + "'", "")).stream()
            .filter(finding -> !finding.contains("warehouse.cut"))
            .toList();

    assertEquals(expected, found);
  }

  @Test
  void the_size_is_that_of_the_bytes_without_html_escapes() {
    String frame = track("'a':''", "");

    assertEquals(
        List.of("note segment.size  [32768, 32768]"),
        found(track("'a':'" + "<".repeat(32_768 - frame.length()) + "'", "")).subList(0, 1));
    assertEquals(
        List.of("error segment.size  [" + (frame.length() + 32_800) + ", 32768]"),
        found(track("'a':'" + "é".repeat(16_400) + "'", "")));
  }

  @Test
  void what_segment_refuses_reaches_no_warehouse() {
    String frame = track("'a':1,'#a':'','id':3,'é':4", "");
    String call =
        track("'a':1,'#a':'" + "x".repeat(32_769 - frame.length()) + "','id':3,'é':4", "");

    String largest = call.replaceFirst("xx", "");

    assertEquals("note segment.size  [32768, 32768]", found(largest).getFirst());
    assertEquals(5, found(largest).size());
    // One letter has two bytes.
    assertEquals(List.of("error segment.size  [32770, 32768]"), found(call));
  }

  // Where

  @Test
  void a_finding_knows_where_in_the_call_its_field_stands() {
    var call = Given.doc("{'type':'track','event':'','userId':'u','properties':[1]}");

    assertEquals(
        List.of("''", "[1]"),
        CallChecks.of(call).stream()
            .map(finding -> (Where.InCall) finding.where())
            .map(at -> call.written(Doc.ROOT).substring(at.from(), at.to()).replace('"', '\''))
            .toList());
    assertEquals(
        new Where.InCall("/event", 0, 0),
        CallChecks.of(Given.doc("{'type':'track','userId':'u'}")).getFirst().where());
  }

  // Who

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                               | error segment.no-id  []",
        "'userId':''                      | error segment.id-type /userId [userId]",
        "'userId':5                       | error segment.id-type /userId [userId]",
        "'userId':null                    | error segment.id-type /userId [userId]",
        "'anonymousId':''                 | error segment.id-type /anonymousId [anonymousId]",
        "'userId':'u','anonymousId':true  | error segment.id-type /anonymousId [anonymousId]"
      },
      quoteCharacter = '`')
  void a_call_needs_an_id_that_is_a_text(String ids, String expected) {
    String field = ids.equals("''") ? "" : ids + ",";

    assertEquals(List.of(expected), found("{" + field + "'type':'identify','traits':{}}"));
  }

  // What

  @ParameterizedTest
  @ValueSource(strings = {"", ",'event':''", ",'event':null", ",'event':5", ",'event':{}"})
  void a_track_needs_the_name_of_an_event(String event) {
    assertEquals(
        List.of("error segment.event-name /event []"),
        found("{'type':'track','userId':'u'" + event + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'type':'',", "'type':5,", "'type':null,"})
  void a_call_needs_a_type(String type) {
    assertEquals(
        List.of("error segment.not-string /type [type]"), found("{" + type + "'userId':'u'}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "screen"})
  void the_names_of_a_view_are_texts(String type) {
    String start = "{'type':'" + type + "','userId':'u'";

    assertEquals(List.of(), found(start + ",'name':'Home','category':'Docs'}"));
    assertEquals(List.of(), found(start + "}"));
    assertEquals(
        List.of(
            "error segment.not-string /name [name]",
            "error segment.not-string /category [category]"),
        found(start + ",'name':'','category':5}"));
  }

  @Test
  void a_track_may_have_any_name_and_category() {
    assertEquals(List.of(), found(track("", ",'name':5,'category':''")));
    assertEquals(List.of(), found("{'type':'identify','userId':'u','name':5}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "5", "[]", "null", "true"})
  void a_body_is_an_object(String body) {
    assertEquals(
        List.of("error segment.not-object /properties [properties]"),
        found("{'type':'track','event':'E','userId':'u','properties':" + body + "}"));
    assertEquals(
        List.of("error segment.not-object /traits [traits]"),
        found("{'type':'identify','userId':'u','traits':" + body + "}"));
  }

  @Test
  void too_many_properties_are_dropped() {
    assertEquals(List.of(), propertiesFindings(10_000));
    assertEquals(
        List.of("error segment.properties /properties [10001, 10000]"), propertiesFindings(10_001));
  }

  private static List<String> propertiesFindings(int properties) {
    var body = new StringBuilder("'p0':0");
    for (int i = 1; i < properties; i++) {
      body.append(",'p").append(i).append("':{'a':0}");
    }
    return found(track(body.toString(), "")).stream()
        .filter(finding -> finding.contains("segment.properties"))
        .toList();
  }

  // Its id and its moment

  @Test
  void a_message_id_is_a_text_of_less_than_a_hundred_characters() {
    assertEquals(List.of(), found(track("", ",'messageId':'" + "m".repeat(99) + "'")));
    assertEquals(
        List.of("error segment.message-id /messageId [100]"),
        found(track("", ",'messageId':'" + "m".repeat(100) + "'")));
    assertEquals(
        List.of("error segment.message-id /messageId [100]"), found(track("", ",'messageId':5")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "''", "'yesterday'", "'2025-01-08'", "'2025-01-08T16:35Z'"})
  void a_timestamp_is_a_date_with_seconds_and_zone(String timestamp) {
    assertEquals(
        List.of("warning segment.timestamp /timestamp []"),
        found(track("", ",'timestamp':" + timestamp)));
    assertEquals(List.of(), found(track("", ",'timestamp':'2025-01-08T16:35:14-03:00'")));
  }

  // Its context

  @Test
  void an_advertising_id_is_a_text() {
    assertEquals(List.of(), found(track("", ",'context':{'device':{'advertisingId':'x'},'ip':5}")));
    assertEquals(
        List.of("error segment.not-string /context/device/advertisingId [advertisingId]"),
        found(track("", ",'context':{'device':{'advertisingId':5}}")));
    assertEquals(List.of(), found(track("", ",'context':{'device':'phone'}")));
    assertEquals(List.of(), found(track("", ",'context':[1]")));
  }

  @Test
  void consent_is_told_by_true_and_false() {
    assertEquals(List.of(), consent("{'categoryPreferences':{'a':true,'b':false}}"));
    assertEquals(List.of(), consent("{'other':1}"));
    assertEquals(
        List.of(
            "error segment.consent /context/consent/categoryPreferences/a~1b []",
            "error segment.consent /context/consent/categoryPreferences/c []"),
        consent("{'categoryPreferences':{'a/b':'yes','c':1,'d':true}}"));
    assertEquals(
        List.of("error segment.consent /context/consent/categoryPreferences []"),
        consent("{'categoryPreferences':['a']}"));
  }

  @Test
  void the_event_about_consent_must_have_some() {
    String call = "{'type':'track','event':'Segment Consent Preference Updated','userId':'u'";
    var missing = List.of("error segment.consent /context/consent/categoryPreferences []");

    assertEquals(missing, found(call + "}"));
    assertEquals(missing, found(call + ",'context':{'consent':{}}}"));
    assertEquals(
        List.of(), found(call + ",'context':{'consent':{'categoryPreferences':{'a':true}}}}"));
  }

  private static List<String> consent(String consent) {
    return found(track("", ",'context':{'consent':" + consent + "}")).stream()
        .filter(finding -> !finding.contains("warehouse."))
        .toList();
  }

  private static String track(String properties, String more) {
    return "{'type':'track','event':'Event Tracked','userId':'u','properties':{"
        + properties
        + "}"
        + more
        + "}";
  }

  private static List<String> found(String call) {
    return Given.told(CallChecks.of(Given.doc(call)));
  }
}
