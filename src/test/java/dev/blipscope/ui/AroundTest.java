package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Event;
import dev.blipscope.session.Export;
import dev.blipscope.session.Job;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Settings;
import dev.blipscope.shelf.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// The view models around the panes, without a window.
class AroundTest {

  private static final Words WORDS = Words.in(Locale.ENGLISH);

  private final Played played = new Played(Played.usual());

  private Models models(Asking asking) {
    return new Models(played.session(), played, WORDS, Runnable::run, asking);
  }

  private void run(Command command, Asking asking) {
    models(asking).commands().run(command);
  }

  // What comes in

  @Test
  void files_go_before_text_and_nothing_is_said_to_be_nothing() {
    var workbench = models(Answers.none()).workbench();

    workbench.take(List.of("a.json"), "a.json");
    assertEquals(new Event.FilesChosen(List.of("a.json")), played.last());
    workbench.take(List.of(), "{}");
    assertEquals(new Event.TextPasted("{}"), played.last());
    workbench.take(List.of(), " \n");
    assertEquals(
        new Event.Said(Notice.Weight.SAID, "notice.nothing-to-paste", List.of()), played.last());
  }

  @Test
  void files_folders_and_profiles_are_asked_for() {
    var asking = new Answers(List.of("/tmp/a", "/tmp/b"), Optional.empty());

    run(Command.OPEN_FILES, asking);
    assertEquals(new Event.FilesChosen(List.of("/tmp/a", "/tmp/b")), played.last());
    run(Command.OPEN_FOLDER, asking);
    assertEquals(new Event.FilesChosen(List.of("/tmp/a")), played.last());
    run(Command.OPEN_PROFILE, asking);
    assertEquals(new Event.ProfileChosen("/tmp/b"), played.last());
  }

  @Test
  void who_thinks_better_of_it_changes_nothing() {
    for (var command : List.of(Command.OPEN_FILES, Command.OPEN_FOLDER, Command.ERASE)) {
      run(command, Answers.none());
    }
    assertEquals(List.of(), played.told());
  }

  @Test
  void files_opened_last_can_be_opened_again_and_forgotten() {
    played.accept(new Event.SettingsChanged(now -> now.opened("/home/ana/a.json")));
    var models = models(Answers.none());

    var recent = models.workbench().recent().getValue().getFirst();
    assertEquals("a.json", recent.text());
    assertEquals("/home/ana", recent.detail());
    recent.run().run();
    assertEquals(new Event.FilesChosen(List.of("/home/ana/a.json")), played.last());
    models.commands().run(Command.FORGET_RECENT);
    assertEquals(List.of(), played.settings().recent());
  }

  @Test
  void while_presenting_no_folder_is_named() {
    played.accept(
        new Event.SettingsChanged(now -> now.opened("/home/ana/a.json").presenting(true)));

    assertEquals("", models(Answers.none()).workbench().recent().getValue().getFirst().detail());
  }

  @Test
  void samples_stand_in_folders_that_have_names() {
    var samples = models(Answers.none()).workbench().samples();

    samples.values().iterator().next().getFirst().run().run();
    assertTrue(
        played.last() instanceof Event.SampleChosen(var name) && name.startsWith("seed/"),
        played.last().toString());
  }

  // What leaves

  @Test
  void an_export_asks_what_and_whether_masked_before_it_asks_where() {
    played.accept(
        new Event.RowsChosen(Set.of(new RowKey(1, 0), new RowKey(1, 1)), new RowKey(1, 0)));
    var asking = new Answers(List.of("/tmp/out.csv"), Optional.of(0));

    run(Command.EXPORT_FIELDS, asking);

    assertEquals(
        List.of(
            "The 2 selected payloads, masked",
            "The 2 selected payloads as they are",
            "All that the list shows, masked",
            "All that the list shows, as it is",
            "fields.csv"),
        asking.asked());
    assertEquals(
        new Event.ExportAsked(
            new Export(Export.Form.FIELDS, true, Export.Extent.SELECTED), "/tmp/out.csv"),
        played.last());
  }

  @Test
  void the_last_answer_exports_all_as_it_is() {
    played.accept(new Event.RowsChosen(Set.of(new RowKey(1, 0)), new RowKey(1, 0)));

    run(Command.EXPORT_CALLS, new Answers(List.of("c"), Optional.of(3)));

    assertEquals(
        new Event.ExportAsked(new Export(Export.Form.CALLS, false, Export.Extent.SHOWN), "c"),
        played.last());
  }

  @Test
  void nothing_can_be_exported_while_nothing_is_open() {
    run(Command.EXPORT_CALLS, new Answers(List.of("c"), Optional.of(0)));

    assertEquals(List.of(), played.told());
  }

  @Test
  void the_session_is_erased_only_by_who_is_sure() {
    run(Command.ERASE, new Answers(List.of(), Optional.of(0)));

    assertEquals(new Event.EraseAsked(), played.last());
  }

  // How it looks

  @Test
  void theme_language_size_and_presentation_are_settings() {
    var commands = models(Answers.none()).commands();

    commands.run(Command.THEME_DARK);
    assertEquals(Settings.Theme.DARK, played.settings().theme());
    commands.run(Command.LANGUAGE_PORTUGUESE);
    assertEquals(Settings.Language.PORTUGUESE, played.settings().language());
    commands.run(Command.LARGER);
    assertEquals(1.1, played.settings().scale(), 0.001);
    commands.run(Command.USUAL_SIZE);
    commands.run(Command.SMALLER);
    assertEquals(0.9, played.settings().scale(), 0.001);
    commands.run(Command.PRESENT);
    assertTrue(played.settings().presenting());
    commands.run(Command.PRESENT);
    assertFalse(played.settings().presenting());
  }

  @Test
  void the_text_grows_no_further_than_allowed() {
    var commands = models(Answers.none()).commands();
    for (int i = 0; i < 20; i++) {
      commands.run(Command.LARGER);
    }
    assertEquals(Settings.LARGEST_SCALE, played.settings().scale());
  }

  @Test
  void a_choice_knows_whether_it_is_in_force() {
    var chosen =
        models(Answers.none()).commands().action(Command.THEME_DARK).orElseThrow().chosen();

    assertNotNull(chosen);
    assertFalse(chosen.getValue());
    played.accept(new Event.SettingsChanged(now -> now.with(Settings.Theme.DARK)));
    assertTrue(chosen.getValue());
  }

  @Test
  void while_presenting_no_job_tells_what_is_searched_for() {
    var status = new StatusViewModel(played.session(), played, WORDS);
    played.accept(new Event.JobMoved(new Job(7, Job.SEARCHING, "Ana Lima", 1, 2, 0, 2_000)));
    played.accept(new Event.JobMoved(new Job(8, "job.reading", "a.json", 1, 2, 0, 2_000)));
    assertEquals("Searching for \"Ana Lima\"", status.jobs().getValue().getFirst().text());

    played.accept(new Event.SettingsChanged(now -> now.presenting(true)));
    assertEquals("Searching for \"•••\"", status.jobs().getValue().getFirst().text());
    assertEquals("Reading a.json", status.jobs().getValue().getLast().text());
  }

  @Test
  void changes_that_are_made_before_the_screen_follows_are_all_made() {
    var screen = new SimpleObjectProperty<>(played.session().get());
    var told = new ArrayList<Event>();
    var models = new Models(screen, told::add, WORDS, Runnable::run, Answers.none());
    for (var command :
        List.of(Command.LARGER, Command.LARGER, Command.THEME_DARK, Command.PRESENT)) {
      models.commands().run(command);
    }
    models.calls().openTab("request");
    told.forEach(played);

    var now = played.settings();
    assertEquals(1.2, now.scale(), 1e-9);
    assertEquals(Settings.Theme.DARK, now.theme());
    assertTrue(now.presenting());
    assertEquals("request", now.tab());
  }

  @Test
  void places_are_remembered_together_and_touch_nothing_else() {
    played.accept(new Event.SettingsChanged(now -> now.opened("x")));
    models(Answers.none()).workbench().placed(Map.of("panes.0", 0.3, "panes.1", 0.7));

    assertEquals(Map.of("panes.0", 0.3, "panes.1", 0.7), played.settings().places());
    assertEquals(List.of("x"), played.settings().recent());
  }

  // What takes a while, and what is said

  @Test
  void a_job_is_shown_after_half_a_second_with_count_and_rate() {
    var status = new StatusViewModel(played.session(), played, WORDS);
    played.accept(new Event.JobMoved(new Job(7, "job.reading", "a.json", 1, 2, 0, 499)));
    assertEquals(List.of(), status.jobs().getValue());
    played.accept(new Event.JobMoved(new Job(7, "job.reading", "a.json", 3000, 6000, 0, 1500)));
    assertEquals(
        List.of(new StatusViewModel.Row(7, "Reading a.json", "3,000 of 6,000   ·   2,000/s", 0.5)),
        status.jobs().getValue());
    status.cancel(7);
    assertEquals(List.of(), played.session().get().jobs());
  }

  @Test
  void the_profile_in_use_is_named() {
    var status = new StatusViewModel(played.session(), played, WORDS);
    assertEquals("documented", status.getProfile());
    assertEquals("No payloads yet", status.getChosen());

    played.accept(new Event.ProfileChosen("idiomatic"));
    assertEquals("idiomatic", status.getProfile());
  }

  @Test
  void a_notice_can_be_undone_only_if_somebody_can_undo_it() {
    var commands = new Commands();
    var notice = new NoticeViewModel(played.session(), played, WORDS, commands);
    assertFalse(notice.isSaid());
    assertEquals("", notice.getText());

    played.accept(
        new Event.Said(Notice.Weight.FAILED, "notice.profile-faulty", List.of("a.json", "2")));
    assertTrue(notice.isSaid());
    assertTrue(notice.getText().startsWith("The profile a.json has 2 faults"), notice.getText());
    assertFalse(notice.isUndoable());
    notice.close();
    assertFalse(notice.isSaid());
  }

  // The palette and the tour

  @Test
  void the_palette_finds_commands_samples_files_and_profiles() {
    played.accept(new Event.SettingsChanged(now -> now.opened("/tmp/monday.ndjson")));
    var models = models(Answers.none());
    var palette = new PaletteViewModel(models.workbench(), models.commands());

    assertEquals("Dark", first(palette, "dark"));
    assertEquals("monday.ndjson", first(palette, "monday"));
    assertEquals("Message plain text whatsapp", first(palette, "message plain text whatsapp"));
    assertEquals("idiomatic", first(palette, "idiom"));
  }

  @Test
  void the_palette_shows_the_keys_and_does_what_is_chosen() {
    var models = models(Answers.none());
    var palette = new PaletteViewModel(models.workbench(), models.commands());
    palette.queryProperty().set("presentation");

    var entry = palette.getEntries().getFirst();
    assertEquals("F8", entry.keys());
    palette.run(entry);
    assertTrue(played.settings().presenting());
    assertFalse(palette.isOpen());
  }

  @Test
  void the_palette_offers_nothing_that_cannot_be_done() {
    var models = models(Answers.none());
    var palette = new PaletteViewModel(models.workbench(), models.commands());
    palette.queryProperty().set("ndjson");

    assertTrue(
        palette.getEntries().stream().noneMatch(entry -> entry.text().contains("as NDJSON")),
        palette.getEntries().toString());
  }

  private static String first(PaletteViewModel palette, String query) {
    palette.queryProperty().set(query);
    return palette.getEntries().getFirst().text();
  }

  @Test
  void the_tour_walks_on_and_back_and_is_remembered() {
    played.accept(new Event.SettingsChanged(_ -> Settings.USUAL));
    var tour = new TourViewModel(played.session(), played, WORDS);

    tour.begin();
    tour.back();
    assertEquals(TourViewModel.Stop.LIST, tour.stop().getValue());
    for (var stop : TourViewModel.Stop.values()) {
      assertEquals(stop, tour.stop().getValue());
      tour.next();
    }
    assertEquals(null, tour.stop().getValue());
    assertTrue(played.settings().toured());
  }

  @Test
  void a_tour_can_be_skipped_and_taken_again() {
    played.accept(new Event.SettingsChanged(_ -> Settings.USUAL));
    var tour = new TourViewModel(played.session(), played, WORDS);

    tour.begin();
    tour.end();
    assertTrue(played.settings().toured());
    int events = played.told().size();
    tour.begin();
    tour.end();
    assertEquals(events, played.told().size());
  }
}
