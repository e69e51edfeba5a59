package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.blip.Payloads;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdsTest {

  private static final String MESSAGE =
      "{'type': 'a/b', 'content': {'x': 1}, 'id': 'c', 'from': 'd@0mn.io', 'to': 'e@msging.net',"
          + " 'metadata': {'#envelope.storageDate': 'f'}}";
  private static final String EVENT =
      "{'ownerIdentity': 'a', 'contact': {'Identity': 'b'}, 'messageId': 'c', 'storageDate': 'd',"
          + " 'category': 'e', 'action': 'f', 'extras': {'g': 'h'}}";
  private static final String CONTACT =
      "{'lastMessageDate': 'a', 'identity': 'b', 'source': 'c', 'extras': {'d': 'e'}}";

  private static MessageIds ids(Salt salt, Kind kind, Doc payload) {
    var ids = new MessageIds(salt);
    ids.read(Item.of(payload, kind));
    return ids;
  }

  private static String id(Kind kind, String payload) {
    return ids(Mapped.TEST, kind, Payloads.payload(payload)).messageId();
  }

  @Test
  void an_id_has_its_prefix_and_32_hex_digits() {
    assertTrue(id(Kind.MESSAGE, MESSAGE).matches("blip-[0-9a-f]{32}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Blanks between tokens
        "{ 'type' :'a/b','content':{\n'x':\t1 } ,'id':'c','from':'d@0mn.io','to':'e@msging.net',"
            + "'metadata':{'#envelope.storageDate':'f'}}",
        // The order of the fields
        "{'metadata': {'#envelope.storageDate': 'f'}, 'to': 'e@msging.net', 'from': 'd@0mn.io',"
            + " 'id': 'c', 'content': {'x': 1}, 'type': 'a/b'}",
        // Tracing
        "{'type': 'a/b', 'content': {'x': 1}, 'id': 'c', 'from': 'd@0mn.io', 'to': 'e@msging.net',"
            + " 'metadata': {'#envelope.storageDate': 'f', 'traceparent': '00-1',"
            + " '#date_processed': '5', '#uniqueId': 'g'}, 'pp': 'h'}",
      })
  void what_does_not_identify_a_message_does_not_change_its_id(String same) {
    assertEquals(id(Kind.MESSAGE, MESSAGE), id(Kind.MESSAGE, same));
  }

  @Test
  void a_message_without_metadata_is_identified_by_the_rest() {
    assertEquals(
        id(Kind.MESSAGE, "{'id': 'a', 'content': 'b'}"),
        id(Kind.MESSAGE, "{'id': 'a', 'content': 'b', 'metadata': 'c', 'd': 'e'}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type': 'a/b' -> 'type': 'a/c'",
        "'x': 1 -> 'x': 2",
        "'x': 1 -> 'x': 1.0",
        "'x': 1 -> 'x': 1, 'x': 1",
        "{'x': 1} -> null",
        "'id': 'c' -> 'id': 'cc'",
        "'id': 'c', -> ",
        "'d@0mn.io' -> 'd@0mn.io/x'",
        "'e@msging.net' -> 'f@msging.net'",
        "'#envelope.storageDate': 'f' -> '#envelope.storageDate': 'g'",
        "'#envelope.storageDate': 'f' -> '#envelope.storageDate': 5",
        "'#envelope.storageDate': 'f' -> 'x': 'f'",
      })
  void what_identifies_a_message_changes_its_id(String change) {
    assertNotEquals(id(Kind.MESSAGE, MESSAGE), id(Kind.MESSAGE, changed(MESSAGE, change)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'ownerIdentity': 'a' -> 'ownerIdentity': 'x'",
        "'Identity': 'b' -> 'Identity': 'x'",
        "'messageId': 'c' -> 'messageId': 'x'",
        "'storageDate': 'd' -> 'storageDate': 'x'",
        "'category': 'e' -> 'category': 'x'",
        "'action': 'f' -> 'action': 'x'",
        "'g': 'h' -> 'g': 'x'",
        "'action': 'f', -> ",
      })
  void what_identifies_an_event_changes_its_id(String change) {
    assertNotEquals(id(Kind.EVENT, EVENT), id(Kind.EVENT, changed(EVENT, change)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'action': 'f' -> 'action': 'f', 'label': 'x', 'value': 5",
        "{'Identity': 'b'} -> {'Identity': 'b', 'Name': 'x'}",
        "'contact': {'Identity': 'b'} -> 'identity': 'b'",
      })
  void what_does_not_identify_an_event_does_not_change_its_id(String change) {
    assertEquals(id(Kind.EVENT, EVENT), id(Kind.EVENT, changed(EVENT, change)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'lastMessageDate': 'a' -> 'lastMessageDate': 'x'",
        "'d': 'e' -> 'd': 'x'",
        "'source': 'c' -> 'source': 'c', 'name': 'x'",
        "'source': 'c', 'extras': {'d': 'e'} -> 'extras': {'d': 'e'}, 'source': 'c'",
      })
  void any_change_of_a_contact_changes_its_id(String change) {
    assertNotEquals(id(Kind.CONTACT, CONTACT), id(Kind.CONTACT, changed(CONTACT, change)));
  }

  @Test
  void blanks_do_not_change_the_id_of_a_contact() {
    assertEquals(id(Kind.CONTACT, CONTACT), id(Kind.CONTACT, CONTACT.replace(" ", "\n")));
  }

  private static String changed(String payload, String change) {
    var sides = List.of(change.split(" -> ", -1));
    assertTrue(payload.contains(sides.getFirst()), change);
    return payload.replace(sides.getFirst(), sides.getLast());
  }

  @Test
  void the_kind_counts_as_well() {
    assertNotEquals(id(Kind.MESSAGE, "{}"), id(Kind.EVENT, "{}"));
  }

  @Test
  void neighbouring_fields_cannot_stand_in_for_each_other() {
    assertNotEquals(
        id(Kind.MESSAGE, "{'from': 'a', 'content': 1}"),
        id(Kind.MESSAGE, "{'to': 'a', 'content': 1}"));
    assertNotEquals(
        id(Kind.MESSAGE, "{'id': null, 'content': 1}"), id(Kind.MESSAGE, "{'content': 1}"));
  }

  @Test
  void another_target_gives_another_id() {
    var payload = Payloads.payload(MESSAGE);
    var targets =
        List.of(
            Salt.of("https://a.example", "key"),
            Salt.of("https://b.example", "key"),
            Salt.of("https://a.example", "other"),
            Salt.of("https://a.example", ""),
            Salt.of("https://a.examplek", "ey"));
    var ids = new HashSet<String>();
    for (var target : targets) {
      ids.add(ids(target, Kind.MESSAGE, payload).messageId());
      ids.add(ids(target, Kind.MESSAGE, payload).anonymousId());
    }

    assertEquals(2 * targets.size(), ids.size());
  }

  @Test
  void an_anonymous_id_is_a_uuid_of_a_form_that_vendors_may_use() {
    var ids = ids(Mapped.TEST, Kind.MESSAGE, Payloads.payload(MESSAGE));
    var uuid = UUID.fromString(ids.anonymousId());

    assertEquals(List.of(8, 2), List.of(uuid.version(), uuid.variant()));
    assertEquals(ids.anonymousId(), uuid.toString());
    assertEquals(ids.anonymousId(), ids.anonymousId());
  }

  @Test
  void the_ids_tell_where_they_come_from() {
    var payload = Payloads.payload(EVENT.replace("'messageId': 'c', ", ""));

    assertEquals(
        Stream.of(
                "/ownerIdentity",
                "/contact/Identity",
                "/storageDate",
                "/category",
                "/action",
                "/extras")
            .map(pointer -> Pointer.of(pointer).in(payload))
            .toList(),
        ids(Mapped.TEST, Kind.EVENT, payload).places());
  }

  @Test
  void ids_are_about_the_payload_that_was_read_last() {
    var ids = new MessageIds(Mapped.TEST);
    ids.read(Item.of(Payloads.payload(CONTACT), Kind.CONTACT));
    ids.anonymousId();
    ids.read(Item.of(Payloads.payload(MESSAGE), Kind.MESSAGE));

    assertEquals(id(Kind.MESSAGE, MESSAGE), ids.messageId());
  }

  @Test
  void an_id_stays_what_it_was_in_earlier_versions() {
    assertEquals(
        List.of(
            "blip-0c38b6eca0e9d9a9e747fe4162e177f3",
            "blip-8651ae5b858b36685689a2d8d669a730",
            "blip-74df4294092aba12b7a76ce63b4ad53c",
            "ec1774bf-bd32-8bf7-91c3-4f48cd1ac24c"),
        List.of(
            id(Kind.MESSAGE, MESSAGE),
            id(Kind.EVENT, EVENT),
            id(Kind.CONTACT, CONTACT),
            ids(Mapped.TEST, Kind.CONTACT, Payloads.payload(CONTACT)).anonymousId()));
  }

  // The samples

  private static List<String> idsIn(String sample) {
    return Payloads.in(Path.of("sample-payloads", sample)).stream()
        .map(payload -> Mapped.by("documented", payload).at("/messageId"))
        .toList();
  }

  @Test
  void two_updates_of_one_ticket_have_two_ids() {
    var ids = idsIn("tickets/one-ticket-three-updates.ndjson");

    assertEquals(ids.size(), new HashSet<>(ids).size());
  }

  @Test
  void the_same_update_sent_twice_has_one_id() {
    var ids = idsIn("tickets/same-update-twice.json");

    assertEquals(ids.getFirst(), ids.getLast());
    assertEquals(2, ids.size());
  }

  @Test
  void two_events_of_one_message_have_two_ids() {
    assertNotEquals(
        idsIn("events/two-events-of-one-message-1.json"),
        idsIn("events/two-events-of-one-message-2.json"));
  }
}
