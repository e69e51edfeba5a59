package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTest {

  private static final String RFC =
      """
      {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5,\
       "k\\"l": 6, " ": 7, "m~n": 8}\
      """;

  private final Scanner scanner = new Scanner();

  @Test
  void the_examples_of_rfc_6901_lead_to_their_values() {
    var examples = new LinkedHashMap<String, String>();
    examples.put("", RFC);
    examples.put("/foo", "[\"bar\", \"baz\"]");
    examples.put("/foo/0", "\"bar\"");
    examples.put("/", "0");
    examples.put("/a~1b", "1");
    examples.put("/c%d", "2");
    examples.put("/e^f", "3");
    examples.put("/g|h", "4");
    examples.put("/i\\j", "5");
    examples.put("/k\"l", "6");
    examples.put("/ ", "7");
    examples.put("/m~0n", "8");
    var doc = doc(RFC);
    var found = new LinkedHashMap<String, String>();
    examples.keySet().forEach(at -> found.put(at, doc.written(Pointer.of(at).in(doc))));

    assertEquals(examples, found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "//", "/a", "/a/", "/~0~1", "/~01", "/metadata/#stateName"})
  void a_pointer_is_written_as_it_was_read(String written) {
    assertEquals(written, Pointer.of(written).toString());
    assertEquals(Pointer.of(written), Pointer.of(Pointer.of(written).toString()));
  }

  @Test
  void a_tilde_and_a_slash_in_a_name_are_escaped() {
    assertEquals("/~01~1/0", Pointer.ROOT.then("~1/").then("0").toString());
    assertEquals(List.of(Name.of("~1/"), Name.of("0")), Pointer.of("/~01~1/0").steps());
    assertEquals("~01~1", Pointer.escaped("~1/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", " /a", "/~", "/~2", "/a~", "/~/0"})
  void what_is_no_pointer_is_refused(String written) {
    assertThrows(IllegalArgumentException.class, () -> Pointer.of(written));
  }

  @Test
  void steps_through_names_and_numbers_lead_to_a_value() {
    var doc = doc("{\"a\":[{\"b\":1},[2,{\"0\":\"x\"}],{\"\\u0062\":3}],\"a\\/b\":{\"\":[]}}");
    var expected =
        Map.of(
            "/a/0/b", "1",
            "/a/1/0", "2",
            "/a/1/1/0", "\"x\"",
            "/a/2/b", "3",
            "/a~1b/", "[]");

    expected.forEach((at, value) -> assertEquals(value, doc.written(Pointer.of(at).in(doc)), at));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/b",
        "/a/3",
        "/a/-",
        "/a/-1",
        "/a/00",
        "/a/01",
        "/a/+1",
        "/a/1.0",
        "/a/",
        "/a/x",
        "/a/\u0661",
        "/a/4294967296",
        "/a/999999999",
        "/a/0/0",
        "/c/x",
        "/c/0"
      })
  void a_pointer_to_nothing_says_so(String written) {
    assertEquals(Doc.NONE, Pointer.of(written).in(doc("{\"a\":[1,2,3],\"c\":\"x\"}")));
  }

  @Test
  void an_item_is_found_by_a_number_of_several_digits() {
    var doc = doc("[0,1,2,3,4,5,6,7,8,[],{\"x\":10},11]");

    assertEquals("{\"x\":10}", doc.written(Pointer.of("/10").in(doc)));
    assertEquals("11", doc.written(Pointer.of("/11").in(doc)));
    assertEquals(Doc.NONE, Pointer.of("/12").in(doc));
  }

  @Test
  void of_members_with_the_same_name_the_last_is_meant() {
    var doc = doc("{\"a\":{\"b\":1,\"c\":2},\"a\":{\"b\":3}}");

    assertEquals("3", doc.written(Pointer.of("/a/b").in(doc)));
    assertEquals(Doc.NONE, Pointer.of("/a/c").in(doc));
  }

  @Test
  void pointers_with_the_same_steps_are_equal() {
    assertEquals(Pointer.of("/a/b"), Pointer.ROOT.then("a").then("b"));
    assertEquals(Pointer.of("/a/b").hashCode(), Pointer.ROOT.then("a").then("b").hashCode());
    assertNotEquals(Pointer.of("/a/b"), Pointer.of("/a~1b"));
    assertNotEquals(Name.of("a"), (Object) "a");
    assertEquals("[a, b]", Pointer.of("/a/b").steps().toString());
  }

  private Doc doc(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 0, bytes.length, true), text);
    return scanner.doc();
  }
}
