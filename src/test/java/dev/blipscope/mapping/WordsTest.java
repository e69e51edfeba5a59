package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.blip.Payloads;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  private static final String LIME = "application/vnd.lime.";

  private static Doc message(String type, String content) {
    String whole = type.contains("/") ? type : LIME + type + "+json";
    return Payloads.payload("{'type': '" + whole + "', 'content': " + content + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /content                     | text/plain                | 'Oi'
          /content                     | text/plain                | ''
          /content                     | TEXT/Plain; charset=utf-8 | 'Oi'
          /content                     | text/markdown             | '*Oi*'
          /content/text                | media-link                | {'text': 'Oi', 'title': 'a'}
          /content/title               | media-link                | {'title': 'Oi', 'uri': 'a'}
          /content/title               | media-link                | {'text': 5, 'title': 'Oi'}
          /content/title               | media-link                | {'text': '', 'title': 'Oi'}
          /content/text                | media-link                | {'text': '', 'title': ''}
          /content/text                | media-link                | {'text': ''}
          /content/text                | web-link                  | {'text': 'Oi', 'title': 'a'}
          /content/title               | web-link                  | {'title': 'Oi', 'uri': 'a'}
          /content/text                | location                  | {'latitude': 1, 'text': 'Oi'}
          /content/text                | select                    | {'text': 'Oi', 'options': [{'text': 'a'}]}
          /content/text                | ssml-text                 | {'text': 'Oi', 'ssml': 'a'}
          /content/header/value        | document-select           | {'header': {'type': 'text/plain', 'value': 'Oi'}}
          /content/header/value/text   | document-select           | {'header': {'value': {'title': 'a', 'text': 'Oi'}}}
          /content/header/value/title  | document-select           | {'header': {'value': {'title': 'Oi'}}}
          /content/header/value        | list                      | {'header': {'value': 'Oi'}}
          /content/header/value/text   | list                      | {'header': {'value': {'text': 'Oi'}}}
          /content/header/value/title  | list                      | {'header': {'value': {'title': 'Oi'}}}
          /content/value               | container                 | {'type': 'text/plain', 'value': 'Oi'}
          /content/value/text          | container                 | {'value': {'text': 'Oi'}}
          /content/value/title         | container                 | {'value': {'title': 'Oi'}}
          /content/content             | external                  | {'type': 'text/plain', 'content': 'Oi'}
          /content/content/text        | external                  | {'content': {'text': 'Oi'}}
          /content/content/title       | external                  | {'content': {'title': 'Oi'}}
          /content/label/value         | input                     | {'label': {'value': 'Oi'}}
          /content/label/value/text    | input                     | {'label': {'value': {'text': 'Oi'}}}
          /content/body                | copy-and-paste            | {'header': 'a', 'body': 'Oi'}
          /content/header              | copy-and-paste            | {'header': 'Oi'}
          /content/question            | satisfaction-survey       | {'question': 'Oi'}
          /content/replied/value       | reply                     | {'replied': {'value': 'Oi'}, 'inReplyTo': {'value': 'a'}}
          /content/replied/value/text  | reply                     | {'replied': {'value': {'text': 'Oi'}}}
          /content/replied/value/title | reply                     | {'replied': {'value': {'title': 'Oi'}}}
          /content/interactive/body/text | application/json        | {'text': 'a', 'interactive': {'body': {'text': 'Oi'}}}
          /content/text                | application/json          | {'text': 'Oi', 'quick_replies': []}
          /content/templateContent/components/1/text | application/json | {'templateContent': {'components': [{'type': 'HEADER', 'text': 'a'}, {'type': 'BODY', 'text': 'Oi'}]}}
          /content/templateContent/components/3/text | application/json | {'templateContent': {'components': [5, {'type': 'BODY'}, {'text': 'a'}, {'type': 'BODY', 'text': 'Oi'}, {'type': 'BODY', 'text': 'b'}]}}
          """)
  void the_words_stand_where_the_type_of_the_content_has_them(
      String place, String type, String content) {
    var doc = message(type, content);
    int node = Pointer.of(place).in(doc);

    assertEquals(
        new Resolution.Present(new Value.Original(node), Provenance.Derived.of(Fact.TEXT, node)),
        Words.of(Item.of(doc, Kind.MESSAGE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          text/plain                           | {'text': 'Oi'}
          text/plain                           | null
          media-link                           | 'Oi'
          media-link                           | {'uri': 'a'}
          chatstate                            | {'state': 'composing', 'text': 'Oi'}
          sensitive                            | {'type': 'text/plain', 'value': 'Oi'}
          reply                                | {'inReplyTo': {'value': 'Oi'}}
          contact                              | {'name': 'Oi'}
          application/vnd.iris.ticket+json     | {'text': 'Oi'}
          image/png                            | 'Oi'
          application/json                     | {'type': 'template', 'template': {'name': 'Oi'}}
          application/json                     | {'templateContent': {'components': {'type': 'BODY', 'text': 'Oi'}}}
          application/json                     | {'templateContent': {'components': [{'type': 'FOOTER', 'text': 'Oi'}, {'type': 'BODY', 'text': 5}]}}
          application/json                     | {'templateContent': {'components': [{'type': 5, 'text': 'Oi'}, []]}}
          container                            | {'templateContent': {'components': [{'type': 'BODY', 'text': 'Oi'}]}}
          """)
  void other_contents_have_no_words(String type, String content) {
    assertNull(Words.of(Item.of(message(type, content), Kind.MESSAGE)));
  }

  @ParameterizedTest
  @CsvSource({
    "[128077], \uD83D\uDC4D",
    "'[128105, 8205, 128187]', \uD83D\uDC69\u200D\uD83D\uDCBB",
    "[33], !",
    "[1114111], \uDBFF\uDFFF",
    "[55295], \uD7FF",
    "[57344], \uE000",
  })
  void a_reaction_is_the_emoji_of_its_code_points(String points, String emoji) {
    var doc = message("reaction", "{'emoji': {'values': " + points + ", 'x': 1}}");

    assertEquals(
        new Resolution.Present(
            new Value.Text(emoji),
            Provenance.Derived.of(Fact.TEXT, Pointer.of("/content/emoji/values").in(doc))),
        Words.of(Item.of(doc, Kind.MESSAGE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "'a'",
        "null",
        "['128077']",
        "[-1]",
        "[1.0]",
        "[1e3]",
        "[1114112]",
        "[11141110]",
        "[99999999999]",
        "[55296]",
        "[57343]",
        "[128077, null]",
      })
  void a_reaction_that_was_taken_back_or_is_odd_has_no_words(String points) {
    var doc = message("reaction", "{'emoji': {'values': " + points + "}}");

    assertNull(Words.of(Item.of(doc, Kind.MESSAGE)));
    assertNull(Words.of(Item.of(message("reaction", "{}"), Kind.MESSAGE)));
  }

  @Test
  void only_messages_have_words() {
    assertNull(Words.of(Item.of(message("text/plain", "'Oi'"), Kind.EVENT)));
  }
}
