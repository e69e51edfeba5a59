package dev.blipscope.ui;

import dev.blipscope.json.Plain;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Event;
import dev.blipscope.session.LedgerLine;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.SandboxNews;
import dev.blipscope.session.Session;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/// The sandbox: where it listens, what came in, and what it is to do wrong.
public final class LedgerViewModel implements Offering {

  /// What can be made to go wrong, in the words of `--fault`; the first one is nothing.
  private static final List<String> FAULTS =
      List.of(
          "",
          "500:2",
          "429:1:retry-after=3",
          "413:1",
          "400:1",
          "hang:1",
          "reset-after-accept:1",
          "slow-body:1",
          "html-200:1",
          "redirect:1",
          "source-disabled:always");

  private final Consumer<Event> dispatch;
  private final Words words;
  private final Cover cover;
  private final DateTimeFormatter time =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ObservableValue<SandboxNews> news;
  private final ObservableValue<List<Line>> lines;

  /// A line of the ledger, as it is shown.
  record Line(
      String number,
      String time,
      String type,
      String subject,
      String verdict,
      String why,
      String tables) {}

  private record Seen(List<LedgerLine> lines, boolean presenting) {}

  public LedgerViewModel(
      ObservableValue<Session> session, Consumer<Event> dispatch, Words words, Cover cover) {
    this.dispatch = dispatch;
    this.words = words;
    this.cover = cover;
    this.news = session.map(now -> now.outgoing().sandbox());
    this.lines =
        session
            .map(now -> new Seen(now.outgoing().sandbox().lines(), now.settings().presenting()))
            .map(
                seen ->
                    seen.lines().reversed().stream()
                        .map(line -> line(line, this.cover.when(seen.presenting())))
                        .toList());
  }

  @Override
  public void offer(Commands commands) {
    commands.on(Command.SANDBOX, this::show);
  }

  // What is shown

  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public ObservableValue<String> addressProperty() {
    return news.map(
        now -> now.address().isEmpty() ? words.text("sandbox.starting") : now.address());
  }

  public String getAddress() {
    return addressProperty().getValue();
  }

  /// The key that the sandbox knows: it opens nothing else.
  public String getKey() {
    return WriteKey.SANDBOX.reveal();
  }

  public ObservableValue<String> totalsProperty() {
    return news.map(
        now ->
            words.text(
                "sandbox.totals",
                words.number(now.calls()),
                words.number(now.kept()),
                words.number(now.duplicates()),
                words.number(now.dropped())));
  }

  public String getTotals() {
    return totalsProperty().getValue();
  }

  ObservableValue<List<Line>> linesProperty() {
    return lines;
  }

  private Line line(LedgerLine one, Cover covers) {
    String verdict =
        !one.call()
            ? ""
            : one.duplicateOf() > 0
                ? words.text("sandbox.duplicate", words.number(one.duplicateOf()))
                : words.text(one.kept() ? "sandbox.kept" : "sandbox.dropped");
    return new Line(
        words.number(one.number()),
        time.format(one.at()),
        one.type(),
        Plain.brief(covers.text(one.subject())),
        verdict,
        one.why(),
        String.join(", ", one.tables()));
  }

  List<String> faults() {
    return FAULTS;
  }

  String faultName(String fault) {
    String word = fault.isEmpty() ? "none" : fault.substring(0, fault.indexOf(':'));
    return words.text("sandbox.fault." + word);
  }

  /// What goes wrong now; the first one as soon as it is over.
  ObservableValue<String> faultProperty() {
    return news.map(SandboxNews::faults);
  }

  // What can be done

  void show() {
    tell(new OutgoingEvent.SandboxOpened());
    open.set(true);
  }

  void close() {
    open.set(false);
  }

  void clear() {
    tell(new OutgoingEvent.SandboxCleared());
  }

  void choose(String fault) {
    if (!fault.equals(news.getValue().faults())) {
      tell(new OutgoingEvent.FaultsChosen(fault));
    }
  }

  private void tell(OutgoingEvent what) {
    dispatch.accept(new Event.OfSending(what));
  }
}
