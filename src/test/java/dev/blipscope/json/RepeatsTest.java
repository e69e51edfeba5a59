package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {

  private static final long SEED = 20250108;

  private final Scanner scanner = new Scanner();

  @Test
  void the_last_member_of_a_name_counts() {
    var doc = doc("{\"a\":1,\"b\":2,\"a\":3}");

    assertEquals(List.of(true, false, false), superseded(doc));
    assertEquals("3", doc.written(doc.member(Doc.ROOT, Name.of("a"))));
    assertTrue(doc.repeatsNames());
  }

  @Test
  void names_are_compared_by_what_they_stand_for() {
    assertEquals(List.of(true, false), superseded(doc("{\"a\":1,\"\\u0061\":2}")));
    assertEquals(List.of(true, false), superseded(doc("{\"\\ud83d\\ude00\":1,\"😀\":2}")));
    assertEquals(List.of(true, false), superseded(doc("{\"\\ud800\":1,\"\\uD800\":2}")));
  }

  @Test
  void names_that_only_look_alike_are_different() {
    // A lone surrogate has no UTF-8, and Java writes a question mark for it.
    assertFalse(doc("{\"\\ud800\":1,\"?\":2,\"\\udfff\":3}").repeatsNames());
    // Composed and decomposed.
    assertFalse(doc("{\"\u00e9\":1,\"e\u0301\":2}").repeatsNames());
    assertFalse(doc("{\"a\":1,\"A\":2,\"\":3,\" \":4}").repeatsNames());
  }

  @Test
  void the_same_name_in_another_object_is_no_repetition() {
    assertFalse(doc("{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"b\":{\"a\":3}}").repeatsNames());
  }

  @Test
  void a_repetition_deep_inside_is_known_outside() {
    assertTrue(doc("[{\"x\":[{\"a\":1,\"a\":2}]}]").repeatsNames());
  }

  @Test
  void members_inside_a_superseded_member_are_not_superseded_themselves() {
    assertEquals(
        List.of(true, false, false, false), superseded(doc("{\"a\":{\"b\":1},\"a\":{\"b\":2}}")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 32, 33, 34, 64, 65, 200})
  void one_repetition_is_found_wherever_it_stands(int names) {
    for (int earlier = 0; earlier < names; earlier++) {
      int repeated = earlier;
      var doc = doc(object(names + 1, i -> "n" + (i < names ? i : repeated)));

      assertEquals(
          IntStream.rangeClosed(0, names).mapToObj(i -> i == repeated).toList(), superseded(doc));
    }
  }

  @Test
  void members_are_found_as_in_a_map() {
    var random = new Random(SEED);
    var texts = new Texts(random, true);
    for (int i = 0; i < 3_000; i++) {
      var names = new ArrayList<String>();
      for (int n = random.nextInt(1 + random.nextInt(100)); n > 0; n--) {
        names.add(texts.text());
      }
      var written = object(names.size(), names::get, texts);
      var doc = doc(written);

      assertEquals(
          IntStream.range(0, names.size())
              .mapToObj(n -> names.lastIndexOf(names.get(n)) != n)
              .toList(),
          superseded(doc),
          () -> "seed " + SEED + ": " + written);
      assertEquals(new HashSet<>(names).size() < names.size(), doc.repeatsNames());
      for (var name : names) {
        int value = doc.member(Doc.ROOT, Name.of(name));
        assertEquals(names.lastIndexOf(name), Integer.parseInt(doc.written(value)), written);
      }
      assertEquals(Doc.NONE, doc.member(Doc.ROOT, Name.of("absent")));
    }
  }

  // A look at each pair of so many names would take minutes.

  @Test
  void a_hundred_thousand_names_of_one_hash_are_told_apart() {
    var names = IntStream.range(0, 100_000).mapToObj(RepeatsTest::ofOneHash).toList();
    assertEquals(1, names.stream().map(name -> Name.of(name).hash()).distinct().count());
    assertEquals(1, names.stream().map(String::hashCode).distinct().count());
    assertEquals(names.size(), new HashSet<>(names).size());

    assertFalse(doc(object(names.size(), names::get)).repeatsNames());

    var twice = doc(object(2 * names.size(), i -> names.get(i % names.size())));
    assertEquals(
        IntStream.range(0, 2 * names.size()).mapToObj(i -> i < names.size()).toList(),
        superseded(twice));
  }

  @Test
  void many_pairs_do_not_pay_for_one_large_group_of_the_same_hash() {
    int large = 50_000;
    var doc = doc(object(250_000, i -> i < large ? ofOneHash(i) : "pair" + i / 2));

    assertEquals(
        IntStream.range(0, 250_000).mapToObj(i -> i >= large && i % 2 == 0).toList(),
        superseded(doc));
  }

  /// Names of one length that differ in the middle only, where "Aa" and "BB" have the same hash.
  private static String ofOneHash(int number) {
    var name = new StringBuilder("beginning");
    for (int bit = 0; bit < 17; bit++) {
      name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.append(" and end").toString();
  }

  private Doc doc(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 0, bytes.length, true), text);
    return scanner.doc();
  }

  private static String object(int size, IntFunction<String> name) {
    var written = new StringBuilder("{");
    for (int i = 0; i < size; i++) {
      written.append(i == 0 ? "\"" : ",\"").append(name.apply(i)).append("\":").append(i);
    }
    return written.append('}').toString();
  }

  private static String object(int size, IntFunction<String> name, Texts texts) {
    var written = new StringBuilder("{");
    for (int i = 0; i < size; i++) {
      written.append(i == 0 ? "" : ",").append(texts.blanks());
      written.append(texts.spelled(name.apply(i))).append(texts.blanks()).append(':').append(i);
    }
    return written.append('}').toString();
  }

  private static List<Boolean> superseded(Doc doc) {
    return IntStream.range(0, doc.count())
        .filter(node -> doc.is(node, NodeKind.KEY))
        .mapToObj(doc::isSuperseded)
        .toList();
  }
}
