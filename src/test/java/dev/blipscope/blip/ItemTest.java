package dev.blipscope.blip;

import static dev.blipscope.blip.Payloads.payload;
import static dev.blipscope.blip.Payloads.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.json.Name;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTest {

  private static final Name JSON = Name.of("application/json");

  @Test
  void only_a_message_has_a_route() {
    var message = sample("seed/message-menu-blip-chat.json");
    var event = sample("seed/event-custom-blip-chat.json");
    var contact = sample("seed/contact-new-blip-chat.json");

    var route = Route.of(message);
    assertEquals(
        new Item(message, Kind.MESSAGE, route, route.contact()), Item.of(message, Kind.MESSAGE));
    assertEquals(
        new Item(event, Kind.EVENT, null, Contact.ofEvent(event)), Item.of(event, Kind.EVENT));
    assertNull(Item.of(contact, Kind.CONTACT).route());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        " application/json ;x",
        "appl\\u0069cation/json",
      })
  void letter_case_and_parameters_make_no_other_type(String type) {
    var doc = payload("{'type': '" + type + "'}");

    assertTrue(Item.of(doc, Kind.MESSAGE).isOfType(JSON));
    assertEquals("application/json", ContentType.of(doc));
    assertEquals(JSON, ContentType.named(doc.text(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'application/jsonp'", "'text/plain'", "''", "5", "null"})
  void another_type_is_another_type(String type) {
    assertFalse(Item.of(payload("{'type': " + type + "}"), Kind.MESSAGE).isOfType(JSON));
  }

  @Test
  void what_is_no_message_has_no_content_type() {
    var doc = payload("{'type': 'application/json', 'lastMessageDate': 'a'}");

    assertFalse(Item.of(doc, Kind.CONTACT).isOfType(JSON));
    assertEquals("", ContentType.of(payload("{'type': 5}")));
  }

  @Test
  void a_ticket_update_is_known_by_its_type() {
    assertTrue(
        Item.of(sample("seed/message-ticket-blip-chat.json"), Kind.MESSAGE).isTicketUpdate());
    assertFalse(
        Item.of(sample("seed/message-plain-text-whatsapp.json"), Kind.MESSAGE).isTicketUpdate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          customer | text/plain                           | -      | a@0mn.io                | bot@msging.net
          customer | text/plain                           | Human  | a@0mn.io                | bot@msging.net
          customer | text/plain                           | -      | a@0mn.io                | b@0mn.io
          customer | text/plain                           | -      | a@0mn.io                | -
          customer | text/plain                           | -      | x@tunnel.msging.net     | bot@msging.net
          customer | text/plain                           | Human  | x@tunnel.msging.net     | -
          customer | text/plain                           | -      | bot@msging.net          | x@tunnel.msging.net/a%400mn.io
          customer | text/plain                           | -      | bot@msging.net          | a%400mn.io@desk.msging.net
          bot      | text/plain                           | -      | bot@msging.net          | a@0mn.io
          bot      | text/plain                           | human  | bot@msging.net          | a@0mn.io
          bot      | text/plain                           | -      | bot@msging.net          | x@tunnel.msging.net
          bot      | text/plain                           | -      | bot@msging.net          | list@broadcast.msging.net
          bot      | text/plain                           | -      | bot@msging.net          | other@msging.net
          bot      | text/plain                           | -      | bot@msging.net          | -
          bot      | text/plain                           | -      | list@broadcast.msging.net | a@0mn.io
          bot      | text/plain                           | -      | x@tunnel.msging.net/y   | bot@msging.net
          bot      | text/plain                           | -      | x@tunnel.msging.net     | a@0mn.io
          bot      | text/plain                           | -      | -                       | a@0mn.io
          bot      | text/plain                           | -      | -                       | x@tunnel.msging.net
          bot      | text/plain                           | -      | nobody                  | a@0mn.io
          agent    | text/plain                           | Human  | bot@msging.net          | a@0mn.io
          agent    | text/plain                           | Human  | -                       | a@0mn.io
          agent    | text/plain                           | Human  | x@tunnel.msging.net/y   | bot@msging.net
          agent    | text/plain                           | -      | a%400mn.io@desk.msging.net | bot@msging.net
          agent    | text/plain                           | -      | jane%40x.com@blip.ai    | a@0mn.io
          agent    | text/plain                           | -      | jane%40x.com@blip.ai    | bot@msging.net
          agent    | text/plain                           | externalMessages | bot@msging.net | a@0mn.io
          agent    | text/plain                           | externalMessages | a@0mn.io      | b@0mn.io
          agent    | application/vnd.lime.external+json   | -      | a@0mn.io                | bot@msging.net
          system   | application/vnd.iris.ticket+json     | Human  | a@0mn.io                | bot@msging.net
          system   | text/plain                           | -      | postmaster@msging.net   | a@0mn.io
          system   | text/plain                           | -      | postmaster@msging.net   | bot@msging.net
          system   | text/plain                           | -      | x@pagseguro.gw.msging.net | bot@msging.net
          -        | text/plain                           | -      | -                       | bot@msging.net
          -        | text/plain                           | Human  | nobody                  | -
          """)
  void the_author_is_told_by_the_addresses_before_the_metadata(
      @Nullable String author,
      String type,
      @Nullable String emitter,
      @Nullable String from,
      @Nullable String to) {
    var doc =
        payload(
            "{'type': '%s', 'from': %s, 'to': %s, 'metadata': {'#messageEmitter': %s}}"
                .formatted(type, quoted(from), quoted(to), quoted(emitter)));
    var found = Item.of(doc, Kind.MESSAGE).author();

    assertEquals(author, found == null ? null : found.word());
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "'" + text + "'";
  }

  @Test
  void only_a_message_has_an_author() {
    assertNull(Item.of(payload("{'from': 'a@0mn.io'}"), Kind.EVENT).author());
  }
}
