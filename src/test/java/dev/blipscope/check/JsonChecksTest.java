package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonChecksTest {

  @Test
  void ordinary_json_has_no_finding() {
    assertEquals(List.of(), told("{\"a\":[{\"b\":1},{\"b\":\"\\ud83d\\ude00\"}]}"));
  }

  @Test
  void of_a_name_that_stands_twice_the_replaced_member_is_the_place_and_may_go() {
    assertEquals(
        List.of(
            new Finding(
                Code.JSON_DUPLICATE_KEY,
                Severity.WARNING,
                new Where.InPayload("/a", 10, 16),
                List.of("a"),
                new Breakage(new Place(2, 2, 9), 9, Expected.OTHER_NAME, new Mend(9, 17, "")))),
        found("{\"é\":0,\n \"a\": 1, \"a\":2}"));
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
        List.of(half("/\ud83d", 1, 9), half("/\ud83d", 10, 18), half("/b/1", 26, 36)),
        found("{\"\\ud83d\":\"\\udc00\",\"b\":[1,\"x\\udc00x\"]}"));
  }

  private static Finding half(String pointer, int from, int to) {
    return new Finding(
        Code.JSON_LONE_SURROGATE,
        Severity.ERROR,
        new Where.InPayload(pointer, from, to),
        List.of(),
        new Breakage(new Place(1, from + 1, from), from, Expected.WHOLE_CHARACTER, null));
  }

  private static List<Finding> found(String json) {
    var doc = Given.exactly(json);
    return JsonChecks.of(doc, at -> Place.of(doc, at));
  }

  private static List<String> told(String json) {
    return Given.told(found(json));
  }
}
