package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocTest {

  private static final String TEXT = "{\"a\":[1, \"é\", {\"b\":null}], \"c\\n\":true}";

  private final Scanner scanner = new Scanner();

  /// What the index says of one node.
  private record Node(NodeKind kind, int start, int end, int after, String written) {}

  private static List<Node> nodes(Doc doc) {
    return IntStream.range(0, doc.count())
        .mapToObj(
            node ->
                new Node(
                    doc.kind(node),
                    doc.start(node),
                    doc.end(node),
                    doc.after(node),
                    doc.written(node)))
        .toList();
  }

  @Test
  void names_and_values_stand_in_the_index_in_their_order() {
    assertEquals(
        List.of(
            new Node(NodeKind.OBJECT, 0, 39, 10, TEXT),
            new Node(NodeKind.KEY, 1, 4, 2, "\"a\""),
            new Node(NodeKind.ARRAY, 5, 26, 8, "[1, \"é\", {\"b\":null}]"),
            new Node(NodeKind.NUMBER, 6, 7, 4, "1"),
            new Node(NodeKind.STRING, 9, 13, 5, "\"é\""),
            new Node(NodeKind.OBJECT, 15, 25, 8, "{\"b\":null}"),
            new Node(NodeKind.KEY, 16, 19, 7, "\"b\""),
            new Node(NodeKind.NULL, 20, 24, 8, "null"),
            new Node(NodeKind.KEY, 28, 33, 9, "\"c\\n\""),
            new Node(NodeKind.TRUE, 34, 38, 10, "true")),
        nodes(doc(TEXT)));
  }

  @Test
  void strings_and_names_say_what_they_stand_for() {
    var doc = doc(TEXT);

    assertEquals("é", doc.text(4));
    assertEquals("c\n", doc.text(8));
    assertEquals(Name.of("c\n").hash(), doc.nameHash(8));
    assertEquals(
        "\"\\/\b\f\n\r\té😀😀\ud800\u0000€.",
        doc("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00😀\\uD800\\u0000€.\"")
            .text(Doc.ROOT));
  }

  @Test
  void a_member_is_found_by_its_name_however_it_is_spelled() {
    var doc = doc(TEXT);

    assertEquals(2, doc.member(Doc.ROOT, Name.of("a")));
    assertEquals(9, doc.member(Doc.ROOT, Name.of("c\n")));
    assertEquals(7, doc.member(5, Name.of("b")));
    assertEquals(Doc.NONE, doc.member(Doc.ROOT, Name.of("b")));
    assertEquals(Doc.NONE, doc.member(Doc.ROOT, Name.of("c\\n")));
    assertEquals(2, doc("{\"\\u0061\":1}").member(Doc.ROOT, Name.of("a")));
  }

  @Test
  void what_is_no_object_has_no_members() {
    var doc = doc("[\"a\", \"b\", {\"a\":\"a\"}, 1]");

    for (int node : new int[] {0, 1, 2, 4, 5, 6}) {
      assertEquals(Doc.NONE, doc.member(node, Name.of("a")), doc.written(node));
    }
  }

  @Test
  void a_name_with_a_lone_surrogate_is_not_the_question_mark_that_java_writes_for_it() {
    var doc = doc("{\"?\":1,\"\\ud800\":\"\\ud800\"}");

    assertEquals("1", doc.written(doc.member(Doc.ROOT, Name.of("?"))));
    int value = doc.member(Doc.ROOT, Name.of("\ud800"));
    assertEquals("\"\\ud800\"", doc.written(value));
    assertTrue(doc.isText(value, Name.of("\ud800")));
    assertFalse(doc.isText(value, Name.of("?")));
    assertEquals(Doc.NONE, doc("{\"?\":1}").member(Doc.ROOT, Name.of("\ud800")));
  }

  @Test
  void a_text_is_compared_by_what_it_stands_for() {
    var doc = doc("[\"abc\",\"\\u0061bc\",\"abcd\",1,{\"abc\":2}]");

    assertEquals(
        List.of(false, true, true, false, false, false, false, false),
        IntStream.range(0, 8).mapToObj(node -> doc.isText(node, Name.of("abc"))).toList());
  }

  @Test
  void a_name_is_one_of_several() {
    var doc = doc("{\"b\":1,\"\\u0063\":2,\"d\":3}");
    var names = List.of(Name.of("a"), Name.of("b"), Name.of("c"));

    assertEquals(
        List.of(true, true, false),
        IntStream.of(1, 3, 5).mapToObj(key -> doc.isNamed(key, names)).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[ ]", "{\n}"})
  void an_empty_container_holds_nothing(String text) {
    assertTrue(doc(text).isEmpty(Doc.ROOT));
    assertTrue(doc(text).kind(Doc.ROOT).isContainer());
  }

  @Test
  void a_container_with_something_in_it_is_not_empty() {
    assertFalse(doc("[[]]").isEmpty(Doc.ROOT));
    assertFalse(doc("{\"\":0}").isEmpty(Doc.ROOT));
  }

  @Test
  void kinds_have_groups() {
    assertEquals(
        List.of(NodeKind.TRUE, NodeKind.FALSE),
        Arrays.stream(NodeKind.values()).filter(NodeKind::isBoolean).toList());
    assertEquals(
        List.of(NodeKind.OBJECT, NodeKind.ARRAY),
        Arrays.stream(NodeKind.values()).filter(NodeKind::isContainer).toList());
  }

  @Test
  void bytes_are_read_within_the_value_only() {
    byte[] bytes = "x[1]y".getBytes(UTF_8);
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 1, bytes.length, true));
    var doc = scanner.doc();

    assertEquals("[1]", "" + (char) doc.at(0) + (char) doc.at(1) + (char) doc.at(2));
    assertThrows(IndexOutOfBoundsException.class, () -> doc.at(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> doc.at(3));
  }

  @Test
  void what_is_kept_outlives_the_bytes_and_the_scanner() {
    byte[] bytes = ("before " + TEXT + " after").getBytes(UTF_8);
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 7, bytes.length, true));
    var before = nodes(scanner.doc());
    var kept = scanner.doc().kept();
    Arrays.fill(bytes, (byte) 'x');
    doc("{\"quite\":[\"another\",{\"a\":1,\"a\":\"ç\\ud800\"}]}");

    assertEquals(before, nodes(kept));
    assertEquals(before, nodes(kept.kept()));
    assertEquals(TEXT, kept.written(Doc.ROOT));
    assertEquals(9, kept.member(Doc.ROOT, Name.of("c\n")));
    assertEquals(
        List.of(false, false, false, 39),
        List.of(kept.repeatsNames(), kept.hasLoneSurrogate(), kept.isAscii(), kept.length()));
  }

  @Test
  void a_kept_value_is_the_same_in_everything_it_says() {
    var random = new Random(20250108);
    var texts = new Texts(random, true);
    for (int i = 0; i < 1_000; i++) {
      var text = texts.value(4);
      var doc = doc("{\"inside\":" + text + "}");
      var kept = doc.kept();
      assertEquals(nodes(doc), nodes(kept), text);
      assertEquals(Tokens.of(doc), Tokens.of(kept), text);
      assertEquals(
          List.of(doc.repeatsNames(), doc.hasLoneSurrogate(), doc.isAscii()),
          List.of(kept.repeatsNames(), kept.hasLoneSurrogate(), kept.isAscii()),
          text);
      assertEquals(
          new Out(9).tight(doc, Doc.ROOT).toString(),
          new Out(9).tight(kept, Doc.ROOT).toString(),
          text);
    }
  }

  private Doc doc(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 0, bytes.length, true), text);
    return scanner.doc();
  }
}
