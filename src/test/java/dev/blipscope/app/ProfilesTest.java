package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.mapping.Profiles;
import dev.blipscope.session.Comparison;
import dev.blipscope.session.Editing;
import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {

  private static final String EVENT =
      "{\"category\":\"flow\",\"action\":\"start\",\"storageDate\":\"2025-01-08T16:36:00Z\","
          + "\"contact\":{\"Identity\":\"1@0mn.io\"}}";

  private final Stage stage = new Stage();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    stage.close();
  }

  // Files

  @Test
  void a_profile_file_that_was_chosen_is_used_and_remembered() throws Exception {
    stage.tell(new Event.TextPasted(EVENT));
    stage.until(now -> call(now).contains("Event Tracked"));
    String file = written("mine.json", ours("Something Tracked"));

    stage.tell(new Event.ProfileChosen(file));

    var session = stage.until(now -> call(now).contains("Something Tracked"));
    assertEquals(file, session.profile());
    assertEquals(List.of(file), session.settings().profiles());
  }

  @Test
  void a_faulty_profile_is_told_and_the_one_in_use_stays() throws Exception {
    String file = written("bad.json", "{\"name\": 7}");

    stage.tell(new Event.ProfileChosen(file));

    var session = stage.until(now -> now.notice() != null);
    assertEquals("notice.profile-faulty", notice(session));
    assertEquals(Profiles.DEFAULT, session.profile());
    assertFalse(session.profiles().containsKey(file));
  }

  @Test
  void a_profile_that_is_not_there_is_told() throws Exception {
    stage.tell(new Event.ProfileChosen(folder.resolve("none.json").toString()));
    assertEquals("notice.profile-missing", notice(stage.until(now -> now.notice() != null)));

    stage.tell(new Event.ProfileChosen("\0"));
    var next = stage.until(now -> now.notice() != null && now.notice().number() == 2);
    assertEquals("notice.profile-unreadable", notice(next));
  }

  @Test
  void a_profile_that_changes_on_disk_changes_the_calls() throws Exception {
    stage.tell(new Event.TextPasted(EVENT));
    String file = written("mine.json", ours("First"));
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> call(now).contains("First"));

    written("mine.json", ours("Second"));
    stage.until(now -> call(now).contains("Second"));

    written("mine.json", ours("Third").replace("\"rules\"", "\"rulez\""));
    var faulty = stage.until(now -> !now.profileInUse().problems().isEmpty());
    assertTrue(call(faulty).contains("Second"));
    assertTrue(faulty.profileInUse().text().contains("rulez"));
  }

  @Test
  void a_profile_that_vanished_is_told_and_stays_in_use() throws Exception {
    String file = written("mine.json", ours("First"));
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> now.profile().equals(file));

    Files.delete(Path.of(file));

    var session = stage.until(now -> now.notice() != null);
    assertEquals("notice.profile-gone", notice(session));
    assertEquals(file, session.profile());
    written("mine.json", ours("Back"));
    stage.until(now -> now.profileInUse().text().contains("Back"));
  }

  @Test
  void a_profile_that_is_taken_from_the_list_leaves_the_usual_one() throws Exception {
    String file = written("mine.json", ours("First"));
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> now.profile().equals(file));

    stage.tell(new Event.ProfileClosed(file));

    var session = stage.until(now -> !now.profiles().containsKey(file));
    assertEquals(Profiles.DEFAULT, session.profile());
    assertEquals(List.of(), session.settings().profiles());
    assertTrue(Files.exists(Path.of(file)));
  }

  // Changing

  @Test
  void a_copy_gets_a_name_of_its_own_and_is_edited() throws Exception {
    String file = folder.resolve("copy.json").toString();

    stage.tell(new Event.ProfileDuplicateAsked(Profiles.DEFAULT, file));

    var session = stage.until(now -> now.editing() != null);
    assertEquals(file, session.profile());
    assertEquals(file, editing(session).name());
    assertEquals("copy", session.profileInUse().profile().name());
    assertEquals(
        documented().replace("\"name\": \"documented\"", "\"name\": \"copy\""),
        Files.readString(Path.of(file)));
  }

  @Test
  void what_is_typed_into_a_profile_changes_the_calls_and_tells_what_changed() throws Exception {
    stage.tell(new Event.TextPasted(EVENT));
    String file = written("mine.json", ours("First"));
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> call(now).contains("First"));
    stage.tell(new Event.ProfileEditAsked(file));
    var begun = stage.until(now -> now.editing() != null && !editing(now).pointers().isEmpty());
    assertEquals(
        List.of("/action", "/category", "/contact", "/contact/Identity", "/storageDate"),
        editing(begun).pointers());

    typed(begun, ours("Second"));

    var changed = stage.until(now -> now.editing() != null && !editing(now).changes().isEmpty());
    assertTrue(call(changed).contains("Second"));
    assertEquals(
        List.of("/event: \"First\" -> \"Second\""),
        editing(changed).changes().stream()
            .map(it -> it.at() + ": " + it.expected() + " -> " + it.actual())
            .toList());
    assertTrue(changed.profileInUse().isUnsaved());
    assertEquals(ours("First"), Files.readString(Path.of(file)));
  }

  @Test
  void a_broken_profile_shows_its_problems_and_the_last_good_one_stays() throws Exception {
    stage.tell(new Event.TextPasted(EVENT));
    String file = written("mine.json", ours("First"));
    stage.tell(new Event.ProfileChosen(file)).tell(new Event.ProfileEditAsked(file));
    stage.until(now -> now.profile().equals(file));
    stage.tell(new Event.ProfileEditAsked(file));
    var begun = stage.until(now -> now.editing() != null && call(now).contains("First"));

    typed(begun, ours("Second").replace("\"documented\":", "\"documented\" "));

    var broken = stage.until(now -> !now.profileInUse().problems().isEmpty());
    assertTrue(call(broken).contains("First"));
    stage.tell(new Event.ProfileDiscarded(file));
    var back = stage.until(now -> !now.profileInUse().isUnsaved());
    assertEquals(List.of(), back.profileInUse().problems());
    assertEquals(editing(begun).showing() + 1, editing(back).showing());
  }

  @Test
  void a_profile_that_is_saved_keeps_its_permissions() throws Exception {
    String file = written("mine.json", ours("First"));
    var permissions = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(Path.of(file), permissions);
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> now.profile().equals(file));
    stage.tell(new Event.ProfileEditAsked(file));
    typed(stage.until(now -> now.editing() != null), ours("Second"));

    stage.tell(new Event.ProfileSaveAsked(file));

    stage.until(
        now -> now.profileInUse().text().equals(ours("Second")) && !now.profileInUse().isUnsaved());
    assertEquals(ours("Second"), Files.readString(Path.of(file)));
    assertEquals(permissions, Files.getPosixFilePermissions(Path.of(file)));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void a_profile_that_cannot_be_written_is_told() throws Exception {
    String file = folder.resolve("no-such-folder").resolve("copy.json").toString();

    stage.tell(new Event.ProfileDuplicateAsked(Profiles.DEFAULT, file));

    assertEquals("notice.profile-unwritable", notice(stage.until(now -> now.notice() != null)));
  }

  @Test
  void edits_stay_when_another_program_changes_the_file() throws Exception {
    String file = written("mine.json", ours("First"));
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> now.profile().equals(file));
    stage.tell(new Event.ProfileEditAsked(file));
    typed(stage.until(now -> now.editing() != null), ours("Mine"));
    stage.until(now -> now.profileInUse().isUnsaved());

    written("mine.json", ours("Theirs"));

    var session = stage.until(now -> now.notice() != null);
    assertEquals("notice.profile-conflict", notice(session));
    assertEquals(ours("Mine"), session.profileInUse().text());
    assertEquals(ours("Theirs"), session.profileInUse().saved());
  }

  @Test
  void what_another_program_wrote_a_moment_ago_is_not_replaced() throws Exception {
    String file = written("mine.json", ours("First"));
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> now.profile().equals(file));
    stage.tell(new Event.ProfileEditAsked(file));
    typed(stage.until(now -> now.editing() != null), ours("Mine"));
    stage.until(now -> now.profileInUse().isUnsaved());

    // Nobody has looked at the file since.
    written("mine.json", ours("Theirs"));
    stage.tell(new Event.ProfileSaveAsked(file));

    var session = stage.until(now -> now.profileInUse().saved().equals(ours("Theirs")));
    assertEquals(ours("Theirs"), Files.readString(Path.of(file)));
    assertEquals(ours("Mine"), session.profileInUse().text());
    assertEquals("notice.profile-conflict", notice(stage.until(now -> now.notice() != null)));

    // Who knows it may.
    stage.tell(new Event.ProfileSaveAsked(file));
    stage.until(now -> !now.profileInUse().isUnsaved());
    assertEquals(ours("Mine"), Files.readString(Path.of(file)));
  }

  @Test
  void who_saves_twice_at_once_has_saved_what_came_last() throws Exception {
    String file = written("mine.json", ours("First"));
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> now.profile().equals(file));
    stage.tell(new Event.ProfileEditAsked(file));
    var begun = stage.until(now -> now.editing() != null);
    for (int i = 0; i <= 50; i++) {
      typed(begun, ours("Typed " + i));
      stage.tell(new Event.ProfileSaveAsked(file));
    }

    var session =
        stage.until(
            now -> now.profileInUse().saved().equals(ours("Typed 50")) || now.notice() != null);
    assertNull(session.notice());
    assertEquals(ours("Typed 50"), Files.readString(Path.of(file)));
  }

  @Test
  void who_saves_and_leaves_at_once_has_saved() throws Exception {
    String file = written("mine.json", ours("First"));
    try (var other = new Stage()) {
      other.tell(new Event.ProfileChosen(file));
      other.until(now -> now.profile().equals(file));
      other.tell(new Event.ProfileEditAsked(file));
      var editing = editing(other.until(now -> now.editing() != null));
      for (int i = 0; i <= 200; i++) {
        other.tell(new Event.ProfileEdited(file, editing.showing(), ours("Typed " + i)));
        other.tell(new Event.ProfileSaveAsked(file));
      }
    }
    assertEquals(ours("Typed 200"), Files.readString(Path.of(file)));
  }

  // Comparing

  @Test
  void a_comparison_with_a_profile_that_is_gone_ends() throws Exception {
    stage.tell(new Event.CompareAsked(Profiles.DEFAULT, "gone.json"));

    var session = stage.until(now -> now.choice().comparing().version() == 1);
    assertNull(session.comparison());
    stage.until(now -> !now.choice().comparing().going());
  }

  @Test
  void who_asks_for_another_comparison_gets_that_one() throws Exception {
    stage.tell(new Event.TextPasted((EVENT + "\n").repeat(5_000)));
    stage.until(now -> now.listing().rows().size() == 5_000);
    String file = written("mine.json", ours("Mine"));
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> now.profile().equals(file));

    stage.tell(new Event.CompareAsked(Profiles.DEFAULT, "idiomatic"));
    stage.tell(new Event.CompareAsked(Profiles.DEFAULT, file));

    var found = comparison(stage.until(now -> now.comparison() != null));
    assertEquals(file, found.other());
    assertEquals(5_000, found.payloads());
  }

  @Test
  void two_profiles_are_compared_over_everything_that_is_open() throws Exception {
    stage.tell(new Event.TextPasted(EVENT + "\n" + EVENT + "\n{\"a\": 1}"));
    stage.until(now -> now.listing().rows().size() == 3);
    String file = written("mine.json", ours("Mine"));
    stage.tell(new Event.ProfileChosen(file));
    stage.until(now -> now.profile().equals(file));

    stage.tell(new Event.CompareAsked(Profiles.DEFAULT, file));

    var found = comparison(stage.until(now -> now.comparison() != null));
    assertEquals(2, found.payloads());
    assertEquals(2, found.differing());
    assertTrue(found.whole());
    var only = found.patterns().getFirst();
    assertEquals("/event", only.pointer());
    assertEquals(Comparison.Change.CHANGED, only.change());
    assertEquals(2, only.count());
    assertEquals("\"Event Tracked\"", only.before());
    assertEquals("\"Mine\"", only.after());
    assertEquals(1, found.patterns().size());
  }

  @Test
  void the_built_in_profiles_differ_over_the_samples_as_they_are_known_to() throws Exception {
    stage.tell(new Event.FilesChosen(List.of("sample-payloads/seed")));
    stage.until(now -> now.listing().rows().size() > 2 && now.jobs().isEmpty());

    stage.tell(new Event.CompareAsked(Profiles.DEFAULT, "idiomatic"));

    var found = comparison(stage.until(now -> now.comparison() != null));
    assertTrue(found.differing() > 0 && found.differing() <= found.payloads());
    var kinds =
        found.patterns().stream().map(Comparison.Pattern::change).collect(Collectors.toSet());
    assertTrue(kinds.contains(Comparison.Change.ADDED), kinds.toString());
    assertTrue(kinds.contains(Comparison.Change.REMOVED), kinds.toString());
    for (var pattern : found.patterns()) {
      assertEquals(pattern.change() == Comparison.Change.ADDED, pattern.before() == null);
      assertEquals(pattern.change() == Comparison.Change.REMOVED, pattern.after() == null);
      assertTrue(pattern.count() <= found.differing());
    }
  }

  // Words

  private void typed(Session session, String text) {
    var editing = editing(session);
    stage.tell(new Event.ProfileEdited(editing.name(), editing.showing(), text));
  }

  private String written(String name, String text) throws IOException {
    var beside = Files.writeString(folder.resolve(name + ".tmp"), text);
    var file = folder.resolve(name);
    Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return file.toString();
  }

  private static String documented() {
    return new String(Profiles.file(Profiles.DEFAULT).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static String ours(String event) {
    return documented().replace("\"Event Tracked\"", "\"" + event + "\"");
  }

  private static Editing editing(Session session) {
    return Objects.requireNonNull(session.editing());
  }

  private static Comparison comparison(Session session) {
    return Objects.requireNonNull(session.comparison());
  }

  private static String notice(Session session) {
    return Objects.requireNonNull(session.notice()).key();
  }

  private static String call(Session session) {
    var desk = session.desk();
    var explained = desk == null ? null : desk.reading().explained();
    return explained == null || explained.call() == null ? "" : explained.call().text();
  }
}
