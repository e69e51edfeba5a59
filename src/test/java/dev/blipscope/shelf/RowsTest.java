package dev.blipscope.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Channel;
import dev.blipscope.blip.Direction;
import dev.blipscope.check.Code;
import dev.blipscope.segment.Postmark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

  private static final Via WHATSAPP = new Via.Known(Channel.WHATSAPP);
  private static final Via CHAT = new Via.Known(Channel.BLIP_CHAT);

  /// 0 and 1: messages; 2: event; 3: nobody's event; 4: contact; 5: broken.
  private static final Deck DECK =
      Shelved.deck(
          Shelved.batch(
              1,
              Shelved.received(Shelved.RUI, "2025-01-03T00:00:00Z", "oi"),
              Shelved.sent(Shelved.ANA, "2025-01-01T00:00:00Z", "tchau")),
          Shelved.batch(2, "x"),
          Shelved.batch(
              3,
              Shelved.event(Shelved.ANA, "2025-01-02T00:00:00Z", "a", "b"),
              Shelved.event(null, "2025-01-02T00:00:00Z", "a", "b"),
              Shelved.contact("aa@bb", "Bia", "never"),
              "{'a'"));

  private static final int BROKEN_WORD = 2;

  private static List<Integer> rows(Filter filter, Marks marks) {
    return Shelved.numbers(Rows.of(DECK, filter, marks, Order.AS_THEY_STAND));
  }

  private static List<Integer> rows(Filter filter) {
    return rows(filter, Marks.NONE);
  }

  private static List<Integer> sorted(Order.By by, boolean descending) {
    return Shelved.numbers(Rows.of(DECK, Filter.ALL, Marks.NONE, new Order(by, descending)));
  }

  // Filters

  @Test
  void without_a_filter_all_rows_stand_as_they_stand() {
    assertEquals(List.of(0, 1, BROKEN_WORD, 3, 4, 5, 6), Shelved.numbers(Rows.of(DECK)));
  }

  @Test
  void of_one_facet_any_chosen_value_is_enough_and_all_facets_must_agree() {
    assertEquals(List.of(0, 1), rows(Filter.ALL.withKinds(Set.of(RowKind.MESSAGE))));
    assertEquals(
        List.of(0, 1, 3, 4), rows(Filter.ALL.withKinds(Set.of(RowKind.MESSAGE, RowKind.EVENT))));
    assertEquals(List.of(1), rows(Filter.ALL.withDirections(Set.of(Direction.SENT))));
    assertEquals(List.of(0), rows(Filter.ALL.withVias(Set.of(CHAT))));
    assertEquals(
        List.of(3), rows(Filter.ALL.withVias(Set.of(WHATSAPP)).withKinds(Set.of(RowKind.EVENT))));
    assertEquals(List.of(BROKEN_WORD, 4, 6), rows(Filter.ALL.withVias(Set.of(Via.Unknown.NONE))));
  }

  @Test
  void a_time_is_between_its_bounds_or_there_is_none() {
    long second = Instant.parse("2025-01-02T00:00:00Z").toEpochMilli();
    assertEquals(List.of(0, 3, 4), rows(Filter.ALL.withTimes(second, null)));
    assertEquals(List.of(1, 3, 4), rows(Filter.ALL.withTimes(null, second)));
    assertEquals(List.of(3, 4), rows(Filter.ALL.withTimes(second, second)));
  }

  @Test
  void what_was_found_by_reading_filters_as_far_as_it_is_known() {
    var some = RowSet.of(List.of(new RowKey(1, 1), new RowKey(3, 2)));
    assertEquals(List.of(), rows(Filter.ALL.withText("oi")));
    assertEquals(
        List.of(1, 5), rows(Filter.ALL.withText("oi"), new Marks(some, Map.of(), Postmarks.NONE)));
    assertEquals(
        List.of(0, 1, BROKEN_WORD, 3, 4, 5, 6),
        rows(Filter.ALL.withText(" "), new Marks(some, Map.of(), Postmarks.NONE)));
    var marks = new Marks(null, Map.of(Code.KIND_NONE, some), Postmarks.NONE);
    assertEquals(List.of(1, 5), rows(Filter.ALL.withCodes(Set.of(Code.KIND_NONE)), marks));
    assertEquals(List.of(), rows(Filter.ALL.withCodes(Set.of(Code.KIND_RIVAL)), marks));
  }

  // Orders

  @Test
  void rows_come_in_the_order_that_was_asked_for() {
    assertEquals(List.of(6, 5, 4, 3, BROKEN_WORD, 1, 0), sorted(Order.By.POSITION, true));
    assertEquals(List.of(0, 1, 3, 4, 5, BROKEN_WORD, 6), sorted(Order.By.KIND, false));
    assertEquals(List.of(BROKEN_WORD, 6, 5, 3, 4, 0, 1), sorted(Order.By.KIND, true));
  }

  @Test
  void those_without_time_or_person_come_last_in_either_direction() {
    assertEquals(List.of(1, 3, 4, 0, BROKEN_WORD, 5, 6), sorted(Order.By.TIME, false));
    assertEquals(List.of(0, 3, 4, 1, BROKEN_WORD, 5, 6), sorted(Order.By.TIME, true));
    assertEquals(List.of(1, 3, 5, 0, BROKEN_WORD, 4, 6), sorted(Order.By.WHO, false));
    assertEquals(List.of(0, 5, 1, 3, BROKEN_WORD, 4, 6), sorted(Order.By.WHO, true));
  }

  private static String event(int number) {
    return Shelved.event(
        number % 7 == 0 ? null : number % 900 + "@wa.gw.msging.net",
        Instant.ofEpochSecond(number * 80_000_000L).toString(),
        "a",
        "b");
  }

  /// The many ones are spread over so many years that time and number of a row need 64 bits.
  @ParameterizedTest
  @ValueSource(ints = {5_000, 40_000})
  void many_rows_come_in_the_order_that_a_slow_sort_gives_them(int rows) {
    var random = new Random(7);
    String[] lines = random.ints(rows, 0, 3_000).mapToObj(RowsTest::event).toArray(String[]::new);
    var batch = Shelved.batch(1, lines);
    var deck = Shelved.deck(batch);
    var all = IntStream.range(0, batch.size()).boxed();
    Comparator<Integer> byTime = Comparator.comparingLong(row -> batch.time(row).orElseThrow());
    assertEquals(
        all.sorted(byTime).toList(),
        Shelved.numbers(Rows.of(deck, Filter.ALL, Marks.NONE, new Order(Order.By.TIME, false))));
    Comparator<Integer> byWho =
        Comparator.comparing(row -> batch.who(row).orElse("\uFFFF"), Comparator.naturalOrder());
    assertEquals(
        IntStream.range(0, batch.size()).boxed().sorted(byWho).toList(),
        Shelved.numbers(Rows.of(deck, Filter.ALL, Marks.NONE, new Order(Order.By.WHO, false))));
  }

  @Test
  void rows_without_anything_to_order_them_by_stay_as_they_stand() {
    var deck = Shelved.deck("1", "2");
    assertEquals(
        List.of(0, 1),
        Shelved.numbers(Rows.of(deck, Filter.ALL, Marks.NONE, new Order(Order.By.TIME, true))));
  }

  /// It works on the same arrays each time.
  @Test
  void who_finds_rows_again_finds_what_somebody_new_finds_and_leaves_what_was_found_alone() {
    var random = new Random(11);
    var finder = new RowFinder();
    var bys = List.of(Order.By.values());
    var found = new ArrayList<Rows>();
    var expected = new ArrayList<List<Integer>>();
    for (int round = 0; round < 30; round++) {
      String[] lines =
          random
              .ints(random.nextInt(300), 0, 100)
              .mapToObj(number -> number % 11 == 0 ? "x" : event(number))
              .toArray(String[]::new);
      var deck = Shelved.deck(Shelved.batch(1, lines));
      var order = new Order(bys.get(round % bys.size()), round % 3 == 0);
      var filter = round % 5 == 0 ? Filter.ALL.withKinds(Set.of(RowKind.BROKEN)) : Filter.ALL;
      found.add(finder.find(deck, filter, Marks.NONE, order));
      expected.add(Shelved.numbers(Rows.of(deck, filter, Marks.NONE, order)));
    }
    assertEquals(expected, found.stream().map(Shelved::numbers).toList());
  }

  @Test
  void arrays_that_are_worked_on_again_are_let_go_when_hardly_any_rows_are_left() {
    assertTrue(RowFinder.suits(RowFinder.roomFor(1_000_000), 1_000_000));
    assertTrue(RowFinder.suits(RowFinder.roomFor(1_000_000), 900_000));
    assertFalse(RowFinder.suits(1_000_000, 1_000_001));
    assertFalse(RowFinder.suits(RowFinder.roomFor(1_000_000), 3));
  }

  // Places

  @Test
  void a_row_is_found_again_by_its_key() {
    var rows = Rows.of(DECK, Filter.ALL, Marks.NONE, new Order(Order.By.TIME, false));
    assertEquals(OptionalInt.of(3), rows.placeOf(new RowKey(1, 0)));
    assertEquals(new RowKey(1, 0), rows.key(3));
    assertEquals(0, rows.seat(3).row());
    assertEquals(DECK, rows.deck());
    assertEquals(OptionalInt.empty(), rows.placeOf(new RowKey(1, 9)));
    assertEquals(OptionalInt.empty(), rows.placeOf(new RowKey(9, 0)));
    assertEquals(7, rows.set().count());
    assertTrue(rows.set().contains(3, 3));
  }

  @Test
  void numbers_and_keys_lead_to_each_other_and_keys_stay_when_a_text_grows() {
    for (int number = 0; number < DECK.size(); number++) {
      assertEquals(OptionalInt.of(number), DECK.number(DECK.key(number)));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> DECK.seat(7));
    var grown = DECK.with(Shelved.batch(2, "x\n1\n2"));
    assertEquals(9, grown.size());
    assertEquals(new RowKey(3, 0), grown.key(5));
    assertEquals(3, grown.batches().size());
    assertEquals(8, DECK.with(Shelved.batch(4, "1")).size());
    assertEquals(6, DECK.withoutBatch(2).size());
    assertEquals(null, DECK.batch(9));
  }

  @Test
  void deleted_rows_are_gone_and_the_deck_of_before_still_has_them() {
    var less = DECK.without(RowSet.of(List.of(new RowKey(1, 0), new RowKey(3, 3))));
    assertEquals(List.of(1, BROKEN_WORD, 3, 4, 5), Shelved.numbers(Rows.of(less)));
    assertEquals(5, less.left());
    assertEquals(7, less.size());
    assertEquals(7, DECK.left());
    assertEquals(4, less.without(RowSet.of(List.of(new RowKey(1, 1)))).left());
  }

  // Counts

  @Test
  void each_facet_counts_what_its_values_would_show_beside_the_other_facets() {
    assertEquals(
        new Facets(
            Map.of(RowKind.MESSAGE, 2, RowKind.EVENT, 2, RowKind.CONTACT, 1, RowKind.BROKEN, 2),
            Map.of(Direction.RECEIVED, 1, Direction.SENT, 1),
            Map.of(WHATSAPP, 3, CHAT, 1, Via.Unknown.NONE, 3),
            Map.of(),
            Map.of(Postmark.NONE, 7)),
        Facets.of(DECK, Filter.ALL, Marks.NONE));

    var marks =
        new Marks(
            null,
            Map.of(
                Code.PRIVACY_NAME, RowSet.of(List.of(new RowKey(3, 0), new RowKey(3, 2))),
                Code.KIND_RIVAL, RowSet.of(List.of(new RowKey(3, 0))),
                Code.KIND_NONE, RowSet.of(List.of(new RowKey(9, 0)))),
            new Postmarks.Sheet().put(new RowKey(3, 0), Postmark.ACCEPTED).taken());
    var chosen = Filter.ALL.withKinds(Set.of(RowKind.EVENT)).withCodes(Set.of(Code.PRIVACY_NAME));
    assertEquals(
        new Facets(
            Map.of(RowKind.EVENT, 1, RowKind.CONTACT, 1),
            Map.of(),
            Map.of(WHATSAPP, 1),
            Map.of(Code.PRIVACY_NAME, 1, Code.KIND_RIVAL, 1),
            Map.of(Postmark.ACCEPTED, 1)),
        Facets.of(DECK, chosen, marks));
  }

  @Test
  void rows_are_found_by_how_far_their_calls_came() {
    var marks =
        new Marks(
            null, Map.of(), new Postmarks.Sheet().put(new RowKey(1, 0), Postmark.FAILED).taken());

    var failed = Filter.ALL.withPostmarks(Set.of(Postmark.FAILED));
    assertEquals(1, Rows.of(DECK, failed, marks, Order.AS_THEY_STAND).size());
    assertEquals(
        Map.of(Postmark.FAILED, 1, Postmark.NONE, 6), Facets.of(DECK, failed, marks).postmarks());
    assertEquals(
        Postmarks.NONE.of(new RowKey(1, 0)),
        marks.postmarks().without(new RowKey(1, 0)).of(new RowKey(1, 0)));
  }

  // People

  @Test
  void rows_of_one_person_are_gathered_across_texts() {
    var groups = Groups.of(Rows.of(DECK));
    assertEquals(4, groups.size());
    assertEquals(Optional.of(Shelved.RUI), groups.who(0));
    assertEquals(Optional.of(Shelved.ANA), groups.who(1));
    assertEquals(List.of(1, 3), Shelved.numbers(groups.rows(1)));
    assertEquals(2, groups.count(1));
    assertEquals(Optional.empty(), groups.who(2));
    assertEquals(List.of(BROKEN_WORD, 4, 6), Shelved.numbers(groups.rows(2)));
    assertEquals(Optional.of("aa@bb"), groups.who(3));
  }

  @Test
  void rows_of_one_person_are_gathered_within_a_text() {
    var deck =
        Shelved.deck(
            Shelved.sent(Shelved.ANA, null, "1"),
            Shelved.sent(Shelved.RUI, null, "2"),
            Shelved.received(Shelved.ANA, null, "3"));
    var groups = Groups.of(Rows.of(deck));
    assertEquals(2, groups.size());
    assertEquals(List.of(0, 2), Shelved.numbers(groups.rows(0)));
  }
}
