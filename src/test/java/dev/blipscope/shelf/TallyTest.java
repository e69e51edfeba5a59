package dev.blipscope.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Code;
import dev.blipscope.check.Severity;
import dev.blipscope.json.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static Tally tally(Deck deck) {
    var tally = new Tally(deck, Shelved.inspector());
    while (tally.step()) {}
    assertTrue(tally.progress().isDone());
    return tally;
  }

  @Test
  void every_sample_has_the_findings_that_its_payloads_have_alone() throws IOException {
    try (var files = Files.walk(Path.of("sample-payloads"))) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var batch = Shelved.batch(1, Files.readAllBytes(file));
        var alone = new EnumMap<Code, Integer>(Code.class);
        for (int row = 0; row < batch.size(); row++) {
          if (batch.kind(row).isObject()) {
            Shelved.inspector()
                .inspect(batch.doc(row).orElseThrow())
                .findings()
                .forEach(finding -> alone.merge(finding.code(), 1, Integer::sum));
          } else {
            var code =
                batch.kind(row) == RowKind.NOT_OBJECT
                    ? Code.JSON_NOT_OBJECT
                    : batch.breakage(row).orElseThrow().finding("").code();
            alone.merge(code, 1, Integer::sum);
          }
        }
        var together = new EnumMap<Code, Integer>(Code.class);
        tally(Shelved.deck(batch))
            .causes()
            .forEach(cause -> together.merge(cause.code(), cause.findings(), Integer::sum));
        assertEquals(alone, together, file::toString);
      }
    }
  }

  @Test
  void rows_of_more_than_a_megabyte_have_the_findings_of_short_ones() {
    String row = "{'a':1,'a':2,'filler':'%s'}";
    String brief = row.formatted("x");
    String lengthy = row.formatted("x".repeat(1_100_000));

    assertEquals(
        tally(Shelved.deck(brief, brief, brief)).causes(),
        tally(Shelved.deck(lengthy, lengthy, brief)).causes());
  }

  @Test
  void findings_with_one_cause_are_one_entry_with_the_first_row_as_example() {
    String twice = "{'a':{'x':1,'x':2},'list':[{'b':1,'b':2},{'b':1,'b':3}]}";
    var tally = tally(Shelved.deck("{'a':1}", twice, twice, "12", "{'a'"));
    assertEquals(
        List.of(
            new Cause(Code.KIND_NONE, Severity.ERROR, Cause.Side.PAYLOAD, "", null, 3, 3, key(0)),
            new Cause(
                Code.JSON_NOT_OBJECT, Severity.ERROR, Cause.Side.PAYLOAD, "", null, 1, 1, key(3)),
            new Cause(
                Code.JSON_INVALID,
                Severity.ERROR,
                Cause.Side.INPUT,
                "",
                Expected.COLON,
                1,
                1,
                key(4)),
            new Cause(
                Code.JSON_DUPLICATE_KEY,
                Severity.WARNING,
                Cause.Side.PAYLOAD,
                "/a/x",
                null,
                2,
                2,
                key(1)),
            new Cause(
                Code.JSON_DUPLICATE_KEY,
                Severity.WARNING,
                Cause.Side.PAYLOAD,
                "/list/*/b",
                null,
                4,
                2,
                key(1))),
        tally.causes());
    assertEquals(
        Map.of(
            Code.KIND_NONE, List.of(0, 1, 2),
            Code.JSON_INVALID, List.of(4),
            Code.JSON_NOT_OBJECT, List.of(3),
            Code.JSON_DUPLICATE_KEY, List.of(1, 2)),
        rows(tally));
  }

  private static RowKey key(int row) {
    return new RowKey(1, row);
  }

  private static Map<Code, List<Integer>> rows(Tally tally) {
    var rows = new EnumMap<Code, List<Integer>>(Code.class);
    tally
        .codes()
        .forEach(
            (code, set) ->
                rows.put(
                    code,
                    IntStream.range(0, 10).filter(row -> set.contains(1, row)).boxed().toList()));
    return rows;
  }

  @Test
  void findings_of_calls_are_told_apart_from_those_of_payloads() {
    var causes =
        tally(Shelved.deck(Shelved.received(Shelved.ANA, "2025-01-08T16:35:14Z", "oi"))).causes();
    assertTrue(
        causes.stream()
            .anyMatch(
                cause ->
                    cause.side() == Cause.Side.CALL
                        && cause.code() == Code.WAREHOUSE_RESERVED
                        && cause.pattern().equals("/properties/id")));
  }

  @Test
  void places_beyond_the_first_thousand_are_one_entry() {
    var lines =
        IntStream.range(0, 1_500)
            .mapToObj(number -> "{'k%d':{'x':1,'x':2}}".formatted(number))
            .toArray(String[]::new);
    var causes = tally(Shelved.deck(lines)).causes();
    assertEquals(1_001, causes.size());
    var elsewhere =
        causes.stream().filter(cause -> cause.pattern().equals(Cause.ELSEWHERE)).toList();
    assertEquals(1, elsewhere.size());
    assertEquals(501, elsewhere.getFirst().rows());
  }

  @Test
  void a_tally_goes_on_when_the_deck_grows() {
    var tally = new Tally(Shelved.deck("1", "{'a':1}"), Shelved.inspector());
    assertFalse(tally.step());
    assertFalse(tally.step());
    tally.in(Shelved.deck(Shelved.batch(1, "1", "{'a':1}", "2"), Shelved.batch(2, "3")));
    assertEquals(new Progress(2, 4), tally.progress());
    assertTrue(tally.step());
    assertFalse(tally.step());
    assertEquals(3, tally.causes().getLast().rows() + tally.causes().getFirst().rows() - 1);
  }

  @Test
  void many_rows_take_many_steps_so_that_one_can_stop_between_them() {
    var tally =
        new Tally(
            Shelved.deck(Shelved.batch(1, Shelved.bytes("{}\n".repeat(700)))), Shelved.inspector());
    assertTrue(tally.step());
    assertEquals(new Progress(64, 700), tally.progress());
    while (tally.step()) {}
    assertEquals(700, tally.causes().getFirst().rows());
  }

  @Test
  void rows_that_cannot_be_read_any_more_have_no_findings() {
    var text = new SearchTest.Vanishing(Shelved.bytes("{'a':1}\n1"));
    var deck = Shelved.deck(Shelved.toEnd(Shelved.indexer(1, text)));
    text.vanish(false);
    assertEquals(
        List.of(Code.JSON_NOT_OBJECT), tally(deck).causes().stream().map(Cause::code).toList());
  }

  @Test
  void a_pattern_is_a_pointer_without_numbers() {
    assertEquals("", Tally.pattern(""));
    assertEquals("/a/*/b/*", Tally.pattern("/a/12/b/0"));
    assertEquals("/a1//b", Tally.pattern("/a1//b"));
    assertEquals("/", Tally.pattern("/"));
  }
}
