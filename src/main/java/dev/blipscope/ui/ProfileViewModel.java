package dev.blipscope.ui;

import dev.blipscope.json.Difference;
import dev.blipscope.mapping.ProfileProblem;
import dev.blipscope.session.Comparison;
import dev.blipscope.session.Editing;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownProfile;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Session;
import dev.blipscope.ui.control.Mark;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;

/// What the editor of profiles shows and what can be done there.
public final class ProfileViewModel implements Offering {

  private static final String ENDING = ".json";

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final Asking asking;
  private final Cover cover;

  private final ObservableValue<Boolean> open;
  private final ObservableValue<Boolean> builtIn;
  private final ObservableValue<Boolean> unsaved;
  private final ObservableValue<String> name;
  private final ObservableValue<String> state;
  private final ObservableValue<String> summary;
  private final ObservableValue<List<Line>> problems;
  private final ObservableValue<List<Mark>> marks;
  private final ObservableValue<List<String>> changes;
  private final ObservableValue<Optional<Showing>> showing;

  /// A text that the program, and not a person, put there.
  record Showing(String name, long number, String text) {}

  /// A problem, and where in the text it is.
  record Line(int place, String text) {}

  private record Known(Editing editing, KnownProfile profile) {}

  public ProfileViewModel(
      ObservableValue<Session> session,
      Consumer<Event> dispatch,
      Words words,
      Asking asking,
      Cover cover) {
    this.session = session;
    this.dispatch = dispatch;
    this.words = words;
    this.asking = asking;
    this.cover = cover;
    var known = session.map(ProfileViewModel::known);
    this.open = known.map(Optional::isPresent);
    this.builtIn = known.map(now -> now.filter(it -> it.profile().builtIn()).isPresent());
    this.unsaved = known.map(now -> now.filter(it -> it.profile().isUnsaved()).isPresent());
    this.name = known.map(now -> now.map(it -> ProfileNames.of(it.profile(), words)).orElse(""));
    this.state = known.map(now -> now.map(it -> state(it.profile())).orElse(""));
    this.problems = known.map(now -> now.map(it -> lines(it.profile())).orElse(List.of()));
    this.marks = known.map(now -> now.map(it -> marks(it.profile())).orElse(List.of()));
    this.changes = session.map(this::changes);
    this.summary = known.map(now -> now.map(it -> summary(it.editing().changes())).orElse(""));
    this.showing =
        known.map(
            now ->
                now.map(
                    it ->
                        new Showing(
                            it.editing().name(), it.editing().showing(), it.profile().text())));
  }

  private static Optional<Known> known(Session now) {
    var editing = now.editing();
    var profile = editing == null ? null : now.profiles().get(editing.name());
    return editing == null || profile == null
        ? Optional.empty()
        : Optional.of(new Known(editing, profile));
  }

  @Override
  public void offer(Commands commands) {
    commands.on(Command.DUPLICATE_PROFILE, this::duplicate);
    commands.on(
        Command.EDIT_PROFILE,
        () -> dispatch.accept(new Event.ProfileEditAsked(session.getValue().profile())),
        open.map(now -> !now));
    commands.on(Command.SAVE_PROFILE, this::save, unsaved);
    commands.on(
        Command.FORGET_PROFILE, this::forget, session.map(now -> !now.profileInUse().builtIn()));
  }

  // What is shown

  Words words() {
    return words;
  }

  public ObservableValue<Boolean> openProperty() {
    return open;
  }

  public boolean isOpen() {
    return open.getValue();
  }

  /// Whether it comes with the program, so that it cannot be changed.
  public ObservableValue<Boolean> builtInProperty() {
    return builtIn;
  }

  public boolean isBuiltIn() {
    return builtIn.getValue();
  }

  public ObservableValue<Boolean> unsavedProperty() {
    return unsaved;
  }

  public boolean isUnsaved() {
    return unsaved.getValue();
  }

  public ObservableValue<String> nameProperty() {
    return name;
  }

  public String getName() {
    return name.getValue();
  }

  /// Whether it is saved, in words.
  public ObservableValue<String> stateProperty() {
    return state;
  }

  public String getState() {
    return state.getValue();
  }

  /// How much of the call became different, in words.
  public ObservableValue<String> summaryProperty() {
    return summary;
  }

  public String getSummary() {
    return summary.getValue();
  }

  ObservableValue<List<Line>> problems() {
    return problems;
  }

  ObservableValue<List<Mark>> marks() {
    return marks;
  }

  /// What became different in the call.
  ObservableValue<List<String>> changes() {
    return changes;
  }

  ObservableValue<Optional<Showing>> showing() {
    return showing;
  }

  private String state(KnownProfile profile) {
    if (profile.builtIn()) {
      return words.text("profile.built-in");
    }
    String saved = words.text(profile.isUnsaved() ? "profile.unsaved" : "profile.saved");
    return profile.problems().isEmpty()
        ? saved
        : saved + " · " + words.counted("profile.problems", profile.problems().size());
  }

  private List<Line> lines(KnownProfile profile) {
    return profile.problems().stream().map(it -> line(profile.text(), it)).toList();
  }

  private Line line(String text, ProfileProblem problem) {
    var place = problem.place();
    String where = words.text("payload.place", place.line(), place.column());
    String rule = problem.rule().isEmpty() ? "" : problem.rule() + ": ";
    return new Line(placeIn(text, problem), where + " · " + rule + words.engine().what(problem));
  }

  private static int placeIn(String text, ProfileProblem problem) {
    return Math.min(problem.place().offset(), text.length());
  }

  private static List<Mark> marks(KnownProfile profile) {
    return profile.problems().stream()
        .map(it -> mark(profile.text(), placeIn(profile.text(), it), it))
        .toList();
  }

  private static Mark mark(String text, int start, ProfileProblem problem) {
    int line = text.indexOf('\n', start);
    int end = Math.min(line < 0 ? text.length() : line, start + 1);
    return problem.sort() == ProfileProblem.Sort.NOT_JSON
        ? new Mark(start, Math.max(start, end), Mark.Kind.BROKEN)
        : new Mark(
            start, Math.max(start, line < 0 ? text.length() : line), Mark.Kind.FINDING_ERROR);
  }

  private String summary(List<Difference> all) {
    if (session.getValue().desk() == null) {
      return words.text("profile.changes.nothing-open");
    }
    if (all.isEmpty()) {
      return words.text("profile.changes.none");
    }
    var counts =
        all.stream().collect(Collectors.groupingBy(Comparison.Change::of, Collectors.counting()));
    return java.util.Arrays.stream(Comparison.Change.values())
        .filter(counts::containsKey)
        .map(
            change ->
                words.counted(
                    "profile.changes." + CompareViewModel.word(change),
                    counts.getOrDefault(change, 0L)))
        .collect(Collectors.joining(", "));
  }

  private List<String> changes(Session now) {
    var editing = now.editing();
    return editing == null
        ? List.of()
        : editing.changes().stream().map(it -> change(it, now.settings().presenting())).toList();
  }

  private String change(Difference difference, boolean presenting) {
    var covered = cover.when(presenting);
    String before = difference.expected();
    String after = difference.actual();
    return words.text(
        "profile.change." + CompareViewModel.word(Comparison.Change.of(difference)),
        covered.pointer(difference.at()),
        before == null ? "" : covered.text(before),
        after == null ? "" : covered.text(after));
  }

  // What can be done

  void edit(Showing shown, String text) {
    dispatch.accept(new Event.ProfileEdited(shown.name(), shown.number(), text));
  }

  Optional<ProfileCompletion.Offered> complete(String text, int caret) {
    return Optional.ofNullable(session.getValue().editing())
        .flatMap(editing -> ProfileCompletion.at(text, caret, editing.pointers()));
  }

  /// What cannot be edited here is not taken, so that nothing of what stands here is lost.
  void refuse() {
    dispatch.accept(new Event.Said(Notice.Weight.WARNED, "notice.profile-overflow", List.of()));
  }

  void save() {
    edited().ifPresent(file -> dispatch.accept(new Event.ProfileSaveAsked(file)));
  }

  /// Asks for a file, and goes on in the copy.
  void duplicate() {
    var now = session.getValue();
    var known = now.profileInUse();
    asking
        .save(words.text("asking.duplicate"), copyOf(known))
        .ifPresent(
            file ->
                dispatch.accept(
                    new Event.ProfileDuplicateAsked(
                        known.name(), file.contains(".") ? file : file + ENDING)));
  }

  private static String copyOf(KnownProfile known) {
    String file = known.builtIn() ? known.name() : ProfileNames.file(known.name());
    String bare = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    return bare + "-copy" + ENDING;
  }

  /// What is not saved is not given up without a question.
  void close() {
    if (!isUnsaved()) {
      dispatch.accept(new Event.ProfileEditEnded());
      return;
    }
    var question =
        new Asking.Question(
            words.text("asking.unsaved", getName()),
            words.text("asking.unsaved-text"),
            List.of(words.text("asking.unsaved-save"), words.text("asking.unsaved-discard")));
    asking
        .choose(question)
        .ifPresent(
            answer -> {
              edited()
                  .ifPresent(
                      file ->
                          dispatch.accept(
                              answer == 0
                                  ? new Event.ProfileSaveAsked(file)
                                  : new Event.ProfileDiscarded(file)));
              dispatch.accept(new Event.ProfileEditEnded());
            });
  }

  /// Takes the profile in use from the list; its file stays.
  private void forget() {
    dispatch.accept(new Event.ProfileClosed(session.getValue().profile()));
  }

  private Optional<String> edited() {
    return Optional.ofNullable(session.getValue().editing()).map(Editing::name);
  }
}
