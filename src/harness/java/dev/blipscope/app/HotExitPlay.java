package dev.blipscope.app;

import dev.blipscope.blip.Direction;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.session.Event;
import dev.blipscope.session.Kept;
import dev.blipscope.session.KeptText;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.session.SettingsText;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Starts the real program without a screen, compares what is open with what was open when it was
/// killed, plays on, and waits to be killed.
///
/// Takes a folder and a seed. Says `back` or `lost` and in what, then `ready`.
final class HotExitPlay {

  private static final int ACTIONS = 8;

  private final Path folder;
  private final Random dice;
  private final List<String> payloads;
  private final Program program;
  private final Stage stage;
  private int number;

  private HotExitPlay(Path folder, long seed, List<String> payloads, Program program, Stage stage) {
    this.folder = folder;
    this.dice = new Random(seed);
    this.payloads = payloads;
    this.program = program;
    this.stage = stage;
  }

  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]);
    var shown = new CompletableFuture<HotExitPlay>();
    var payloads = Files.readAllLines(folder.resolve("payloads.ndjson"));
    Platform.startup(
        () -> {
          var program = new Program();
          var stage = new Stage();
          program.start(stage);
          shown.complete(
              new HotExitPlay(folder, Long.parseLong(args[1]), payloads, program, stage));
        });
    var play = shown.get();
    play.compare();
    play.play();
  }

  private Session session() {
    return program.works().session();
  }

  private void tell(Event event) {
    program.works().tell(event);
  }

  private void compare() throws IOException, InterruptedException {
    var file = folder.resolve("expected");
    if (Files.notExists(file)) {
      tell(new Event.SettingsChanged(Settings::afterTour));
      return;
    }
    String expected = Files.readString(file);
    boolean back = Screen.within(20_000, () -> description(session()).equals(expected));
    // It must not only pass by.
    if (back && !Screen.within(300, () -> !description(session()).equals(expected))) {
      System.out.println("back");
    } else {
      System.out.println("lost");
      Files.writeString(folder.resolve("found"), description(session()));
      Files.writeString(folder.resolve("wanted"), expected);
    }
  }

  private void play() throws IOException, InterruptedException {
    for (int i = 0; i < ACTIONS; i++) {
      act();
      settle();
    }
    if (dice.nextBoolean()) {
      type();
    } else {
      typeIntoProfile();
    }
    settle();
    Files.writeString(folder.resolve("expected"), description(session()));
    System.out.println("ready");
  }

  private void settle() throws InterruptedException {
    Screen.until(
        "everything asked for is done",
        () -> {
          var now = session();
          var lead = now.opening().lead();
          return now.listing().isSettled()
              && now.jobs().isEmpty()
              && (lead == null || now.desk() != null && now.desk().row().equals(lead));
        });
  }

  private void act() throws IOException, InterruptedException {
    int rows = session().deck().left();
    switch (dice.nextInt(13)) {
      case 0, 1 -> opening(() -> tell(new Event.TextPasted(some(1 + dice.nextInt(3)))));
      case 2 -> {
        var file = folder.resolve("file-" + dice.nextInt(1_000_000) + ".ndjson");
        Files.writeString(file, some(1 + dice.nextInt(20)));
        opening(() -> tell(new Event.FilesChosen(List.of(file.toString()))));
      }
      case 3, 4 -> type();
      case 5 -> {
        if (rows > 4) {
          tell(new Event.DeleteAsked());
        }
      }
      case 6, 7 -> choose();
      case 8 -> filter();
      case 9 ->
          tell(
              new Event.Ordered(
                  new Order(
                      Order.By.values()[dice.nextInt(Order.By.values().length)],
                      dice.nextBoolean())));
      case 10 -> {
        var theme = Settings.Theme.values()[dice.nextInt(3)];
        var language = Settings.Language.values()[dice.nextInt(3)];
        tell(new Event.SettingsChanged(now -> now.with(theme).in(language)));
      }
      case 11 -> typeIntoProfile();
      default -> divide();
    }
    settleQueue();
  }

  /// Whatever was told before has reached the session now.
  private void settleQueue() throws InterruptedException {
    double mark = ++number;
    tell(new Event.Placed(Map.of("harness.mark", mark)));
    Screen.until(
        "the session heard of it",
        () -> session().settings().places().getOrDefault("harness.mark", 0.0) == mark);
  }

  private void opening(Runnable open) throws InterruptedException {
    int before = session().deck().size();
    open.run();
    Screen.until("something was opened", () -> session().deck().size() > before);
  }

  private String some(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(payloads.get(dice.nextInt(payloads.size()))).append('\n');
    }
    return text.toString();
  }

  /// Types into the editor of the window.
  private void type() throws InterruptedException {
    var desk = session().desk();
    if (desk == null || desk.text().isEmpty()) {
      return;
    }
    endProfileEdit();
    int at = dice.nextInt(desk.text().length());
    String key = List.of("x", "\"", "1", "ç", "{", "").get(dice.nextInt(6));
    Screen.until(
        "the payload is in the editor",
        () -> Boolean.TRUE.equals(onScreen(scene -> text(scene).equals(desk.text()))));
    String wanted = desk.text().substring(0, at) + key + desk.text().substring(at + 1);
    onScreen(
        scene -> {
          Screen.editor(scene, true).orElseThrow().edit(at, at + 1, key);
          return true;
        });
    Screen.until(
        "what was typed was read",
        () -> session().desk() != null && session().desk().text().equals(wanted));
  }

  /// Types into a profile, and does not save it.
  private void typeIntoProfile() throws IOException, InterruptedException {
    var file = folder.resolve("profile-" + dice.nextInt(3) + ".json");
    if (Files.notExists(file)) {
      Files.write(file, Profiles.file(Profiles.DEFAULT).orElseThrow());
    }
    String name = file.toString();
    tell(new Event.ProfileChosen(name));
    Screen.until("the profile is in use", () -> session().profile().equals(name));
    tell(new Event.ProfileEditAsked(name));
    Screen.until(
        "the profile is in the editor",
        () ->
            Boolean.TRUE.equals(
                onScreen(
                    scene ->
                        Screen.profileEditor(scene)
                            .filter(one -> one.textSnapshot().text().equals(profileText(name)))
                            .isPresent())));
    String before = profileText(name);
    int at = dice.nextInt(before.length());
    String key = List.of(" ", "x", "\"", "ç").get(dice.nextInt(4));
    String wanted = before.substring(0, at) + key + before.substring(at);
    onScreen(
        scene -> {
          Screen.profileEditor(scene).orElseThrow().edit(at, at, key);
          return true;
        });
    Screen.until("what was typed was read", () -> profileText(name).equals(wanted));
    if (dice.nextBoolean()) {
      endProfileEdit();
    }
  }

  /// The editor of profiles lies over that of the payload.
  private void endProfileEdit() throws InterruptedException {
    tell(new Event.ProfileEditEnded());
    Screen.until("the editor is closed", () -> session().editing() == null);
  }

  private String profileText(String name) {
    var known = session().profiles().get(name);
    return known == null ? "" : known.text();
  }

  private static String text(Scene scene) {
    return Screen.editor(scene, true).map(one -> one.textSnapshot().text()).orElse("");
  }

  private <T> @Nullable T onScreen(Function<Scene, T> task) {
    try {
      return Screen.on(() -> task.apply(stage.getScene()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void choose() {
    var rows = session().listing().rows();
    if (rows.size() == 0) {
      return;
    }
    Set<RowKey> chosen = new HashSet<>();
    RowKey lead = rows.key(dice.nextInt(rows.size()));
    chosen.add(lead);
    for (int i = dice.nextInt(4); i > 0; i--) {
      chosen.add(rows.key(dice.nextInt(rows.size())));
    }
    tell(new Event.RowsChosen(chosen, lead));
  }

  private void filter() {
    var filter = session().listing().filter();
    tell(
        new Event.Filtered(
            switch (dice.nextInt(4)) {
              case 0 -> filter.withText(dice.nextBoolean() ? "" : "type");
              case 1 -> filter.withKinds(dice.nextBoolean() ? Set.of() : Set.of(RowKind.MESSAGE));
              case 2 -> filter.withDirections(Set.of(Direction.values()));
              default -> Filter.ALL;
            }));
  }

  /// Moves the dividers as a person does.
  private void divide() throws InterruptedException {
    double first = 0.2 + dice.nextInt(10) / 100.0;
    double second = 0.55 + dice.nextInt(10) / 100.0;
    Screen.run(
        () ->
            Screen.visible(stage.getScene().getRoot())
                .filter(node -> "panes".equals(node.getId()))
                .map(SplitPane.class::cast)
                .forEach(panes -> panes.setDividerPositions(first, second)));
    // The window tells when dividers rest, a moment after they moved.
    var places = session().settings().places();
    Screen.within(1_500, () -> !session().settings().places().equals(places));
  }

  /// All that is to come back, so that two of them can be compared.
  private static String description(Session session) {
    var kept = Kept.of(session, 0);
    var lines = new ArrayList<String>();
    lines.add(new String(KeptText.of(kept), StandardCharsets.UTF_8));
    for (var text : kept.sources()) {
      var source = session.pile().sources().get(text.id());
      lines.add(source != null && source.isInMemory() ? source.inMemory() : "on the disk");
    }
    lines.add("rows " + session.deck().left() + ", shown " + session.listing().rows().size());
    var desk = session.desk();
    lines.add(
        desk == null
            ? "nothing open"
            : "open %s, %d on line %d"
                .formatted(desk.row(), desk.origin().index(), desk.origin().line()));
    lines.add(new String(SettingsText.of(session.settings()), StandardCharsets.UTF_8));
    return String.join("\n", lines);
  }
}
