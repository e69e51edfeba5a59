package dev.blipscope.blip;

import static dev.blipscope.blip.Payloads.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.blipscope.json.Name;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTest {

  /// The shape, the fields that give it away, and the rest of the line is the payload.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          command      | method,uri              | {'method': 'get', 'uri': '/contacts'}
          command      | method,resource         | {'method': 'set', 'resource': {}, 'type': 'a/b', 'to': 'x'}
          command      | method,status           | {'method': 'get', 'status': 'success'}
          command      | method,uri,resource,status | {'status': 1, 'resource': 2, 'uri': 3, 'method': 4}
          notification | event                   | {'event': 'accepted'}
          notification | event                   | {'event': 'dispatched', 'from': 'a', 'to': 'b'}
          notification | event                   | {'event': 'received', 'id': '1', 'metadata': {}}
          notification | event                   | {'event': 'consumed', 'type': null}
          notification | event                   | {'event': 'failed', 'reason': {}}
          notification | event                   | {'event': 'authorized'}
          session      | state                   | {'state': 'new'}
          session      | state                   | {'state': 'negotiating'}
          session      | state                   | {'state': 'authenticating'}
          session      | state                   | {'state': 'established', 'type': null}
          session      | state                   | {'state': 'finishing'}
          session      | state                   | {'state': 'finished'}
          session      | state                   | {'state': 'failed'}
          ticket       | sequentialId,status     | {'sequentialId': 5, 'status': 'Open'}
          template     | category,components     | {'category': 'MARKETING', 'components': []}
          template     | category,language       | {'category': 'UTILITY', 'language': 'pt_BR'}
          template     | category,components,language | {'category': 'AUTHENTICATION', 'language': 'en', 'components': []}
          contact      | identity,name           | {'identity': 'a@0mn.io', 'name': 'Ana'}
          contact      | identity,phoneNumber    | {'identity': 'a@0mn.io', 'phoneNumber': '1'}
          contact      | identity,email          | {'identity': 'a@0mn.io', 'email': 'x'}
          contact      | identity,extras         | {'identity': 'a@0mn.io', 'extras': {}}
          contact      | identity,source         | {'identity': 'a@0mn.io', 'source': '0mn.io', 'lastMessageDate': null}
          history      | direction,type          | {'direction': 'sent', 'type': 'text/plain', 'content': 'Oi'}
          history      | direction,type          | {'direction': 'sent', 'type': 'text/plain', 'from': null, 'to': null}
          data-share   | OwnerIdentity,StorageDateDayBR | {'OwnerIdentity': 'a', 'StorageDateDayBR': 'b'}
          data-share   | OwnerIdentity,FromIdentity | {'OwnerIdentity': 'a', 'FromIdentity': 'b'}
          segment      | type,userId             | {'type': 'track', 'userId': 'a'}
          segment      | type,anonymousId        | {'type': 'identify', 'anonymousId': 'a', 'content': 1}
          segment      | type,messageId          | {'type': 'page', 'messageId': 'a'}
          segment      | type,userId             | {'type': 'screen', 'userId': 'a'}
          segment      | type,userId             | {'type': 'group', 'userId': 'a'}
          segment      | type,userId,messageId   | {'type': 'alias', 'userId': 'a', 'messageId': 'b'}
          segment      | batch                   | {'batch': []}
          """)
  void a_foreign_shape_is_named_with_what_gives_it_away(String shape, String by, String json) {
    var sighting = Foreign.in(payload(json));

    assertNotNull(sighting);
    assertEquals(shape, sighting.shape().word());
    assertEquals(Stream.of(by.split(",")).map(Name::of).toList(), sighting.by());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'method': 'get'}",
        "{'uri': '/contacts', 'resource': {}, 'status': 'success'}",
        "{'method': null, 'uri': '/contacts'}",
        "{'event': 'received', 'type': 'text/plain'}",
        "{'event': 'Received'}",
        "{'event': 'deleted'}",
        "{'event': 1}",
        "{'state': 'new', 'type': 'text/plain'}",
        "{'state': 'new', 'category': 'a'}",
        "{'state': 'new', 'lastMessageDate': 'a'}",
        "{'state': 'old'}",
        "{'state': ['new']}",
        "{'sequentialId': 5, 'status': 'Open', 'type': 'text/plain'}",
        "{'sequentialId': 5}",
        "{'sequentialId': null, 'status': 'Open'}",
        "{'status': 'Open'}",
        "{'category': 'MARKETING', 'components': [], 'action': 'a'}",
        "{'category': 'MARKETING', 'components': [], 'ownerIdentity': 'a'}",
        "{'category': 'MARKETING'}",
        "{'category': 'Marketing', 'language': 'en'}",
        "{'category': 'flow', 'language': 'en'}",
        "{'components': [], 'language': 'en'}",
        "{'identity': 'a@0mn.io', 'name': 'Ana', 'type': 'text/plain'}",
        "{'identity': 'a@0mn.io', 'name': 'Ana', 'category': 'a'}",
        "{'identity': 'a@0mn.io', 'name': 'Ana', 'lastMessageDate': 'a'}",
        "{'identity': 'a@0mn.io'}",
        "{'name': 'Ana', 'phoneNumber': '1'}",
        "{'direction': 'sent', 'type': 'text/plain', 'from': 'a'}",
        "{'direction': 'sent', 'type': 'text/plain', 'to': 'a'}",
        "{'direction': 'sent', 'date': 'a'}",
        "{'type': 'text/plain', 'content': 'Oi'}",
        "{'OwnerIdentity': 'a'}",
        "{'StorageDateDayBR': 'a', 'FromIdentity': 'b'}",
        "{'ownerIdentity': 'a', 'FromIdentity': 'b'}",
        "{'type': 'track'}",
        "{'type': 'Track', 'userId': 'a'}",
        "{'type': 'text/plain', 'userId': 'a', 'anonymousId': 'b', 'messageId': 'c'}",
        "{'userId': 'a', 'messageId': 'c'}",
        "{'batch': null}",
        "{'message': {'method': 'get', 'uri': '/contacts'}}",
      })
  void what_only_resembles_a_foreign_shape_is_none(String json) {
    assertNull(Foreign.in(payload(json)));
  }

  /// Each payload has the shape named, and the one that is tried next.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          COMMAND      | {'method': 'a', 'uri': 'b', 'event': 'failed'}
          NOTIFICATION | {'event': 'failed', 'state': 'failed'}
          SESSION      | {'state': 'new', 'sequentialId': 1, 'status': 'a'}
          TICKET       | {'sequentialId': 1, 'status': 'a', 'category': 'UTILITY', 'language': 'b'}
          TICKET       | {'sequentialId': 1, 'status': 'a', 'identity': 'b', 'name': 'c'}
          TEMPLATE     | {'category': 'UTILITY', 'language': 'b', 'direction': 'c', 'type': 'd'}
          CONTACT      | {'identity': 'b', 'name': 'c', 'OwnerIdentity': 'd', 'FromIdentity': 'e'}
          HISTORY      | {'direction': 'c', 'type': 'd', 'OwnerIdentity': 'd', 'FromIdentity': 'e'}
          DATA_SHARE   | {'OwnerIdentity': 'd', 'FromIdentity': 'e', 'batch': []}
          """)
  void shapes_are_tried_in_their_order(Foreign first, String json) {
    var sighting = Foreign.in(payload(json));

    assertNotNull(sighting);
    assertEquals(first, sighting.shape());
  }

  @Test
  void a_word_may_be_written_with_escapes() {
    var sighting = Foreign.in(payload("{'\\u0065vent': 'f\\u0061iled'}"));

    assertEquals(new Foreign.Sighting(Foreign.NOTIFICATION, List.of(Name.of("event"))), sighting);
  }

  static List<Path> foreignSamples() {
    return Payloads.samples("foreign");
  }

  @ParameterizedTest
  @MethodSource("foreignSamples")
  void the_name_of_a_sample_begins_with_its_shape(Path file) {
    String name = file.getFileName().toString();
    for (var doc : Payloads.in(file)) {
      var sighting = Foreign.in(doc);

      assertNotNull(sighting, name);
      String word = sighting.shape().word();
      assertEquals(word, name.substring(0, Math.min(word.length(), name.length())));
    }
  }
}
