package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.json.Difference;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.session.Comparison;
import dev.blipscope.session.Event;
import dev.blipscope.shelf.RowKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The editor of profiles and the comparison, without a window.
class ProfileViewModelTest {

  private static final String FILE = "/tmp/profiles/mine.json";
  private static final String COPY = "/tmp/profiles/copy";
  private static final Words WORDS = Words.in(Locale.ENGLISH);

  private final PlayedDesk played = new PlayedDesk();
  private final Commands commands = new Commands();
  private Answers answers = new Answers(List.of(COPY), Optional.of(1));

  private ProfileViewModel model() {
    var model =
        new ProfileViewModel(
            played.session(), played::tell, WORDS, answers, Cover.in(Locale.ENGLISH));
    model.offer(commands);
    return model;
  }

  @Test
  void a_built_in_profile_is_shown_and_a_copy_can_be_made() {
    var model = model();
    assertFalse(model.isOpen());
    commands.run(Command.EDIT_PROFILE);

    assertTrue(model.isOpen());
    assertTrue(model.isBuiltIn());
    assertEquals("comes with Blipscope, read only", model.getState());
    model.duplicate();
    assertEquals(
        new Event.ProfileDuplicateAsked(Profiles.DEFAULT, COPY + ".json"), played.told().getLast());
    assertEquals(List.of("documented-copy.json"), answers.asked());
  }

  @Test
  void a_changed_profile_is_not_saved_until_that_is_asked() {
    var model = model();
    editMine();
    assertEquals("saved", model.getState());
    type(model, documented().replace("Event Tracked", "Mine"));

    assertTrue(model.isUnsaved());
    assertEquals("changed, not saved", model.getState());
    commands.run(Command.SAVE_PROFILE);
    assertEquals(new Event.ProfileSaveAsked(FILE), played.told().getLast());
    played.tell(new Event.ProfileSaved(FILE, documented().replace("Event Tracked", "Mine")));
    assertEquals("saved", model.getState());
  }

  @Test
  void a_broken_text_shows_where_and_what_is_wrong() {
    var model = model();
    editMine();
    String text = documented().replace("\"name\": \"documented\"", "\"nomé\": 1, \"name\": 7");
    type(model, text);

    var lines = model.problems().getValue();
    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().text().startsWith("line 3, column 3 · /nomé: "), lines.toString());
    assertTrue(lines.getLast().text().startsWith("line 3, column 22 · /name: "), lines.toString());
    assertEquals(text.indexOf("7"), lines.getLast().place());
    assertEquals(2, model.marks().getValue().size());
    assertEquals(
        "changed, not saved · 2 problems: the last good version stays in use", model.getState());
  }

  @Test
  void what_is_typed_into_an_older_text_is_dropped() {
    var model = model();
    editMine();
    var before = model.showing().getValue().orElseThrow();
    type(model, documented().replace("Event Tracked", "Mine"));
    played.tell(new Event.ProfileDiscarded(FILE));
    model.edit(before, "{");

    assertEquals(documented(), model.showing().getValue().orElseThrow().text());
    assertEquals(List.of(), model.problems().getValue());
  }

  @Test
  void who_closes_what_is_not_saved_is_asked() {
    var model = model();
    editMine();
    type(model, documented().replace("Event Tracked", "Mine"));
    model.close();

    assertEquals(List.of("Save the changes", "Discard the changes"), answers.asked());
    assertFalse(model.isOpen());
    assertFalse(played.session().get().profileInUse().isUnsaved());

    answers = new Answers(List.of(), Optional.empty());
    var other = model();
    editMine();
    type(other, documented().replace("Event Tracked", "Mine"));
    other.close();
    assertTrue(other.isOpen());
  }

  @Test
  void the_changes_of_the_call_are_counted_and_listed() {
    var model = model();
    played.openSample(CallsViewModel.FIRST_SAMPLE);
    editMine();
    assertEquals("The call is as it was when editing began.", model.getSummary());
    var reading = Objects.requireNonNull(played.session().get().desk()).reading();
    played.tell(
        new Event.CallCompared(
            reading,
            List.of(
                new Difference("/event", "\"A\"", "\"B\""),
                new Difference("/x", "1", "2"),
                new Difference("/new", null, "3"),
                new Difference("/old", "4", null))));

    assertEquals("1 added, 1 gone, 2 fields changed", model.getSummary());
    assertEquals(
        List.of("~ /event: \"A\" → \"B\"", "~ /x: 1 → 2", "+ /new: 3", "− /old: 4"),
        model.changes().getValue());
  }

  @Test
  void a_file_can_be_taken_from_the_list_and_a_built_in_profile_cannot() {
    model();
    var forget = commands.action(Command.FORGET_PROFILE).orElseThrow();
    assertFalse(forget.available().getValue());
    editMine();
    assertTrue(forget.available().getValue());
    commands.run(Command.FORGET_PROFILE);
    assertEquals(Profiles.DEFAULT, played.session().get().profile());
    assertEquals(List.of(), played.session().get().settings().profiles());
  }

  @Test
  void two_profiles_are_compared_and_an_example_opened() {
    var model =
        new CompareViewModel(played.session(), played::tell, WORDS, Cover.in(Locale.ENGLISH));
    model.offer(commands);
    assertFalse(commands.action(Command.COMPARE_PROFILES).orElseThrow().available().getValue());
    commands.action(Command.COMPARE_PROFILES).orElseThrow().run().run();

    assertTrue(model.isOpen());
    assertTrue(model.isRunning());
    assertEquals(new Event.CompareAsked(Profiles.DEFAULT, "idiomatic"), played.told().getLast());
    var row = new RowKey(3, 7);
    played.tell(
        new Event.Compared(
            1,
            new Comparison(
                Profiles.DEFAULT,
                "idiomatic",
                1200,
                2,
                List.of(
                    new Comparison.Pattern(
                        "/properties/items/*", Comparison.Change.REMOVED, 2, row, "1", null)),
                5,
                false)));

    assertFalse(model.isRunning());
    assertEquals(
        "1,200 payloads: 2 of them become other calls. There are 5 more differences of other"
            + " sorts. The comparison was cancelled before its end.",
        model.getSummary());
    var line = model.rows().getValue().getFirst();
    assertEquals(new CompareViewModel.Row("/properties/items/*", "gone", "2", "1", "", row), line);
    model.show(line);
    assertEquals(new Event.RowsChosen(Set.of(row), row), played.told().getLast());
    assertFalse(model.isOpen());
  }

  private void editMine() {
    played.tell(new Event.ProfileRead(FILE, documented(), Profiles.usual()));
    played.tell(new Event.ProfileEditAsked(FILE));
  }

  private static void type(ProfileViewModel model, String text) {
    model.edit(shown(model), text);
  }

  private static ProfileViewModel.Showing shown(ProfileViewModel model) {
    return model.showing().getValue().orElseThrow();
  }

  private static String documented() {
    return new String(Profiles.file(Profiles.DEFAULT).orElseThrow(), StandardCharsets.UTF_8);
  }
}
