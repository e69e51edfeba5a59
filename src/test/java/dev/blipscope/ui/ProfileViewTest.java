package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.blipscope.capture.Bytes;
import dev.blipscope.capture.MemoryStore;
import dev.blipscope.json.Difference;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.session.Comparison;
import dev.blipscope.session.Event;
import dev.blipscope.session.Settings;
import dev.blipscope.session.Source;
import dev.blipscope.shelf.Batch;
import dev.blipscope.shelf.Indexer;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.ui.control.JsonEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The editor of profiles and the comparison, in the window.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX starts before each test
class ProfileViewTest {

  private static final String FILE = "/tmp/profiles/mine.json";
  private static final String RULE = "\"from\": \"$contact\"";

  private final PlayedDesk played = new PlayedDesk();
  private Frame frame;

  @Start
  void start(Stage stage) {
    frame =
        new Frame(
            played.session(),
            played::tell,
            Locale.ENGLISH,
            Runnable::run,
            1200,
            720,
            (_, _) -> Answers.none());
    stage.setScene(frame.scene());
    stage.show();
  }

  private void begin(FxRobot robot) {
    robot.interact(
        () -> {
          played.openSample(CallsViewModel.FIRST_SAMPLE);
          played.tell(new Event.ProfileRead(FILE, documented(), Profiles.usual()));
          played.tell(new Event.ProfileEditAsked(FILE));
          played.tell(new Event.PointersFound(List.of("/category", "/contact", "/extras")));
        });
    waitForFxEvents();
  }

  @Test
  void what_is_typed_completes_is_judged_and_can_be_saved(FxRobot robot) {
    begin(robot);
    var editor = Played.find(frame, JsonEditor.class, "profile-editor");
    var proposals = Played.find(frame, ListView.class, "profile-proposals");
    int caret = documented().indexOf(RULE) + RULE.length() - 1;
    robot.interact(() -> editor.reveal(caret, caret));
    assertTrue(editor.isFocusWithin());
    for (int i = 0; i < "$contact".length(); i++) {
      robot.push(KeyCode.BACK_SPACE);
    }
    robot.write("/ca");
    assertTrue(proposals.isVisible());
    assertEquals(List.of("/category"), proposals.getItems());
    robot.interact(() -> Screens.take(frame.scene(), "profile-completion"));
    robot.push(KeyCode.ENTER);
    assertFalse(proposals.isVisible());

    var known = played.session().get().profileInUse();
    assertEquals(
        documented().replaceFirst("\"from\": \"\\$contact\"", "\"from\": \"/category\""),
        known.text());
    assertTrue(known.isUnsaved());
    robot.push(KeyCode.CONTROL, KeyCode.SPACE);
    assertTrue(proposals.isVisible());
    robot.push(KeyCode.ESCAPE);
    assertFalse(proposals.isVisible());
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertEquals(new Event.ProfileSaveAsked(FILE), played.told().getLast());
  }

  @Test
  void what_is_too_long_to_be_edited_is_not_taken_and_nothing_is_lost(FxRobot robot) {
    begin(robot);
    var editor = Played.find(frame, JsonEditor.class, "profile-editor");
    robot.interact(
        () -> {
          editor.requestFocus();
          var content = new ClipboardContent();
          content.putString("1".repeat(JsonEditor.LONGEST_LINE + 1));
          Clipboard.getSystemClipboard().setContent(content);
        });
    robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SHORTCUT, KeyCode.V);
    waitForFxEvents();

    assertEquals(
        "notice.profile-overflow", Objects.requireNonNull(played.session().get().notice()).key());
    assertEquals(documented(), editor.textSnapshot().text());
    assertEquals(documented(), played.session().get().profileInUse().text());
    assertFalse(editor.isViewing());
  }

  @Test
  void a_built_in_profile_cannot_be_changed(FxRobot robot) {
    robot.interact(() -> played.tell(new Event.ProfileEditAsked(Profiles.DEFAULT)));
    waitForFxEvents();
    assertFalse(Played.find(frame, JsonEditor.class, "profile-editor").isEditable());
    assertTrue(Played.find(frame, Button.class, "profile-duplicate").isVisible());
    robot.interact(() -> Screens.take(frame.scene(), "profile-built-in"));
    robot.interact(() -> Played.find(frame, Button.class, "profile-close").fire());
    assertEquals(new Event.ProfileEditEnded(), played.told().getLast());
  }

  @Test
  void it_looks_good_in_both_languages_and_colours(FxRobot robot) {
    begin(robot);
    for (var language : List.of(Settings.Language.ENGLISH, Settings.Language.PORTUGUESE)) {
      var theme =
          language == Settings.Language.ENGLISH ? Settings.Theme.LIGHT : Settings.Theme.DARK;
      robot.interact(
          () -> played.change(played.session().get().settings().in(language).with(theme)));
      robot.interact(() -> judge(documented().replace("\"to\": \"/event\"", "\"ta\": \"/event\"")));
      take(robot, "profile-" + theme);
      robot.push(KeyCode.SHORTCUT, KeyCode.K);
      robot.write(language == Settings.Language.ENGLISH ? "compare prof" : "comparar");
      take(robot, "compare-palette-" + theme);
      robot.push(KeyCode.ESCAPE);
    }
  }

  private void judge(String text) {
    var editing = Objects.requireNonNull(played.session().get().editing());
    played.tell(new Event.ProfileEdited(FILE, editing.showing(), text));
    var reading = Objects.requireNonNull(played.session().get().desk()).reading();
    played.tell(
        new Event.CallCompared(
            reading,
            List.of(
                new Difference("/traits/name", "\"Ana\"", "\"Bia\""),
                new Difference("/traits/city", null, "\"Recife\""))));
  }

  @Test
  void a_comparison_is_shown_and_its_example_opened(FxRobot robot) throws IOException {
    var batch = batch();
    var row = new RowKey(1, 0);
    var found =
        new Comparison(
            Profiles.DEFAULT,
            "idiomatic",
            1200,
            800,
            List.of(
                new Comparison.Pattern(
                    "/event", Comparison.Change.CHANGED, 800, row, "\"Sent\"", "\"Got\""),
                new Comparison.Pattern(
                    "/properties/items/*", Comparison.Change.REMOVED, 2, row, "1", null)),
            0,
            true);
    robot.interact(
        () -> {
          var source = Source.of(1, Source.How.PASTED, "", "{}");
          played.tell(new Event.Opened(List.of(new Event.Opened.Text(source, batch)), false));
          item(Command.COMPARE_PROFILES).fire();
          played.tell(new Event.Compared(1, found));
        });
    waitForFxEvents();
    var table = Played.find(frame, TableView.class, "compare-table");
    assertEquals(2, table.getItems().size());
    take(robot, "compare");
    robot.interact(() -> table.getSelectionModel().select(0));
    robot.push(KeyCode.ENTER);
    assertTrue(
        played.told().stream()
            .anyMatch(it -> it instanceof Event.RowsChosen(_, var lead) && row.equals(lead)));
  }

  private static Batch batch() throws IOException {
    var bytes = Bytes.of("{}".getBytes(StandardCharsets.UTF_8));
    var indexer = Indexer.of(1, "", bytes, new MemoryStore(1 << 10), null);
    while (indexer.step()) {
      // All of it is in memory.
    }
    return indexer.batch();
  }

  private MenuItem item(Command command) {
    var bar = (MenuBar) frame.scene().lookup(".menu-bar");
    return bar.getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(it -> command.key().equals(it.getId()))
        .findFirst()
        .orElseThrow();
  }

  private void take(FxRobot robot, String name) {
    waitForFxEvents();
    robot.interact(
        () ->
            assertTrue(
                Screens.take(frame.scene(), name.toLowerCase(Locale.ROOT)).toFile().length()
                    > 3_000));
  }

  private static String documented() {
    return new String(Profiles.file(Profiles.DEFAULT).orElseThrow(), StandardCharsets.UTF_8);
  }
}
