package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.RowKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasteTest {

  private static final String MESSAGE =
      "{\"type\":\"text/plain\",\"content\":\"Oi\",\"id\":\"1\",\"from\":\"1@0mn.io\","
          + "\"to\":\"b@msging.net\","
          + "\"metadata\":{\"#envelope.storageDate\":\"2025-01-08T16:35:14Z\"}}";
  private static final String EVENT =
      "{\"category\":\"flow\",\"action\":\"start\",\"storageDate\":\"2025-01-08T16:36:00Z\","
          + "\"contact\":{\"Identity\":\"1@0mn.io\"}}";

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_pasted_payload_lies_open_with_its_call_and_is_in_the_list() throws Exception {
    stage.tell(new Event.TextPasted(MESSAGE));

    var session = stage.until(now -> now.desk() != null && now.listing().rows().size() == 1);
    assertEquals(RowKind.MESSAGE, session.deck().batches().getFirst().kind(0));
    assertTrue(call(session).contains("Message Received"));
    assertEquals(MESSAGE, desk(session).original());
  }

  @Test
  void each_of_several_pasted_payloads_is_a_row_and_the_first_lies_open() throws Exception {
    stage.tell(new Event.TextPasted(MESSAGE + "\n" + EVENT + "\n{broken"));

    var session = stage.until(now -> now.desk() != null && now.listing().rows().size() == 3);
    assertTrue(call(session).contains("Message Received"));
    assertEquals(2, session.source(session.listing().rows().key(1)).orElseThrow().start().line());
  }

  @Test
  void typing_changes_the_call_and_keeps_the_row_in_its_place() throws Exception {
    stage.tell(new Event.TextPasted(MESSAGE + "\n" + EVENT));
    var before = stage.until(now -> now.desk() != null && now.listing().rows().size() == 2);

    stage.tell(
        new Event.TextEdited(
            desk(before).showing(), () -> desk(before).text().replace("\"Oi\"", "\"Tchau\"")));

    var after = stage.until(now -> call(now).contains("Tchau") && now.listing().isSettled());
    assertEquals(before.listing().rows().key(0), after.listing().rows().key(0));
    assertEquals(2, after.listing().rows().size());
  }

  @Test
  void while_the_text_is_broken_the_last_good_call_stays() throws Exception {
    stage.tell(new Event.TextPasted(MESSAGE));
    var before = stage.until(now -> now.desk() != null);

    stage.tell(
        new Event.TextEdited(
            desk(before).showing(), () -> desk(before).text().replace("\"Oi\"", "\"Oi")));

    var after = stage.until(now -> now.desk() != null && desk(now).reading().isBroken());
    assertTrue(call(after).contains("Message Received"));
    assertNotNull(desk(after).reading().inspection());
    assertTrue(desk(after).reading() instanceof Reading.Broken(_, _, int at, _, _) && at > 0);
  }

  @Test
  void what_is_deleted_comes_back_when_it_is_undone() throws Exception {
    stage.tell(new Event.TextPasted(MESSAGE + "\n" + EVENT));
    stage.until(now -> now.desk() != null && now.listing().rows().size() == 2);

    stage.tell(new Event.DeleteAsked());
    var less = stage.until(now -> now.listing().rows().size() == 1 && call(now).contains("Event"));
    assertNotNull(less.notice());

    stage.tell(new Event.UndoAsked());
    stage.until(now -> now.listing().rows().size() == 2);
  }

  @Test
  void files_that_are_opened_together_are_all_listed(@TempDir Path folder) throws Exception {
    var one = Files.writeString(folder.resolve("one.json"), MESSAGE);
    var two = Files.writeString(folder.resolve("two.ndjson"), EVENT + "\n" + EVENT + "\n");
    stage.tell(new Event.FilesChosen(List.of(one.toString(), two.toString())));

    var session = stage.until(now -> now.desk() != null && now.listing().rows().size() == 3);
    assertEquals(List.of(one.toString(), two.toString()), session.settings().recent());
  }

  @Test
  void a_file_that_is_open_is_shown_and_not_listed_twice(@TempDir Path folder) throws Exception {
    var one = Files.writeString(folder.resolve("one.json"), MESSAGE);
    var two = Files.writeString(folder.resolve("two.ndjson"), EVENT + "\n" + EVENT + "\n");
    stage.tell(new Event.FilesChosen(List.of(one.toString(), two.toString())));
    stage.until(now -> now.desk() != null && now.listing().rows().size() == 3);
    stage.tell(new Event.NoticeSeen());

    stage.tell(new Event.FilesChosen(List.of(two.toString())));
    var shown = stage.until(now -> now.notice() != null && desk(now).row().batch() > 1);
    assertEquals("notice.open-already", Objects.requireNonNull(shown.notice()).key());
    assertEquals(List.of("two.ndjson"), shown.notice().words());
    assertEquals(3, shown.deck().left());

    Files.writeString(two, EVENT + "\n" + EVENT + "\n" + EVENT + "\n");
    stage.tell(new Event.FilesChosen(List.of(two.toString())));
    stage.until(now -> now.deck().left() == 6);
  }

  @Test
  void a_file_that_is_not_there_is_not_said_to_be_empty(@TempDir Path folder) throws Exception {
    var one = Files.writeString(folder.resolve("one.json"), MESSAGE);
    stage.tell(
        new Event.FilesChosen(List.of(folder.resolve("gone.json").toString(), one.toString())));

    var session = stage.until(now -> now.desk() != null && now.notice() != null);
    assertTrue(
        Objects.requireNonNull(session.notice()).key().startsWith("unreadable."),
        session.notice().key());
  }

  @Test
  void a_payload_of_a_file_that_is_changed_gets_a_text_of_its_own(@TempDir Path folder)
      throws Exception {
    var file = Files.writeString(folder.resolve("two.ndjson"), MESSAGE + "\n" + EVENT + "\n");
    stage.tell(new Event.FilesChosen(List.of(file.toString())));
    var before = stage.until(now -> now.desk() != null && now.listing().rows().size() == 2);

    stage.tell(
        new Event.TextEdited(
            desk(before).showing(), () -> desk(before).text().replace("\"Oi\"", "\"Tchau\"")));

    var after =
        stage.until(
            now ->
                call(now).contains("Tchau")
                    && now.listing().isSettled()
                    && now.listing().rows().size() == 2);
    assertTrue(after.source(desk(after).row()).orElseThrow().isInMemory());
    assertEquals(MESSAGE + "\n" + EVENT + "\n", Files.readString(file));
  }

  @Test
  void who_types_on_while_a_text_of_its_own_is_made_loses_nothing(@TempDir Path folder)
      throws Exception {
    var file = Files.writeString(folder.resolve("two.ndjson"), MESSAGE + "\n" + EVENT + "\n");
    stage.tell(new Event.FilesChosen(List.of(file.toString())));
    var before = stage.until(now -> now.desk() != null && now.listing().rows().size() == 2);
    long showing = desk(before).showing();

    stage.tell(new Event.TextEdited(showing, () -> MESSAGE.replace("\"Oi\"", "\"Tch\"")));
    stage.until(now -> !desk(now).row().equals(desk(before).row()));
    stage.tell(new Event.TextEdited(showing, () -> MESSAGE.replace("\"Oi\"", "\"Tcha\"")));
    stage.tell(new Event.TextEdited(showing, () -> MESSAGE.replace("\"Oi\"", "\"Tchau\"")));

    var after = stage.until(now -> call(now).contains("Tchau") && now.listing().isSettled());
    var source = after.source(desk(after).row()).orElseThrow();
    assertEquals(MESSAGE.replace("\"Oi\"", "\"Tchau\""), source.inMemory());
    assertEquals(2, after.listing().rows().size());
  }

  @Test
  void who_presents_sees_what_is_covered_and_afterwards_all_of_it() throws Exception {
    stage.tell(new Event.TextPasted(MESSAGE));
    var before = stage.until(now -> now.desk() != null);
    var row = desk(before).row();

    stage.tell(new Event.SettingsChanged(now -> now.presenting(true)));
    stage.tell(new Event.RowsSeen(List.of(row)));
    var covered =
        stage.until(now -> now.desk() != null && now.listing().glances().containsKey(row));
    assertTrue(desk(covered).covered());
    assertFalse(desk(covered).text().contains("1@0mn.io"), desk(covered).text());
    var glance = Objects.requireNonNull(covered.listing().glances().get(row));
    assertNotEquals("1@0mn.io", glance.who());

    stage.tell(new Event.SettingsChanged(now -> now.presenting(false)));
    var after = stage.until(now -> now.desk() != null && !desk(now).covered());
    assertEquals(MESSAGE, desk(after).original());
  }

  @Test
  void a_text_without_anything_in_it_is_told() throws Exception {
    stage.tell(new Event.TextPasted("  \n"));

    var session = stage.until(now -> now.notice() != null);
    assertEquals("notice.nothing-in-it", Objects.requireNonNull(session.notice()).key());
  }

  private static dev.blipscope.session.Desk desk(Session session) {
    return Objects.requireNonNull(session.desk());
  }

  private static String call(Session session) {
    var desk = session.desk();
    var explained = desk == null ? null : desk.reading().explained();
    return explained == null || explained.call() == null ? "" : explained.call().text();
  }
}
