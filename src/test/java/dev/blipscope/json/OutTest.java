package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutTest {

  private static final long SEED = 20250108;

  private final Scanner scanner = new Scanner();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "1.50|1.50|1.50",
        "[ 1 , 2.0 ]|[1,2.0]|[1,2.0]",
        "{ }|{}|{}",
        "[ ]|[]|[]",
        "{\"a\": \"x  y\\u00e9\"}|{\"a\":\"x  y\\u00e9\"}|{\"a\":\"x  y\\u00e9\"}",
        "{\"a\":1,\"a\":2}|{\"a\":2}|{\"a\":1,\"a\":2}",
        "{\"a\":1, \"b\":2,\"\\u0061\":[ ]}|{\"b\":2,\"\\u0061\":[]}|{\"a\":1,\"b\":2,\"\\u0061\":[]}",
        "[{\"a\":{\"b\":1,\"b\":2},\"c\":0}]|[{\"a\":{\"b\":2},\"c\":0}]|[{\"a\":{\"b\":1,\"b\":2},\"c\":0}]",
        "{\"a\":{\"b\" :1},\"a\":3,\"a\":4}|{\"a\":4}|{\"a\":{\"b\":1},\"a\":3,\"a\":4}",
        "[[ ],{},[1,[2 ]]]|[[],{},[1,[2]]]|[[],{},[1,[2]]]"
      })
  void a_value_on_one_line_keeps_its_tokens(String text, String tight, String tokens) {
    var doc = doc(text);

    assertEquals(tight, new Out(1).tight(doc, Doc.ROOT).toString());
    assertEquals(tokens, new Out(1).tokens(doc, Doc.ROOT).toString());
  }

  @Test
  void a_name_goes_out_as_it_was_written() {
    assertEquals("\"\\u0061\"", new Out(1).tight(doc("{ \"\\u0061\" : 1 }"), 1).toString());
  }

  @Test
  void what_goes_out_on_one_line_is_what_jackson_makes_of_the_text() {
    var texts = new Texts(new Random(SEED), true);
    for (int i = 0; i < 5_000; i++) {
      var text = new String(LoneSurrogates.replaced(texts.value(4).getBytes(UTF_8)), UTF_8);
      var expected = Oracle.tokens(text.getBytes(UTF_8)).orElseThrow();
      var doc = doc(text);
      var tight = new Out(1).tight(doc, Doc.ROOT).toBytes();
      var tokens = new Out(1).tokens(doc, Doc.ROOT).toBytes();

      assertEquals(Optional.of(expected), Oracle.tokens(tokens), text);
      assertEquals(Tokens.tree(expected), Tokens.tree(Oracle.tokens(tight).orElseThrow()), text);
      assertFalse(doc(new String(tight, UTF_8)).repeatsNames(), text);
      assertEquals(
          new String(tight, UTF_8), new Out(1).tokens(doc(new String(tight, UTF_8)), 0).toString());
    }
  }

  @Test
  void only_what_json_demands_is_escaped() {
    assertEquals(
        "\"\\\"\\\\/\\n\\r\\t\\u0008\\u000c\\u0000\\u001f \u007f\u0080é\u2028\uffff😀\"",
        quoted("\"\\/\n\r\t\b\f\0\u001f \u007f\u0080é\u2028\uffff😀"));
  }

  @Test
  void a_lone_surrogate_is_escaped_because_it_has_no_utf8() {
    assertEquals("\"\\ud800\"", quoted("\ud800"));
    assertEquals("\"\\udfffa\\udbff\"", quoted("\udfffa\udbff"));
    assertEquals("\"\\ud83d😀\\ude00\"", quoted("\ud83d\ud83d\ude00\ude00"));
  }

  @Test
  void every_character_comes_back_from_jackson_as_it_went_out() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point += point < 0x11000 ? 1 : 257) {
      var text = "a" + Character.toString(point) + "z";
      assertEquals(
          Optional.of(List.of("text " + text)), Oracle.tokens(quoted(text).getBytes(UTF_8)));
    }
  }

  @Test
  void every_text_comes_back_from_the_scanner_as_it_went_out() {
    var texts = new Texts(new Random(SEED), false);
    for (int i = 0; i < 5_000; i++) {
      var text = texts.text();
      assertEquals(text, doc(quoted(text)).text(Doc.ROOT));
    }
  }

  @Test
  void literals_texts_and_numbers_stand_one_after_the_other() {
    var out = new Out(0).add('{').add("\"é\":".getBytes(UTF_8)).add(-12L).add(",é}");

    assertEquals("{\"é\":-12,é}", out.toString());
    assertEquals(13, out.size());
    assertArrayEquals("{\"é\":-12,é}".getBytes(UTF_8), out.toBytes());
  }

  @Test
  void a_part_of_a_document_goes_out_byte_by_byte() {
    byte[] bytes = "xx[ 1,\"é\" ]yy".getBytes(UTF_8);
    scanner.scan(bytes, 2, bytes.length, true);

    assertEquals("1,\"é", new Out(2).slice(scanner.doc(), 2, 7).toString());
  }

  @Test
  void what_was_written_can_be_taken_back() {
    var out = new Out(4).add("[1");
    int size = out.size();
    out.add(",2,3").cutTo(size);

    assertEquals("[1]", out.add(']').toString());
  }

  @Test
  void what_was_handed_on_is_gone() throws IOException {
    var stream = new ByteArrayOutputStream();
    var out = new Out(4).add("[1]");
    out.flushTo(stream);
    out.add("[2]").flushTo(stream);

    assertEquals("[1][2]", stream.toString(UTF_8));
    assertEquals(0, out.size());
  }

  @Test
  void a_digest_takes_what_stands_behind_a_place() throws NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    new Out(4).add("not this: abc").digest(digest, 10);

    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        HexFormat.of().formatHex(digest.digest()));
  }

  private static String quoted(String text) {
    return new Out(2).quoted(text).toString();
  }

  private Doc doc(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 0, bytes.length, true), text);
    return scanner.doc();
  }
}
