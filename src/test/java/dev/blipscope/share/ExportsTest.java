package dev.blipscope.share;

import static dev.blipscope.check.Given.doc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.inspect.Texts;
import dev.blipscope.json.Doc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What other programs get from an export.
class ExportsTest {

  private static final long SEED = 7_041;

  private final Exports plain = Exports.unmasked(Locale.ENGLISH);

  private Exports masked() {
    return Exports.masked(Mask.in(Locale.ENGLISH), Locale.ENGLISH);
  }

  @Test
  void every_document_is_one_line_with_its_own_tokens() throws IOException {
    var out = new StringBuilder();
    plain.lines(List.of(doc("{\n 'a' : 1.0, 'a':2}"), doc("{\"b\":\"\\u00e9\"}")), out);

    assertEquals("{\"a\":1.0,\"a\":2}\n{\"b\":\"\\u00e9\"}\n", out.toString());
  }

  @Test
  void masked_lines_know_every_name_before_the_first_is_written() throws IOException {
    var out = new StringBuilder();
    masked().lines(List.of(doc("{'content':'I am Ana'}"), doc("{'name':'Ana Exemplo'}")), out);

    assertEquals("{\"content\":\"I am ‹name 1›\"}\n{\"name\":\"‹name 1›\"}\n", out.toString());
  }

  // Batches

  @Test
  void few_calls_are_one_body() {
    var batches = plain.batches(List.of(doc("{'a':1}"), doc("{'b':2}")), "calls");

    assertEquals(
        List.of(new Exports.Body("calls-1-of-1.json", "{\"batch\":[{\"a\":1},{\"b\":2}]}")),
        batches.bodies());
  }

  @Test
  void no_body_and_no_call_goes_beyond_a_limit_and_none_is_forgotten() {
    var random = new Random(SEED);
    var calls = new ArrayList<Doc>();
    for (int i = 0; i < 120; i++) {
      calls.add(doc("{\"n\":" + i + ",\"t\":\"" + "x".repeat(random.nextInt(32_700)) + "\"}"));
    }
    calls.add(60, doc("{\"t\":\"" + "é".repeat(16_384) + "\"}"));
    var batches = plain.batches(calls, "calls");

    assertEquals(List.of(60), batches.tooLong());
    assertTrue(batches.bodies().size() > 3);
    var numbers = new ArrayList<String>();
    for (var body : batches.bodies()) {
      assertTrue(body.json().getBytes(StandardCharsets.UTF_8).length <= 500_000);
      var read = OwnJson.read(body.json().getBytes(StandardCharsets.UTF_8));
      int array = read.member(Doc.ROOT, dev.blipscope.json.Name.of("batch"));
      for (int call = array + 1; call < read.after(array); call = read.after(call)) {
        numbers.add(read.written(call + 2));
      }
    }
    assertEquals(
        java.util.stream.IntStream.range(0, 120).mapToObj(Integer::toString).toList(), numbers);
    int last = batches.bodies().size();
    assertEquals("calls-" + last + "-of-" + last + ".json", batches.bodies().getLast().name());
  }

  @Test
  void a_body_has_no_more_calls_than_segment_reads() {
    var calls = new ArrayList<Doc>();
    for (int i = 0; i < 2_501; i++) {
      calls.add(doc("{}"));
    }

    assertEquals(
        List.of("c-1-of-2.json", "c-2-of-2.json"),
        plain.batches(calls, "c").bodies().stream().map(Exports.Body::name).toList());
  }

  @Test
  void nothing_is_no_body() {
    assertEquals(List.of(), plain.batches(List.of(), "c").bodies());
  }

  // Tables

  @Test
  void no_cell_of_any_table_is_a_formula() throws IOException {
    var out = new StringBuilder();
    var csv = new Csv(out);
    csv.row("=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "a=1", "", "say \"x\", y");

    assertEquals(
        "\"'=1+1\",\"'+1\",\"'-1\",\"'@x\",\"'\tx\",\"'\rx\",\"'\nx\",\"'＝1\",\"a=1\",\"\","
            + "\"say \"\"x\"\", y\"\r\n",
        out.toString());
  }

  private static final String MESSAGE =
      """
      {"type":"text/plain","content":"=cmd|' /C calc'!A0","id":"1",
       "from":"5511900000001@wa.gw.msging.net","to":"bot@msging.net",
       "metadata":{"#envelope.storageDate":"2025-01-08T16:35:14Z"}}""";

  @Test
  void the_fields_of_a_call_are_rows_with_value_and_story() throws IOException {
    var out = new StringBuilder();
    plain.fields(List.of(Shared.handed(doc(MESSAGE))), true, out);
    var rows = rows(out.toString());

    assertEquals('\uFEFF', out.charAt(0));
    assertEquals(
        List.of(
            "Source",
            "Line",
            "Field of the call",
            "Value",
            "How it came to be",
            "From the payload",
            "On whose word",
            "Rule"),
        rows.getFirst());
    assertTrue(
        rows.stream()
            .anyMatch(
                row ->
                    row.subList(2, 6)
                        .equals(
                            List.of(
                                "/properties/content",
                                "'=cmd|' /C calc'!A0",
                                "copied as it stands",
                                "/content"))),
        rows.toString());
    assertTrue(rows.stream().allMatch(row -> row.size() == 8));
  }

  @Test
  void an_absent_field_is_a_row_with_its_reason() throws IOException {
    var out = new StringBuilder();
    plain.fields(
        List.of(Shared.handed(doc("{'category':'c','action':'a','ownerIdentity':'b@msging.net'}"))),
        false,
        out);

    assertTrue(
        rows(out.toString()).stream()
            .anyMatch(row -> row.get(2).equals("/timestamp") && row.get(4).startsWith("absent: ")),
        out.toString());
  }

  @Test
  void findings_are_rows_with_what_why_and_what_to_do() throws IOException {
    var handed = Shared.handed(doc(MESSAGE));
    var out = new StringBuilder();
    plain.findings(List.of(handed), false, out);
    var rows = rows(out.toString());

    assertEquals(handed.inspection().findings().size() + 1, rows.size());
    var first = handed.inspection().findings().getFirst();
    assertEquals(first.code().written(), rows.get(1).get(3));
    assertEquals(Texts.in(Locale.ENGLISH).what(first), rows.get(1).get(6));
  }

  @Test
  void no_personal_value_of_a_sample_is_left_in_a_masked_table() throws IOException {
    var samples = Shared.samples();
    for (int from = 0; from < samples.size(); from += 40) {
      var part = samples.subList(from, Math.min(from + 40, samples.size()));
      var out = new StringBuilder();
      var exports = masked();
      exports.fields(part, false, out);
      exports.findings(part, false, out);
      for (var handed : part) {
        var payload = handed.inspection().doc();
        if (payload != null) {
          for (var value : Shared.personal(payload)) {
            assertFalse(MaskTest.contains(out.toString(), value), handed.origin() + ": " + value);
          }
        }
      }
    }
  }

  /// The cells of a table that a reader of RFC 4180 sees.
  private static List<List<String>> rows(String csv) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = csv.startsWith("\uFEFF") ? 1 : 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
        cell.append(c);
      } else if (c != '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      }
    }
    return rows;
  }
}
