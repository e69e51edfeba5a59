package dev.blipscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.capture.Bytes;
import dev.blipscope.capture.MemoryStore;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.inspect.Origin;
import dev.blipscope.json.Place;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import dev.blipscope.shelf.Batch;
import dev.blipscope.shelf.Facets;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Indexer;
import dev.blipscope.shelf.Marks;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.Progress;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowSet;
import dev.blipscope.shelf.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdateTest {

  private static final String ONE = message("1@0mn.io", "one");
  private static final String TWO = message("2@0mn.io", "two");

  private Session session = Session.first(Settings.USUAL);
  private List<Effect> effects = List.of();

  private static String message(String from, String words) {
    return "{\"type\":\"text/plain\",\"content\":\"%s\",\"id\":\"1\",\"from\":\"%s\","
            .formatted(words, from)
        + "\"to\":\"b@msging.net\"}";
  }

  private static Batch batch(int id, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      var indexer = Indexer.of(id, "a.json", Bytes.of(bytes), new MemoryStore(1 << 20), null);
      while (indexer.step()) {
        // All of it is read.
      }
      return indexer.batch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Event.Opened.Text text(int id, String text) {
    return new Event.Opened.Text(Source.of(id, Source.How.PASTED, "", text), batch(id, text));
  }

  private void happened(Event event) {
    var step = Update.next(session, event);
    session = step.session();
    effects = step.effects();
  }

  private void arranged() {
    var filter = session.listing().filter();
    var rows = Rows.of(session.deck(), filter, Marks.NONE, session.listing().order());
    happened(
        new Event.Arranged(
            session.listing().version(),
            session.listing().grouped() ? Lines.byContact(rows) : Lines.of(rows),
            Facets.of(session.deck(), filter, Marks.NONE)));
  }

  private void opened(String... texts) {
    var all = new ArrayList<Event.Opened.Text>();
    for (int i = 0; i < texts.length; i++) {
      all.add(text(i + 1, texts[i]));
    }
    happened(new Event.Opened(all, true));
    arranged();
    happened(new Event.PayloadRead(desk(new RowKey(1, 0), texts[0])));
  }

  private static Desk desk(RowKey row, String text) {
    return Desk.of(row, new Origin("", 1, 1, "OBJECT"), text, text, false, reading(text));
  }

  private static Reading reading(String text) {
    return Reading.of(
        text, new Inspector(Profiles.usual(), Target.SANDBOX, null), new Reading.Pending());
  }

  private static RowKey row(int batch) {
    return new RowKey(batch, 0);
  }

  // What comes in

  @Test
  void what_comes_in_is_handed_to_who_opens_it() {
    happened(new Event.TextPasted("{}"));
    assertEquals(List.of(new Effect.Take("", "{}")), effects);
    happened(new Event.SampleChosen("a"));
    assertEquals(List.of(new Effect.OpenSample("a")), effects);
    happened(new Event.BlankAsked());
    assertEquals(List.of(new Effect.Take("", "{\n  \n}")), effects);
    happened(new Event.FilesChosen(List.of("a", "b")));
    assertEquals(List.of(new Effect.Open(List.of("a", "b"))), effects);
    assertEquals(List.of("a", "b"), session.settings().recent());
  }

  @Test
  void the_first_of_what_was_opened_is_looked_at_and_all_is_listed_and_looked_through() {
    happened(new Event.Opened(List.of(text(1, ONE), text(2, TWO)), true));

    assertEquals(row(1), session.opening().lead());
    assertTrue(effects.contains(new Effect.Load(row(1))));
    assertTrue(effects.contains(new Effect.Arrange(session.listing().version())));
    assertTrue(effects.contains(new Effect.Tally(session.survey().version())));
    arranged();
    assertEquals(2, session.listing().rows().size());
    assertTrue(session.listing().isSettled());
  }

  @Test
  void a_text_that_grew_has_more_rows_and_one_that_nobody_knows_has_none() {
    opened(ONE);
    happened(new Event.Grew(batch(1, ONE + "\n" + TWO)));
    assertEquals(2, session.deck().size());
    happened(new Event.Grew(batch(9, TWO)));
    assertEquals(2, session.deck().size());
  }

  @Test
  void what_was_open_last_time_is_as_it_was() {
    opened(ONE, TWO, ONE);
    happened(new Event.RowsChosen(Set.of(row(2), row(3)), row(3)));
    happened(new Event.Filtered(Filter.ALL.withText("one")));
    happened(new Event.Ordered(new Order(Order.By.TIME, true)));
    happened(new Event.Grouped(true));
    happened(new Event.ProfileChosen("idiomatic"));
    var kept = Kept.of(session, 5);

    session = Session.first(Settings.USUAL);
    happened(new Event.Opened(List.of(text(3, ONE), text(1, ONE), text(2, TWO)), false));
    happened(new Event.Restored(kept));

    assertTrue(kept.isLike(Kept.of(session, 6)), kept + " " + Kept.of(session, 6));
    assertTrue(effects.contains(new Effect.Load(row(3))));
  }

  @Test
  void who_opened_something_meanwhile_goes_on_looking_at_that() {
    opened(ONE);
    var kept =
        new Kept(
            1, List.of(), row(7), Filter.ALL, Order.AS_THEY_STAND, false, "gone", true, List.of());
    happened(new Event.Restored(kept));

    assertEquals(row(1), session.opening().lead());
    assertEquals(Profiles.DEFAULT, session.profile());
  }

  @Test
  void what_was_typed_into_a_profile_is_typed_again_after_a_restart() {
    happened(new Event.ProfileRead("own.json", "{}", Profiles.usual()));
    happened(new Event.ProfileEditAsked("own.json"));
    happened(new Event.ProfileEdited("own.json", 1, "{ }"));
    var kept = Kept.of(session, 5);

    session = Session.first(Settings.USUAL);
    happened(new Event.ProfileRead("own.json", "{}", Profiles.usual()));
    happened(new Event.Restored(kept));

    assertEquals("own.json", session.profile());
    assertEquals("{ }", session.profileInUse().text());
    assertTrue(session.profileInUse().isUnsaved());
    assertEquals("own.json", Objects.requireNonNull(session.editing()).name());
    assertNull(session.notice());
    assertTrue(kept.isLike(Kept.of(session, 6)), kept + " " + Kept.of(session, 6));
  }

  @Test
  void what_was_typed_into_a_profile_is_kept_until_it_is_typed_again() {
    happened(new Event.ProfileRead("own.json", "{}", Profiles.usual()));
    happened(new Event.ProfileEditAsked("own.json"));
    happened(new Event.ProfileEdited("own.json", 1, "{ }"));
    var kept = Kept.of(session, 5);

    var early = Session.first(Settings.USUAL);
    assertEquals(kept.edits(), kept.during(early, 6).edits());
    assertTrue(kept.during(early, 6).editing());
  }

  @Test
  void edits_of_a_profile_whose_file_was_changed_meanwhile_are_there_and_that_is_said() {
    happened(new Event.ProfileRead("own.json", "{\"theirs\":1}", Profiles.usual()));
    happened(new Event.Restored(kept(new Kept.Edits("own.json", "{ }", "{}"))));

    assertEquals("notice.profile-conflict", Objects.requireNonNull(session.notice()).key());
    var known = Objects.requireNonNull(session.profiles().get("own.json"));
    assertEquals("{ }", known.text());
    assertEquals("{\"theirs\":1}", known.saved());
  }

  @Test
  void edits_of_a_profile_whose_file_is_gone_are_there_and_stay_when_it_is_back() {
    happened(new Event.Restored(kept(new Kept.Edits("own.json", "{ }", "{}"))));

    var known = Objects.requireNonNull(session.profiles().get("own.json"));
    assertEquals("{ }", known.text());
    assertTrue(known.isUnsaved());
    assertEquals(Profiles.usual(), known.profile());
    assertEquals(List.of("own.json"), session.settings().profiles());

    happened(new Event.ProfileRead("own.json", "{}", Profiles.usual()));
    assertEquals("{ }", Objects.requireNonNull(session.profiles().get("own.json")).text());
    assertNull(session.notice());
  }

  @Test
  void who_types_into_a_profile_before_all_is_open_again_goes_on_with_that() {
    happened(new Event.ProfileRead("own.json", "{}", Profiles.usual()));
    happened(new Event.ProfileEditAsked("own.json"));
    happened(new Event.ProfileEdited("own.json", 1, "{  }"));
    happened(new Event.Restored(kept(new Kept.Edits("own.json", "{ }", "{}"))));

    assertEquals("{  }", Objects.requireNonNull(session.profiles().get("own.json")).text());
  }

  @Test
  void what_was_typed_into_a_profile_goes_when_all_is_erased() {
    happened(new Event.ProfileRead("own.json", "{}", Profiles.usual()));
    happened(new Event.ProfileEditAsked("own.json"));
    happened(new Event.ProfileEdited("own.json", 1, "{ }"));

    happened(new Event.EraseAsked());

    assertEquals("{}", session.profileInUse().text());
    assertEquals(List.of(), Kept.of(session, 1).edits());
    assertEquals(2, Objects.requireNonNull(session.editing()).showing());
  }

  @Test
  void what_was_erased_before_all_was_open_again_stays_away() {
    happened(new Event.EraseAsked());
    happened(new Event.ProfileRead("own.json", "{}", Profiles.usual()));
    happened(new Event.Restored(kept(new Kept.Edits("own.json", "{ }", "{}"))));

    assertEquals(List.of(), Kept.of(session, 1).edits());
    assertEquals("", session.listing().filter().text());
  }

  private static Kept kept(Kept.Edits edits) {
    return new Kept(
        1,
        List.of(),
        null,
        Filter.ALL.withText("Ana"),
        Order.AS_THEY_STAND,
        false,
        Profiles.DEFAULT,
        false,
        List.of(edits));
  }

  @Test
  void a_text_of_which_nothing_is_left_is_not_kept() {
    opened(ONE, TWO);
    happened(new Event.DeleteAsked());

    assertEquals(List.of(2), Kept.of(session, 1).sources().stream().map(Kept.Text::id).toList());
  }

  // What is seen

  @Test
  void only_the_last_wish_counts() {
    opened(ONE, TWO);
    happened(new Event.Filtered(Filter.ALL.withText("x")));
    long first = session.listing().version();
    happened(new Event.Ordered(new Order(Order.By.WHO, false)));
    arranged();
    var rows = session.listing().rows();
    happened(
        new Event.Arranged(
            first, Lines.of(Rows.of(dev.blipscope.shelf.Deck.EMPTY)), session.listing().facets()));

    assertSame(rows, session.listing().rows());
  }

  @Test
  void only_payloads_that_were_not_seen_are_looked_at() {
    opened(ONE, TWO);
    happened(new Event.RowsSeen(List.of(row(1))));
    assertEquals(List.of(new Effect.Glance(List.of(row(1)))), effects);
    var glance = new dev.blipscope.shelf.Glances(null).of(batch(1, ONE), 0);
    happened(new Event.Glanced(false, Map.of(row(1), glance)));
    happened(new Event.RowsSeen(List.of(row(1))));
    assertEquals(List.of(), effects);
  }

  @Test
  void what_was_found_out_about_an_older_list_does_not_count() {
    opened(ONE);
    long version = session.survey().version();
    var done = new Progress(1, 1);
    happened(new Event.Tallied(new Survey(version - 1, List.of(), Map.of(), done)));
    assertFalse(session.survey().progress().isDone() && session.survey().version() < version);
    happened(new Event.Tallied(new Survey(version, List.of(), Map.of(), done)));
    assertEquals(done, session.survey().progress());
  }

  // What is deleted

  @Test
  void the_neighbour_of_what_is_deleted_lies_open_and_undo_brings_it_back() {
    opened(ONE, TWO);
    happened(new Event.DeleteAsked());
    assertEquals(row(2), session.opening().lead());
    assertTrue(Objects.requireNonNull(session.notice()).undoable());
    arranged();
    happened(new Event.DeleteAsked());
    assertNull(session.opening().lead());
    happened(new Event.DeleteAsked());
    assertEquals(0, session.deck().left());
    happened(new Event.UndoAsked());
    happened(new Event.UndoAsked());
    happened(new Event.UndoAsked());
    assertEquals(2, session.deck().left());
    assertNull(session.notice());
  }

  @Test
  void everything_that_is_shown_can_be_taken_away() {
    opened(ONE, TWO);
    happened(new Event.ClearAsked());
    assertEquals(0, session.deck().left());
    assertEquals("notice.deleted.many", Objects.requireNonNull(session.notice()).key());
    assertNull(session.opening().lead());
  }

  @Test
  void the_payload_before_is_next_if_there_is_none_behind() {
    opened(ONE, TWO);
    happened(new Event.RowsChosen(Set.of(row(2)), row(2)));
    happened(new Event.DeleteAsked());
    assertEquals(row(1), session.opening().lead());
  }

  // What is chosen

  @Test
  void rows_are_added_and_taken_out_and_the_open_one_stays_open() {
    opened(ONE, TWO);
    happened(new Event.RowToggled(row(2)));
    assertEquals(Set.of(row(1), row(2)), session.chosen());
    assertEquals(row(2), session.opening().lead());
    happened(new Event.RowToggled(row(2)));
    assertEquals(Set.of(row(1)), session.chosen());
    assertEquals(row(1), session.opening().lead());
    happened(new Event.RowToggled(row(1)));
    assertEquals(Set.of(), session.chosen());
    assertNull(session.desk());
  }

  @Test
  void a_stretch_of_lines_is_chosen_without_the_lines_of_contacts() {
    opened(ONE, TWO);
    var lines = Lines.byContact(session.listing().rows());
    assertEquals(4, lines.size());
    assertEquals(3, lines.lineOf(row(2)));
    assertEquals(-1, lines.lineOf(row(9)));
    happened(new Event.LinesChosen(lines, 0, 3, row(2)));
    assertEquals(Set.of(row(1), row(2)), session.chosen());
  }

  @Test
  void all_payloads_of_a_contact_are_chosen() {
    opened(ONE, TWO, ONE);
    happened(new Event.ContactChosen("1@0mn.io"));
    assertEquals(Set.of(row(1), row(3)), session.chosen());
    happened(new Event.ContactChosen("nobody"));
    assertEquals(Set.of(row(1), row(3)), session.chosen());
  }

  @Test
  void a_payload_that_was_read_too_late_is_not_shown() {
    opened(ONE, TWO);
    happened(new Event.PayloadRead(desk(row(2), TWO)));
    assertEquals(row(1), Objects.requireNonNull(session.desk()).row());
    happened(new Event.FocusMoved(new Focus.InPayload(3)));
    assertEquals(new Focus.InPayload(3), session.focus());
  }

  // What is changed

  @Test
  void what_is_typed_is_read_and_only_the_last_of_it_counts() {
    opened(ONE, TWO);
    happened(typed(TWO));
    happened(typed(TWO));
    assertTrue(effects.getFirst() instanceof Effect.ReadEdit);
    happened(read(row(1), 1, 1, "{"));
    assertEquals(ONE, Objects.requireNonNull(session.desk()).text());
    happened(read(row(1), 1, 2, TWO));
    assertEquals(TWO, Objects.requireNonNull(session.desk()).text());
    happened(new Event.TextEdited(2, () -> TWO));
    assertEquals(List.of(), effects);
  }

  /// Somebody typed into the payload that was opened first.
  private static Event typed(String text) {
    return new Event.TextEdited(1, () -> text);
  }

  private static Event.EditRead read(RowKey row, int id, long version, String text) {
    return new Event.EditRead(
        row,
        1,
        version,
        text,
        reading(text),
        Source.of(id, Source.How.PASTED, "", text),
        batch(id, text));
  }

  @Test
  void a_changed_payload_of_a_long_text_gets_a_text_of_its_own_behind_it() {
    opened(ONE + "\n" + TWO, TWO);
    happened(typed(TWO));
    happened(read(row(1), 9, 1, TWO));

    assertEquals(List.of(1, 9, 2), session.deck().batches().stream().map(Batch::id).toList());
    assertEquals(3, session.deck().left());
    assertEquals(row(9), session.opening().lead());
    assertEquals(Set.of(row(9)), session.chosen());
    assertEquals(row(9), Objects.requireNonNull(session.desk()).row());
  }

  @Test
  void who_goes_on_typing_while_the_text_gets_a_place_of_its_own_loses_nothing() {
    opened(ONE + "\n" + TWO);
    happened(typed(TWO));
    happened(read(row(1), 9, 1, TWO));
    happened(typed(ONE));

    var desk = Objects.requireNonNull(session.desk());
    assertEquals(row(9), desk.row());
    assertTrue(effects.getFirst() instanceof Effect.ReadEdit(var typed, _) && typed.equals(desk));
    happened(read(row(9), 9, 2, ONE));
    assertEquals(ONE, Objects.requireNonNull(session.desk()).text());
  }

  @Test
  void what_was_typed_into_the_text_before_changes_nothing_of_the_one_that_lies_open_now() {
    opened(ONE, TWO);
    happened(new Event.RowsChosen(Set.of(row(2)), row(2)));
    happened(new Event.PayloadRead(desk(row(2), TWO)));
    happened(typed(ONE));

    assertEquals(List.of(), effects);
    assertEquals(0, Objects.requireNonNull(session.desk()).version());
  }

  @Test
  void a_payload_that_was_opened_once_more_before_its_edit_was_read_is_opened_again() {
    opened(ONE);
    happened(typed(TWO));
    happened(new Event.PayloadRead(desk(row(1), ONE)));
    happened(read(row(1), 1, 1, TWO));

    assertTrue(effects.contains(new Effect.Load(row(1))));
    assertEquals(ONE, Objects.requireNonNull(session.desk()).text());
  }

  @Test
  void what_was_typed_into_something_that_was_erased_is_gone_with_it() {
    opened(ONE);
    happened(typed(TWO));
    happened(new Event.EraseAsked());
    assertEquals(List.of(new Effect.Erase()), effects.stream().limit(1).toList());
    happened(read(row(1), 1, 1, TWO));
    assertEquals(0, session.deck().size());
  }

  @Test
  void what_was_still_being_opened_when_everything_was_erased_does_not_come_in() {
    opened(ONE);
    happened(new Event.EraseAsked());
    happened(new Event.Opened(List.of(text(2, TWO)), true));
    happened(new Event.Erased(3));
    assertEquals(0, session.deck().size());
    assertNull(session.opening().lead());

    happened(new Event.Opened(List.of(text(3, TWO)), true));
    assertEquals(0, session.deck().size());
    assertNull(session.opening().lead());
    happened(new Event.Opened(List.of(text(4, TWO)), true));
    assertEquals(row(4), session.opening().lead());
  }

  // Profiles

  @Test
  void another_profile_reads_the_open_payload_anew() {
    opened(ONE);
    happened(new Event.ProfileChosen("idiomatic"));
    assertEquals("idiomatic", session.profile());
    assertTrue(effects.contains(new Effect.Read(Objects.requireNonNull(session.desk()))));
    happened(new Event.ReadAgain(1, 0, ONE, reading(ONE)));
    assertNotNull(Objects.requireNonNull(session.desk()).reading().explained());
    happened(new Event.ProfileChosen("own.json"));
    assertEquals(List.of(new Effect.OpenProfile("own.json")), effects);
  }

  @Test
  void a_profile_of_ones_own_is_known_mended_and_closed() {
    opened(ONE);
    happened(new Event.ProfileFaulty("own.json", "{", List.of()));
    assertEquals("notice.profile-faulty", Objects.requireNonNull(session.notice()).key());
    happened(new Event.ProfileRead("own.json", "{}", Profiles.usual()));
    happened(new Event.ProfileChosen("own.json"));
    happened(new Event.ProfileFaulty("own.json", "{", List.of()));
    assertEquals("{", session.profileInUse().text());
    happened(new Event.ProfileClosed("own.json"));
    assertEquals(Profiles.DEFAULT, session.profile());
    assertFalse(session.profiles().containsKey("own.json"));
  }

  @Test
  void of_two_comparisons_only_the_one_that_was_asked_for_last_is_shown() {
    var old = new Comparison("a", "b", 1, 0, List.of(), 0, true);
    var now = new Comparison("a", "c", 2, 0, List.of(), 0, true);
    happened(new Event.CompareAsked("a", "b"));
    assertEquals(List.of(new Effect.Compare(1, "a", "b")), effects);
    happened(new Event.CompareAsked("a", "c"));
    assertEquals(List.of(new Effect.Compare(2, "a", "c")), effects);

    happened(new Event.Compared(1, old));
    assertTrue(session.choice().comparing().going());
    assertNull(session.comparison());
    happened(new Event.Compared(2, now));
    assertFalse(session.choice().comparing().going());
    assertEquals(now, session.comparison());
    happened(new Event.Compared(1, old));
    assertEquals(now, session.comparison());

    happened(new Event.CompareAsked("a", "b"));
    assertNull(session.comparison());
  }

  @Test
  void a_comparison_that_broke_off_can_be_asked_for_again() {
    happened(new Event.CompareAsked("a", "b"));
    happened(new Event.Compared(1, null));
    assertFalse(session.choice().comparing().going());
  }

  @Test
  void a_comparison_of_what_was_erased_is_not_shown() {
    happened(new Event.CompareAsked("a", "b"));
    happened(new Event.EraseAsked());
    assertFalse(session.choice().comparing().going());
    happened(new Event.Compared(1, new Comparison("a", "b", 1, 0, List.of(), 0, false)));
    assertNull(session.comparison());
  }

  // What is said

  @Test
  void jobs_come_move_end_and_are_cancelled() {
    happened(new Event.JobMoved(new Job(1, "job.reading", "a", 1, 4, 0, 500)));
    happened(new Event.JobMoved(new Job(2, "job.reading", "b", 1, 0, 0, 0)));
    happened(new Event.JobMoved(new Job(1, "job.reading", "a", 2, 4, 0, 1_000)));
    assertEquals(List.of(1L, 2L), session.jobs().stream().map(Job::id).toList());
    assertEquals(0.5, session.jobs().getFirst().fraction());
    assertEquals(2, session.jobs().getFirst().rate());
    assertEquals(-1, session.jobs().getLast().fraction());
    happened(new Event.JobCancelled(2));
    assertEquals(List.of(new Effect.Cancel(2)), effects);
    happened(new Event.JobEnded(1));
    assertEquals(List.of(), session.jobs());
  }

  @Test
  void a_sentence_stays_until_it_is_seen_and_what_is_kept_stays_said() {
    happened(new Event.KeptSaid(1234));
    happened(new Event.Said(Notice.Weight.WARNED, "notice.disk", List.of("a")));
    assertEquals(
        new Notice(1, Notice.Weight.WARNED, "notice.disk", List.of("a"), false), session.notice());
    happened(new Event.NoticeSeen());
    assertNull(session.notice());
    assertEquals(1234, session.talk().kept());
  }

  // What a person likes

  @Test
  void while_presenting_everything_is_read_anew() {
    opened(ONE);
    happened(new Event.SettingsChanged(now -> now.with(Settings.Theme.DARK)));
    assertEquals(List.of(), effects);
    happened(new Event.SettingsChanged(now -> now.presenting(true)));
    assertEquals(List.of(new Effect.Load(row(1))), effects);
    assertNull(session.desk());
    happened(new Event.Placed(Map.of("list", 0.2)));
    assertEquals(Map.of("list", 0.2), session.settings().places());
  }

  @Test
  void what_was_read_before_it_was_to_be_covered_is_not_shown() {
    opened(ONE);
    happened(new Event.SettingsChanged(now -> now.presenting(true)));
    var glance = new dev.blipscope.shelf.Glances(null).of(batch(1, ONE), 0);
    happened(new Event.Glanced(false, Map.of(row(1), glance)));
    assertEquals(Map.of(), session.listing().glances());
    happened(new Event.PayloadRead(desk(row(1), ONE)));
    assertNull(session.desk());

    var covered = Desk.of(row(1), new Origin("", 1, 1, "OBJECT"), TWO, TWO, true, reading(TWO));
    happened(new Event.PayloadRead(covered));
    happened(new Event.ReadAgain(1, 0, ONE, reading(ONE)));
    assertEquals(TWO, Objects.requireNonNull(session.desk()).text());
    happened(new Event.Glanced(true, Map.of(row(1), glance)));
    assertEquals(Map.of(row(1), glance), session.listing().glances());
  }

  @Test
  void an_export_is_asked_of_who_writes_and_erasing_leaves_what_a_person_likes() {
    opened(ONE);
    var export = new Export(Export.Form.CALLS, true, Export.Extent.SHOWN);
    happened(new Event.ExportAsked(export, "a.ndjson"));
    assertEquals(List.of(new Effect.Write(export, "a.ndjson")), effects);
    happened(new Event.FilesChosen(List.of("a")));
    happened(new Event.SettingsChanged(now -> now.with(Settings.Theme.DARK)));
    happened(new Event.EraseAsked());
    assertEquals(Settings.USUAL.with(Settings.Theme.DARK), session.settings());
    assertEquals(0, session.deck().size());
    assertNull(session.desk());
  }

  // What cannot be

  @Test
  void a_source_is_a_text_or_a_file() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Source(1, Source.How.FILE, "", 0, Place.START, null, null, null));
    assertThrows(NullPointerException.class, () -> Source.of(1, "a", "a.json", null).inMemory());
  }

  @Test
  void undo_reaches_fifty_deletions_back() {
    var pile = Pile.EMPTY.with(Source.of(1, Source.How.PASTED, "", ONE), batch(1, ONE));
    for (int i = 0; i < 60; i++) {
      pile = pile.without(RowSet.of(List.of(row(i))));
    }
    assertEquals(50, pile.undo().size());
  }
}
