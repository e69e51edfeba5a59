package dev.blipscope.blip;

import static dev.blipscope.blip.Payloads.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.blipscope.blip.Detection.Rival;
import dev.blipscope.blip.Detection.Rule;
import dev.blipscope.json.Name;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DetectorTest {

  private static Detection detect(String json) {
    return Detector.detect(payload(json), null);
  }

  private static Detection decided(Kind kind, Rule rule, Kind... candidates) {
    return new Detection(kind, rule, List.of(candidates), null, null, List.of());
  }

  private static Detection unsupported(Rule rule, @Nullable Kind nearest, Kind... candidates) {
    return new Detection(null, rule, List.of(candidates), nearest, null, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          MESSAGE | {'type': 'text/plain', 'content': ''}
          MESSAGE | {'type': 'text/plain', 'from': 'a'}
          MESSAGE | {'type': 'text/plain', 'to': 'a'}
          MESSAGE | {'type': 'text/plain', 'to': 'a', 'category': null, 'lastMessageDate': null}
          EVENT   | {'category': 'a', 'action': ''}
          EVENT   | {'category': 'a', 'ownerIdentity': 'b'}
          CONTACT | {'lastMessageDate': 'a'}
          CONTACT | {'lastMessageDate': 5, 'extras': {'type': 'a', 'category': 'b'}}
          """)
  void one_marker_with_its_company_decides(Kind kind, String json) {
    assertEquals(decided(kind, Rule.ONE_CANDIDATE, kind), detect(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          EVENT   | {'type': 'text/plain', 'category': 'a', 'action': 'b'}
          MESSAGE | {'type': 'text/plain', 'content': 'a', 'category': 'b'}
          CONTACT | {'type': 'text/plain', 'category': 'b', 'lastMessageDate': 'c'}
          """)
  void of_several_markers_the_one_with_company_decides_and_that_is_our_choice(
      Kind kind, String json) {
    assertEquals(decided(kind, Rule.ONE_IN_COMPANY, kind), detect(json));
    assertEquals(Basis.ASSUMED, Rule.ONE_IN_COMPANY.basis());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          MESSAGE | {'type': 'text/plain'}
          MESSAGE | {'type': 'text/plain', 'id': 'a', 'metadata': {}}
          EVENT   | {'category': 'a'}
          EVENT   | {'category': 'a', 'type': 'b'}
          EVENT   | {'category': 'a', 'storageDate': 'b', 'content': null}
          """)
  void a_marker_without_company_is_not_believed(Kind nearest, String json) {
    assertEquals(unsupported(Rule.NO_COMPANY, nearest), detect(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "none",
      textBlock =
          """
          none    | {}
          none    | {'type': null}
          none    | {'message': {'type': 'text/plain', 'content': 'Oi'}}
          none    | {'Type': 'text/plain', 'Content': 'Oi'}
          MESSAGE | {'content': 'Oi', 'id': 'a'}
          MESSAGE | {'content': 'Oi', 'id': 'a', 'from': 'b', 'to': 'c', 'metadata': {}, 'identity': 'd'}
          EVENT   | {'ownerIdentity': 'a', 'storageDate': 'b', 'action': 'c'}
          EVENT   | {'ownerIdentity': 'a', 'storageDate': 'b', 'id': 'c', 'from': 'd'}
          CONTACT | {'identity': 'a'}
          CONTACT | {'identity': 'a', 'ownerIdentity': 'b'}
          """)
  void without_a_marker_the_nearest_kind_is_named(@Nullable Kind nearest, String json) {
    assertEquals(unsupported(Rule.NO_CANDIDATE, nearest), detect(json));
  }

  /// Mandatory fields: six of a message, four of an event, three of a contact.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          MESSAGE | MESSAGE,EVENT   | {'type': 'a', 'content': 'b', 'id': 'c', 'from': 'd', 'category': 'e', 'action': 'f'}
          EVENT   | MESSAGE,EVENT   | {'type': 'a', 'content': 'b', 'category': 'c', 'action': 'd'}
          EVENT   | EVENT,CONTACT   | {'category': 'a', 'action': 'b', 'ownerIdentity': 'c', 'lastMessageDate': 'd', 'identity': 'e'}
          CONTACT | EVENT,CONTACT   | {'category': 'a', 'action': 'b', 'lastMessageDate': 'd', 'identity': 'e'}
          CONTACT | MESSAGE,CONTACT | {'type': 'a', 'content': 'b', 'id': 'c', 'lastMessageDate': 'd', 'identity': 'e'}
          MESSAGE | MESSAGE,CONTACT | {'type': 'a', 'content': 'b', 'id': 'c', 'lastMessageDate': 'd'}
          """)
  void the_larger_share_of_mandatory_fields_wins(Kind winner, String candidates, String json) {
    assertEquals(decided(winner, Rule.LARGER_SHARE, kinds(candidates)), detect(json));
  }

  private static Kind[] kinds(String words) {
    return Stream.of(words.split(",")).map(Kind::valueOf).toArray(Kind[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          MESSAGE,EVENT         | {'type': 'a', 'content': 'b', 'id': 'c', 'category': 'd', 'action': 'e'}
          MESSAGE,CONTACT       | {'type': 'a', 'content': 'b', 'lastMessageDate': 'c'}
          MESSAGE,CONTACT       | {'type': 'a', 'content': 'b', 'id': 'i', 'from': 'f', 'lastMessageDate': 'c', 'identity': 'd', 'category': 'e', 'action': 'g'}
          MESSAGE,EVENT,CONTACT | {'type': 'a', 'content': 'b', 'id': 'c', 'from': 'd', 'to': 'e', 'metadata': {}, 'category': 'f', 'action': 'g', 'ownerIdentity': 'h', 'storageDate': 'i', 'lastMessageDate': 'j', 'identity': 'k', 'source': null, 'source': 'l'}
          """)
  void a_tie_names_those_that_are_even_and_no_others(String even, String json) {
    var detection = detect(json);

    assertEquals(List.of(kinds(even)), detection.candidates());
    assertEquals(Rule.TIE, detection.rule());
    assertNull(detection.kind());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'type': 'a', 'content': 'b', 'category': 'd', 'action': 'e'}
          {'type': 'a', 'content': 'b', 'id': 'c', 'category': 'd', 'action': 'e'}
          {'type': 'a'}
          {}
          """)
  void a_receiver_kept_for_one_kind_decides_where_the_payload_does_not(String json) {
    for (var reserved : Kind.values()) {
      var detection = Detector.detect(payload(json), reserved);

      assertEquals(reserved, detection.kind());
      assertEquals(Rule.RESERVED_RECEIVER, detection.rule());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_receiver_changes_nothing_where_the_payload_decides(Kind reserved) {
    var contact = payload("{'lastMessageDate': 'a'}");
    var command = payload("{'method': 'get', 'uri': '/'}");

    assertEquals(Detector.detect(contact, null), Detector.detect(contact, reserved));
    assertEquals(Detector.detect(command, null), Detector.detect(command, reserved));
  }

  @Test
  void a_foreign_shape_comes_before_any_marker() {
    assertEquals(
        new Detection(
            null,
            Rule.FOREIGN_SHAPE,
            List.of(),
            null,
            new Foreign.Sighting(Foreign.COMMAND, List.of(Name.of("method"), Name.of("uri"))),
            List.of()),
        detect("{'type': 'a', 'content': 'b', 'method': 'get', 'uri': '/'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "none",
      textBlock =
          """
          none          | {'lastMessageDate': 'a', 'identity': 'b', 'source': 'c'}
          SOURCE        | {'type': 'a', 'content': 'b', 'source': 'c'}
          SOURCE, SEQUENTIAL_ID | {'type': 'a', 'content': 'b', 'source': 'c', 'sequentialId': 1}
          SOURCE, SEQUENTIAL_ID | {'category': 'k', 'action': 'z', 'source': 's', 'sequentialId': 1}
          SOURCE        | {'sequentialId': 1, 'status': 'Open', 'source': 'c'}
          SOURCE        | {'category': 'a', 'action': 'b', 'source': 'c'}
          SOURCE        | {'source': 'c'}
          SOURCE        | {'identity': 'a', 'source': 'c'}
          SOURCE        | {'type': 'a', 'content': 'b', 'id': 'c', 'category': 'd', 'action': 'e', 'source': 'f'}
          none          | {'type': 'a', 'content': 'b', 'source': null, 'sequentialId': null}
          SEQUENTIAL_ID | {'type': 'a', 'content': 'b', 'sequentialId': 1}
          SEQUENTIAL_ID | {'lastMessageDate': 'a', 'source': 'c', 'sequentialId': 1}
          SEQUENTIAL_ID | {'sequentialId': 1}
          SEQUENTIAL_ID | {'method': 'get', 'uri': '/', 'sequentialId': 1}
          none          | {'sequentialId': 1, 'status': 'Open'}
          """)
  void the_rule_of_thumb_of_others_is_told_where_it_disagrees(
      @Nullable String rivals, String json) {
    assertEquals(rivals == null ? "[]" : "[" + rivals + "]", detect(json).rivals().toString());
  }

  @Test
  void of_keys_that_stand_twice_the_last_counts() {
    assertEquals(
        unsupported(Rule.NO_CANDIDATE, Kind.EVENT),
        detect("{'category': 'a', 'action': 'b', 'category': null}"));
  }

  @Test
  void the_evidence_lists_each_marker_and_mandatory_field() {
    var doc = payload("{'type': 'a', 'content': 'b', 'id': null, 'identity': 'c'}");

    assertEquals(
        List.of(
            evidence("type", true, "message", true),
            evidence("content", true, "message", false),
            evidence("id", false, "message", false),
            evidence("from", false, "message", false),
            evidence("to", false, "message", false),
            evidence("metadata", false, "message", false),
            evidence("ownerIdentity", false, "event", false),
            evidence("storageDate", false, "event", false),
            evidence("category", false, "event", true),
            evidence("action", false, "event", false),
            evidence("lastMessageDate", false, "contact", true),
            evidence("identity", true, "contact", false),
            evidence("source", false, "contact", false)),
        Evidence.of(doc, Detector.detect(doc, null)));
  }

  private static Evidence evidence(
      String field, boolean present, String speaksFor, boolean marker) {
    return new Evidence(Name.of(field), present, speaksFor, marker, Basis.DOCUMENTED);
  }

  @Test
  void the_evidence_begins_with_what_gave_a_foreign_shape_away() {
    var doc = payload("{'batch': []}");

    assertEquals(
        new Evidence(Name.of("batch"), true, "segment", false, Basis.ASSUMED),
        Evidence.of(doc, Detector.detect(doc, null)).getFirst());
  }

  @Test
  void a_kind_tells_which_mandatory_fields_a_payload_lacks() {
    assertEquals(
        List.of(Name.of("storageDate"), Name.of("action")),
        Kind.EVENT.lacks(payload("{'ownerIdentity': 'a', 'category': 'b', 'action': null}")));
  }

  @ParameterizedTest
  @CsvSource({
    "FOREIGN_SHAPE, foreign-shape, assumed",
    "ONE_CANDIDATE, one-candidate, documented",
    "ONE_IN_COMPANY, one-in-company, assumed",
    "LARGER_SHARE, larger-share, assumed",
    "TIE, tie, assumed",
    "NO_CANDIDATE, no-candidate, documented",
    "NO_COMPANY, no-company, assumed",
    "RESERVED_RECEIVER, reserved-receiver, documented",
  })
  void each_rule_says_on_whose_word_it_stands(Rule rule, String word, String basis) {
    assertEquals(List.of(word, basis), List.of(rule.word(), rule.basis().word()));
  }

  @Test
  void the_rivals_have_the_words_that_integrators_use() {
    assertEquals("source -> contact", Rival.SOURCE.word());
    assertEquals("sequentialId -> ticket", Rival.SEQUENTIAL_ID.word());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          category-alone.json                   | unsupported | no-company     | -
          direction-with-sender.json            | message     | one-candidate  | -
          empty-object.json                     | unsupported | no-candidate   | -
          event-word-on-a-message.json          | message     | one-candidate  | -
          markers-in-other-letters.json         | unsupported | no-candidate   | -
          markers-only-deeper.json              | unsupported | no-candidate   | -
          no-marker-message.json                | unsupported | no-candidate   | -
          no-marker.json                        | unsupported | no-candidate   | -
          rival-sequential-id-on-a-contact.json | contact     | one-candidate  | sequentialId -> ticket
          rival-sequential-id-on-a-message.json | message     | one-candidate  | sequentialId -> ticket
          rival-source-on-a-message.json        | message     | one-candidate  | source -> contact
          rival-source-on-an-event.json         | event       | one-candidate  | source -> contact
          second-marker-null.json               | message     | one-candidate  | -
          second-marker-without-company.json    | event       | one-in-company | -
          state-on-a-message.json               | message     | one-candidate  | -
          status-on-a-message.json              | message     | one-candidate  | -
          thread-overview.json                  | unsupported | no-candidate   | -
          tie-at-one-half.json                  | unsupported | tie            | -
          tie-event-and-contact.json            | unsupported | tie            | source -> contact
          tie-message-and-event.json            | unsupported | tie            | -
          tie-of-three.json                     | unsupported | tie            | source -> contact
          type-alone.json                       | unsupported | no-company     | -
          type-track-on-a-message.json          | message     | one-candidate  | -
          winner-contact-over-event.json        | contact     | larger-share   | -
          winner-contact-over-message.json      | contact     | larger-share   | -
          winner-event-over-contact.json        | event       | larger-share   | -
          winner-event-over-message.json        | event       | larger-share   | -
          winner-message-over-contact.json      | message     | larger-share   | -
          winner-message-over-event.json        | message     | larger-share   | -
          """)
  void a_sample_is_what_its_name_says(
      String file, String kind, String rule, @Nullable String rival) {
    var detection = Detector.detect(Payloads.sample("kinds/" + file), null);

    assertEquals(kind, detection.kind() == null ? "unsupported" : detection.kind().word());
    assertEquals(rule, detection.rule().word());
    assertEquals(rival, detection.rivalWords());
  }
}
