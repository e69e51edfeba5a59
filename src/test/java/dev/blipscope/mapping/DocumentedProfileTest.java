package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Payloads;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedProfileTest {

  private static Mapped map(String payload) {
    return Mapped.by("documented", payload);
  }

  @Test
  void a_message_becomes_a_track_call_with_its_own_fields() {
    var mapped =
        map(
            "{'type': 'text/plain', 'content' : 'Oi \\u00e9', 'id': 1.0, 'from': 'a@0mn.io/x',"
                + " 'to': 'bot@msging.net', 'odd': [ 1, {'b' : null} ], 'none': null,"
                + " 'metadata': {'#envelope.storageDate': '2025-01-08T16:35:14.5Z'}}");

    assertEquals(
        ("{'type':'track','event':'Message Received','userId':'a@0mn.io','messageId':%s,"
                + "'timestamp':'2025-01-08T16:35:14.500Z','properties':{'type':'text/plain',"
                + "'content':'Oi \\u00e9','id':1.0,'from':'a@0mn.io/x','to':'bot@msging.net',"
                + "'odd':[1,{'b':null}],'none':null,"
                + "'metadata':{'#envelope.storageDate':'2025-01-08T16:35:14.5Z'}}}")
            .replace('\'', '"')
            .formatted(mapped.at("/messageId")),
        mapped.text());
    assertEquals(Map.of(), mapped.missing());
  }

  @Test
  void an_event_becomes_a_track_call_with_its_own_fields() {
    var mapped =
        map(
            "{'ownerIdentity': 'bot@msging.net', 'contact': {'Identity': 'a@0mn.io'},"
                + " 'storageDate': '2025-01-08T16:35:14-03:00', 'category': 'flow', 'action': ''}");

    assertEquals(
        ("{'type':'track','event':'Event Tracked','userId':'a@0mn.io','messageId':%s,"
                + "'timestamp':'2025-01-08T19:35:14.000Z','properties':{"
                + "'ownerIdentity':'bot@msging.net','contact':{'Identity':'a@0mn.io'},"
                + "'storageDate':'2025-01-08T16:35:14-03:00','category':'flow','action':''}}")
            .replace('\'', '"')
            .formatted(mapped.at("/messageId")),
        mapped.text());
  }

  @Test
  void a_contact_becomes_an_identify_call_without_a_time() {
    var mapped =
        map("{'lastMessageDate': '2025-01-08T16:35:14Z', 'identity': 'a@0mn.io', 'source': 'x'}");

    assertEquals(
        ("{'type':'identify','userId':'a@0mn.io','messageId':%s,'traits':{"
                + "'lastMessageDate':'2025-01-08T16:35:14Z','identity':'a@0mn.io','source':'x'}}")
            .replace('\'', '"')
            .formatted(mapped.at("/messageId")),
        mapped.text());
    assertEquals(Map.of(), mapped.missing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Message Received | a@0mn.io              | bot@msging.net
          Message Sent     | bot@msging.net        | a@0mn.io
          Message Sent     | bot@msging.net        | other@msging.net
          Message Received | x@tunnel.msging.net/y | bot@msging.net
          """)
  void the_event_is_named_by_the_direction(String event, String from, String to) {
    var mapped = map("{'type': 'a/b', 'from': '" + from + "', 'to': '" + to + "'}");

    assertEquals('"' + event + '"', mapped.at("/event"));
    assertEquals(
        Provenance.Derived.of(Fact.DIRECTION, mapped.node("/from"), mapped.node("/to")),
        mapped.story("/event"));
  }

  @Test
  void of_fields_that_stand_twice_the_last_is_kept() {
    assertEquals(
        "{\"lastMessageDate\":\"b\",\"extras\":{\"d\":2},\"identity\":\"x\"}",
        map("{'identity': 5, 'lastMessageDate': 'a', 'lastMessageDate': 'b',"
                + " 'extras': {'d': 1, 'd': 2}, 'identity': 'x'}")
            .at("/traits"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'identity': null,", "'identity': ' ',", "'identity': 5,"})
  void a_contact_without_identity_gets_an_anonymous_id(String identity) {
    var mapped = map("{" + identity + "'lastMessageDate': 'a'}");

    assertEquals("-", mapped.at("/userId"));
    assertTrue(mapped.at("/anonymousId").matches("\"[0-9a-f-]{36}\""));
    assertEquals(Map.of("/userId", new Absence.NotConcluded(Fact.CONTACT)), mapped.missing());
    assertEquals(
        new Provenance.Derived(Fact.ANONYMOUS_ID, List.of(Doc.ROOT)), mapped.story("/anonymousId"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'#envelope.storageDate': '2025-01-08'}
          {'#envelope.storageDate': 1736354114687}
          """)
  void a_time_that_is_none_is_missing_with_its_reason(String metadata) {
    var mapped =
        map("{'type': 'a/b', 'from': 'a@0mn.io', 'to': 'b', 'metadata': " + metadata + "}");

    assertEquals("-", mapped.at("/timestamp"));
    assertEquals(
        Map.of(
            "/timestamp",
            new Absence.NotConvertible(
                new Provenance.Copied(mapped.node("/metadata/#envelope.storageDate")),
                TargetType.INSTANT)),
        mapped.missing());
  }

  @Test
  void a_time_that_is_not_there_is_missing_with_its_reason() {
    var pointer = Pointer.of("/metadata/#envelope.storageDate");

    assertEquals(
        new Absence.NotInPayload(pointer),
        map("{'type': 'a/b', 'from': 'a@0mn.io', 'date': '2025-01-08T16:35:14Z'}")
            .missing()
            .get("/timestamp"));
    assertEquals(
        new Absence.IsNull(pointer),
        map("{'type': 'a/b', 'from': 'a', 'metadata': {'#envelope.storageDate': null}}")
            .missing()
            .get("/timestamp"));
  }

  @Test
  void each_field_tells_its_story_its_grounds_and_its_place_in_the_call() {
    var mapped =
        map(
            "{'category': 'flow', 'action': 'a', 'storageDate': '2025-01-08T16:35:14Z',"
                + " 'identity': 'b@0mn.io/x'}");

    assertEquals(
        Map.of(
            "/type", new Provenance.Fixed(),
            "/event", new Provenance.Fixed(),
            "/userId", Provenance.Derived.of(Fact.CONTACT, mapped.node("/identity")),
            "/messageId",
                Provenance.Derived.of(
                    Fact.MESSAGE_ID,
                    mapped.node("/identity"),
                    mapped.node("/storageDate"),
                    mapped.node("/category"),
                    mapped.node("/action")),
            "/timestamp",
                new Provenance.Converted(
                    new Provenance.Copied(mapped.node("/storageDate")), TargetType.INSTANT),
            "/properties/category", new Provenance.Copied(mapped.node("/category")),
            "/properties/action", new Provenance.Copied(mapped.node("/action")),
            "/properties/storageDate", new Provenance.Copied(mapped.node("/storageDate")),
            "/properties/identity", new Provenance.Copied(mapped.node("/identity"))),
        mapped.draft().fields().stream()
            .collect(
                Collectors.toMap(
                    field -> field.pointer(mapped.payload()).toString(), Filled::story)));
    for (var field : mapped.draft().fields()) {
      assertEquals(
          mapped.at(field.pointer(mapped.payload()).toString()),
          mapped.text().substring(field.from(), field.to()));
    }
    assertEquals(mapped.text().length(), mapped.draft().length());
  }

  /// What the vendor's pages say is documented; the rest is ours, and says so.
  @ParameterizedTest
  @CsvSource({
    "documented, /type",
    "documented, /event",
    "documented, /userId",
    "documented, /timestamp",
    "assumed, /messageId",
    "assumed, /properties/content",
    "assumed, /properties/metadata",
  })
  void each_field_says_on_whose_word_it_stands(String basis, String pointer) {
    var mapped = Mapped.by("documented", Payloads.sample("seed/message-plain-text-whatsapp.json"));

    assertEquals(basis, mapped.field(pointer).grounds().basis().word());
  }

  @Test
  void what_hangs_on_addresses_that_leave_a_choice_is_assumed() {
    var sure = map("{'type': 'a/b', 'from': 'a@0mn.io', 'to': 'b@msging.net'}");
    var doubt = map("{'type': 'a/b', 'from': 'a@tunnel.msging.net', 'to': 'b@msging.net'}");

    for (String pointer : List.of("/event", "/userId")) {
      var word = sure.field(pointer).grounds().word();
      assertEquals(
          new Grounds(Basis.ASSUMED, "our choice where the two addresses leave one; " + word),
          doubt.field(pointer).grounds());
    }
    assertEquals(sure.field("/type").grounds(), doubt.field("/type").grounds());
  }

  @Test
  void an_anonymous_id_stands_on_the_word_of_the_rule_that_found_nobody() {
    var nobody = map("{'lastMessageDate': 'a'}").field("/anonymousId").grounds();
    var doubt = map("{'type': 'a/b', 'from': 'a', 'to': 'b'}");

    assertEquals(
        new Grounds(
            Basis.DOCUMENTED,
            "Blip Source, Stream: the contact identity is the userId;"
                + " without one an anonymousId is generated"),
        nobody);
    assertEquals(Basis.ASSUMED, doubt.field("/anonymousId").grounds().basis());
    assertEquals(Basis.ASSUMED, doubt.draft().missing().getFirst().grounds().basis());
  }

  @Test
  void what_is_kept_stands_in_the_properties_even_if_it_is_nothing_but_the_marker() {
    assertEquals("{\"lastMessageDate\":0}", map("{'lastMessageDate': 0}").at("/traits"));
  }

  @Test
  void the_rest_of_a_draft_says_what_became_of_the_other_fields() {
    assertEquals(
        new Rest.Kept(
            Pointer.of("/traits"),
            map("{'lastMessageDate': 0}").field("/traits/lastMessageDate").grounds()),
        map("{'lastMessageDate': 0}").draft().rest());
  }
}
