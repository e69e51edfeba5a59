package dev.blipscope.app;

import dev.blipscope.harness.PalettePng;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Event;
import dev.blipscope.session.Export;
import dev.blipscope.session.Focus;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.ui.control.JsonEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;

/// Takes the pictures of the README: plays on the real window without a screen, with payloads of
/// `sample-payloads`, and writes what it shows. Ends with an error if something cannot be reached.
///
/// Takes a folder for temporary files, the folder of the project, and the folder of the pictures.
final class Pictures {

  // The screen that there is without a screen has 1000 x 1000 pixels, but a window that begins in
  // its corner may be wider, as long as it is less high.
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final int MARGIN = 12;
  private static final int MOST_LOOKS = 60;
  private static final long BETWEEN_LOOKS = 60;
  private static final int FRAMES = 3;

  // A day on which the made-up people wrote.
  private static final Instant DAY = Instant.parse("2025-01-08T17:00:00Z");

  private static final String MADE_UP_KEY = "kq3VnE7xTz1mBc9WbLr5PdYs8FhJ2uGa";
  private static final String TARGET = "Production";
  private static final String MESSAGE = "seed/message-plain-text-whatsapp.json";
  private static final String CONTACT = "seed/contact-complete-whatsapp.json";
  private static final String BROKEN = "findings/json-invalid-trailing-comma.json";
  private static final List<String> FOLDERS = List.of("events", "contacts", "channels", "seed");

  private final Path folder;
  private final Path project;
  private final Path pictures;
  private final Works works;
  private final Stage stage;
  private final Queue<String> mistakes;
  private long bytes;
  private int count;

  private Pictures(
      Path folder, Path project, Path pictures, Works works, Stage stage, Queue<String> mistakes) {
    this.folder = folder;
    this.project = project;
    this.pictures = pictures;
    this.works = works;
    this.stage = stage;
    this.mistakes = mistakes;
  }

  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    var folder = Path.of(args[0]);
    var made = Files.createDirectories(Path.of(args[2]));
    var mistakes = new ConcurrentLinkedQueue<String>();
    Platform.startup(() -> Platform.setImplicitExit(false));
    int exit = 0;
    try {
      var taker = Screen.on(() -> open(folder, Path.of(args[1]), made, mistakes));
      Screen.run(() -> taker.works.start(List.of(), () -> {}));
      taker.mainJob();
      taker.features();
      taker.sending();
      taker.looks();
      System.out.printf("%d pictures, %,d KB, in %s%n", taker.count, taker.bytes / 1000, made);
      Screen.run(taker.stage::hide);
      taker.works.close();
    } catch (IllegalStateException e) {
      System.err.println("FAILED: " + (e.getCause() == null ? e : e.getCause()).getMessage());
      exit = 1;
    }
    mistakes.forEach(System.err::println);
    System.exit(mistakes.isEmpty() ? exit : 1);
  }

  private static Pictures open(Path folder, Path project, Path pictures, Queue<String> mistakes) {
    var system = InstantSource.system();
    var shown =
        ShownWindow.of(
            folder,
            InstantSource.offset(system, Duration.between(system.instant(), DAY)),
            mistakes::add,
            WIDTH,
            HEIGHT,
            Screen.Dicing.alone());
    shown.stage().setX(0);
    shown.stage().setY(0);
    return new Pictures(folder, project, pictures, shown.works(), shown.stage(), mistakes);
  }

  // The main job, step by step

  private void mainJob() throws IOException, InterruptedException {
    settings(
        Settings.USUAL
            .in(Settings.Language.ENGLISH)
            .with(Settings.Theme.LIGHT)
            .afterTour()
            .onTab("call"));
    panes(0.2, 0.6);
    shoot("step-1-paste");

    paste(MESSAGE);
    Screen.run(() -> find(ToggleButton.class, "why").setSelected(true));
    shoot("step-2-kind-and-why", "payloadPane");
    Screen.run(() -> find(ToggleButton.class, "why").setSelected(false));

    focus("/userId");
    shoot("step-3-source", "payloadPane", "callsPane");

    works.tell(new Event.TextPasted(sample(BROKEN)));
    until("a broken text is open", now -> reading(now) instanceof Reading.Broken);
    until("the edit that mends it is offered", _ -> isShown("Mend"));
    shoot("step-4-mend", "payloadPane");

    clear();
    paste(MESSAGE);
    tab("delivery");
    send();
    until(
        "the ledger says what became of it",
        now -> now.outgoing().open().stream().anyMatch(one -> !one.ledger().isEmpty()));
    shoot("step-5-sandbox", "payloadPane", "callsPane");
    tab("call");
  }

  // What the panes can do

  private void features() throws IOException, InterruptedException {
    clear();
    openFolder();
    paste(CONTACT);
    panes(0.25, 0.62);
    Screen.run(() -> find(TitledPane.class, "all-findings").setExpanded(true));
    until("all findings are known", now -> now.survey().progress().isDone());
    focus("/traits/taxDocument");
    shoot("window");

    panes(0.42, 0.7);
    shoot("list", "listPane");

    Screen.run(() -> find(TitledPane.class, "all-findings").setExpanded(false));
    panes(0.15, 0.4);
    tab("fields");
    shoot("fields", "callsPane");
    tab("warehouse");
    shoot("warehouse", "callsPane");
    tab("request");
    shoot("request", "callsPane");
    tab("call");

    panes(0.2, 0.58);
    profile();
    compare();
  }

  private void profile() throws IOException, InterruptedException {
    var file = folder.resolve("our-shop.json");
    works.tell(new Event.ProfileDuplicateAsked("idiomatic", file.toString()));
    until(
        "the copy of the profile is open",
        now -> now.profile().equals(file.toString()) && now.editing() != null);
    // Until then its text may be shown once more, and what was typed would be gone.
    rested("a copy of a profile");
    Screen.run(
        () -> {
          var editor = find(JsonEditor.class, "profile-editor");
          String old = "/traits/tax_document";
          int at = text("profile-editor").indexOf(old);
          editor.edit(at, at + old.length(), "/traits/cpf");
          editor.reveal(at, at + "/traits/cpf".length());
        });
    until(
        "what changes in the call is told",
        now -> now.editing() != null && !now.editing().changes().isEmpty());
    shoot("profile");
    works.tell(new Event.ProfileDiscarded(file.toString()));
    works.tell(new Event.ProfileEditEnded());
    works.tell(new Event.ProfileChosen("documented"));
    until(
        "the usual profile is in use",
        now -> now.profile().equals("documented") && now.editing() == null);
  }

  private void compare() throws InterruptedException {
    command("command.compare-profiles");
    Screen.run(
        () -> {
          choose("compare-one", "documented");
          choose("compare-other", "idiomatic");
        });
    press("compare-run");
    until("the profiles are compared", now -> now.comparison() != null && now.jobs().isEmpty());
    shoot("compare", "compare");
    press("compare-close");
  }

  // What leaves

  private void sending() throws IOException, InterruptedException {
    clear();
    openFolder();
    works.tell(new Event.OfSending(new OutgoingEvent.SandboxCleared()));
    works.tell(new Event.OfSending(new OutgoingEvent.SendAsked(true, false)));
    until(
        "all went to the sandbox",
        now -> now.outgoing().totals().accepted() > 50 && !now.outgoing().totals().isBusy());
    command("command.sandbox");
    until("its ledger is shown", now -> now.outgoing().sandbox().calls() > 50);
    shoot("sandbox", "sandbox");
    press("sandbox-close");

    command("command.targets");
    works.tell(
        new Event.OfSending(
            new OutgoingEvent.TargetSaved(
                null,
                new Target(TARGET, "https://events.eu1.segmentapis.com", WriteKey.NONE),
                WriteKey.of(MADE_UP_KEY))));
    until("there is a target", now -> now.outgoing().named(TARGET).isPresent());
    works.tell(new Event.OfSending(new OutgoingEvent.TargetChosen(TARGET)));
    until("it is chosen", now -> now.target().name().equals(TARGET));
    shoot("targets");
    press("targets-close");

    works.tell(new Event.OfSending(new OutgoingEvent.SendAsked(true, false)));
    until("it asks before it sends", now -> now.outgoing().ask() != null);
    shoot("question");
    press("ask-no");
    until("nothing was sent", now -> now.outgoing().ask() == null);
    works.tell(new Event.OfSending(new OutgoingEvent.TargetChosen(Target.SANDBOX.name())));
    until("the sandbox is chosen again", now -> now.target().isSandbox());
    install();
  }

  private void install() throws InterruptedException {
    command("command.install");
    for (int step = 1; step <= 3; step++) {
      press("install-next");
    }
    press("install-paste");
    press("install-next");
    press("install-test");
    until("the target was tested", now -> now.outgoing().inUse().tested() != null);
    Screen.until(
        "all lines are green",
        () -> find(Node.class, "install-checks").lookupAll(".check-icon.green").size() == 4);
    shoot("install", "install");
    press("install-close");
  }

  // How it looks

  private void looks() throws IOException, InterruptedException {
    clear();
    works.tell(new Event.FilesChosen(List.of(project.resolve("sample-payloads/seed").toString())));
    until("the seed is open", now -> now.listing().rows().size() >= 8 && now.listing().isSettled());
    var report = folder.resolve("monday.html");
    works.tell(
        new Event.ExportAsked(
            new Export(Export.Form.REPORT, true, Export.Extent.SHOWN), report.toString()));
    Screen.until("the report is written", () -> Files.exists(report));
    until("nothing is being done", now -> now.jobs().isEmpty());
    clear();
    works.tell(new Event.FilesChosen(List.of(report.toString())));
    until("the report is open", now -> now.desk() != null && now.listing().isSettled());
    panes(0.22, 0.6);
    shoot("report");

    clear();
    openFolder();
    paste(CONTACT);
    panes(0.22, 0.6);
    like(now -> now.presenting(true), "it presents");
    shoot("presenting");
    like(now -> now.presenting(false), "it presents no more");
    focus("/userId");
    like(now -> now.with(Settings.Theme.DARK), "it is dark");
    shoot("dark");
    like(
        now -> now.with(Settings.Theme.LIGHT).in(Settings.Language.PORTUGUESE),
        "it speaks Portuguese");
    panes(0.22, 0.6);
    shoot("portuguese");
  }

  // What a person does

  private String sample(String name) throws IOException {
    return Files.readString(project.resolve("sample-payloads").resolve(name));
  }

  private void paste(String name) throws IOException, InterruptedException {
    String text = sample(name);
    works.tell(new Event.TextPasted(text));
    until(
        name + " is open",
        now ->
            now.desk() != null
                && now.desk().original().strip().equals(text.strip())
                && reading(now) instanceof Reading.Understood
                && now.listing().isSettled());
  }

  private void openFolder() throws IOException, InterruptedException {
    var names = new ArrayList<String>();
    for (String one : FOLDERS) {
      try (var files = Files.list(project.resolve("sample-payloads").resolve(one))) {
        files
            .map(Path::toString)
            .filter(file -> file.endsWith(".json") && !file.endsWith(".expected.json"))
            .sorted()
            .forEach(names::add);
      }
    }
    works.tell(new Event.FilesChosen(names));
    until(
        "the samples are open",
        now ->
            now.listing().rows().size() >= names.size()
                && now.listing().isSettled()
                && now.desk() != null
                && now.jobs().isEmpty());
  }

  private void clear() throws InterruptedException {
    works.tell(new Event.ClearAsked());
    until("nothing is open", now -> now.listing().rows().size() == 0 && now.desk() == null);
  }

  private void send() {
    works.tell(new Event.OfSending(new OutgoingEvent.SendAsked(false, false)));
  }

  private void focus(String pointer) throws InterruptedException {
    var wanted = new Focus.InCall(pointer);
    works.tell(new Event.FocusMoved(wanted));
    until(pointer + " is pointed at", now -> now.focus().equals(wanted));
  }

  private void settings(Settings wanted) throws InterruptedException {
    works.tell(new Event.SettingsChanged(_ -> wanted));
    until("the settings are in force", now -> now.settings().equals(wanted));
  }

  private void like(java.util.function.UnaryOperator<Settings> change, String what)
      throws InterruptedException {
    var wanted = change.apply(works.session().settings());
    works.tell(new Event.SettingsChanged(_ -> wanted));
    until(what, now -> now.settings().equals(wanted) && now.listing().isSettled());
  }

  private void panes(double first, double second) throws InterruptedException {
    Screen.run(() -> find(SplitPane.class, "panes").setDividerPositions(first, second));
  }

  private void tab(String name) throws InterruptedException {
    Screen.run(
        () -> {
          var tabs = find(TabPane.class, "call-tabs");
          tabs.getSelectionModel()
              .select(
                  tabs.getTabs().stream()
                      .filter(tab -> name.equals(tab.getId()))
                      .findFirst()
                      .orElseThrow(() -> missing("the tab " + name)));
        });
    until("the tab " + name + " is open", now -> now.settings().tab().equals(name));
  }

  private void press(String id) throws InterruptedException {
    Screen.until(id + " can be pressed", () -> !find(ButtonBase.class, id).isDisabled());
    Screen.run(() -> find(ButtonBase.class, id).fire());
  }

  private void choose(String id, String text) {
    var items = find(ComboBox.class, id).getItems();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).toString().equals(text)) {
        find(ComboBox.class, id).getSelectionModel().select(i);
        return;
      }
    }
    throw missing(text + " in " + id);
  }

  /// Does what a line of the menu bar does.
  private void command(String id) throws InterruptedException {
    Screen.run(
        () ->
            Screen.visible(scene().getRoot())
                .filter(MenuBar.class::isInstance)
                .flatMap(bar -> ((MenuBar) bar).getMenus().stream())
                .flatMap(Pictures::items)
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow(() -> missing(id))
                .fire());
  }

  private static Stream<MenuItem> items(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(Pictures::items)
        : Stream.of(item);
  }

  // What the window shows

  private Scene scene() {
    return stage.getScene();
  }

  private <T extends Node> T find(Class<T> type, String id) {
    return Screen.visible(scene().getRoot())
        .filter(node -> id.equals(node.getId()))
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> missing(type.getSimpleName() + " " + id));
  }

  private static IllegalStateException missing(String what) {
    return new IllegalStateException("the window does not show " + what);
  }

  private String text(String id) {
    return find(JsonEditor.class, id).textSnapshot().text();
  }

  /// Whether a button whose text begins so can be seen.
  private boolean isShown(String text) {
    return Screen.visible(scene().getRoot())
        .anyMatch(node -> node instanceof ButtonBase one && one.getText().startsWith(text));
  }

  private static Reading reading(Session now) {
    return Objects.requireNonNull(now.desk(), "nothing is open").reading();
  }

  private void until(String what, Predicate<Session> wanted) throws InterruptedException {
    Screen.until(
        what,
        () -> {
          try {
            return Screen.on(() -> wanted.test(works.shown().get()));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    if (!mistakes.isEmpty()) {
      throw new IllegalStateException("a mistake of ours before: " + what);
    }
  }

  // The pictures

  /// Takes a picture when the window has come to rest.
  ///
  /// @param ids what of it is wanted; nothing for all of it
  private void shoot(String name, String... ids) throws InterruptedException {
    works.tell(new Event.NoticeSeen());
    until("no notice is shown", now -> now.notice() == null);
    // The caret of an editor blinks, and a focused list is marked.
    Screen.run(() -> scene().getRoot().requestFocus());
    var shown = rested(name, ids);
    write(name, shown.pixels(), shown.part());
  }

  private record Shown(Rectangle2D part, int[] pixels) {}

  /// What is shown as soon as it does not change any more.
  private Shown rested(String what, String... ids) throws InterruptedException {
    var before = new Shown(Rectangle2D.EMPTY, new int[0]);
    for (int look = 0; look < MOST_LOOKS; look++) {
      frames();
      var now =
          Screen.on(
              () -> {
                var part = part(ids);
                return new Shown(part, pixels(part));
              });
      if (Arrays.equals(before.pixels(), now.pixels())) {
        return now;
      }
      before = now;
      Thread.sleep(BETWEEN_LOOKS);
    }
    throw new IllegalStateException("the window does not come to rest: " + what);
  }

  private void frames() throws InterruptedException {
    for (int frame = 0; frame < FRAMES; frame++) {
      Screen.run(Platform::requestNextPulse);
    }
  }

  private Rectangle2D part(String... ids) {
    var all = new Rectangle2D(0, 0, scene().getWidth(), scene().getHeight());
    if (ids.length == 0) {
      return all;
    }
    double left = all.getMaxX();
    double top = all.getMaxY();
    double right = 0;
    double bottom = 0;
    for (String id : ids) {
      var node = find(Node.class, id);
      var at = node.localToScene(node.getLayoutBounds());
      // Something that lies above the rest has a shadow.
      int margin = id.endsWith("Pane") ? 0 : MARGIN;
      left = Math.min(left, at.getMinX() - margin);
      top = Math.min(top, at.getMinY() - margin);
      right = Math.max(right, at.getMaxX() + margin);
      bottom = Math.max(bottom, at.getMaxY() + margin);
    }
    left = Math.max(0, Math.floor(left));
    top = Math.max(0, Math.floor(top));
    return new Rectangle2D(
        left,
        top,
        Math.min(all.getMaxX(), Math.ceil(right)) - left,
        Math.min(all.getMaxY(), Math.ceil(bottom)) - top);
  }

  private int[] pixels(Rectangle2D part) {
    var root = scene().getRoot();
    root.applyCss();
    root.layout();
    var parameters = new SnapshotParameters();
    parameters.setViewport(part);
    parameters.setFill(scene().getFill());
    var image = root.snapshot(parameters, null);
    int width = (int) part.getWidth();
    int height = (int) part.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  private void write(String name, int[] pixels, Rectangle2D part) {
    var png = PalettePng.of(pixels, (int) part.getWidth(), (int) part.getHeight());
    try {
      Files.write(pictures.resolve(name + ".png"), png);
    } catch (IOException e) {
      throw new IllegalStateException("it cannot be written: " + e.getMessage(), e);
    }
    bytes += png.length;
    count++;
    System.out.printf(
        "%-24s %4.0f x %3.0f  %,7d bytes%n", name, part.getWidth(), part.getHeight(), png.length);
  }
}
