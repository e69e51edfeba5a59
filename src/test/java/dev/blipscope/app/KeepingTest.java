package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.journal.Journal;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.session.Desk;
import dev.blipscope.session.Event;
import dev.blipscope.session.Kept;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.session.Source;
import dev.blipscope.session.Update;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was open is open again at the next start.
class KeepingTest {

  private static final InstantSource TODAY =
      InstantSource.fixed(Instant.parse("2026-01-08T12:00:00Z"));

  @TempDir private Path folder;
  private Folders folders;

  @BeforeEach
  void folders() {
    folders = new Folders(folder.resolve("config"), folder.resolve("state"));
  }

  private Stage start() throws InterruptedException {
    return new Stage(folders, TODAY);
  }

  private static String message(String words) {
    return "{\"type\":\"text/plain\",\"content\":\"%s\",\"id\":\"1\",\"from\":\"1@0mn.io\","
            .formatted(words)
        + "\"to\":\"b@msging.net\"}";
  }

  private static Desk desk(Session session) {
    return Objects.requireNonNull(session.desk());
  }

  /// The texts of the list, one after the other.
  private static List<String> texts(Session session) {
    var texts = new ArrayList<String>();
    for (var batch : session.deck().batches()) {
      for (int row = 0; row < batch.size(); row++) {
        if (!session.deck().deleted().contains(batch.id(), row)) {
          texts.add(new String(batch.text(row).orElseThrow(), StandardCharsets.UTF_8).strip());
        }
      }
    }
    return texts;
  }

  private static Session opened(Stage stage, Event event, int rows) throws InterruptedException {
    stage.tell(event);
    return stage.until(
        now -> now.deck().left() == rows && now.listing().isSettled() && now.desk() != null);
  }

  @Test
  void texts_come_back_in_their_order_with_what_was_typed_into_a_file_too() throws Exception {
    var file =
        Files.writeString(folder.resolve("two.ndjson"), message("one") + "\n" + message("two"));
    List<String> before;
    try (var stage = start()) {
      var session = opened(stage, new Event.FilesChosen(List.of(file.toString())), 2);
      stage.tell(new Event.TextEdited(desk(session).showing(), () -> message("typed")));
      stage.until(now -> texts(now).contains(message("typed")));
      before = texts(opened(stage, new Event.TextPasted(message("pasted")), 3));
    }

    try (var stage = start()) {
      var after = stage.until(now -> now.deck().left() == 3 && now.desk() != null);
      assertEquals(before, texts(after));
      assertTrue(texts(after).contains(message("typed")), texts(after).toString());
      assertNull(after.notice());
    }
  }

  @Test
  void who_starts_the_program_with_a_file_that_was_open_sees_it_once() throws Exception {
    var file = Files.writeString(folder.resolve("two.ndjson"), message("1") + "\n" + message("2"));
    var other = Files.writeString(folder.resolve("one.ndjson"), message("3"));
    try (var stage = start()) {
      opened(stage, new Event.FilesChosen(List.of(file.toString())), 2);
      opened(stage, new Event.TextPasted(message("4")), 3);
    }
    try (var stage = new Stage(folders, TODAY, List.of(file.toString(), other.toString()))) {
      var after = stage.until(now -> now.notice() != null && now.deck().left() == 4);
      assertEquals("notice.open-already", Objects.requireNonNull(after.notice()).key());
    }
  }

  @Test
  void selection_filter_order_and_settings_come_back_and_what_was_deleted_stays_deleted()
      throws Exception {
    try (var stage = start()) {
      var session =
          opened(
              stage,
              new Event.TextPasted(
                  message("a") + "\n" + message("b") + "\n" + message("c") + "\n" + message("d")),
              4);
      var rows = session.listing().rows();
      stage.tell(new Event.RowsChosen(Set.of(rows.key(0)), rows.key(0)));
      stage.tell(new Event.DeleteAsked());
      stage.tell(new Event.RowsChosen(Set.of(rows.key(1), rows.key(2)), rows.key(2)));
      stage.tell(new Event.Filtered(Filter.ALL.withKinds(Set.of(RowKind.MESSAGE))));
      stage.tell(new Event.Ordered(new Order(Order.By.TIME, true)));
      stage.tell(new Event.SettingsChanged(now -> now.with(Settings.Theme.DARK)));
      stage.until(now -> now.settings().theme() == Settings.Theme.DARK);
    }
    assertEquals(Settings.Theme.DARK, SettingsFile.read(folders.settings()).theme());

    try (var stage = start()) {
      var after = stage.until(now -> now.deck().left() == 3 && now.desk() != null);
      assertEquals(Set.of(new RowKey(3, 0), new RowKey(4, 0)), after.chosen());
      assertEquals(new RowKey(4, 0), desk(after).row());
      assertEquals(Set.of(RowKind.MESSAGE), after.listing().filter().kinds());
      assertEquals(new Order(Order.By.TIME, true), after.listing().order());
    }
  }

  @Test
  void a_file_that_was_changed_meanwhile_is_told_and_nothing_of_it_is_hidden() throws Exception {
    var file =
        Files.writeString(folder.resolve("two.ndjson"), message("one") + "\n" + message("two"));
    try (var stage = start()) {
      opened(stage, new Event.FilesChosen(List.of(file.toString())), 2);
      stage.tell(new Event.DeleteAsked());
      stage.until(now -> now.deck().left() == 1);
    }
    Files.writeString(file, message("three") + "\n" + message("four") + "\n" + message("five"));

    try (var stage = start()) {
      var after = stage.until(now -> now.deck().left() == 3 && now.notice() != null);
      assertEquals("notice.changed-since", Objects.requireNonNull(after.notice()).key());
    }
  }

  @Test
  void half_a_character_comes_back() throws Exception {
    String odd = message("\ud83d");
    try (var stage = start()) {
      opened(stage, new Event.TextPasted(odd), 1);
    }
    try (var stage = start()) {
      var after = stage.until(now -> now.desk() != null);
      var source = after.source(desk(after).row()).orElseThrow();
      assertEquals(odd, source.inMemory());
    }
  }

  @Test
  void what_nobody_opened_for_a_week_is_erased() throws Exception {
    try (var stage = start()) {
      opened(stage, new Event.TextPasted(message("secret")), 1);
    }
    var later = TODAY.instant().plus(Kept.LONGEST).plus(Duration.ofSeconds(1));
    try (var stage = new Stage(folders, InstantSource.fixed(later))) {
      assertEquals(0, stage.until(_ -> true).deck().size());
    }
    assertFalse(holds("secret"));
  }

  @Test
  void what_is_opened_each_day_is_kept_although_it_does_not_change() throws Exception {
    try (var stage = start()) {
      opened(stage, new Event.TextPasted(message("old")), 1);
    }
    var day = TODAY.instant();
    for (int i = 0; i < 3; i++) {
      day = day.plus(Duration.ofDays(5));
      try (var stage = new Stage(folders, InstantSource.fixed(day))) {
        stage.until(now -> now.deck().left() == 1);
      }
    }
  }

  @Test
  void a_second_window_says_that_it_keeps_nothing_and_leaves_the_first_alone() throws Exception {
    try (var first = start()) {
      opened(first, new Event.TextPasted(message("first")), 1);
      try (var second = start()) {
        var session = second.until(now -> now.notice() != null);
        assertEquals("notice.not-kept-twice", Objects.requireNonNull(session.notice()).key());
        opened(second, new Event.TextPasted(message("second")), 1);
        second.tell(new Event.EraseAsked());
        second.until(now -> now.deck().size() == 0);
      }
    }
    try (var stage = start()) {
      assertEquals(List.of(message("first")), texts(stage.until(now -> now.deck().left() == 1)));
    }
  }

  @Test
  void a_damaged_journal_is_told_and_what_can_be_read_is_there() throws Exception {
    try (var stage = start()) {
      opened(stage, new Event.TextPasted(message("one")), 1);
      stage.until(now -> now.talk().kept() > 0);
      opened(stage, new Event.TextPasted(message("two")), 2);
    }
    var journal = folders.session().resolve("entries.journal");
    byte[] bytes = Files.readAllBytes(journal);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(message("two"));
    bytes[at + 3] ^= 1;
    Files.write(journal, bytes);

    try (var stage = start()) {
      var session = stage.until(now -> now.notice() != null && now.deck().left() > 0);
      assertEquals("notice.kept-damaged", Objects.requireNonNull(session.notice()).key());
      assertEquals(List.of(message("one")), texts(session));
    }
  }

  @Test
  void nothing_is_left_on_the_disk_of_what_is_erased() throws Exception {
    try (var stage = start()) {
      opened(stage, new Event.TextPasted(message("secret")), 1);
      // The first state is kept at the start, when nothing is open.
      long kept =
          stage.until(now -> now.talk().kept() > message("secret").length() + 200).talk().kept();
      assertTrue(holds("secret"));
      stage.tell(new Event.EraseAsked());
      stage.until(now -> now.talk().kept() > 0 && now.talk().kept() < kept);
    }
    assertFalse(holds("secret"));
    try (var stage = start()) {
      assertEquals(0, stage.until(_ -> true).deck().size());
    }
  }

  @Test
  void what_is_typed_while_everything_is_erased_goes_with_it() throws Exception {
    try (var stage = start()) {
      var session = opened(stage, new Event.TextPasted(message("one")), 1);
      stage.tell(
          new Event.TextEdited(
              desk(session).showing(),
              () -> {
                stage.tell(new Event.EraseAsked());
                return message("secret");
              }));
      stage.until(now -> now.deck().size() == 0);
      opened(stage, new Event.TextPasted(message("later")), 1);
    }
    assertFalse(holds("secret"));
  }

  @Test
  void a_folder_that_cannot_be_written_is_told_once_and_the_window_goes_on() throws Exception {
    Files.writeString(folder.resolve("state"), "a file where a folder should be");
    try (var stage = start()) {
      var session = stage.until(now -> now.notice() != null);
      assertEquals("notice.not-kept", Objects.requireNonNull(session.notice()).key());
      opened(stage, new Event.TextPasted(message("one")), 1);
      assertEquals(1, stage.until(_ -> true).talk().said());
    }
  }

  @Test
  void only_the_owner_can_read_what_is_kept() throws Exception {
    try (var stage = start()) {
      opened(stage, new Event.TextPasted(message("one")), 1);
    }
    try (var all = Files.walk(folders.session())) {
      for (var each : all.toList()) {
        assertEquals(
            Files.isDirectory(each) ? "rwx------" : "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
            each.toString());
      }
    }
  }

  @Test
  void a_text_that_holds_two_payloads_by_now_stays_one_text_while_it_is_typed_in()
      throws Exception {
    try (var stage = start()) {
      long showing = desk(opened(stage, new Event.TextPasted(message("one")), 1)).showing();
      stage.tell(new Event.TextEdited(showing, () -> message("one") + "\n" + message("two")));
      stage.until(now -> now.deck().left() == 2);
      stage.tell(new Event.TextEdited(showing, () -> message("one") + "\n" + message("three")));
      var after = stage.until(now -> texts(now).contains(message("three")));
      assertEquals(List.of(message("one"), message("three")), texts(after));
    }
  }

  @Test
  void what_was_typed_last_is_kept_although_the_program_ends_at_once() throws Exception {
    try (var stage = start()) {
      long showing = desk(opened(stage, new Event.TextPasted(message("one")), 1)).showing();
      for (int i = 0; i <= 3000; i++) {
        String words = "typed " + i;
        stage.tell(new Event.TextEdited(showing, () -> message(words)));
      }
    }
    try (var stage = start()) {
      var after = stage.until(now -> now.deck().left() == 1);
      assertEquals(List.of(message("typed 3000")), texts(after));
    }
  }

  @Test
  void what_is_opened_before_all_is_open_again_takes_the_number_of_no_other_text()
      throws Exception {
    var opener = new Opener(_ -> {}, new Jobs(_ -> {}, TODAY));
    var number = new CompletableFuture<Integer>();
    opener.holdNumbers();
    var thread = Thread.ofPlatform().start(() -> number.complete(opener.nextId()));
    while (!number.isDone() && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    opener.startBehind(7);
    assertEquals(8, number.get(20, TimeUnit.SECONDS));
  }

  @Test
  void what_could_not_be_opened_again_is_there_the_next_time() throws Exception {
    try (var stage = start()) {
      opened(stage, new Event.TextPasted(message("one")), 1);
    }
    var mistakes = new LinkedBlockingQueue<Throwable>();
    try (var keeper = new Keeper(folders, TODAY, _ -> {}, mistakes::add)) {
      var performer =
          new Performer(
              event -> {
                if (event instanceof Event.Opened) {
                  throw new IllegalStateException("as if the memory were full");
                }
              },
              mistakes::add,
              TODAY,
              new Courtesy(),
              keeper::erase,
              () -> {},
              Stage.outward(_ -> {}));
      var left = new LinkedBlockingQueue<Set<Integer>>();
      performer.restore(keeper::open, List.of(), List.of(), left::add);
      var all = Objects.requireNonNull(left.poll(20, TimeUnit.SECONDS));
      assertEquals(Set.of(1), all);
      assertEquals(1, mistakes.size());
      keeper.settle(Session.first(Settings.USUAL), all);
    }
    try (var stage = start()) {
      assertEquals(List.of(message("one")), texts(stage.until(now -> now.deck().left() == 1)));
    }
  }

  @Test
  void texts_of_which_nothing_else_can_be_read_are_there() throws Exception {
    try (var journal = Journal.open(folders.session(), _ -> {}).orElseThrow()) {
      byte[] text = message("one").getBytes(StandardCharsets.UTF_8);
      journal.append(
          (byte) 2, ByteBuffer.allocate(Integer.BYTES + text.length).putInt(3).put(text).array());
      journal.append((byte) 1, "{\"from\":\"a newer program\"}".getBytes(StandardCharsets.UTF_8));
      journal.sync();
    }
    try (var stage = start()) {
      var session = stage.until(now -> now.deck().left() == 1 && now.notice() != null);
      assertEquals(List.of(message("one")), texts(session));
      assertEquals("notice.kept-damaged", Objects.requireNonNull(session.notice()).key());
      opened(stage, new Event.TextPasted(message("two")), 2);
    }
    try (var stage = start()) {
      var after = stage.until(now -> now.deck().left() == 2);
      assertEquals(List.of(message("one"), message("two")), texts(after));
    }
  }

  @Test
  void what_lies_open_for_long_is_as_new_although_it_does_not_change() throws Exception {
    var now = new AtomicReference<>(TODAY.instant());
    try (var stage = new Stage(folders, now::get)) {
      opened(stage, new Event.TextPasted(message("old")), 1);
      now.set(now.get().plus(Duration.ofDays(6)));
      stage.tell(new Event.NoticeSeen());
    }
    now.set(now.get().plus(Duration.ofDays(6)));
    try (var stage = new Stage(folders, now::get)) {
      assertEquals(List.of(message("old")), texts(stage.until(then -> then.deck().left() == 1)));
    }
  }

  @Test
  void a_file_that_is_away_for_a_while_is_open_again_when_it_is_back() throws Exception {
    var file =
        Files.writeString(folder.resolve("two.ndjson"), message("one") + "\n" + message("two"));
    try (var stage = start()) {
      opened(stage, new Event.FilesChosen(List.of(file.toString())), 2);
      stage.tell(new Event.DeleteAsked());
      stage.until(now -> now.deck().left() == 1);
    }
    var away = Files.move(file, folder.resolve("away"));
    try (var stage = start()) {
      stage.until(now -> now.notice() != null);
      opened(stage, new Event.TextPasted(message("three")), 1);
    }
    Files.move(away, file);
    try (var stage = start()) {
      var after = stage.until(now -> now.deck().left() == 2);
      assertEquals(Set.of(message("two"), message("three")), Set.copyOf(texts(after)));
    }
  }

  @Test
  void what_happens_before_all_is_open_again_is_kept_beside_it() throws Exception {
    try (var stage = start()) {
      var rows =
          opened(stage, new Event.TextPasted(message("one") + "\n" + message("two")), 2)
              .listing()
              .rows();
      stage.tell(new Event.RowsChosen(Set.of(rows.key(0)), rows.key(0)));
      stage.tell(new Event.Filtered(Filter.ALL.withKinds(Set.of(RowKind.MESSAGE))));
    }
    var source = Source.of(9, Source.How.PASTED, "", message("new"));
    var early =
        Update.next(
                Session.first(Settings.USUAL),
                new Event.Opened(
                    List.of(new Event.Opened.Text(source, Opener.index(9, "", source.inMemory()))),
                    false))
            .session();
    var mistakes = new LinkedBlockingQueue<Throwable>();
    try (var keeper = new Keeper(folders, TODAY, _ -> {}, mistakes::add)) {
      keeper.open();
      keeper.observe(early);
    }
    assertTrue(mistakes.isEmpty(), mistakes.toString());
    try (var stage = start()) {
      var after = stage.until(now -> now.deck().left() == 3);
      assertEquals(List.of(message("one"), message("two"), message("new")), texts(after));
      assertEquals(Set.of(RowKind.MESSAGE), after.listing().filter().kinds());
    }
  }

  /// A profile file of a person, and in it a rule that gives events this name.
  private String profile(String event) throws IOException {
    var file = folder.resolve("mine.json");
    Files.writeString(file, profileText(event));
    return file.toString();
  }

  private static String profileText(String event) {
    return new String(Profiles.file(Profiles.DEFAULT).orElseThrow(), StandardCharsets.UTF_8)
        .replace("\"Event Tracked\"", "\"" + event + "\"");
  }

  private static void typeInto(Stage stage, String profile, String text)
      throws InterruptedException {
    stage.tell(new Event.ProfileChosen(profile));
    stage.until(now -> now.profile().equals(profile));
    stage.tell(new Event.ProfileEditAsked(profile));
    var editing = Objects.requireNonNull(stage.until(now -> now.editing() != null).editing());
    stage.tell(new Event.ProfileEdited(profile, editing.showing(), text));
    stage.until(now -> now.profileInUse().text().equals(text));
  }

  @Test
  void what_was_typed_into_a_profile_and_not_saved_is_there_again() throws Exception {
    String file = profile("First");
    try (var stage = start()) {
      typeInto(stage, file, profileText("Typed"));
    }
    assertEquals(profileText("First"), Files.readString(Path.of(file)));

    try (var stage = start()) {
      var after = stage.until(now -> now.editing() != null);
      assertEquals(file, after.profile());
      assertEquals(profileText("Typed"), after.profileInUse().text());
      assertEquals(profileText("First"), after.profileInUse().saved());
      stage.tell(new Event.ProfileSaveAsked(file));
      stage.until(now -> !now.profileInUse().isUnsaved());
      assertEquals(profileText("Typed"), Files.readString(Path.of(file)));
    }
  }

  @Test
  void a_profile_file_that_was_changed_meanwhile_is_not_replaced_without_a_word() throws Exception {
    String file = profile("First");
    try (var stage = start()) {
      typeInto(stage, file, profileText("Typed"));
    }
    profile("Theirs");

    try (var stage = start()) {
      var after = stage.until(now -> now.notice() != null);
      assertEquals("notice.profile-conflict", Objects.requireNonNull(after.notice()).key());
      assertEquals(profileText("Typed"), Objects.requireNonNull(after.profiles().get(file)).text());
    }
    assertEquals(profileText("Theirs"), Files.readString(Path.of(file)));
  }

  @Test
  void what_was_typed_into_a_profile_and_not_saved_is_erased_with_the_rest() throws Exception {
    String file = profile("First");
    try (var stage = start()) {
      typeInto(stage, file, profileText("Secret"));
      long kept =
          stage.until(now -> now.talk().kept() > profileText("Secret").length()).talk().kept();
      assertTrue(holds("Secret"));
      stage.tell(new Event.EraseAsked());
      stage.until(now -> now.talk().kept() > 0 && now.talk().kept() < kept);
    }
    assertFalse(holds("Secret"));
    assertEquals(profileText("First"), Files.readString(Path.of(file)));
  }

  private boolean holds(String words) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var each : all.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1).contains(words)) {
          return true;
        }
      }
    }
    return false;
  }
}
