package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Code;
import dev.blipscope.session.Event;
import dev.blipscope.session.Lines;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.Cause;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list with its search and its findings, without a window.
class ListTest {

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private static String message(int id, String text, String who) {
    return ("{'type':'text/plain','content':'%s','id':'%d','from':'%s@0mn.io','to':'b@msging.net',"
            + "'metadata':{'#envelope.storageDate':'2025-01-08T16:35:14Z'}}")
        .formatted(text, id, who)
        .replace('\'', '"');
  }

  private static final String EVENT =
      "{\"category\":\"flow\",\"action\":\"start\",\"storageDate\":\"2025-01-08T16:36:00Z\","
          + "\"contact\":{\"Identity\":\"ana@0mn.io\"}}";

  private Session paste(String... payloads) throws InterruptedException {
    stage.tell(new Event.TextPasted(String.join("\n", payloads)));
    return stage.until(
        now ->
            now.listing().rows().size() == payloads.length
                && now.listing().isSettled()
                && now.desk() != null
                && isSurveyed(now));
  }

  private static boolean isSurveyed(Session now) {
    return now.survey().progress().of() == now.deck().size() && now.survey().progress().isDone();
  }

  private Session filtered(Filter filter, int rows) throws InterruptedException {
    stage.tell(new Event.Filtered(filter));
    return stage.until(
        now ->
            now.listing().filter().equals(filter)
                && now.listing().isSettled()
                && now.listing().rows().size() == rows);
  }

  @Test
  void a_search_finds_what_stands_in_the_payloads_in_any_letter_case() throws Exception {
    paste(message(1, "Oi", "ana"), message(2, "Tchau", "rui"), EVENT);

    var found = filtered(Filter.ALL.withText("tchau"), 1);
    assertEquals(RowKind.MESSAGE, kind(found, 0));
    filtered(Filter.ALL.withText("ana@0mn.io"), 2);
    filtered(Filter.ALL.withText("nobody said that"), 0);
    filtered(Filter.ALL, 3);
  }

  @Test
  void a_search_goes_on_in_what_comes_in_later() throws Exception {
    paste(message(1, "Oi", "ana"), EVENT);
    filtered(Filter.ALL.withText("Oi"), 1);

    stage.tell(new Event.TextPasted(message(3, "Oi de novo", "rui")));
    stage.until(now -> now.listing().isSettled() && now.listing().rows().size() == 2);
  }

  @Test
  void a_search_finds_what_was_typed_and_no_longer_what_stood_there() throws Exception {
    var before = paste(message(1, "Oi", "ana"));
    filtered(Filter.ALL.withText("Tchau"), 0);

    var desk = Objects.requireNonNull(before.desk());
    stage.tell(new Event.TextEdited(desk.showing(), () -> desk.text().replace("Oi", "Tchau")));
    stage.until(now -> now.listing().isSettled() && now.listing().rows().size() == 1);
    filtered(Filter.ALL.withText("Oi"), 0);
  }

  @Test
  void only_the_last_of_many_wishes_is_shown(@TempDir Path folder) throws Exception {
    var file =
        Files.writeString(
            folder.resolve("many.ndjson"),
            IntStream.range(0, 20_000)
                .mapToObj(i -> message(i, "text " + i, "ana"))
                .collect(Collectors.joining("\n")));
    stage.tell(new Event.FilesChosen(List.of(file.toString())));
    stage.until(now -> now.listing().rows().size() == 20_000);

    for (int i = 0; i < 20; i++) {
      stage.tell(new Event.Filtered(Filter.ALL.withText("text " + i)));
    }
    stage.tell(new Event.Filtered(Filter.ALL.withText("text 19999")));

    var shown = stage.until(now -> now.listing().isSettled() && now.listing().rows().size() == 1);
    assertEquals("text 19999", shown.listing().filter().text());
  }

  @Test
  void findings_over_everything_have_a_cause_a_count_and_an_example() throws Exception {
    var session = paste(message(1, "Oi", "ana"), "[1]", "{broken", "{also broken");

    var causes = session.survey().causes();
    var notObject = cause(session, Code.JSON_NOT_OBJECT);
    assertEquals(1, notObject.rows(), causes.toString());
    assertEquals(2, cause(session, Code.JSON_INVALID).rows(), causes.toString());
    assertEquals(RowKind.NOT_OBJECT, kindOf(session, notObject.example()));
  }

  @Test
  void the_list_can_be_filtered_by_a_finding() throws Exception {
    paste(message(1, "Oi", "ana"), "[1]", "{broken");

    var found = filtered(Filter.ALL.withCodes(Set.of(Code.JSON_NOT_OBJECT)), 1);
    assertEquals(RowKind.NOT_OBJECT, kind(found, 0));
    assertEquals(1, found.listing().facets().codes().get(Code.JSON_INVALID));
  }

  @Test
  void findings_follow_what_is_typed() throws Exception {
    var before = paste("{\"broken\": ");
    assertFalse(before.survey().causes().isEmpty());

    var desk = Objects.requireNonNull(before.desk());
    stage.tell(new Event.TextEdited(desk.showing(), () -> EVENT));
    stage.until(
        now ->
            isSurveyed(now)
                && now.survey().causes().stream()
                    .noneMatch(cause -> cause.code() == Code.JSON_INVALID));
  }

  @Test
  void payloads_are_gathered_by_contact_and_apart_again() throws Exception {
    paste(message(1, "Oi", "ana"), message(2, "Oi", "rui"), message(3, "Oi", "ana"));

    stage.tell(new Event.Grouped(true));
    var grouped = stage.until(now -> now.listing().lines().size() == 5);
    var lines = grouped.listing().lines();
    assertEquals(new Lines.Line.Contact("ana@0mn.io", 2), lines.at(0));
    for (int line = 0; line < lines.size(); line++) {
      if (lines.at(line) instanceof Lines.Line.Payload(var row)) {
        assertEquals(line, lines.lineOf(row));
      }
    }
    stage.tell(new Event.Grouped(false));
    stage.until(now -> now.listing().lines().size() == 3);
  }

  @Test
  void a_stretch_of_the_list_a_contact_and_single_payloads_are_selected() throws Exception {
    var session = paste(message(1, "Oi", "ana"), message(2, "Oi", "rui"), message(3, "Oi", "ana"));
    var rows = session.listing().rows();

    stage.tell(new Event.LinesChosen(session.listing().lines(), 0, 1, rows.key(1)));
    stage.until(now -> now.chosen().equals(Set.of(rows.key(0), rows.key(1))));
    stage.tell(new Event.RowToggled(rows.key(2)));
    stage.until(now -> now.chosen().size() == 3);
    stage.tell(new Event.RowToggled(rows.key(2)));
    stage.until(now -> now.chosen().size() == 2 && now.opening().lead() != null);
    stage.tell(new Event.ContactChosen("ana@0mn.io"));
    var chosen = stage.until(now -> now.chosen().equals(Set.of(rows.key(0), rows.key(2))));
    assertTrue(chosen.chosen().contains(Objects.requireNonNull(chosen.opening().lead())));
  }

  @Test
  void the_list_is_put_in_order() throws Exception {
    paste(message(1, "Oi", "rui"), EVENT, message(2, "Oi", "ana"));

    stage.tell(new Event.Ordered(new Order(Order.By.KIND, true)));
    stage.until(now -> now.listing().isSettled() && kind(now, 0) == RowKind.EVENT);
  }

  private static Cause cause(Session session, Code code) {
    return session.survey().causes().stream()
        .filter(cause -> cause.code() == code)
        .findFirst()
        .orElseThrow();
  }

  private static RowKind kind(Session session, int at) {
    return kindOf(session, session.listing().rows().key(at));
  }

  private static RowKind kindOf(Session session, RowKey row) {
    return Objects.requireNonNull(session.deck().batch(row.batch())).kind(row.row());
  }
}
