package dev.blipscope.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.capture.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static List<Integer> hits(Deck deck, String text) {
    var search = new Search(deck, text);
    while (search.step()) {}
    assertTrue(search.progress().isDone());
    var hits = search.hits();
    return IntStream.range(0, deck.size())
        .filter(number -> hits.contains(deck.key(number)))
        .boxed()
        .toList();
  }

  private static boolean isIn(String text, String needle) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Needle(needle).isIn(bytes, 0, bytes.length);
  }

  @Test
  void a_text_is_found_in_any_letter_case() {
    var deck = Shelved.deck("{'a':'Olá, JOÃO'}", "{'a':'olá, joão'}", "{'a':'ola, joao'}", "'OLÁ'");
    assertEquals(List.of(0, 1), hits(deck, "olá, João"));
    assertEquals(List.of(0, 1, 3), hits(deck, "OLÁ"));
    assertEquals(List.of(2), hits(deck, "Ola"));
    assertEquals(List.of(), hits(deck, "olé"));
  }

  @Test
  void a_letter_is_found_however_it_is_spelled() {
    assertTrue(isIn("\"Ol\\u00e1 \\uD83D\\uDC4B!\"", "olá 👋!"));
    assertTrue(isIn("\"Ol\\u00C1\"", "olá"));
    assertTrue(isIn("\"\\u006flá\"", "OLÁ"));
    assertTrue(isIn("\"Olá 👋\"", "á 👋"));
    assertTrue(isIn("\"a\\/b\\\"c\\\\d\\ne\\tf\\rg\\bh\\fi\"", "a/b\"c\\d\ne\tf\rg\bh\fi"));
    assertTrue(isIn("\"ol\\u00e1\"", "\\u00E1"));
    assertTrue(isIn("\"a\\nb\"", "a\\nb"));
    assertFalse(isIn("\"\\\\u00e1\"", "á"));
    assertFalse(isIn("\"\\\\n\"", "\n"));
  }

  @Test
  void what_is_cut_or_no_letter_is_not_found_and_not_stumbled_over() {
    assertFalse(isIn("ol\\u00e", "olá"));
    assertFalse(isIn("ol\\u00g1", "olá"));
    assertFalse(isIn("ol\\", "olá"));
    assertFalse(isIn("ol", "olá"));
    assertFalse(isIn("\\ud83d", "👋"));
    assertFalse(isIn("\\ud83d\\u0041", "👋"));
    byte[] cut = {'o', 'l', (byte) 0xC3};
    assertFalse(new Needle("olá").isIn(cut, 0, cut.length));
    assertThrows(IllegalArgumentException.class, () -> new Needle(""));
  }

  @Test
  void words_are_found_where_a_plain_search_finds_them() {
    var random = new Random(3);
    String letters = "abcéÉA\\\"ñ👋ß€ ";
    int[] points = letters.codePoints().toArray();
    for (int i = 0; i < 2_000; i++) {
      String text = any(random, points, 12);
      String needle = any(random, points, 1 + random.nextInt(3));
      boolean expected = plain(text).contains(plain(needle));
      var written = new dev.blipscope.json.Out(64).quoted(text).toString();
      assertTrue(!expected || isIn(written, needle), () -> needle + " in " + written);
      String escaped = escaped(written);
      assertTrue(!expected || isIn(escaped, needle), () -> needle + " in " + escaped);
      if (!expected && needle.indexOf('"') < 0 && needle.indexOf('\\') < 0) {
        assertFalse(isIn(written, needle), () -> needle + " in " + written);
      }
    }
  }

  private static String any(Random random, int[] points, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String escaped(String written) {
    var escaped = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char unit = written.charAt(i);
      escaped.append(unit < 0x80 ? String.valueOf(unit) : "\\u%04x".formatted((int) unit));
    }
    return escaped.toString();
  }

  @Test
  void a_hit_lies_in_one_row() {
    var deck = Shelved.deck("{'a':1}", "{'b':2}");
    assertEquals(List.of(), hits(deck, "}\n{"));
    assertEquals(List.of(0, 1), hits(deck, "{\""));
  }

  @Test
  void rows_of_all_texts_are_searched_also_those_that_were_kept_aside() {
    var deck =
        Shelved.deck(
            Shelved.batch(1, "\"{\\\"a\\\":\\\"oi\\\"}\"", "{'a':'oi'}"), Shelved.batch(2, "{oi"));
    assertEquals(List.of(0, 1, 2), hits(deck, "OI"));
  }

  @Test
  void a_row_longer_than_a_step_is_searched_across_its_parts() {
    String filler = "x".repeat((1 << 20) - 30);
    var batch =
        Shelved.batch(
            "{'a':'" + filler + "agulha" + filler + "fim'}",
            "{'a':'" + "x".repeat(1 << 20) + "'}",
            "{'a':'agulha'}");
    var deck = Shelved.deck(batch);
    assertEquals(List.of(0, 2), hits(deck, "agulha"));
    assertEquals(List.of(0), hits(deck, "fim\""));
  }

  @Test
  void a_search_goes_on_when_the_deck_grows() {
    var search = new Search(Shelved.deck("{'a':'oi'}"), "oi");
    assertFalse(search.step());
    assertFalse(search.step());
    var grown = Shelved.deck("{'a':'oi'}", "{'b':'oi'}");
    search.in(grown);
    assertEquals(new Progress(1, 2), search.progress());
    assertFalse(search.progress().isDone());
    assertFalse(search.step());
    assertEquals(2, search.hits().count());
  }

  @Test
  void a_long_row_that_comes_before_one_that_is_half_searched_is_searched_from_its_beginning() {
    String filler = "x".repeat((1 << 20) + 100);
    var behind = Shelved.batch(2, "{'b':'" + filler + filler + "'}");
    var search = new Search(Shelved.deck(Shelved.batch(1, "{'a':1}"), behind), "agulha");
    assertTrue(search.step());
    assertTrue(search.step());
    var grown = Shelved.batch(1, "{'a':1}", "{'agulha':'" + filler + "'}");
    search.in(Shelved.deck(grown, behind));
    while (search.step()) {}
    assertEquals(1, search.hits().count());
  }

  @Test
  void rows_that_cannot_be_read_any_more_are_passed_over() throws IOException {
    var text = new Vanishing(Shelved.bytes("{'a':'oi'}\n{'b':'" + "oi".repeat(600_000) + "'}"));
    var deck = Shelved.deck(Shelved.toEnd(Shelved.indexer(1, text)));
    assertEquals(List.of(0, 1), hits(deck, "oi"));
    text.vanish(false);
    assertEquals(List.of(), hits(deck, "oi"));
    text.vanish(true);
    assertEquals(List.of(), hits(deck, "oi"));
  }

  /// A file that is there while it is indexed and gone afterwards.
  static final class Vanishing implements Bytes {

    private final Bytes bytes;
    private boolean gone;
    private boolean failing;

    Vanishing(byte[] text) {
      this.bytes = Bytes.of(text);
    }

    /// @param fails whether reading fails, or finds nothing
    void vanish(boolean fails) {
      gone = true;
      failing = fails;
    }

    @Override
    public long length() {
      return bytes.length();
    }

    @Override
    public int read(long at, byte[] into, int from, int length) throws IOException {
      if (failing) {
        throw new IOException("the disk is gone");
      }
      return gone ? 0 : bytes.read(at, into, from, length);
    }
  }
}
