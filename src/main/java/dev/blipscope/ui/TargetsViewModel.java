package dev.blipscope.ui;

import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.KnownTarget.KeyPlace;
import dev.blipscope.session.KnownTarget.Tested;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The targets that a person made, and one of them to be changed.
public final class TargetsViewModel implements Offering {

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final StateWords states;
  private final ObservableValue<List<Line>> lines;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

  // The form
  private final ObjectProperty<@Nullable String> edited = new SimpleObjectProperty<>();

  /// What somebody wants to keep and is not there yet.
  private @Nullable Target saving;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<Region> region = new SimpleObjectProperty<>(Region.US);
  private final StringProperty endpoint = new SimpleStringProperty("");
  private final StringProperty key = new SimpleStringProperty("");
  private final ObservableValue<Form> form;
  private final ObservableValue<String> tested;

  /// Where a target is.
  enum Region {
    US,
    EU,
    OWN
  }

  /// A target in the list.
  record Line(String name, String where, String keyWords, boolean chosen) {}

  /// What is to be said about what stands in the form.
  ///
  /// @param missing what is still to be written; empty for nothing
  /// @param problem what is wrong with what was written; empty for nothing
  /// @param suggestion the endpoint that was probably meant; empty if nobody can tell
  /// @param advice what is odd about it; empty for nothing
  private record Form(String missing, String problem, String suggestion, String advice) {

    static Form missing(String what) {
      return new Form(what, "", "", "");
    }

    static Form wrong(String problem, String suggestion) {
      return new Form("", problem, suggestion, "");
    }

    boolean isGood() {
      return missing.isEmpty() && problem.isEmpty();
    }
  }

  public TargetsViewModel(ObservableValue<Session> session, Consumer<Event> dispatch, Words words) {
    this.session = session;
    this.dispatch = dispatch;
    this.words = words;
    this.states = new StateWords(words);
    var own = session.map(now -> now.outgoing().own());
    var inUse = session.map(now -> now.outgoing().inUse().name());
    this.lines =
        own.flatMap(all -> inUse.map(chosen -> all.stream().map(it -> line(it, chosen)).toList()));
    this.form =
        Bindings.createObjectBinding(this::formNow, name, region, endpoint, key, edited, own);
    this.tested =
        own.flatMap(
            all ->
                edited
                    .map(
                        which ->
                            all.stream()
                                .filter(known -> known.name().equals(which))
                                .findFirst()
                                .map(this::tested)
                                .orElse(""))
                    .orElse(""));
    open.subscribe(_ -> key.set(""));
    session.subscribe(this::follow);
  }

  @Override
  public void offer(Commands commands) {
    commands.on(Command.TARGETS, this::show);
  }

  // What is shown

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  ObservableValue<List<Line>> linesProperty() {
    return lines;
  }

  private Line line(KnownTarget known, String chosen) {
    return new Line(
        known.name(), known.host(), keyWords(known.keyPlace()), known.name().equals(chosen));
  }

  private String keyWords(KeyPlace place) {
    return words.text("targets.key." + place.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  StringProperty nameProperty() {
    return name;
  }

  ObjectProperty<Region> region() {
    return region;
  }

  StringProperty endpointProperty() {
    return endpoint;
  }

  StringProperty keyProperty() {
    return key;
  }

  /// Whether the endpoint is to be written by hand.
  public ObservableValue<Boolean> ownProperty() {
    return region.map(now -> now == Region.OWN);
  }

  public boolean isOwn() {
    return ownProperty().getValue();
  }

  public ObservableValue<Boolean> editingProperty() {
    return edited.map(_ -> true).orElse(false);
  }

  public boolean isEditing() {
    return editingProperty().getValue();
  }

  /// Whether what is written can be kept as it is.
  public ObservableValue<Boolean> goodProperty() {
    return form.map(Form::isGood);
  }

  public boolean isGood() {
    return goodProperty().getValue();
  }

  public ObservableValue<String> missingProperty() {
    return form.map(Form::missing);
  }

  public String getMissing() {
    return missingProperty().getValue();
  }

  public ObservableValue<String> problemProperty() {
    return form.map(Form::problem);
  }

  public String getProblem() {
    return problemProperty().getValue();
  }

  public ObservableValue<String> suggestionProperty() {
    return form.map(
        now ->
            now.suggestion().isEmpty()
                ? ""
                : words.text("targets.take-suggestion", now.suggestion()));
  }

  public String getSuggestion() {
    return suggestionProperty().getValue();
  }

  public ObservableValue<String> adviceProperty() {
    return form.map(Form::advice);
  }

  public String getAdvice() {
    return adviceProperty().getValue();
  }

  /// What the last test of the target found.
  public ObservableValue<String> testedProperty() {
    return tested;
  }

  public String getTested() {
    return tested.getValue();
  }

  private String tested(KnownTarget known) {
    return switch (known.tested()) {
      case null -> "";
      case Tested.Going() -> words.text("targets.test.going");
      case Tested.Reached(var took, boolean called) ->
          words.text(
              called ? "targets.test.called" : "targets.test.reached",
              words.number(took.toMillis()));
      case Tested.NotReached(var why) -> words.text("targets.test.failed", states.why(why));
    };
  }

  String regionName(Region which) {
    return words.text("targets.region." + which.name().toLowerCase(Locale.ROOT));
  }

  private Form formNow() {
    String bare = name.get().strip();
    var taken =
        session.getValue().outgoing().targets().stream()
            .anyMatch(known -> known.name().equalsIgnoreCase(bare) && !bare.equals(edited.get()));
    if (bare.isEmpty()) {
      return Form.missing(words.text("targets.name.empty"));
    }
    if (taken) {
      return Form.wrong(words.text("targets.name.taken"), "");
    }
    if (region.get() == Region.OWN
        && Endpoint.read(endpoint.get()) instanceof Endpoint.Answer.Bad(var problem, var meant)) {
      String text =
          words.text("endpoint." + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      return problem == Endpoint.Problem.EMPTY
          ? Form.missing(text)
          : Form.wrong(text, Objects.requireNonNullElse(meant, ""));
    }
    return keyForm(WriteKey.of(key.get()));
  }

  private Form keyForm(WriteKey typed) {
    if (typed.isEmpty()) {
      boolean stays = edited.get() != null;
      return Form.missing(stays ? "" : words.text("targets.key.empty"));
    }
    if (!typed.isPrintable()) {
      return Form.wrong(words.text("targets.key.unprintable"), "");
    }
    return new Form("", "", "", typed.looksUsual() ? "" : words.text("targets.key.unusual"));
  }

  private String endpointNow() {
    return switch (region.get()) {
      case US -> Endpoint.US.url();
      case EU -> Endpoint.EU.url();
      case OWN ->
          Endpoint.read(endpoint.get()) instanceof Endpoint.Answer.Good(var good) ? good.url() : "";
    };
  }

  // What can be done

  void show() {
    if (lines.getValue().isEmpty()) {
      begin();
    }
    open.set(true);
  }

  void close() {
    open.set(false);
  }

  /// An empty form, for another target.
  void begin() {
    fill(null, "", Region.US, "");
  }

  /// The form filled with a target. Its key is never shown again.
  void edit(String which) {
    session
        .getValue()
        .outgoing()
        .named(which)
        .map(KnownTarget::target)
        .ifPresent(target -> fill(which, which, regionOf(target), target.endpoint()));
  }

  private static Region regionOf(Target target) {
    return target.endpoint().equals(Endpoint.US.url())
        ? Region.US
        : target.endpoint().equals(Endpoint.EU.url()) ? Region.EU : Region.OWN;
  }

  private void fill(@Nullable String which, String title, Region where, String address) {
    saving = null;
    edited.set(which);
    name.set(title);
    region.set(where);
    endpoint.set(where == Region.OWN ? address : "");
    key.set("");
  }

  void takeSuggestion() {
    String meant = form.getValue().suggestion();
    if (!meant.isEmpty()) {
      endpoint.set(meant);
    }
  }

  void save() {
    if (!form.getValue().isGood()) {
      return;
    }
    var typed = WriteKey.of(key.get());
    var target = new Target(name.get().strip(), endpointNow(), WriteKey.NONE);
    saving = target;
    tell(new OutgoingEvent.TargetSaved(edited.get(), target, typed.isEmpty() ? null : typed));
  }

  /// What was typed stays until the target is there: who is asked about its host may say no.
  private void follow(Session now) {
    var wanted = saving;
    if (wanted != null
        && now.outgoing()
            .named(wanted.name())
            .filter(known -> known.target().endpoint().equals(wanted.endpoint()))
            .isPresent()) {
      saving = null;
      key.set("");
      edited.set(wanted.name());
    }
  }

  void choose(String which) {
    tell(new OutgoingEvent.TargetChosen(which));
  }

  void test() {
    var which = edited.get();
    if (which != null) {
      tell(new OutgoingEvent.TargetTestAsked(which));
    }
  }

  void delete() {
    var which = edited.get();
    if (which != null) {
      begin();
      tell(new OutgoingEvent.TargetDeleteAsked(which));
    }
  }

  private void tell(OutgoingEvent what) {
    dispatch.accept(new Event.OfSending(what));
  }
}
