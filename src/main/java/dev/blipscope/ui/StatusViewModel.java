package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Job;
import dev.blipscope.session.Kept;
import dev.blipscope.session.Session;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// What the line at the foot of the window shows: what takes a while, and what is in force.
public final class StatusViewModel {

  private static final long WORTH_SHOWING_MILLIS = 500;

  /// Stands for what a person searches for while somebody presents.
  private static final String COVERED = "•••";

  private final ObservableValue<List<Row>> jobs;
  private final ObservableValue<String> chosen;
  private final ObservableValue<String> profile;
  private final ObservableValue<Boolean> presenting;
  private final ObservableValue<String> kept;
  private final ObservableValue<Boolean> keeping;
  private final String keptHelp;
  private final Consumer<Event> dispatch;
  private final Words words;

  /// Something that takes a while.
  ///
  /// @param text what it does
  /// @param count how far it is, in words
  /// @param fraction how far it is, from 0 to 1; less than 0 if nobody knows
  record Row(long id, String text, String count, double fraction) {}

  public StatusViewModel(ObservableValue<Session> session, Consumer<Event> dispatch, Words words) {
    this.dispatch = dispatch;
    this.words = words;
    this.jobs =
        session.map(
            now ->
                now.jobs().stream()
                    .filter(this::isSlow)
                    .map(job -> row(job, now.settings().presenting()))
                    .toList());
    this.chosen = session.map(now -> chosen(now.chosen().size(), now.deck().left()));
    this.profile = session.map(Session::profileInUse).map(known -> ProfileNames.of(known, words));
    var bytes = session.map(now -> now.talk().kept());
    this.kept = bytes.map(count -> words.text("status.kept", megabytes(count)));
    this.keeping = bytes.map(count -> count > 0);
    this.keptHelp =
        words.text(
            "status.kept-help",
            words.number(Kept.MOST_BYTES >> 20),
            words.number(Kept.LONGEST.toDays()));
    this.presenting = session.map(now -> now.settings().presenting());
  }

  // What is shown

  /// What takes longer than half a second.
  ObservableValue<List<Row>> jobs() {
    return jobs;
  }

  public ObservableValue<String> chosenProperty() {
    return chosen;
  }

  public String getChosen() {
    return chosen.getValue();
  }

  public ObservableValue<String> profileProperty() {
    return profile;
  }

  public String getProfile() {
    return profile.getValue();
  }

  public ObservableValue<Boolean> presentingProperty() {
    return presenting;
  }

  public boolean isPresenting() {
    return presenting.getValue();
  }

  /// How much of what is open is kept on the disk.
  public ObservableValue<String> keptProperty() {
    return kept;
  }

  public String getKept() {
    return kept.getValue();
  }

  public ObservableValue<Boolean> keepingProperty() {
    return keeping;
  }

  public boolean isKeeping() {
    return keeping.getValue();
  }

  /// For how long and how much is kept at most.
  public String getKeptHelp() {
    return keptHelp;
  }

  // What can be done

  void cancel(long job) {
    dispatch.accept(new Event.JobCancelled(job));
  }

  private boolean isSlow(Job job) {
    return job.now() - job.since() >= WORTH_SHOWING_MILLIS;
  }

  private Row row(Job job, boolean presenting) {
    boolean covers = presenting && job.title().equals(Job.SEARCHING);
    String done =
        job.total() == 0
            ? words.number(job.done())
            : words.text("status.done", words.number(job.done()), words.number(job.total()));
    return new Row(
        job.id(),
        words.text(job.title(), covers ? COVERED : job.subject()),
        words.text("status.rate", done, words.number(job.rate())),
        job.fraction());
  }

  /// With one digit behind the point, and never less than there is.
  private String megabytes(long bytes) {
    return String.format(words.locale(), "%.1f", Math.ceil(bytes / 1e5) / 10);
  }

  private String chosen(int count, int all) {
    return all == 0
        ? words.text("status.nothing-there")
        : words.counted("status.there", all, words.number(count));
  }
}
