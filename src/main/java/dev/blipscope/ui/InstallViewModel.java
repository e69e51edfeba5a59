package dev.blipscope.ui;

import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.SnakeCase;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.KnownTarget.Tested;
import dev.blipscope.session.Outgoing;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The installation of the extension, played: the steps of the vendor's page, and then a list that
/// checks itself.
public final class InstallViewModel implements Offering {

  /// The steps.
  enum Step {
    SOURCE,
    KEY,
    EXTENSION,
    PASTE,
    CHECK
  }

  /// Where the write key comes from.
  enum From {
    SANDBOX,
    US,
    EU
  }

  /// How a line of the list stands.
  enum Mark {
    GREEN,
    OPEN,
    RED
  }

  /// A line of the list.
  ///
  /// @param todo what is to be done; empty if it is green
  record Check(Mark mark, String text, String todo) {}

  private static final List<Step> STEPS = List.of(Step.values());
  private static final String USUAL_NAME = "Blip_Test";

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final StateWords states;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.SOURCE);
  private final StringProperty name = new SimpleStringProperty(USUAL_NAME);
  private final ObjectProperty<From> from = new SimpleObjectProperty<>(From.SANDBOX);
  private final StringProperty key = new SimpleStringProperty("");

  /// The name of the target that was installed; empty before.
  private final StringProperty installed = new SimpleStringProperty("");

  private final ObservableValue<String> missing;
  private final ObservableValue<String> problem;
  private final ObservableValue<List<Check>> checks;

  public InstallViewModel(ObservableValue<Session> session, Consumer<Event> dispatch, Words words) {
    this.session = session;
    this.dispatch = dispatch;
    this.words = words;
    this.states = new StateWords(words);
    this.missing = Bindings.createStringBinding(this::missingNow, step, name, key);
    this.problem = Bindings.createStringBinding(this::problemNow, step, name, from, key);
    var outgoing = session.map(Session::outgoing);
    this.checks = outgoing.flatMap(now -> installed.map(which -> checks(now, which)));
  }

  @Override
  public void offer(Commands commands) {
    commands.on(Command.INSTALL, () -> open.set(true));
  }

  // What is shown

  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  ObjectProperty<Step> step() {
    return step;
  }

  StringProperty nameProperty() {
    return name;
  }

  ObjectProperty<From> from() {
    return from;
  }

  StringProperty keyProperty() {
    return key;
  }

  /// Which step of how many.
  public ObservableValue<String> numberProperty() {
    return step.map(
        now ->
            words.text(
                "install.number",
                words.number(STEPS.indexOf(now) + 1),
                words.number(STEPS.size()),
                words.text("install.step." + now.name().toLowerCase(Locale.ROOT))));
  }

  public String getNumber() {
    return numberProperty().getValue();
  }

  /// What the source is called in a warehouse.
  public ObservableValue<String> schemaProperty() {
    return name.map(now -> words.text("install.source.schema", SnakeCase.of(now.strip())));
  }

  public String getSchema() {
    return schemaProperty().getValue();
  }

  /// Where the key comes from, in words.
  public ObservableValue<String> keyHelpProperty() {
    return from.map(
        now ->
            now == From.SANDBOX
                ? words.text("install.key.sandbox-help", WriteKey.SANDBOX.reveal())
                : words.text(
                    "install.key.segment-help",
                    now == From.US ? Endpoint.US.host() : Endpoint.EU.host()));
  }

  public String getKeyHelp() {
    return keyHelpProperty().getValue();
  }

  /// Whether one can go on.
  public ObservableValue<Boolean> goodProperty() {
    return missing.flatMap(what -> problem.map(wrong -> what.isEmpty() && wrong.isEmpty()));
  }

  public boolean isGood() {
    return goodProperty().getValue();
  }

  /// What is still to be written; empty for nothing.
  public ObservableValue<String> missingProperty() {
    return missing;
  }

  public String getMissing() {
    return missing.getValue();
  }

  private String missingNow() {
    return switch (step.get()) {
      case SOURCE -> name.get().isBlank() ? words.text("targets.name.empty") : "";
      case PASTE -> WriteKey.of(key.get()).isEmpty() ? words.text("targets.key.empty") : "";
      case KEY, EXTENSION, CHECK -> "";
    };
  }

  /// What is wrong with what was written; empty for nothing.
  public ObservableValue<String> problemProperty() {
    return problem;
  }

  public String getProblem() {
    return problem.getValue();
  }

  private String problemNow() {
    return switch (step.get()) {
      case SOURCE -> nameProblem(name.get().strip());
      case PASTE -> keyProblem(WriteKey.of(key.get()));
      case KEY, EXTENSION, CHECK -> "";
    };
  }

  /// What was installed from here before may be installed anew; no other target is replaced.
  private String nameProblem(String title) {
    boolean taken =
        session.getValue().outgoing().targets().stream()
            .map(KnownTarget::name)
            .anyMatch(known -> known.equalsIgnoreCase(title) && !known.equals(installed.get()));
    boolean sandbox = title.equalsIgnoreCase(Target.SANDBOX.name());
    return taken || sandbox ? words.text("targets.name.taken") : "";
  }

  private String keyProblem(WriteKey typed) {
    if (!typed.isPrintable()) {
      return words.text("targets.key.unprintable");
    }
    return from.get() == From.SANDBOX && !typed.isEmpty() && !typed.equals(WriteKey.SANDBOX)
        ? words.text("install.paste.not-sandbox")
        : "";
  }

  ObservableValue<List<Check>> checksProperty() {
    return checks;
  }

  private List<Check> checks(Outgoing now, String which) {
    var known = now.named(which);
    if (which.isEmpty() || known.isEmpty()) {
      return List.of();
    }
    var seen = now.seen().getOrDefault(which, Outgoing.Seen.NOTHING);
    var all = new ArrayList<Check>();
    boolean usual = known.get().isSandbox() || known.get().target().writeKey().looksUsual();
    all.add(check(usual ? Mark.GREEN : Mark.RED, "key"));
    all.add(answer(known.get()));
    all.add(check(seen.tracks() > 0 ? Mark.GREEN : Mark.OPEN, "track"));
    all.add(check(seen.identifies() > 0 ? Mark.GREEN : Mark.OPEN, "identify"));
    return all;
  }

  private Check answer(KnownTarget known) {
    return switch (known.tested()) {
      case Tested.Reached _ -> check(Mark.GREEN, "answer");
      case Tested.NotReached(var why) ->
          new Check(Mark.RED, words.text("install.check.answer"), states.why(why));
      case Tested.Going() ->
          new Check(
              Mark.OPEN, words.text("install.check.answer"), words.text("targets.test.going"));
      case null -> check(Mark.OPEN, "answer");
    };
  }

  private Check check(Mark mark, String what) {
    return new Check(
        mark,
        words.text("install.check." + what),
        mark == Mark.GREEN ? "" : words.text("install.check." + what + ".todo"));
  }

  String fromName(From which) {
    return words.text("install.from." + which.name().toLowerCase(Locale.ROOT));
  }

  // What can be done

  void close() {
    open.set(false);
  }

  void back() {
    step.set(STEPS.get(Math.max(0, STEPS.indexOf(step.get()) - 1)));
  }

  void next() {
    if (!isGood()) {
      return;
    }
    if (step.get() == Step.PASTE) {
      save();
    }
    if (step.get() == Step.CHECK) {
      close();
    } else {
      step.set(STEPS.get(STEPS.indexOf(step.get()) + 1));
    }
  }

  /// As somebody does who copies the key of the source.
  void pasteSandboxKey() {
    key.set(WriteKey.SANDBOX.reveal());
  }

  private void save() {
    String title = from.get() == From.SANDBOX ? Target.SANDBOX.name() : name.get().strip();
    if (from.get() != From.SANDBOX) {
      var endpoint = from.get() == From.US ? Endpoint.US : Endpoint.EU;
      var known = session.getValue().outgoing().named(title).map(KnownTarget::name).orElse(null);
      tell(
          new OutgoingEvent.TargetSaved(
              known, new Target(title, endpoint.url(), WriteKey.NONE), WriteKey.of(key.get())));
    }
    key.set("");
    installed.set(title);
    tell(new OutgoingEvent.TargetChosen(title));
  }

  void test() {
    tell(new OutgoingEvent.TargetTestAsked(installed.get()));
  }

  void openMessage() {
    dispatch.accept(new Event.SampleChosen(Samples.FIRST));
  }

  void openContact() {
    dispatch.accept(new Event.SampleChosen(CallsViewModel.FIRST_SAMPLE));
  }

  private void tell(OutgoingEvent what) {
    dispatch.accept(new Event.OfSending(what));
  }
}
