package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonChecksTest {

  @Test
  void ordinary_json_has_no_finding() {
    assertEquals(List.of(), told("{\"a\":[{\"b\":1},{\"b\":\"\\ud83d\\ude00\"}]}"));
  }

  @Test
  void of_a_name_that_stands_twice_the_replaced_member_is_the_place() {
    assertEquals(
        List.of(Finding.of(Code.JSON_DUPLICATE_KEY, new Where.InPayload("/a", 2, 8), "a")),
        JsonChecks.of(Given.exactly("{ \"a\": 1, \"a\":2}")));
  }

  @Test
  void each_replaced_member_is_told_wherever_it_is() {
    assertEquals(
        List.of(
            "warning json.duplicate-key /a [a]",
            "warning json.duplicate-key /a [a]",
            "warning json.duplicate-key /b/0/c~1 [c/]"),
        told("{\"a\":1,\"a\":2,\"\\u0061\":3,\"b\":[{\"c/\":1,\"c/\":1}]}"));
  }

  @Test
  void half_a_character_is_an_error_in_a_text_and_in_a_name() {
    assertEquals(
        List.of(
            Finding.of(Code.JSON_LONE_SURROGATE, new Where.InPayload("/\ud83d", 1, 9)),
            Finding.of(Code.JSON_LONE_SURROGATE, new Where.InPayload("/\ud83d", 10, 18)),
            Finding.of(Code.JSON_LONE_SURROGATE, new Where.InPayload("/b/1", 26, 36))),
        JsonChecks.of(Given.exactly("{\"\\ud83d\":\"\\udc00\",\"b\":[1,\"x\\udc00x\"]}")));
    assertEquals(Severity.ERROR, Code.JSON_LONE_SURROGATE.usual());
  }

  private static List<String> told(String json) {
    return Given.told(JsonChecks.of(Given.exactly(json)));
  }
}
