package dev.blipscope.mapping;

import static dev.blipscope.blip.Payloads.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactsTest {

  /// Kind, fact, what it is, where it comes from (blanks between), payload. In quotes: to the
  // letter.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      textBlock =
          """
          MESSAGE | $contact   | a@0mn.io   | /from                    | {'from': 'a@0mn.io/x', 'to': 'b@msging.net'}
          MESSAGE | $contact   | 'a@0mn.io' | /to                      | {'from': 'b@msging.net', 'to': 'a@0mn.io'}
          MESSAGE | $contact   | -          | -                        | {'from': 'b@msging.net'}
          EVENT   | $contact   | 'c@0mn.io' | /contact/Identity        | {'contact': {'Identity': 'c@0mn.io'}}
          CONTACT | $contact   | 'odd'      | /identity                | {'identity': 'odd'}
          MESSAGE | $originator | 9@wa.gw.msging.net | /metadata/#tunnel.originator | {'from': 'x@tunnel.msging.net', 'to': 'b@msging.net', 'metadata': {'#tunnel.originator': '9@wa.gw.msging.net/z'}}
          MESSAGE | $originator | 'a@0mn.io' | /metadata/#tunnel.originator | {'from': 'b@msging.net', 'metadata': {'#tunnel.originator': 'a@0mn.io'}}
          MESSAGE | $originator | -        | -                        | {'from': 'a@0mn.io', 'metadata': {'#tunnel.originator': ' '}}
          EVENT   | $originator | -        | -                        | {'identity': 'a@0mn.io'}
          MESSAGE | $direction | received   | /from /to                | {'from': 'a@0mn.io', 'to': 'b@msging.net'}
          MESSAGE | $direction | sent       | /to                      | {'to': 'a@0mn.io'}
          EVENT   | $direction | -          | -                        | {'from': 'a@0mn.io'}
          MESSAGE | $author    | customer   | /from /to /type          | {'type': 'x/y', 'from': 'a@0mn.io', 'to': 'b@msging.net'}
          MESSAGE | $author    | agent      | /to /type /metadata/#messageEmitter | {'type': 'x/y', 'to': 'a@0mn.io', 'metadata': {'#messageEmitter': 'Human'}}
          MESSAGE | $author    | -          | -                        | {'to': 'b@msging.net'}
          CONTACT | $author    | -          | -                        | {'from': 'a@0mn.io'}
          MESSAGE | $bot       | b@msging.net | /from                  | {'from': 'b@msging.net/pod', 'to': 'c@msging.net'}
          MESSAGE | $bot       | 'b@msging.net' | /to                  | {'from': 'a@0mn.io', 'to': 'b@msging.net'}
          MESSAGE | $bot       | -          | -                        | {'from': 'a@0mn.io', 'to': 'b@desk.msging.net', 'ownerIdentity': 'c@msging.net'}
          EVENT   | $bot       | 'b@msging.net' | /ownerIdentity       | {'ownerIdentity': 'b@msging.net'}
          EVENT   | $bot       | b@msging.net | /ownerIdentity         | {'ownerIdentity': 'b@msging.net/pod'}
          EVENT   | $bot       | -          | -                        | {'ownerIdentity': ' '}
          EVENT   | $bot       | -          | -                        | {'ownerIdentity': 5}
          CONTACT | $bot       | -          | -                        | {}
          MESSAGE | $channel   | WhatsApp   | /from                    | {'from': 'a@wa.gw.msging.net', 'to': 'b@msging.net'}
          MESSAGE | $channel   | Messenger  | /to                      | {'from': 'b@msging.net', 'to': 'x@tunnel.msging.net/1%40messenger.gw.msging.net'}
          MESSAGE | $channel   | Blip Chat  | /metadata/#tunnel.originator | {'from': 'x@tunnel.msging.net', 'to': 'b@msging.net', 'metadata': {'#tunnel.originator': 'a@0mn.io/y'}}
          MESSAGE | $channel   | -          | -                        | {'from': 'x@tunnel.msging.net', 'to': 'b@msging.net', 'source': 'WhatsApp'}
          MESSAGE | $channel   | -          | -                        | {'from': 'x@tunnel.msging.net', 'to': 'b@msging.net', 'metadata': {'#tunnel.originator': 'x@tunnel.msging.net'}}
          EVENT   | $channel   | pombo      | /identity                | {'identity': 'a@pombo.gw.msging.net'}
          CONTACT | $channel   | Telegram   | /identity                | {'identity': 'a@telegram.gw.msging.net', 'source': 'x'}
          CONTACT | $channel   | 'x'        | /source                  | {'identity': 'a@tunnel.msging.net', 'source': 'x'}
          CONTACT | $channel   | 'x'        | /source                  | {'source': 'x'}
          CONTACT | $channel   | -          | -                        | {'source': 5}
          CONTACT | $channel   | -          | -                        | {'identity': 'a'}
          EVENT   | $channel   | -          | -                        | {'source': 'x'}
          MESSAGE | $text      | 'Oi'       | /content                 | {'type': 'text/plain', 'content': 'Oi'}
          MESSAGE | $text      | -          | -                        | {'type': 'text/plain'}
          """)
  void a_fact_is_concluded_or_absent(
      Kind kind, String fact, @Nullable String value, @Nullable String from, String json) {
    var doc = payload(json);
    var asked = Fact.ofRule(fact).orElseThrow();

    assertEquals(expected(asked, value, from, doc), Facts.of(asked, Item.of(doc, kind)));
  }

  private static Resolution expected(
      Fact fact, @Nullable String value, @Nullable String from, Doc doc) {
    if (value == null || from == null) {
      return new Resolution.Absent(new Absence.NotConcluded(fact));
    }
    int[] nodes =
        Stream.of(from.split(" ")).mapToInt(pointer -> Pointer.of(pointer).in(doc)).toArray();
    var found = value.startsWith("'") ? new Value.Original(nodes[0]) : new Value.Text(value);
    return new Resolution.Present(found, Provenance.Derived.of(fact, nodes));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fact.class,
      names = {"MESSAGE_ID", "ANONYMOUS_ID"})
  void no_rule_asks_for_the_ids_of_a_call(Fact fact) {
    assertFalse(fact.isForRules());
    assertEquals(Optional.empty(), Fact.ofRule(fact.written()));
    assertEquals(
        new Resolution.Absent(new Absence.NotConcluded(fact)),
        Facts.of(fact, Item.of(payload("{}"), Kind.CONTACT)));
  }

  @Test
  void facts_and_types_are_written_as_profiles_have_them() {
    assertEquals(
        List.of(
            "$channel",
            "$direction",
            "$text",
            "$contact",
            "$originator",
            "$bot",
            "$author",
            "$messageId",
            "$anonymousId"),
        Stream.of(Fact.values()).map(Fact::written).toList());
    assertEquals(
        List.of("text", "number", "boolean", "instant"),
        Stream.of(TargetType.values()).map(TargetType::written).toList());
  }

  @Test
  void rules_may_ask_for_the_others() {
    assertTrue(Fact.TEXT.isForRules());
    assertEquals(Optional.empty(), Fact.ofRule("text"));
    assertEquals(Optional.of(Fact.TEXT), Fact.ofRule("$text"));
  }
}
