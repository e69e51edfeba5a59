package dev.blipscope.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"a\":1,\"b\":[2,null]}|{ \"b\" : [ 2, null ], \"a\" : 1 }",
        "\"\\u00e9\"|\"é\"",
        "1.50|1.50",
        "no JSON|no JSON"
      })
  void texts_that_say_the_same_have_no_differences(String one, String other) {
    assertEquals(List.of(), Difference.between(one, other));
  }

  @Test
  void every_place_is_told_at_which_two_texts_differ() {
    assertEquals(
        List.of(
            new Difference("/a", "1", "2"),
            new Difference("/gone", "true", null),
            new Difference("/items/1", "\"x\"", "{}"),
            new Difference("/items/2", null, "3"),
            new Difference("/to~1and~0", "1.0", "1"),
            new Difference("/added", null, "null")),
        Difference.between(
            "{\"a\":1,\"gone\":true,\"items\":[0,\"x\"],\"to/and~\":1.0}",
            "{\"items\":[0,{},3],\"to/and~\":1,\"a\":2,\"added\":null}"));
  }

  @Test
  void a_text_that_is_no_json_differs_as_a_whole() {
    assertEquals(List.of(new Difference("", "{}", "\"{]\"")), Difference.between("{}", "{]"));
  }
}
