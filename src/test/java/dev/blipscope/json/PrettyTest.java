package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrettyTest {

  @Test
  void what_is_short_and_flat_stands_on_one_line() {
    assertEquals(
        """
        {
          "type": "\\u00e9",
          "empty": {},
          "flat": {"a":1.50,"b":null},
          "lists": [
            [1,2],
            {
              "deep": []
            }
          ]
        }
        """,
        pretty(
            """
            {"type" : "\\u00e9", "empty" : { }, "flat" : {"a":1.50, "b" : null},
            "lists":[[1, 2],{"deep":[ ]}]}
            """));
  }

  @Test
  void what_is_long_is_spread_out() {
    var word = "x".repeat(45);

    assertEquals(
        "{\n  \"a\": [\n    \"" + word + "\",\n    \"" + word + "\"\n  ]\n}\n",
        pretty("{\"a\":[\"" + word + "\",\"" + word + "\"]}"));
    assertEquals(
        "{\n  \"a\": [\"" + word + "\",\"" + word.substring(1) + "\"]\n}\n",
        pretty("{\"a\":[\"" + word + "\",\"" + word.substring(1) + "\"]}"));
  }

  @Test
  void a_value_that_holds_nothing_is_one_line() {
    assertEquals("{}\n", pretty("{ }"));
    assertEquals("1.0\n", pretty("1.0"));
  }

  @Test
  void superseded_members_stay_on_short_and_on_long_lines() {
    assertEquals(
        "{\n  \"a\": {\"b\":1,\"b\":2},\n  \"a\": 3\n}\n",
        pretty("{\"a\":{\"b\":1,\"b\":2},\"a\":3}"));
  }

  @Test
  void only_the_blanks_between_tokens_change() {
    var texts = new Texts(new Random(20250108), true);
    for (int i = 0; i < 2_000; i++) {
      var text = texts.value(5);
      assertEquals(Tokens.of(doc(text)), Tokens.of(doc(pretty(text).strip())), text);
    }
  }

  private static String pretty(String text) {
    return Pretty.of(doc(text));
  }

  private static Doc doc(String text) {
    var scanner = new Scanner();
    byte[] bytes = text.getBytes(UTF_8);
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 0, bytes.length, true), text);
    return scanner.doc();
  }
}
