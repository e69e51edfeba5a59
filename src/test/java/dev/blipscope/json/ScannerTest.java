package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScannerTest {

  private static final long SEED = 20250108;

  private final Scanner scanner = new Scanner();

  // What is wrong, and where

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("", 0, Expected.VALUE),
        arguments(" 1", 0, Expected.VALUE),
        arguments("x", 0, Expected.VALUE),
        arguments("\ufeff{}", 0, Expected.VALUE),
        arguments("tru", 0, Expected.VALUE),
        arguments("[true, falsy]", 7, Expected.VALUE),
        arguments("nulL", 0, Expected.VALUE),
        arguments("-", 1, Expected.DIGIT),
        arguments("-x", 1, Expected.DIGIT),
        arguments("01", 1, Expected.NO_LEADING_ZERO),
        arguments("-00", 2, Expected.NO_LEADING_ZERO),
        arguments("1.", 2, Expected.DIGIT),
        arguments("1.e5", 2, Expected.DIGIT),
        arguments("1e", 2, Expected.DIGIT),
        arguments("1E+", 3, Expected.DIGIT),
        arguments("1e-x", 3, Expected.DIGIT),
        arguments(".5", 0, Expected.VALUE),
        arguments("+1", 0, Expected.VALUE),
        arguments("NaN", 0, Expected.VALUE),
        arguments("[", 1, Expected.VALUE_OR_CLOSING_BRACKET),
        arguments("[,1]", 1, Expected.VALUE_OR_CLOSING_BRACKET),
        arguments("[}", 1, Expected.VALUE_OR_CLOSING_BRACKET),
        arguments("[1", 2, Expected.COMMA_OR_CLOSING_BRACKET),
        arguments("[1 2]", 3, Expected.COMMA_OR_CLOSING_BRACKET),
        arguments("[1}", 2, Expected.COMMA_OR_CLOSING_BRACKET),
        arguments("[0x10]", 2, Expected.COMMA_OR_CLOSING_BRACKET),
        arguments("[1,]", 3, Expected.VALUE),
        arguments("[1,,2]", 3, Expected.VALUE),
        arguments("[1,", 3, Expected.VALUE),
        arguments("{", 1, Expected.NAME_OR_CLOSING_BRACE),
        arguments("{ a: 1}", 2, Expected.NAME_OR_CLOSING_BRACE),
        arguments("{'a': 1}", 1, Expected.NAME_OR_CLOSING_BRACE),
        arguments("{]", 1, Expected.NAME_OR_CLOSING_BRACE),
        arguments("{\"a\"", 4, Expected.COLON),
        arguments("{\"a\" 1}", 5, Expected.COLON),
        arguments("{\"a\":", 5, Expected.VALUE),
        arguments("{\"a\":}", 5, Expected.VALUE),
        arguments("{\"a\":1", 6, Expected.COMMA_OR_CLOSING_BRACE),
        arguments("{\"a\":1 \"b\":2}", 7, Expected.COMMA_OR_CLOSING_BRACE),
        arguments("{\"a\":1]", 6, Expected.COMMA_OR_CLOSING_BRACE),
        arguments("{\"a\":1,", 7, Expected.NAME),
        arguments("{\"a\":1, }", 8, Expected.NAME),
        arguments("\"abc", 4, Expected.CLOSING_QUOTE),
        arguments("{\"abc", 5, Expected.CLOSING_QUOTE),
        arguments("\"a\nb\"", 2, Expected.ESCAPED_CONTROL),
        arguments("\"a long text before a \0\"", 22, Expected.ESCAPED_CONTROL),
        arguments("\"\\", 2, Expected.ESCAPE_LETTER),
        arguments("\"\\x\"", 2, Expected.ESCAPE_LETTER),
        arguments("\"\\u", 3, Expected.HEX_DIGIT),
        arguments("\"\\u12", 5, Expected.HEX_DIGIT),
        arguments("\"\\u12G4\"", 5, Expected.HEX_DIGIT),
        arguments("\"\\u006š\"", 6, Expected.HEX_DIGIT),
        arguments("\"\\ud800\\u\"", 9, Expected.HEX_DIGIT));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_is_told_with_its_place_and_what_was_expected(
      String text, int at, Expected expected) {
    assertEquals(new Fault(at, expected), fault(text.getBytes(UTF_8)));
  }

  // Eight bytes at a time

  @Test
  void what_is_special_in_a_string_is_seen_at_every_offset() {
    var agreement = new Agreement();
    var specials =
        Stream.of(
                "22",
                "5c22",
                "5c5c",
                "00",
                "1f",
                "20",
                "21",
                "23",
                "5b",
                "5d",
                "7f",
                "c280",
                "c3a9",
                "e282ac",
                "f09f9880",
                "80",
                "a2",
                "dc",
                "ff",
                "c0a2",
                "c1",
                "e282",
                "f09f98",
                "5cc3a9",
                "5c7530303465")
            .map(HexFormat.of()::parseHex)
            .toList();
    for (var special : specials) {
      for (int before = 0; before < 18; before++) {
        for (int after = 0; after < 10; after++) {
          var string = new ByteArrayOutputStream();
          string.writeBytes("\"".getBytes(UTF_8));
          string.writeBytes("a".repeat(before).getBytes(UTF_8));
          string.writeBytes(special);
          string.writeBytes("b".repeat(after).getBytes(UTF_8));
          string.writeBytes("\"".getBytes(UTF_8));
          agreement.on(string.toByteArray());
        }
      }
    }
  }

  @Test
  void utf8_is_as_strict_as_javas_strictest_decoder() {
    int[] likely = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    for (int first = 0x80; first <= 0xFF; first++) {
      for (int second = 0x7F; second <= 0xC0; second++) {
        for (int third : likely) {
          for (int fourth : likely) {
            checkUtf8(new byte[] {(byte) first, (byte) second, (byte) third, (byte) fourth});
          }
        }
      }
    }
  }

  private void checkUtf8(byte[] bytes) {
    byte[] string = {'"', bytes[0], bytes[1], bytes[2], bytes[3], '"'};
    var outcome = scanner.scan(string, 0, string.length, true);
    var units = CharBuffer.allocate(4);
    var strictly = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), units, true);
    var text = units.flip().toString();
    if (text.indexOf(0) >= 0) {
      assertEquals(Expected.ESCAPED_CONTROL, scanner.fault().expected());
    } else if (strictly.isError()) {
      int valid = text.getBytes(UTF_8).length;
      assertEquals(new Fault(1 + valid, Expected.VALID_ENCODING), scanner.fault());
    } else {
      assertEquals(Scanner.Outcome.VALUE, outcome);
      assertEquals(text, scanner.doc().text(Doc.ROOT));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "c080, overlong",
    "e09fbf, overlong",
    "f08fbfbf, overlong",
    "eda080, a surrogate",
    "edbfbf, a surrogate",
    "f4908080, above U+10FFFF",
    "f8888080, no lead byte",
    "80, no lead byte",
    "c3, cut",
    "e282, cut",
    "f09f98, cut"
  })
  void what_is_no_utf8_is_refused_at_its_first_byte(String hex, String reason) {
    byte[] bytes = HexFormat.of().parseHex("226162" + hex + "22");

    assertEquals(new Fault(3, Expected.VALID_ENCODING), fault(bytes), reason);
  }

  // More to come

  @Test
  void every_beginning_of_a_value_waits_for_more_and_ends_as_a_fault() {
    var texts = new Texts(new Random(SEED), true);
    for (int i = 0; i < 500; i++) {
      var text = texts.value(4);
      byte[] bytes = text.getBytes(UTF_8);
      boolean number = "-0123456789".indexOf(bytes[0]) >= 0;
      for (int limit = 0; limit < bytes.length; limit++) {
        var named = "seed " + SEED + ", " + limit + " bytes of " + text;
        byte[] block = Arrays.copyOf(bytes, bytes.length + 8);
        // What stands behind the limit is left from an earlier block.
        Arrays.fill(block, limit, block.length, (byte) "\"\\0}] \u0080".charAt(i % 7));

        assertEquals(Scanner.Outcome.MORE, scanner.scan(block, 0, limit, false), named);
        if (!number) {
          assertEquals(Scanner.Outcome.BROKEN, scanner.scan(block, 0, limit, true), named);
          assertTrue(scanner.fault().at() <= limit, named);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, MORE",
    "0, MORE",
    "-, MORE",
    "1., MORE",
    "1e, MORE",
    "1e5, MORE",
    "true, VALUE",
    "[], VALUE",
    "'1 ', VALUE",
    "'1,', VALUE"
  })
  void a_number_at_the_end_of_a_block_may_go_on(String text, Scanner.Outcome expected) {
    byte[] bytes = text.getBytes(UTF_8);

    assertEquals(expected, scanner.scan(bytes, 0, bytes.length, false));
  }

  @ParameterizedTest
  @CsvSource({"[}", "{\"a\"x", "[tx", "01", "-x", "1.x", "'[\"\\x'", "'[\"\\u00x'"})
  void what_is_broken_already_does_not_wait(String text) {
    byte[] bytes = text.getBytes(UTF_8);

    assertEquals(Scanner.Outcome.BROKEN, scanner.scan(bytes, 0, bytes.length, false));
  }

  @ParameterizedTest
  @CsvSource({"e228", "f09f28", "f0808080", "eda0", "f490", "c0", "ff"})
  void a_cut_sequence_waits_only_if_it_can_still_become_one(String hex) {
    byte[] bytes = HexFormat.of().parseHex("22" + hex);

    assertEquals(Scanner.Outcome.BROKEN, scanner.scan(bytes, 0, bytes.length, false));
  }

  // Limits

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "[[{}]]|[[[[]]]]|3|SHALLOWER",
        "[1,2,3,4]|[1,2,3,4,5]|9|FEWER_TOKENS",
        "{\"a\":1,\"b\":2}|{\"a\":1,\"b\":[2]}|12|FEWER_TOKENS",
        "{\"a\":1,\"b\":2}|{\"a\":1,\"b\":2,\"c\":3}|13|FEWER_TOKENS",
        "[1,2,3,4]|[1,2,3,4,[]]|9|FEWER_TOKENS",
        "[[[1]]]|[[{\"a\":{}}]]|7|SHALLOWER",
        "-1.25e9|-1.25e10|0|SHORTER_NUMBER",
        "[1234567]|[12345678]|1|SHORTER_NUMBER",
        "\"123456789é\"|\"1234567890é\"|0|SHORTER_STRING",
        "{\"nam\\n\":1}|{\"name\\n\":1}|1|SHORTER_NAME",
        "[1,\"23456\", \"7890\"]|[1,\"23456\",  \"7890\"]|0|SMALLER"
      })
  void a_limit_is_what_still_passes(String passes, String fails, int at, Expected expected) {
    var strict = new Scanner(new Limits(3, 5, 7, 11, 5, 19));
    byte[] fitting = (" ".repeat(50) + passes).getBytes(UTF_8);
    byte[] tooMuch = (" ".repeat(50) + fails).getBytes(UTF_8);

    assertEquals(Scanner.Outcome.VALUE, strict.scan(fitting, 50, fitting.length, true));
    assertEquals(Scanner.Outcome.BROKEN, strict.scan(tooMuch, 50, tooMuch.length, true));
    assertEquals(new Fault(50 + at, expected), strict.fault());
    assertTrue(expected.isLimit());
  }

  @Test
  void the_usual_depth_is_reached_and_not_exceeded() {
    int depth = Limits.USUAL.depth();

    assertEquals(2 * depth, doc("[".repeat(depth) + "]".repeat(depth)).length());
    assertEquals(new Fault(depth, Expected.SHALLOWER), fault("[".repeat(100_000).getBytes(UTF_8)));
    var objects = "{\"a\":".repeat(depth - 1) + "{\"a\":1,\"a\":2}" + "}".repeat(depth - 1);
    assertTrue(doc(objects).repeatsNames());
  }

  @Test
  void the_usual_length_of_a_name_is_reached_and_not_exceeded() {
    String name = "n".repeat(Limits.USUAL.name());

    assertEquals(10_000, name.length());
    assertEquals(3, doc("{\"" + name + "\":1}").count());
    assertEquals(
        new Fault(1, Expected.SHORTER_NAME), fault(("{\"n" + name + "\":1}").getBytes(UTF_8)));
  }

  @Test
  void the_usual_number_of_tokens_is_reached_and_not_exceeded() {
    int items = Limits.USUAL.tokens() - 1;

    assertEquals(items + 1, doc("[0" + ",0".repeat(items - 1) + "]").count());
    assertEquals(
        new Fault(2 * items + 1, Expected.FEWER_TOKENS),
        fault(("[0" + ",0".repeat(items) + "]").getBytes(UTF_8)));
  }

  // What is counted on the way

  @Test
  void lines_and_units_are_counted_as_in_a_naive_count() {
    var texts = new Texts(new Random(SEED), true);
    for (int i = 0; i < 2_000; i++) {
      var text = texts.value(4);
      byte[] bytes = ("🙈\n" + text + "\n é ").getBytes(UTF_8);
      int from = "🙈\n".getBytes(UTF_8).length;
      int length = text.getBytes(UTF_8).length;
      assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, from, bytes.length, true), text);
      assertEquals(
          Agreement.Counts.naively(text.getBytes(UTF_8), from), Agreement.Counts.of(scanner), text);
      assertEquals(from + length, scanner.end(), text);
      assertEquals(length, scanner.doc().length(), text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"\\ud83d\\ude00\"|false",
        "\"\\ud83d\"|true",
        "\"\\ude00\\ud83d\"|true",
        "\"\\ud83d\\ud83d\\ude00\"|true",
        "\"\\ud83d\\n\\ude00\"|true",
        "\"\\ud83d-ude00\"|true",
        "\"\\ud83d\\u0041\"|true",
        "\"\\ud7ff\\ue000\"|false",
        "{\"\\udc00\":1}|true",
        "[\"\\\\ud83d\"]|false"
      })
  void a_lone_surrogate_is_noticed(String text, boolean expected) {
    var doc = doc(text);

    assertEquals(expected, doc.hasLoneSurrogate());
    assertEquals(expected, doc.hasLoneSurrogate(doc.count() == 1 ? 0 : 1));
  }

  // One scanner, many values

  @Test
  void values_one_after_the_other_are_read_by_one_scanner() {
    byte[] bytes = "{\"a\":\"é\"}[1,2]\"x\"true".getBytes(UTF_8);
    int from = 0;
    var read = new StringBuilder();
    while (from < bytes.length) {
      assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, from, bytes.length, true));
      read.append(scanner.doc().written(Doc.ROOT)).append('|');
      from = scanner.end();
    }

    assertEquals("{\"a\":\"é\"}|[1,2]|\"x\"|true|", read.toString());
  }

  @Test
  void a_scan_that_found_no_value_has_none_to_give() {
    var doc = doc("{\"a\":1}");

    fault("[1".getBytes(UTF_8));
    assertThrows(IllegalStateException.class, scanner::doc);
    assertThrows(IllegalStateException.class, scanner::end);
    assertThrows(IndexOutOfBoundsException.class, () -> doc.kind(Doc.ROOT));

    scanner.scan("[1".getBytes(UTF_8), 0, 2, false);
    assertThrows(IllegalStateException.class, scanner::doc);
    assertThrows(IllegalStateException.class, scanner::fault);

    doc("1");
    assertThrows(IllegalStateException.class, scanner::fault);
    assertThrows(IllegalStateException.class, new Scanner()::doc);
  }

  @Test
  void a_usual_payload_is_scanned_without_making_anything_new() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] bytes =
        Mutations.PAYLOADS.stream()
            .filter(text -> text.startsWith("{\"type") || text.startsWith("{\"category"))
            .reduce("", String::concat)
            .getBytes(UTF_8);
    scanAll(bytes, 2_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    scanAll(bytes, 2_000);

    assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 2_000);
  }

  private void scanAll(byte[] bytes, int times) {
    for (int i = 0; i < times; i++) {
      for (int from = 0; from < bytes.length; from = scanner.end()) {
        if (scanner.scan(bytes, from, bytes.length, true) != Scanner.Outcome.VALUE) {
          throw new AssertionError("not read at " + from);
        }
      }
    }
  }

  @Test
  void a_scanner_knows_its_limits() {
    assertEquals(Limits.USUAL, scanner.limits());
    assertFalse(Expected.VALUE.isLimit());
  }

  private Doc doc(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 0, bytes.length, true));
    return scanner.doc();
  }

  private Fault fault(byte[] bytes) {
    assertEquals(Scanner.Outcome.BROKEN, scanner.scan(bytes, 0, bytes.length, true));
    return scanner.fault();
  }
}
