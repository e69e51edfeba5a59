package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Export;
import dev.blipscope.session.KnownProfile;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;

/// What the window offers around its panes: what comes in, what leaves, and how it looks.
public final class WorkbenchViewModel implements Offering {

  private static final double STEP = 0.1;

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final Asking asking;
  private final ObservableValue<Boolean> somethingOpen;
  private final ObservableValue<List<String>> recentFiles;
  private final ObservableValue<Boolean> editingProfile;

  public WorkbenchViewModel(
      ObservableValue<Session> session, Consumer<Event> dispatch, Words words, Asking asking) {
    this.session = session;
    this.dispatch = dispatch;
    this.words = words;
    this.asking = asking;
    this.somethingOpen = session.map(now -> now.desk() != null || !now.chosen().isEmpty());
    this.recentFiles = session.map(now -> now.settings().recent());
    this.editingProfile = session.map(now -> now.editing() != null);
  }

  @Override
  public void offer(Commands commands) {
    commands.on(Command.NEW_TEXT, () -> dispatch.accept(new Event.BlankAsked()));
    commands.on(Command.OPEN_FILES, this::openFiles);
    commands.on(Command.OPEN_FOLDER, this::openFolder);
    commands.on(
        Command.FORGET_RECENT,
        () -> change(Settings::forgetful),
        recentFiles.map(all -> !all.isEmpty()));
    export(commands, Command.EXPORT_CALLS, Export.Form.CALLS, "calls.ndjson");
    export(commands, Command.EXPORT_BATCH, Export.Form.BATCH, "batch.json");
    export(commands, Command.EXPORT_PAYLOADS, Export.Form.PAYLOADS, "payloads.ndjson");
    export(commands, Command.EXPORT_FIELDS, Export.Form.FIELDS, "fields.csv");
    export(commands, Command.EXPORT_FINDINGS, Export.Form.FINDINGS, "findings.csv");
    export(commands, Command.EXPORT_REPORT, Export.Form.REPORT, "report.html");
    commands.on(Command.ERASE, this::erase);
    commands.on(
        Command.UNDO_DELETE,
        () -> dispatch.accept(new Event.UndoAsked()),
        session.map(now -> !now.pile().undo().isEmpty()));
    commands.on(
        Command.DELETE,
        () -> dispatch.accept(new Event.DeleteAsked()),
        session.map(now -> !now.chosen().isEmpty()));
    commands.on(
        Command.CLEAR,
        () -> dispatch.accept(new Event.ClearAsked()),
        session.map(now -> now.deck().left() > 0));
    commands.on(Command.OPEN_PROFILE, this::openProfile);
    commands.on(Command.LARGER, () -> change(now -> now.scaled(now.scale() + STEP)));
    commands.on(Command.SMALLER, () -> change(now -> now.scaled(now.scale() - STEP)));
    commands.on(Command.USUAL_SIZE, () -> change(now -> now.scaled(1)));
    commands.onChoice(
        Command.PRESENT,
        () -> change(now -> now.presenting(!now.presenting())),
        session.map(now -> now.settings().presenting()));
    theme(commands, Command.THEME_SYSTEM, Settings.Theme.SYSTEM);
    theme(commands, Command.THEME_LIGHT, Settings.Theme.LIGHT);
    theme(commands, Command.THEME_DARK, Settings.Theme.DARK);
    language(commands, Command.LANGUAGE_SYSTEM, Settings.Language.SYSTEM);
    language(commands, Command.LANGUAGE_ENGLISH, Settings.Language.ENGLISH);
    language(commands, Command.LANGUAGE_PORTUGUESE, Settings.Language.PORTUGUESE);
  }

  // What is shown

  public Words words() {
    return words;
  }

  /// Whether a profile stands in the place of the payload.
  public ObservableValue<Boolean> editingProfileProperty() {
    return editingProfile;
  }

  public boolean isEditingProfile() {
    return editingProfile.getValue();
  }

  /// The files opened last.
  ObservableValue<List<Offer>> recent() {
    return session
        .map(now -> new Recent(now.settings().recent(), now.settings().presenting()))
        .map(now -> now.files().stream().map(file -> recent(file, now.presenting())).toList());
  }

  private record Recent(List<String> files, boolean presenting) {}

  // Folders often bear the name of a person.
  private Offer recent(String file, boolean presenting) {
    var parent = Path.of(file).getParent();
    return new Offer(
        ProfileNames.file(file),
        presenting || parent == null ? "" : parent.toString(),
        () -> dispatch.accept(new Event.FilesChosen(List.of(file))),
        false);
  }

  /// The profiles that can be chosen.
  ObservableValue<List<Offer>> profiles() {
    return session
        .map(now -> new Known(List.copyOf(now.profiles().values()), now.profile()))
        .map(now -> now.all().stream().map(one -> profile(one, now.used())).toList());
  }

  private record Known(List<KnownProfile> all, String used) {}

  private Offer profile(KnownProfile known, String used) {
    return new Offer(
        ProfileNames.of(known, words) + (known.isUnsaved() ? " *" : ""),
        known.builtIn() ? "" : known.profile().name(),
        () -> dispatch.accept(new Event.ProfileChosen(known.name())),
        known.name().equals(used));
  }

  /// What comes with the program, by the names of its folders.
  Map<String, List<Offer>> samples() {
    var all = new LinkedHashMap<String, List<Offer>>();
    Samples.byFolder()
        .forEach(
            (folder, samples) ->
                all.put(
                    words.text("samples." + folder), samples.stream().map(this::sample).toList()));
    return all;
  }

  private Offer sample(Samples.Sample sample) {
    return new Offer(
        sample.title(),
        words.text("samples." + sample.folder()),
        () -> dispatch.accept(new Event.SampleChosen(sample.name())),
        false);
  }

  // What can be done

  /// Takes what lies in the clipboard or was dropped.
  void take(List<String> files, String text) {
    if (!files.isEmpty()) {
      dispatch.accept(new Event.FilesChosen(files));
    } else if (!text.isBlank()) {
      dispatch.accept(new Event.TextPasted(text));
    } else {
      dispatch.accept(new Event.Said(Notice.Weight.SAID, "notice.nothing-to-paste", List.of()));
    }
  }

  void placed(Map<String, Double> places) {
    dispatch.accept(new Event.Placed(places));
  }

  /// Where something stood last time.
  double place(String name, double usual) {
    return session.getValue().settings().places().getOrDefault(name, usual);
  }

  /// Shows a newcomer what it is for.
  void openFirstSample() {
    dispatch.accept(new Event.SampleChosen(Samples.FIRST));
  }

  private void openFiles() {
    var files = asking.files(words.text("asking.files"));
    if (!files.isEmpty()) {
      dispatch.accept(new Event.FilesChosen(files));
    }
  }

  private void openFolder() {
    asking
        .folder(words.text("asking.folder"))
        .ifPresent(folder -> dispatch.accept(new Event.FilesChosen(List.of(folder))));
  }

  private void openProfile() {
    for (String file : asking.files(words.text("asking.profile"))) {
      dispatch.accept(new Event.ProfileChosen(file));
    }
  }

  private void erase() {
    var question =
        new Asking.Question(
            words.text("asking.erase"),
            words.text("asking.erase-text"),
            List.of(words.text("asking.erase-yes")));
    if (asking.sure(question)) {
      dispatch.accept(new Event.EraseAsked());
    }
  }

  private void export(Commands commands, Command command, Export.Form form, String name) {
    commands.on(command, () -> export(command, form, name), somethingOpen);
  }

  private void export(Command command, Export.Form form, String name) {
    int selected = session.getValue().chosen().size();
    var answers = new ArrayList<String>();
    var exports = new ArrayList<Export>();
    if (selected > 0) {
      for (boolean masked : new boolean[] {true, false}) {
        answers.add(words.counted(masked ? "export.selected-masked" : "export.selected", selected));
        exports.add(new Export(form, masked, Export.Extent.SELECTED));
      }
    }
    for (boolean masked : new boolean[] {true, false}) {
      answers.add(words.text(masked ? "export.shown-masked" : "export.shown"));
      exports.add(new Export(form, masked, Export.Extent.SHOWN));
    }
    String title = command.name(words);
    asking
        .choose(new Asking.Question(title, words.text("export.question"), answers))
        .map(exports::get)
        .ifPresent(
            export ->
                asking
                    .save(title, name)
                    .ifPresent(file -> dispatch.accept(new Event.ExportAsked(export, file))));
  }

  private void theme(Commands commands, Command command, Settings.Theme theme) {
    commands.onChoice(
        command,
        () -> change(now -> now.with(theme)),
        session.map(now -> now.settings().theme() == theme));
  }

  private void language(Commands commands, Command command, Settings.Language language) {
    commands.onChoice(
        command,
        () -> change(now -> now.in(language)),
        session.map(now -> now.settings().language() == language));
  }

  private void change(UnaryOperator<Settings> how) {
    dispatch.accept(new Event.SettingsChanged(how));
  }
}
