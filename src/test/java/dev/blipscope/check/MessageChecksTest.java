package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageChecksTest {

  // What is more, or less, than words

  @Test
  void a_ticket_update_is_noted_at_its_type() {
    assertEquals(
        List.of("note message.ticket-update /type []"),
        told("'type':'application/vnd.iris.ticket+json','content':{}"));
    assertEquals(
        new Where.InPayload("/type", 8, 42),
        found("'type':'application/vnd.iris.ticket+json','content':{}").getFirst().where());
  }

  @Test
  void a_typing_signal_is_noted_in_both_of_its_forms() {
    assertEquals(
        List.of("note message.typing /type []"),
        told("'type':'application/vnd.lime.chatstate+json','content':{'state':'composing'}"));
    assertEquals(
        List.of("note message.typing /content/typing_indicator []"),
        told("'type':'application/json','content':{'typing_indicator':{'type':'text'}}"));
    assertEquals(
        List.of(), told("'type':'text/plain','content':{'typing_indicator':{'type':'text'}}"));
    assertEquals(List.of(), told("'type':'application/json','content':{'typing_indicator':null}"));
    assertEquals(List.of(), told("'type':'application/json','content':'typing_indicator'"));
  }

  @Test
  void an_echo_is_noted_once() {
    String external = "'type':'application/vnd.lime.external+json','content':{}";
    String emitter = ",'metadata':{'#messageEmitter':'externalMessages'}";

    assertEquals(List.of("note message.echo /type []"), told(external));
    assertEquals(List.of("note message.echo /type []"), told(external + emitter));
    assertEquals(
        List.of("note message.echo /metadata/#messageEmitter []"),
        told("'type':'text/plain','content':'Oi'" + emitter));
    assertEquals(
        List.of(),
        told("'type':'text/plain','content':'Oi','metadata':{'#messageEmitter':'Human'}"));
  }

  // Placeholders

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${contact.name}",
        "${contact.extras.0}",
        "${contact.extras.tipo de curso}",
        "${contact.extras.endereço}",
        "${_x}",
        "${#x}"
      })
  void a_placeholder_that_nobody_filled_is_told(String placeholder) {
    assertEquals(
        List.of("warning message.unreplaced /content [" + placeholder + "]"),
        told("'type':'text/plain','content':'Oi " + placeholder + ", ${other}!'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R${19,90}",
        "${}",
        "${ }",
        "${a",
        "${a{b}}",
        "$ {a}",
        "{{1}}",
        "{{input.content}}",
        "$1 {a}",
        "100 $"
      })
  void other_braces_are_no_placeholder(String text) {
    assertEquals(List.of(), told("'type':'text/plain','content':'" + text + "'"));
  }

  @Test
  void placeholders_are_told_where_they_stand_in_the_content() {
    assertEquals(
        List.of(
            "warning message.unreplaced /content/a~1b/1 [${x}]",
            "warning message.unreplaced /content/c [${y}]"),
        told("'type':'application/json','content':{'a/b':[1,'${x}'],'c':'${y}'},'other':'${z}'"));
    assertEquals(
        new Where.InPayload("/content", 32, 41),
        found("'type':'text/plain', 'content':'${name}'").getFirst().where());
  }

  // Links

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.blob.core.windows.net/a?sv=2024&se=2025-01-08T20%3A49%3A55Z&sp=r&sig=mt%3D",
        "http://x.example/a?SIG=1&SE=2",
        "https://s3.example/a?X-Amz-Expires=1800&X-Amz-Signature=98",
        "https://storage.example/a?X-Goog-Expires=1800&X-Goog-Signature=98",
        "https://d1.example/a?Expires=1&Signature=2&Key-Pair-Id=3",
        "https://scontent.example/a.jpg?oh=1&oe=2",
        "https://lookaside.example/whatsapp?mid=1&ext=2&hash=3",
        "Segue o exame: https://x.example/a?se=1&sig=2 (até amanhã)",
        "<a href=\\\"https://x.example/a?se=1&sig=2\\\">aqui</a>",
        "? https://a.example/?b https://x.example/a?se=1&sig=2"
      })
  void a_link_with_a_signature_that_lapses_is_told(String text) {
    assertEquals(
        List.of("warning message.lapsing-link /content []"),
        Given.told(
            MessageChecks.of(
                Given.item(
                    Given.exactly("{\"type\":\"text/plain\",\"content\":\"" + text + "\"}")))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.example/a?sig=1",
        "https://x.example/a?se=pt&q=exame",
        "https://x.example/a?signature=1",
        "https://x.example/se=1&sig=2",
        "ftp://x.example/a?se=1&sig=2",
        "se=1&sig=2",
        "a?se=1&sig=2",
        "https://x.example/a?se=1 sig=2",
        "?",
        "://?se=1&sig=2"
      })
  void another_link_is_not(String text) {
    assertEquals(List.of(), told("'type':'text/plain','content':'" + text + "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "https://a?", "?", "&", "${a", "${", "a&", " ", "="})
  void hostile_text_takes_no_longer_than_other_text(String piece) {
    String text = "http://a?" + piece.repeat(200_000 / piece.length());

    assertTimeout(Duration.ofSeconds(10), () -> assertFalse(SignedLinks.isIn(text)));
    assertTimeout(
        Duration.ofSeconds(10),
        () -> assertEquals(List.of(), told("'type':'text/plain','content':'" + text + "'")));
  }

  @Test
  void a_link_far_down_in_a_text_is_found() {
    assertTrue(SignedLinks.isIn("palavra ".repeat(10_000) + "https://x.example/a?se=1&sig=2"));
  }

  // Others

  @Test
  void only_messages_are_looked_at() {
    assertEquals(List.of(), told("'category':'c','action':'${a}','ownerIdentity':'b@msging.net'"));
  }

  private static List<Finding> found(String fields) {
    return MessageChecks.of(Given.item("{" + fields + "}"));
  }

  private static List<String> told(String fields) {
    return Given.told(found(fields));
  }
}
