package dev.blipscope.ui;

import dev.blipscope.session.Comparison;
import dev.blipscope.session.Event;
import dev.blipscope.session.Job;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.RowKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// In what two profiles differ over everything that is open, on a page over the window.
public final class CompareViewModel implements Offering {

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final Cover cover;

  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Side> one = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Side> other = new SimpleObjectProperty<>();
  private final ObservableValue<List<Side>> sides;
  private final ObservableValue<List<Row>> rows;
  private final ObservableValue<String> summary;
  private final ObservableValue<Optional<Job>> job;
  private final ObservableValue<Double> progress;
  private final ObservableValue<Boolean> running;

  /// A profile that can be compared.
  record Side(String name, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /// Differences of one sort.
  record Row(
      String where, String change, String count, String before, String after, RowKey example) {}

  public CompareViewModel(
      ObservableValue<Session> session, Consumer<Event> dispatch, Words words, Cover cover) {
    this.session = session;
    this.dispatch = dispatch;
    this.words = words;
    this.cover = cover;
    this.sides =
        session.map(
            now ->
                now.profiles().values().stream()
                    .map(known -> new Side(known.name(), ProfileNames.of(known, words)))
                    .toList());
    this.rows = session.map(this::rows);
    this.summary = session.map(now -> Optional.ofNullable(now.comparison())).map(this::summary);
    this.job =
        session.map(
            now -> now.jobs().stream().filter(it -> it.title().equals(Comparison.JOB)).findFirst());
    this.progress = job.map(now -> now.map(Job::fraction).orElse(-1.0));
    this.running = session.map(now -> now.choice().comparing().going());
  }

  @Override
  public void offer(Commands commands) {
    commands.on(Command.COMPARE_PROFILES, this::open, session.map(now -> now.deck().left() > 0));
  }

  // What is shown

  Words words() {
    return words;
  }

  public ObservableValue<Boolean> openProperty() {
    return open;
  }

  public boolean isOpen() {
    return open.get();
  }

  /// Whether it is being worked out.
  public ObservableValue<Boolean> runningProperty() {
    return running;
  }

  public boolean isRunning() {
    return running.getValue();
  }

  public ObservableValue<Double> progressProperty() {
    return progress;
  }

  public double getProgress() {
    return progress.getValue();
  }

  public ObservableValue<String> summaryProperty() {
    return summary;
  }

  public String getSummary() {
    return summary.getValue();
  }

  ObservableValue<List<Side>> sides() {
    return sides;
  }

  ObjectProperty<@Nullable Side> one() {
    return one;
  }

  ObjectProperty<@Nullable Side> other() {
    return other;
  }

  ObservableValue<List<Row>> rows() {
    return rows;
  }

  static String word(Comparison.Change change) {
    return change.name().toLowerCase(Locale.ROOT);
  }

  private List<Row> rows(Session now) {
    var found = now.comparison();
    var covered = cover.when(now.settings().presenting());
    return found == null
        ? List.of()
        : found.patterns().stream().map(pattern -> row(pattern, covered)).toList();
  }

  private Row row(Comparison.Pattern pattern, Cover covered) {
    String before = pattern.before();
    String after = pattern.after();
    return new Row(
        covered.pointer(pattern.pointer()),
        words.text("compare." + word(pattern.change())),
        words.number(pattern.count()),
        before == null ? "" : covered.text(before),
        after == null ? "" : covered.text(after),
        pattern.example());
  }

  private String summary(Optional<Comparison> comparison) {
    if (comparison.isEmpty()) {
      return words.text("compare.nothing-yet");
    }
    var found = comparison.get();
    String payloads = words.counted("compare.payloads", found.payloads());
    String said =
        found.differing() == 0
            ? words.text("compare.same", payloads)
            : words.counted("compare.differ", found.differing(), payloads);
    String more =
        found.more() == 0 ? "" : " " + words.text("compare.more", words.number(found.more()));
    return found.whole() ? said + more : said + more + " " + words.text("compare.cancelled");
  }

  // What can be done

  private void open() {
    var all = sides.getValue();
    String used = session.getValue().profile();
    var usual = all.stream().filter(side -> side.name().equals(used)).findFirst().orElseThrow();
    if (one.get() == null || !all.contains(one.get())) {
      one.set(all.getFirst());
    }
    if (other.get() == null || !all.contains(other.get())) {
      other.set(usual.equals(one.get()) ? all.get(1) : usual);
    }
    open.set(true);
    compare();
  }

  void compare() {
    var first = one.get();
    var second = other.get();
    if (first != null && second != null && !isRunning()) {
      dispatch.accept(new Event.CompareAsked(first.name(), second.name()));
    }
  }

  void cancel() {
    job.getValue().ifPresent(now -> dispatch.accept(new Event.JobCancelled(now.id())));
  }

  void show(Row row) {
    dispatch.accept(new Event.RowsChosen(Set.of(row.example()), row.example()));
    close();
  }

  void close() {
    cancel();
    open.set(false);
  }
}
