package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Mishap;
import dev.blipscope.session.Session;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// What a person is told of a mistake of ours, and what can be done then: go on, or close.
public final class MishapViewModel {

  private final Consumer<Event> dispatch;
  private final Commands commands;
  private final ObservableValue<Boolean> open;
  private final ObservableValue<String> title;
  private final ObservableValue<String> times;
  private final ObservableValue<String> kept;
  private final ObservableValue<String> outbox;
  private final ObservableValue<String> report;

  public MishapViewModel(
      ObservableValue<Session> session,
      Consumer<Event> dispatch,
      Words words,
      Commands commands,
      Edition edition) {
    this.dispatch = dispatch;
    this.commands = commands;
    this.open = session.map(now -> now.talk().mishap() != null);
    this.title = told(session, (_, mishap) -> words.text("mishap.title", mishap.code()));
    this.times =
        told(
            session,
            (_, mishap) ->
                mishap.times() == 1 ? "" : words.counted("mishap.times", mishap.times()));
    this.kept = told(session, (now, _) -> words.text(kept(now)));
    this.outbox = told(session, (now, _) -> outbox(now, words));
    this.report = told(session, (_, mishap) -> MishapReport.of(mishap, edition, words));
  }

  private static ObservableValue<String> told(
      ObservableValue<Session> session, BiFunction<Session, Mishap, String> how) {
    return session.map(
        now -> {
          var mishap = now.talk().mishap();
          return mishap == null ? "" : how.apply(now, mishap);
        });
  }

  private static String kept(Session now) {
    if (now.deck().left() == 0) {
      return "mishap.nothing-open";
    }
    return now.talk().kept() > 0 ? "mishap.kept" : "mishap.not-kept";
  }

  private static String outbox(Session now, Words words) {
    var totals = now.outgoing().totals();
    return totals.isBusy()
        ? words.counted("mishap.outbox", totals.queued() + totals.sending())
        : words.text("mishap.outbox.empty");
  }

  // What is shown

  public ObservableValue<Boolean> openProperty() {
    return open;
  }

  public ObservableValue<String> titleProperty() {
    return title;
  }

  public String getTitle() {
    return title.getValue();
  }

  /// How often it happened; empty for once.
  public ObservableValue<String> timesProperty() {
    return times;
  }

  public String getTimes() {
    return times.getValue();
  }

  /// What became of what is open.
  public ObservableValue<String> keptProperty() {
    return kept;
  }

  public String getKept() {
    return kept.getValue();
  }

  /// What became of what was being sent.
  public ObservableValue<String> outboxProperty() {
    return outbox;
  }

  public String getOutbox() {
    return outbox.getValue();
  }

  public ObservableValue<String> reportProperty() {
    return report;
  }

  public String getReport() {
    return report.getValue();
  }

  // What can be done

  void goOn() {
    dispatch.accept(new Event.MishapSeen());
  }

  void quit() {
    commands.run(Command.QUIT);
  }
}
