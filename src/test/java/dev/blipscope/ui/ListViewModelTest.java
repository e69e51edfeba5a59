package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Direction;
import dev.blipscope.capture.Bytes;
import dev.blipscope.capture.MemoryStore;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.session.Event;
import dev.blipscope.session.Lines;
import dev.blipscope.session.Source;
import dev.blipscope.session.Survey;
import dev.blipscope.shelf.Facets;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Glances;
import dev.blipscope.shelf.Indexer;
import dev.blipscope.shelf.Marks;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowKind;
import dev.blipscope.shelf.Rows;
import dev.blipscope.shelf.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the list shows and does, without a window.
class ListViewModelTest {

  private static final String TEXT =
      """
      {'type':'text/plain','content':'Oi','id':'1','from':'5511900000001@wa.gw.msging.net',\
      'to':'b@msging.net','metadata':{'#envelope.storageDate':'2025-01-08T16:35:14Z'}}
      {'category':'flow','action':'start','storageDate':'2025-01-07T16:36:00Z',\
      'contact':{'Identity':'rui@0mn.io'}}
      {'identity':'rui@0mn.io','name':'Rui\u202e','lastMessageDate':'2025-01-08T16:36:00Z'}
      {'type':'image/jpeg','id':'2','from':'b@msging.net',\
      'to':'5511900000001@wa.gw.msging.net','content':{}}
      {'method':'get','uri':'/contacts','id':'1'}
      {'type': broken}\
      """
          .replace('\'', '"');

  private final Played played = new Played(Played.usual());
  private final ListViewModel list =
      new ListViewModel(
          played.session(),
          played,
          Words.in(Locale.ENGLISH),
          InstantSource.fixed(Instant.parse("2025-01-08T20:00:00Z")),
          ZoneOffset.UTC);

  private static RowKey row(int number) {
    return new RowKey(1, number);
  }

  private void open() throws IOException {
    var indexer =
        Indexer.of(
            1,
            "pasted",
            Bytes.of(TEXT.getBytes(StandardCharsets.UTF_8)),
            new MemoryStore(1 << 20),
            null);
    while (indexer.step()) {
      // It is short.
    }
    played.accept(
        new Event.Opened(
            List.of(
                new Event.Opened.Text(
                    Source.of(1, Source.How.PASTED, "pasted", TEXT), indexer.batch())),
            false));
    arrange();
  }

  /// What the session asks to be worked out.
  private void arrange() {
    var now = played.session().get();
    var filter = now.listing().filter();
    var marks = new Marks(null, now.survey().codes(), now.outgoing().marks());
    var rows = Rows.of(now.deck(), filter, marks, now.listing().order());
    played.accept(
        new Event.Arranged(
            now.listing().version(),
            now.listing().grouped() ? Lines.byContact(rows) : Lines.of(rows),
            Facets.of(now.deck(), filter, marks)));
  }

  private void glance() {
    var glances = new Glances(null);
    var seen = new HashMap<RowKey, dev.blipscope.shelf.Glance>();
    if (played.last() instanceof Event.RowsSeen(var rows)) {
      rows.forEach(
          key ->
              seen.put(
                  key, glances.of(played.session().get().deck().batches().getFirst(), key.row())));
    }
    played.accept(new Event.Glanced(played.settings().presenting(), Map.copyOf(seen)));
  }

  private void seeAll() {
    for (int number = 0; number < 6; number++) {
      list.face(row(number));
    }
    list.report();
    glance();
  }

  private void tally() {
    var now = played.session().get();
    var tally =
        new Tally(now.deck(), new Inspector(now.profileInUse().profile(), now.target(), null));
    while (tally.step()) {
      // It is short.
    }
    played.accept(
        new Event.Tallied(
            new Survey(now.survey().version(), tally.causes(), tally.codes(), tally.progress())));
    arrange();
  }

  private Filter filter() {
    return played.session().get().listing().filter();
  }

  // What is shown

  @Test
  void a_payload_says_what_when_where_and_who() throws IOException {
    open();
    assertEquals(RowFace.PENDING, list.face(row(0)));
    seeAll();

    assertEquals(
        new RowFace(
            "message",
            "MSG",
            "16:35:14",
            RowFace.Way.IN,
            "WhatsApp",
            "Oi",
            "5511900000001@wa.gw.msging.net",
            "Message received, 16:35:14, WhatsApp, Oi, 5511900000001@wa.gw.msging.net"),
        list.face(row(0)));
    assertEquals("flow / start", list.face(row(1)).what());
    assertEquals("Rui⟦U+202E⟧", list.face(row(2)).what());
    assertEquals("type image/jpeg", list.face(row(3)).what());
    assertEquals(RowFace.Way.OUT, list.face(row(3)).way());
    assertEquals("This is a LIME command", list.face(row(4)).what());
    assertTrue(list.face(row(5)).what().startsWith("Line 6, column "), list.face(row(5)).what());
  }

  @Test
  void what_did_not_happen_today_has_its_date() throws IOException {
    open();
    seeAll();

    assertTrue(list.face(row(1)).time().matches("1/7/25 16:36:00"), list.face(row(1)).time());
  }

  @Test
  void what_is_unknown_is_asked_for_once() throws IOException {
    open();
    list.face(row(0));
    list.face(row(1));
    list.report();
    assertEquals(new Event.RowsSeen(List.of(row(0), row(1))), played.last());

    int events = played.told().size();
    list.face(row(0));
    list.report();
    assertEquals(events, played.told().size());
    played.accept(new Event.Glanced(played.settings().presenting(), Map.of()));
    list.face(row(2));
    list.report();
    assertEquals(new Event.RowsSeen(List.of(row(2))), played.last());
  }

  @Test
  void what_was_asked_before_somebody_presents_is_asked_for_anew() throws IOException {
    open();
    list.face(row(0));
    list.report();

    played.accept(new Event.SettingsChanged(now -> now.presenting(true)));
    // What was on its way was not covered, so it does not count.
    played.accept(new Event.Glanced(false, Map.of()));
    int events = played.told().size();
    list.face(row(0));
    list.report();
    assertEquals(events + 1, played.told().size());
    assertEquals(new Event.RowsSeen(List.of(row(0))), played.last());
  }

  @Test
  void while_presenting_no_contact_is_named() throws IOException {
    open();
    var contact = new Lines.Line.Contact("rui@0mn.io", 2);
    assertEquals("rui@0mn.io   2 payloads", list.head(contact));

    played.accept(new Event.SettingsChanged(now -> now.presenting(true)));
    assertEquals("A contact   2 payloads", list.head(contact));
  }

  @Test
  void the_count_tells_shown_there_and_selected() throws IOException {
    assertEquals(ListViewModel.State.NOTHING, list.stateProperty().getValue());
    open();
    assertEquals("6 of 6 shown", list.getCount());
    list.click(0, false, false);
    list.click(2, true, false);
    assertEquals("6 of 6 shown · 3 selected", list.getCount());
    played.accept(new Event.Filtered(Filter.ALL.withTimes(0L, 1L)));
    assertFalse(list.isSettled());
    arrange();
    assertTrue(list.isSettled());
    assertEquals(ListViewModel.State.FILTERED, list.stateProperty().getValue());
  }

  // Who is chosen

  @Test
  void steps_that_are_quicker_than_the_session_are_not_lost() throws IOException {
    open();
    var late =
        new ListViewModel(
            new javafx.beans.property.SimpleObjectProperty<>(played.session().get()),
            played,
            Words.in(Locale.ENGLISH),
            InstantSource.system(),
            ZoneOffset.UTC);
    late.first(false);
    late.move(1, false);
    late.move(1, false);

    assertEquals(new Event.RowsChosen(Set.of(row(2)), row(2)), played.last());
    assertEquals(2, list.cursorLine());
  }

  @Test
  void shift_extends_from_where_one_stood_and_control_adds() throws IOException {
    open();
    list.click(1, false, false);
    list.move(2, true);
    assertEquals(Set.of(row(1), row(2), row(3)), played.session().get().chosen());
    list.move(-3, true);
    assertEquals(Set.of(row(0), row(1)), played.session().get().chosen());
    list.click(5, false, true);
    assertEquals(Set.of(row(0), row(1), row(5)), played.session().get().chosen());
    list.selectAll();
    assertEquals(6, played.session().get().chosen().size());
    assertEquals(row(5), played.session().get().opening().lead());
  }

  @Test
  void one_steps_over_the_heads_of_groups() throws IOException {
    open();
    list.group();
    arrange();
    assertTrue(list.isGrouped());

    assertEquals(1, list.first(false));
    assertTrue(list.linesProperty().getValue().at(3) instanceof Lines.Line.Contact);
    assertEquals(4, list.move(2, false));
    list.click(3, false, false);
    assertEquals(Set.of(row(1), row(2)), played.session().get().chosen());
    list.selectContactOf(row(0));
    assertEquals(Set.of(row(0), row(3)), played.session().get().chosen());
  }

  // What is filtered

  @Test
  void facets_have_counts_and_become_chips() throws IOException {
    open();
    var kinds = list.facet(ListViewModel.Facet.KIND);
    assertEquals("Message   (2)", kinds.getFirst().text());
    kinds.getFirst().toggle().run();
    arrange();
    assertEquals(Set.of(RowKind.MESSAGE), filter().kinds());
    list.facet(ListViewModel.Facet.DIRECTION).getFirst().toggle().run();
    arrange();

    assertEquals(
        List.of("Message", "received"),
        list.chipsProperty().getValue().stream().map(Chip::text).toList());
    assertEquals(Set.of(Direction.RECEIVED), filter().directions());
    list.chipsProperty().getValue().getFirst().remove().run();
    assertEquals(Set.of(), filter().kinds());
    list.search("Oi");
    assertEquals("Oi", filter().text());
    list.clearFilter();
    assertEquals(Filter.ALL, filter());
  }

  @Test
  void an_order_is_told_only_if_it_is_another() throws IOException {
    open();
    list.sort(new Order(Order.By.TIME, true));
    assertEquals(new Event.Ordered(new Order(Order.By.TIME, true)), played.last());
    int events = played.told().size();
    list.sort(new Order(Order.By.TIME, true));
    list.search("");
    assertEquals(events, played.told().size());
  }

  // What is to be said about everything

  @Test
  void findings_filter_the_list_or_show_an_example() throws IOException {
    open();
    tally();
    var cause =
        list.causesProperty().getValue().stream()
            .filter(line -> line.code().written().equals("json.invalid"))
            .findFirst()
            .orElseThrow();
    assertEquals("1 payload", cause.count());

    list.openExample(cause);
    assertEquals(new Event.RowsChosen(Set.of(row(5)), row(5)), played.last());
    list.filterBy(cause);
    assertEquals(Set.of(cause.code()), filter().codes());
    arrange();
    assertEquals(1, list.linesProperty().getValue().size());
    played.accept(new Event.DeleteAsked());
    assertTrue(
        list.causesProperty().getValue().stream().noneMatch(line -> line.code() == cause.code()));
  }

  /// There may be a million rows behind them, and many sessions are shown in a second.
  @Test
  void findings_are_worked_out_for_the_list_only_when_they_change() throws IOException {
    open();
    tally();
    var before = list.causesProperty().getValue();
    assertFalse(before.isEmpty());

    played.accept(new Event.RowsChosen(Set.of(row(1)), row(1)));
    assertSame(before, list.causesProperty().getValue());

    played.accept(new Event.DeleteAsked());
    assertNotSame(before, list.causesProperty().getValue());
  }
}
