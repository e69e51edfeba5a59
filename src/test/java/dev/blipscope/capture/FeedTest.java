package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.capture.Feed.Next;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest {

  private static Seen payload(int line, int column, int offset, String text) {
    return new Seen(Next.PAYLOAD, new Place(line, column, offset), text, null);
  }

  private static Seen notObject(int line, int column, int offset, String text) {
    return new Seen(Next.NOT_OBJECT, new Place(line, column, offset), text, null);
  }

  /// A trouble that is where its piece begins.
  private static Seen leftOver(
      int line, int column, int offset, String text, Expected expected, @Nullable Mend mend) {
    var place = new Place(line, column, offset);
    boolean beside = expected != Expected.PAYLOAD;
    return new Seen(Next.TROUBLE, place, text, new Trouble(text, 0, place, expected, mend, beside));
  }

  private static Seen broken(Place place, Place fault, String text, Expected expected, Mend mend) {
    int at = Math.min(fault.offset() - place.offset(), text.length());
    return new Seen(Next.TROUBLE, place, text, new Trouble(text, at, fault, expected, mend, false));
  }

  private static Form form(String text) {
    var feed = Feed.of(text);
    try {
      feed.next();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return feed.form();
  }

  // Forms

  @Test
  void the_form_of_a_text_is_named() {
    assertEquals(Form.OBJECT, form("{\"a\":1}"));
    assertEquals(Form.OBJECT, form(" {\n\"a\":1}\n"));
    assertEquals(Form.OBJECT, form("{\"a\":1} and words"));
    assertEquals(Form.LINES, form("{\"a\":1}\n{\"b\":2}"));
    assertEquals(Form.LINES, form("{\"a\":1}\r\n\r\n\"{}\""));
    assertEquals(Form.LINES, form("42\n{\"a\":1}"));
    assertEquals(Form.SEQUENCE, form("{\"a\":1}{\"b\":2}"));
    assertEquals(Form.SEQUENCE, form("{\n\"a\":1}\n{\"b\":2}"));
    assertEquals(Form.ARRAY, form("[{\"a\":1}]"));
    assertEquals(Form.JSON_STRING, form("\"{\\\"a\\\":1}\""));
    assertEquals(Form.JSON_STRING, form("\" [{\\\"a\\\":1}]\""));
    assertEquals(Form.LOG_LINE, form("INFO {\"a\":1}"));
    assertEquals(Form.CURL, form("curl x -d '{\"a\":1}'"));
    assertEquals(Form.UNKNOWN, form("[]"));
    assertEquals(Form.UNKNOWN, form("12"));
    assertEquals(Form.UNKNOWN, form("words"));
    assertEquals(Form.UNKNOWN, form(""));
  }

  @ParameterizedTest
  @CsvSource({
    "{}%nhello%n{}, LINES",
    "{}%nhello%n{%n}, SEQUENCE",
    "'{},{}', SEQUENCE",
    "[{}]%n{}, SEQUENCE",
    "[{}]%n[{}], SEQUENCE",
    "{}%nhello%n[{}], SEQUENCE",
    "'[{},{}]', ARRAY",
    "{}%nhello, OBJECT"
  })
  void the_form_widens_with_what_follows(String text, Form form) throws IOException {
    var feed = Feed.of(text.replace("%n", "\n"));
    while (feed.next() != Next.END) {}

    assertEquals(form, feed.form());
  }

  @Test
  void after_a_broken_start_the_form_is_told_by_what_follows() throws IOException {
    var lines = Feed.of("{\"a\":}\n{\"b\":1}");
    assertEquals(Next.TROUBLE, lines.next());
    assertEquals(Next.PAYLOAD, lines.next());
    assertEquals(Form.LINES, lines.form());

    var sequence = Feed.of("{\"a\":}\n{\n\"b\":1}");
    assertEquals(Next.TROUBLE, sequence.next());
    assertEquals(Next.PAYLOAD, sequence.next());
    assertEquals(Form.SEQUENCE, sequence.form());
  }

  @Test
  void things_are_numbered_from_one() throws IOException {
    var feed = Feed.of("{}\n[{\"a\":},\"{} {}\"]");
    var numbers = new ArrayList<Integer>();
    while (feed.next() != Next.END) {
      numbers.add(feed.index());
    }
    assertEquals(List.of(1, 2, 3, 4), numbers);
    assertEquals(Next.END, feed.next());
  }

  @Test
  void an_answer_is_only_there_when_it_was_given() throws IOException {
    var feed = Feed.of("{} x");
    assertThrows(IllegalStateException.class, feed::doc);
    assertEquals(Next.PAYLOAD, feed.next());
    assertThrows(IllegalStateException.class, feed::trouble);
    assertEquals(Next.TROUBLE, feed.next());
    assertThrows(IllegalStateException.class, feed::doc);
  }

  @Test
  void each_string_with_json_in_it_is_opened() {
    assertEquals(
        List.of(payload(1, 2, 1, "{\"a\":\"\\\"\"}"), payload(2, 2, 20, "{}")),
        Seen.in("\"{\\\"a\\\":\\\"\\\\\\\"\\\"}\"\n\"{}\""));
    assertEquals(
        List.of(payload(1, 4, 3, "{}"), payload(1, 9, 8, "{}")), Seen.in("[\" {}\",\"{}\"]"));
  }

  @Test
  void strings_in_strings_are_opened_three_deep() {
    String text = "{\"a\":1}";
    for (int i = 0; i < 3; i++) {
      text = Shuffled.quoted("[" + text + "]");
    }
    assertEquals(List.of("{\"a\":1}"), Seen.payloads(Seen.in(text)));
    String deeper = Shuffled.quoted("[" + text + "]");
    assertEquals(List.of(Next.NOT_OBJECT), Seen.in(deeper).stream().map(Seen::what).toList());
  }

  @Test
  void half_a_surrogate_pair_in_a_string_in_a_string_stays_half_a_pair() {
    assertEquals(
        List.of(payload(1, 2, 1, "{\"a\":\"\\ud83d\",\"b\":\"👋\"}")),
        Seen.in("\"{\\\"a\\\":\\\"\\ud83d\\\",\\\"b\\\":\\\"\\ud83d\\udc4b\\\"}\""));
  }

  @Test
  void places_inside_of_a_string_are_told_as_they_stand_in_the_text() throws IOException {
    String text = "[\n \"{\\n \\\"é👋\\ud83d\\ude00\\u00e9\\ud83d\\\":\\t01}\"]";
    var feed = Feed.of(text);
    assertEquals(Next.TROUBLE, feed.next());
    assertEquals(new Place(2, 3, 4), feed.place());
    int fault = text.indexOf("1}");
    assertEquals(new Place(2, fault - 1, fault), feed.trouble().place());

    var sound = Feed.of(text.replace("01", "10"));
    assertEquals(Next.PAYLOAD, sound.next());
    assertEquals(new Place(2, 3, 4), sound.place());
    int value = sound.doc().written(0).getBytes(StandardCharsets.UTF_8).length - 3;
    assertEquals(new Place(2, fault - 2, fault - 1), sound.placeOf(value));
  }

  @Test
  void places_in_a_payload_are_counted_from_its_beginning() throws IOException {
    var feed = Feed.of("x: {\"é\":\n 1}");
    assertEquals(Next.PAYLOAD, feed.next());
    assertEquals(new Place(1, 8, 7), feed.placeOf(5));
    assertEquals(new Place(2, 2, 10), feed.placeOf(8));
  }

  // Beside payloads

  @Test
  void a_text_without_a_payload_says_so_once() {
    assertEquals(List.of(leftOver(1, 1, 0, "", Expected.PAYLOAD, null)), Seen.in(""));
    assertEquals(List.of(leftOver(2, 2, 3, "", Expected.PAYLOAD, null)), Seen.in(" \n "));
    assertEquals(List.of(leftOver(1, 1, 0, "oi", Expected.PAYLOAD, null)), Seen.in("oi \n"));
  }

  @Test
  void what_is_left_over_beside_a_payload_is_told_with_its_place() {
    assertEquals(
        List.of(
            payload(1, 1, 0, "{}"),
            leftOver(1, 4, 3, "foo 1", Expected.END_OF_TEXT, null),
            payload(1, 10, 9, "{}"),
            leftOver(2, 2, 13, "}", Expected.END_OF_TEXT, new Mend(0, 1, ""))),
        Seen.in("{} foo 1 {}\n }\n"));
  }

  @Test
  void a_value_on_a_line_of_its_own_is_a_value_and_beside_a_payload_left_over() {
    assertEquals(
        List.of(
            payload(1, 1, 0, "{}"),
            leftOver(1, 4, 3, "42 1", Expected.END_OF_TEXT, null),
            notObject(2, 1, 8, "42"),
            notObject(2, 4, 11, "\"x\""),
            notObject(3, 1, 15, "null")),
        Seen.in("{} 42 1\n42 \"x\"\nnull"));
  }

  @Test
  void a_byte_order_mark_in_front_is_noted_and_elsewhere_left_over() throws IOException {
    var feed = Feed.of("\uFEFF{}\n\uFEFF{}");
    assertEquals(Next.PAYLOAD, feed.next());
    assertEquals(new Place(1, 2, 1), feed.place());
    assertTrue(feed.hadByteOrderMark());

    assertEquals(
        List.of(
            payload(1, 2, 1, "{}"),
            leftOver(2, 1, 4, "\uFEFF", Expected.END_OF_TEXT, new Mend(0, 1, "")),
            payload(2, 2, 5, "{}")),
        Seen.in("\uFEFF{}\n\uFEFF{}"));
    assertEquals(
        List.of(
            leftOver(1, 2, 1, "\uFEFF", Expected.PAYLOAD, new Mend(0, 1, "")),
            payload(1, 3, 2, "{}")),
        Seen.in(" \uFEFF{}"));
    assertFalse(Feed.of("{}").hadByteOrderMark());
  }

  @Test
  void half_a_surrogate_pair_in_a_pasted_text_is_refused_where_it_stands() {
    var seen = Seen.in("{\"👋\":\"\ud83d\"}").getFirst();
    assertEquals(Expected.VALID_ENCODING, seen.expected());
    assertEquals(new Place(1, 8, 7), seen.theTrouble().place());
  }

  // Logs

  @Test
  void in_a_log_each_line_may_have_a_prefix() {
    assertEquals(
        List.of(payload(1, 7, 6, "{\"a\":1}"), payload(3, 7, 28, "{\"b\":2}")),
        Seen.in("INFO: {\"a\":1}\nnothing\nINFO: {\"b\":2}\n"));
    assertEquals(
        List.of(payload(1, 13, 12, "{\"a\":1}"), payload(2, 14, 33, "{\"b\":2}")),
        Seen.in("[10:00] [x] {\"a\":1}\n[10:01] [y]  {\"b\":2}"));
  }

  @Test
  void in_a_log_nothing_may_follow_a_payload() {
    assertEquals(
        List.of(
            payload(1, 3, 2, "{}"),
            leftOver(1, 6, 5, "[1] 200", Expected.END_OF_TEXT, null),
            payload(2, 3, 15, "{}"),
            leftOver(3, 1, 18, "y\nz", Expected.END_OF_TEXT, null)),
        Seen.in("x {} [1] 200\ny {}\ny\nz\n"));
  }

  @Test
  void what_stands_before_json_on_its_line_is_a_log_line_but_json_is_none() {
    assertEquals(Form.LOG_LINE, form("2025 {\"a\":1}"));
    assertEquals(Form.LOG_LINE, form("\"GET /\" {\"a\":1}"));
    assertEquals(Form.LOG_LINE, form("[10] {\"a\":1}"));
    assertEquals(Form.LOG_LINE, form("words\n\n{\"a\":1}"));
    assertEquals(Form.LOG_LINE, form("1\nx {\"a\":1}"));
    assertEquals(Form.LOG_LINE, form("— {\"a\":1}"));
    assertEquals(Form.LINES, form("2025\n{\"a\":1}"));
    assertEquals(Form.ARRAY, form("[1, {\"a\":1}]"));
    assertEquals(Form.ARRAY, form("[\n\n{\"a\":1"));
  }

  @Test
  void a_log_line_may_stand_around_an_array_or_a_string() {
    assertEquals(
        List.of(payload(1, 8, 7, "{\"a\":1}"), payload(1, 16, 15, "{\"b\":2}")),
        Seen.in("body= [{\"a\":1},{\"b\":2}]\n"));
    assertEquals(List.of(payload(1, 7, 6, "{\"a\":1}")), Seen.in("body=\"{\\\"a\\\":1}\""));
    assertEquals(
        List.of(
            payload(1, 3, 2, "{\"a\":1}"), leftOver(1, 10, 9, "\"", Expected.END_OF_TEXT, null)),
        Seen.in("=\"{\"a\":1}\""));
    assertEquals(
        List.of(payload(1, 7, 6, "{\"a\":1}")),
        Seen.all(
            Feed.of(
                new Trickle(
                    "body=\"{\\\"a\\\":1}\"".getBytes(StandardCharsets.UTF_8), new Random(1), 1))));
  }

  @Test
  void a_broken_payload_in_a_log_costs_only_its_line() {
    var all = Seen.in("10:00 got {\"a\":[1}\n10:01 got {\"b\":{\n10:02 got {\"c\":3}\n");
    assertEquals(List.of("{\"a\":[1}", "{\"b\":{", "{\"c\":3}"), Seen.texts(all));
  }

  // Exports

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'log':{'entries':[]}} | HAR | 1:1 |",
        "[{'log':{'entries':[{'request':{'method':'GET'}}]}}] | HAR | 1:2 |",
        "{'log':{'entries':[{'request':{'postData':%n{'text':'a=b'}}}]}} | HAR | 2:9 | a=b",
        "{'data':[{'method':'POST','url':'/','content':'hello'}]} | REQUEST_BIN | 1:47 | hello"
      })
  void an_export_without_json_is_named_with_the_body_that_is_none(
      String text, Form form, String place, @Nullable String body) throws IOException {
    var feed = Feed.of(text.replace("%n", "\n").replace('\'', '"'));

    assertEquals(Next.TROUBLE, feed.next());
    assertEquals(Expected.JSON_BODY, feed.trouble().expected());
    assertEquals(place, feed.place().line() + ":" + feed.place().column());
    assertEquals(feed.place(), feed.trouble().place());
    assertEquals(body == null ? "" : body, feed.trouble().text());
    assertEquals(form, feed.form());
    assertEquals(Next.END, feed.next());
  }

  @Test
  void an_export_without_json_costs_nothing_beside_payloads() throws IOException {
    assertEquals(List.of(payload(2, 1, 23, "{}")), Seen.in("{\"log\":{\"entries\":[]}}\n{}"));
  }

  // Arrays

  @Test
  void an_array_may_hold_anything() {
    assertEquals(
        List.of(
            payload(1, 2, 1, "{}"),
            notObject(1, 5, 4, "1"),
            notObject(1, 7, 6, "[{}]"),
            payload(2, 1, 12, "{}")),
        Seen.in("[{},1,[{}],\n{}]"));
  }

  @Test
  void an_empty_array_is_one_thing_that_is_no_object() {
    assertEquals(List.of(notObject(1, 2, 1, "[ \n]")), Seen.in(" [ \n] "));
    assertEquals(List.of(payload(1, 1, 0, "{}"), notObject(2, 1, 3, "[]")), Seen.in("{}\n[]"));
  }

  @Test
  void a_missing_comma_or_bracket_of_an_array_costs_no_item() {
    assertEquals(
        List.of(
            payload(1, 2, 1, "{}"),
            leftOver(1, 5, 4, "", Expected.COMMA_OR_CLOSING_BRACKET, new Mend(0, 0, ",")),
            payload(1, 5, 4, "{}"),
            leftOver(1, 7, 6, "", Expected.COMMA_OR_CLOSING_BRACKET, new Mend(0, 0, "]"))),
        Seen.in("[{} {}"));
  }

  @Test
  void commas_too_many_in_an_array_are_told_and_can_be_deleted() {
    assertEquals(
        List.of(
            payload(1, 2, 1, "{}"),
            leftOver(1, 5, 4, ",", Expected.VALUE, new Mend(0, 1, "")),
            payload(1, 6, 5, "{}"),
            new Seen(
                Next.TROUBLE,
                new Place(1, 8, 7),
                ",\n",
                new Trouble(
                    ",\n", 2, new Place(2, 1, 9), Expected.VALUE, new Mend(0, 1, ""), true))),
        Seen.in("[{},,{},\n]"));
    assertEquals(
        List.of(
            payload(1, 2, 1, "{}"),
            new Seen(
                Next.TROUBLE,
                new Place(1, 4, 3),
                ",",
                new Trouble(
                    ",", 1, new Place(1, 5, 4), Expected.VALUE, new Mend(0, 1, "]"), true))),
        Seen.in("[{},"));
  }

  @Test
  void what_is_left_over_in_an_array_ends_where_an_item_or_the_array_ends() {
    assertEquals(
        List.of(
            payload(1, 2, 1, "{}"),
            leftOver(1, 5, 4, "x", Expected.COMMA_OR_CLOSING_BRACKET, null),
            payload(1, 7, 6, "{}"),
            leftOver(1, 9, 8, "}", Expected.COMMA_OR_CLOSING_BRACKET, new Mend(0, 1, ""))),
        Seen.in("[{} x,{}}]"));
  }

  @Test
  void a_broken_item_costs_only_itself() {
    assertEquals(
        List.of("{\"a\":1}", "{\"b\":}", "{\"c\":3}"),
        Seen.texts(Seen.in("[{\"a\":1},{\"b\":},{\"c\":3}]")));
    assertEquals(
        List.of("{\"a\":1}", "{\"b\":[2}", "{\"c\":3}"),
        Seen.texts(Seen.in("[{\"a\":1},{\"b\":[2},{\"c\":3}]")));
    assertEquals(
        List.of("{\"a\":1}", "{\"b\":{\"x\":2", "{\"d\":4}"),
        Seen.texts(Seen.in("[{\"a\":1},{\"b\":{\"x\":2]\n[{\"d\":4}]")));
    assertEquals(
        List.of("{\n  \"a\": 1,\n  ", "{}"), Seen.texts(Seen.in("[{\n  \"a\": 1,\n  ]\n{}")));
  }

  @Test
  void after_a_broken_item_the_end_of_a_text_is_no_second_trouble() {
    assertEquals(1, Seen.in("[{\"a\":").size());
    assertEquals(1, Seen.in("[").size());
    assertEquals(1, Seen.in("[ x").size());
  }

  // Broken payloads

  @Test
  void a_broken_payload_is_told_with_its_place_and_its_mend() {
    assertEquals(
        List.of(
            payload(1, 1, 0, "{}"),
            broken(
                new Place(2, 2, 4),
                new Place(2, 12, 14),
                "{\"é\":\"👋\",}",
                Expected.NAME,
                new Mend(9, 10, "")),
            payload(3, 1, 16, "{}")),
        Seen.in("{}\n {\"é\":\"👋\",}\n{}"));
  }

  @Test
  void a_feed_without_mends_offers_none() {
    var feed = Feed.of("{\"a\":1,}\n}\n\"{'a':1}\"").withoutMends();
    assertTrue(Seen.all(feed).stream().allMatch(seen -> seen.theTrouble().mend() == null));
  }

  @Test
  void bytes_of_an_old_windows_are_mended_to_what_they_mean() {
    byte[] bytes = "{\"a\":\"N\u00e3o\",\"b\":1,}".getBytes(StandardCharsets.ISO_8859_1);

    var trouble = Seen.all(Feed.of(bytes)).getFirst().theTrouble();

    assertEquals("{\"a\":\"N\uFFFDo\",\"b\":1,}", trouble.text());
    assertEquals(7, trouble.at());
    assertEquals(Expected.VALID_ENCODING, trouble.expected());
    assertEquals(new Mend(7, 17, "ão\",\"b\":1"), trouble.mend());
  }

  @Test
  void what_is_no_utf_8_counts_as_java_shows_it() {
    byte[] bytes = "{\"a\":\"??\"}\n{}\nx ?? {}".getBytes(StandardCharsets.ISO_8859_1);
    bytes[6] = (byte) 0xE2;
    bytes[7] = (byte) 0x82;
    bytes[16] = (byte) 0xF0;
    bytes[17] = (byte) 0x9F;

    var all = Seen.all(Feed.of(bytes));

    assertEquals(List.of("{\"a\":\"\uFFFD\"}", "{}", "x \uFFFD", "{}"), Seen.texts(all));
    assertEquals(new Place(3, 5, 17), all.getLast().place());
  }

  @Test
  void a_broken_payload_ends_where_the_next_one_starts_a_line() {
    assertEquals(
        List.of("{\n  \"a\": {\n    \"b\": 1\n  }", "{\n  \"c\": 2\n}"),
        Seen.texts(Seen.in("{\n  \"a\": {\n    \"b\": 1\n  }\n{\n  \"c\": 2\n}")));
    assertEquals(
        List.of("{\n    \"a\": {\n      \"b\": 1\n    }\n  ,", "{}"),
        Seen.texts(Seen.in("[\n  {\n    \"a\": {\n      \"b\": 1\n    }\n  ,\n  {}\n]")));
  }

  @Test
  void a_line_that_was_cut_does_not_swallow_the_next_one() {
    assertEquals(
        List.of("{\"a\":", "{\"b\":[", "{\"c\":3}", "{\"d\":4}"),
        Seen.texts(Seen.in("{\"a\":\n{\"b\":[\n{\"c\":3}\n{\"d\":4}\n")));
    assertEquals(
        List.of("{\"a\":[{\"b\":\"\\\"{\"},", "{\"c\":\"}\"}"),
        Seen.texts(Seen.in("{\"a\":[{\"b\":\"\\\"{\"},\n{\"c\":\"}\"}")));
    assertEquals(
        List.of("{\"a\":[\n{\"x\":1},\n{\"y\":2},,\n]}"),
        Seen.texts(Seen.in("{\"a\":[\n{\"x\":1},\n{\"y\":2},,\n]}")));
  }

  @Test
  void signs_in_strings_and_comments_do_not_end_a_broken_payload() {
    for (String one :
        List.of(
            "{'a': 'x}y', 'b': 'd\\'}'}",
            "{\"a\": x}y}",
            "{\"a\":1, // it's } here\n\"b\":2}",
            "{\"a\":1, /* } */ \"b\":2, /**/ \"c\":3}",
            "{# } # }\n\"a\":1}",
            "{\"a\":1, / }")) {
      assertEquals(List.of(one, "{}"), Seen.texts(Seen.in(one + "\n{}")));
    }
  }

  @Test
  void a_number_that_is_none_is_told_where_it_breaks() {
    var seen = Seen.in("{}\n01").getLast();
    assertEquals(Expected.NO_LEADING_ZERO, seen.expected());
    assertEquals(new Place(2, 2, 4), seen.theTrouble().place());
    assertEquals("01", seen.text());
  }

  // Sizes

  @Test
  void of_a_long_text_beside_payloads_the_beginning_is_kept() {
    String words = "palavras é ".repeat(200_000);
    var all = Seen.all(feed(words + "\n{}"));
    assertEquals(2, all.size());
    assertTrue(words.startsWith(all.getFirst().text()));
    assertTrue(all.getFirst().text().length() > 900_000);
    assertEquals(new Place(2, 1, words.length() + 1), all.getLast().place());
    assertEquals(1, Seen.all(feed(words)).size());
    assertEquals(2, Seen.all(feed("{}\n" + words)).size());
  }

  @Test
  void of_a_long_text_behind_the_last_payload_of_a_log_the_beginning_is_kept() {
    String words = "palavras é ".repeat(200_000);
    var all = Seen.all(feed("x {}\n" + words));
    assertEquals(2, all.size());
    assertTrue(words.startsWith(all.getLast().text()));
    assertEquals(Expected.END_OF_TEXT, all.getLast().expected());
    assertEquals(new Place(2, 1, 5), all.getLast().theTrouble().place());

    var further = Seen.all(feed("x {}\n" + words + "{\"é\":1}"));
    assertEquals(
        List.of(
            payload(1, 3, 2, "{}"),
            payload(2, words.length() + 1, words.length() + 5, "{\"é\":1}")),
        further);
  }

  @Test
  void a_broken_payload_of_more_than_a_megabyte_is_not_kept_in_full() {
    String text = "{\"a\":\"" + "x".repeat(2_000_000) + "\",}";
    var trouble = Seen.all(feed(text + "{}")).getFirst().theTrouble();
    assertEquals(1 << 20, trouble.text().length());
    assertEquals(1 << 20, trouble.at());
    assertEquals(text.length() - 1, trouble.place().offset());
    assertNull(trouble.mend());
  }

  @Test
  void a_payload_larger_than_the_limit_is_refused_and_the_next_line_read() {
    String large = "{\"a\":[" + ("\"" + "x".repeat(1 << 20) + "\",").repeat(51) + "1]}";
    var all = Seen.all(feed("[\n" + large + ",\n{\"b\":1}]"));
    assertEquals(
        List.of(Expected.SMALLER),
        all.stream().filter(Seen::isTrouble).map(Seen::expected).toList());
    assertEquals(List.of("{\"b\":1}"), Seen.payloads(all));
    assertEquals(new Place(2, 1, 2), all.getFirst().place());

    var broken = Seen.all(feed("{{" + "x".repeat(51 << 20) + "\n{\"b\":1}"));
    assertEquals(
        List.of(Expected.NAME_OR_CLOSING_BRACE),
        broken.stream().filter(Seen::isTrouble).map(Seen::expected).toList());
    assertEquals(List.of("{\"b\":1}"), Seen.payloads(broken));
    assertEquals(1, Seen.all(feed(large)).size());
  }

  private static Feed feed(String text) {
    return Feed.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  // Parts

  @Test
  void a_part_is_read_as_far_as_it_can_be() throws IOException {
    byte[] bytes = "{\"a\":1}\n  {\"b\":2}\n".getBytes(StandardCharsets.UTF_8);

    var whole = Feed.ofPart(bytes, 0, bytes.length, false, new Place(7, 1, 0));
    assertEquals(Next.PAYLOAD, whole.next());
    assertEquals(new Place(7, 1, 0), whole.place());
    assertEquals(Next.PAYLOAD, whole.next());
    assertEquals(new Place(8, 3, 10), whole.place());
    assertEquals(Next.UNFINISHED, whole.next());
    assertEquals(bytes.length, whole.position());
    assertEquals(9, whole.line());

    var cut = Feed.ofPart(bytes, 0, 14, false, Place.START);
    assertEquals(Next.PAYLOAD, cut.next());
    assertEquals(Next.UNFINISHED, cut.next());
    assertEquals(8, cut.position());
    assertEquals(2, cut.line());
    assertEquals(new Place(2, 1, 8), cut.reached());

    var empty = Feed.ofPart(bytes, 7, 8, true, Place.START);
    assertEquals(Next.END, empty.next());
  }

  @Test
  void what_a_part_cannot_tell_is_unfinished() throws IOException {
    for (String cut :
        List.of(
            "{\"a\":1,",
            "{\"a\":1,}",
            "{\"a\":,",
            "[{\"a\":1},",
            "[",
            "42",
            "lixo",
            "\"{}",
            "[{},,{}]")) {
      byte[] bytes = cut.getBytes(StandardCharsets.UTF_8);
      var feed = Feed.ofPart(bytes, 0, bytes.length, false, Place.START);
      var next = feed.next();
      assertEquals(Next.UNFINISHED, next, cut);
      assertEquals(0, feed.position(), cut);
    }
  }

  @Test
  void the_rest_of_a_text_is_read_from_where_its_part_was_left() {
    String text = "{\"a\":1}\n{\"b\":2,}\n{\"c\":3} x\n";
    var part = Feed.ofPart(text.getBytes(StandardCharsets.UTF_8), 0, 14, false, Place.START);
    var found = new ArrayList<>(Seen.all(part));
    InputStream rest =
        new ByteArrayInputStream(text.substring(part.position()).getBytes(StandardCharsets.UTF_8));
    found.addAll(Seen.all(Feed.ofRest(rest, part.reached(), 0)));

    assertEquals(Seen.in(text), found);
  }
}
