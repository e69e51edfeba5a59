package dev.blipscope.blip;

import static dev.blipscope.blip.Payloads.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "none",
      textBlock =
          """
          a@0mn.io | {'contact': {'Identity': 'a@0mn.io'}, 'identity': 'b@0mn.io'}
          a@0mn.io | {'identity': 'b@0mn.io', 'contact': {'Identity': 'a@0mn.io/x'}}
          a@0mn.io | {'contact': {'identity': 'a@0mn.io'}, 'identity': 'b@0mn.io'}
          a@0mn.io | {'contact': {'x': 1, 'IDENTITY': 'a@0mn.io', 'y': {}}}
          a@0mn.io | {'contact': {'identity': 'b@0mn.io', 'Identity': 'a@0mn.io', 'IDENTITY': 'c@0mn.io'}}
          a@0mn.io | {'contact': {'Identity': ' ', 'identity': null, 'IDENTITY': 'a@0mn.io', 'iDENTITY': 'b'}}
          a@0mn.io | {'contact': {'Identity': 'b@0mn.io', 'Identity': 'a@0mn.io'}}
          a@0mn.io | {'contact': {'identity': 'b@0mn.io', 'identity': 'a@0mn.io'}}
          b@0mn.io | {'contact': {'Identity': '  '}, 'identity': 'b@0mn.io'}
          b@0mn.io | {'contact': {'Identity': 5}, 'identity': 'b@0mn.io'}
          b@0mn.io | {'contact': {'Identity': null}, 'identity': 'b@0mn.io'}
          b@0mn.io | {'contact': {'x': {'Identity': 'a@0mn.io'}}, 'identity': 'b@0mn.io'}
          b@0mn.io | {'contact': {'\u0131dentity': 'a@0mn.io'}, 'identity': 'b@0mn.io'}
          b@0mn.io | {'contact': {}, 'identity': 'b@0mn.io'}
          b@0mn.io | {'contact': 'a@0mn.io', 'identity': 'b@0mn.io/x'}
          b@0mn.io | {'contact': ['Identity'], 'identity': 'b@0mn.io'}
          b@0mn.io | {'Contact': {'Identity': 'a'}, 'identity': 'b@0mn.io'}
          b        | {'identity': 'b'}
          none     | {'contact': {'x': 1}, 'Identity': 'a'}
          none     | {'identity': ''}
          none     | {'identity': 5}
          none     | {'identity': null}
          none     | {'Identity': 'a'}
          none     | {}
          """)
  void an_event_was_triggered_by_its_contact_or_else_by_its_identity(
      @Nullable String identity, String json) {
    assertEquals(identity, Item.of(payload(json), Kind.EVENT).contact().identity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "none",
      textBlock =
          """
          a@0mn.io      | {'identity': 'a@0mn.io'}
          A%40b@0mn.io  | {'identity': 'A%40b@0mn.io/x/y'}
          " x "         | {'identity': ' x '}
          x/y           | {'identity': 'x/y'}
          none          | {'identity': ' '}
          none          | {'identity': 5}
          none          | {'identity': null, 'contact': {'Identity': 'a@0mn.io'}}
          none          | {}
          """)
  void a_contact_is_its_identity(@Nullable String identity, String json) {
    assertEquals(identity, Item.of(payload(json), Kind.CONTACT).contact().identity());
  }

  @Test
  void a_contact_knows_whether_its_identity_stands_in_the_payload_to_the_letter() {
    assertEquals(
        new Contact("a@0mn.io", 2, true),
        Item.of(payload("{'identity': 'a@0mn.io'}"), Kind.CONTACT).contact());
    assertEquals(
        new Contact("a@0mn.io", 2, false),
        Item.of(payload("{'identity': 'a@0mn.io/x'}"), Kind.CONTACT).contact());
  }
}
