package dev.blipscope.ui;

import dev.blipscope.check.Finding;
import dev.blipscope.session.Desk;
import dev.blipscope.session.Event;
import dev.blipscope.session.Explained;
import dev.blipscope.session.Focus;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the calls pane shows and what can be done there.
public final class CallsViewModel {

  /// The sample that a newcomer is shown.
  static final String FIRST_SAMPLE = "contacts/complete.json";

  private static final List<String> TABS =
      List.of("call", "fields", "warehouse", "request", "delivery");

  private static final double GREY = 0.6;

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final Cover cover;

  private final ObservableValue<CallSheet> sheet;
  private final ObservableValue<CallPointed> pointed;
  private final ObservableValue<CallEmpty> empty;
  private final ObservableValue<CallPreflight> preflight;
  private final ObservableValue<FieldRow> person;
  private final ObservableValue<FieldRow> nobody;

  private @Nullable Explained explained;
  private boolean covered;
  private @Nullable CallSheet last;

  /// @param cover covers private data while somebody presents
  public CallsViewModel(
      ObservableValue<Session> session, Consumer<Event> dispatch, Words words, Cover cover) {
    this.session = session;
    this.dispatch = dispatch;
    this.words = words;
    this.cover = cover;
    this.sheet = session.map(this::sheetOf);
    this.pointed = session.map(CallPointed::of);
    this.empty = session.map(now -> CallEmpty.of(now, words, cover));
    this.preflight = sheet.map(CallSheet::preflight);
    this.person = sheet.map(CallSheet::person);
    this.nobody = sheet.map(CallSheet::nobody);
  }

  /// The sheet of the payload that lies open: the same as before as long as nothing in it changed.
  @SuppressWarnings("ReferenceEquality") // To compare two costs more than to show one.
  private @Nullable CallSheet sheetOf(Session now) {
    var desk = now.desk();
    var found = desk == null ? null : desk.reading().explained();
    // A desk that is covered holds nothing private any more.
    boolean covers = now.settings().presenting() && desk != null && !desk.covered();
    if (found != explained || covers != covered) {
      explained = found;
      covered = covers;
      last = found == null ? null : CallSheet.of(found, cover, covers, words);
    }
    return last;
  }

  // The tabs

  public CallViewModel call() {
    return new CallViewModel(sheet, pointed, dispatch, words);
  }

  public FieldsViewModel fields() {
    return new FieldsViewModel(session, sheet, pointed, dispatch, words);
  }

  public WarehouseViewModel warehouse() {
    return new WarehouseViewModel(sheet, pointed, dispatch);
  }

  public DeliveryViewModel delivery() {
    return new DeliveryViewModel(session, dispatch, words, cover);
  }

  public RequestViewModel request() {
    return new RequestViewModel(session, sheet, dispatch, words);
  }

  // What is shown

  public ObservableValue<Boolean> callShownProperty() {
    return sheet.map(_ -> true).orElse(false);
  }

  public boolean isCallShown() {
    return callShownProperty().getValue();
  }

  public ObservableValue<String> typeProperty() {
    return sheet.map(CallSheet::type).orElse("");
  }

  public String getType() {
    return typeProperty().getValue();
  }

  public ObservableValue<String> eventProperty() {
    return sheet.map(CallSheet::event).orElse("");
  }

  public String getEvent() {
    return eventProperty().getValue();
  }

  /// Which call of how many; empty for one of one.
  public ObservableValue<String> countProperty() {
    return session.map(Session::desk).map(this::count).orElse("");
  }

  public String getCount() {
    return countProperty().getValue();
  }

  private String count(Desk desk) {
    return desk.reading() instanceof Reading.Understood(_, _, _, int payloads) && payloads > 1
        ? words.text("calls.count", words.number(1), words.number(payloads))
        : "";
  }

  public ObservableValue<String> idNameProperty() {
    return person.map(row -> row.target().substring(1)).orElse("");
  }

  public String getIdName() {
    return idNameProperty().getValue();
  }

  public ObservableValue<String> idProperty() {
    return person.map(FieldRow::value).orElse("");
  }

  public String getId() {
    return idProperty().getValue();
  }

  public ObservableValue<Boolean> identifiedProperty() {
    return person.map(_ -> true).orElse(false);
  }

  public boolean isIdentified() {
    return identifiedProperty().getValue();
  }

  // Why it is this person

  public ObservableValue<String> idStoryProperty() {
    return person.map(row -> words.text("calls.why.story", row.story())).orElse("");
  }

  public String getIdStory() {
    return idStoryProperty().getValue();
  }

  public ObservableValue<String> idFromProperty() {
    return person
        .map(row -> row.from().isEmpty() ? "" : words.text("calls.why.from", row.from()))
        .orElse("");
  }

  public String getIdFrom() {
    return idFromProperty().getValue();
  }

  public ObservableValue<String> idRuleProperty() {
    return person.map(row -> words.text("calls.why.rule", row.basis(), row.rule())).orElse("");
  }

  public String getIdRule() {
    return idRuleProperty().getValue();
  }

  /// Why there is no user id; empty if there is one.
  public ObservableValue<String> nobodyProperty() {
    return nobody.map(row -> words.text("calls.why.nobody", row.story())).orElse("");
  }

  public String getNobody() {
    return nobodyProperty().getValue();
  }

  // What is not well

  /// Whether what is shown was made of an earlier text, since the text of now is broken.
  public ObservableValue<Boolean> staleProperty() {
    return session.map(now -> now.desk() != null && now.desk().reading().isBroken());
  }

  public boolean isStale() {
    return staleProperty().getValue();
  }

  /// How clearly the call is shown: one of an earlier text is grey.
  public ObservableValue<Double> clarityProperty() {
    return staleProperty().map(stale -> stale ? GREY : 1.0);
  }

  public double getClarity() {
    return clarityProperty().getValue();
  }

  public ObservableValue<String> bannerProperty() {
    return session.map(Session::desk).map(desk -> banner(desk.reading())).orElse("");
  }

  public String getBanner() {
    return bannerProperty().getValue();
  }

  private String banner(Reading reading) {
    var inspection = reading.inspection();
    if (!reading.isBroken() || inspection == null) {
      return "";
    }
    var breakage = inspection.findings().stream().findFirst().map(Finding::breakage).orElse(null);
    return breakage == null
        ? words.text("calls.stale")
        : words.text(
            "calls.stale.at",
            words.number(breakage.place().line()),
            words.number(breakage.place().column()));
  }

  public ObservableValue<String> emptyTitleProperty() {
    return empty.map(CallEmpty::title);
  }

  public String getEmptyTitle() {
    return emptyTitleProperty().getValue();
  }

  public ObservableValue<String> emptyTextProperty() {
    return empty.map(CallEmpty::text);
  }

  public String getEmptyText() {
    return emptyTextProperty().getValue();
  }

  public ObservableValue<String> emptyRemedyProperty() {
    return empty.map(CallEmpty::remedy);
  }

  public String getEmptyRemedy() {
    return emptyRemedyProperty().getValue();
  }

  /// Whether nothing is open, so that a beginning is offered.
  public ObservableValue<Boolean> beginningProperty() {
    return session.map(now -> now.desk() == null);
  }

  public boolean isBeginning() {
    return beginningProperty().getValue();
  }

  public ObservableValue<String> preflightProperty() {
    return preflight.map(checks -> checks.said(words)).orElse("");
  }

  public String getPreflight() {
    return preflightProperty().getValue();
  }

  /// How grave it is, as a word for the style.
  public ObservableValue<String> preflightWordProperty() {
    return preflight.map(CallPreflight::word).orElse("passed");
  }

  public ObservableValue<Boolean> findingProperty() {
    return preflight.map(checks -> checks.first() != CallPreflight.NONE).orElse(false);
  }

  public boolean isFinding() {
    return findingProperty().getValue();
  }

  /// The tab that was open last.
  public ObservableValue<String> tabProperty() {
    return session.map(now -> now.settings().tab()).map(CallsViewModel::known);
  }

  public String getTab() {
    return tabProperty().getValue();
  }

  private static String known(String tab) {
    return TABS.contains(tab) ? tab : TABS.getFirst();
  }

  // What can be done

  /// The JSON of the call to be copied, and says so.
  ///
  /// @param masked whether private data is left out, whatever the screen shows
  String copied(boolean masked) {
    var now = sheet.getValue();
    if (now == null) {
      return "";
    }
    boolean covers = masked || session.getValue().settings().presenting();
    dispatch.accept(CallsViewModel.copied(words, "json", covers));
    return now.request(session.getValue().target(), masked).asJson();
  }

  /// Says that something was copied.
  static Event copied(Words words, String what, boolean masked) {
    return new Event.Said(
        Notice.Weight.SAID,
        masked ? "calls.copied.masked" : "calls.copied.plain",
        List.of(words.text("calls.form." + what)));
  }

  public void openTab(String tab) {
    if (!tab.equals(getTab())) {
      dispatch.accept(new Event.SettingsChanged(now -> now.onTab(tab)));
    }
  }

  /// Shows the gravest finding.
  public void showFinding() {
    var checks = preflight.getValue();
    if (checks != null && checks.first() != CallPreflight.NONE) {
      dispatch.accept(new Event.FocusMoved(new Focus.OnFinding(checks.first())));
    }
  }

  /// Shows where the person comes from.
  public void showPerson() {
    if (person.getValue() instanceof FieldRow.Filled(_, var trace)) {
      dispatch.accept(new Event.FocusMoved(new Focus.InCall(trace.to())));
    }
  }

  public void openSample() {
    dispatch.accept(new Event.SampleChosen(FIRST_SAMPLE));
  }

  public void write() {
    dispatch.accept(new Event.BlankAsked());
  }
}
