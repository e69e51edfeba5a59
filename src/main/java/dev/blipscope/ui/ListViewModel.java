package dev.blipscope.ui;

import dev.blipscope.check.Code;
import dev.blipscope.json.Plain;
import dev.blipscope.segment.Postmark;
import dev.blipscope.session.Event;
import dev.blipscope.session.Lines;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.Cause;
import dev.blipscope.shelf.Facets;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Glance;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.Postmarks;
import dev.blipscope.shelf.Progress;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowSet;
import dev.blipscope.shelf.Via;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the list pane shows and what can be done there.
public final class ListViewModel implements Offering {

  /// What there is to see.
  public enum State {
    /// Nothing came in yet.
    NOTHING,
    /// Nothing passes the filter.
    FILTERED,
    SOME
  }

  /// By what the list can be filtered beside text.
  enum Facet {
    KIND,
    DIRECTION,
    CHANNEL,
    FINDING,
    STATE
  }

  /// All that the look of a line depends on beside the line.
  record Looks(
      Map<RowKey, Glance> glances,
      Set<RowKey> chosen,
      @Nullable RowKey lead,
      boolean presenting,
      Postmarks marks) {}

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;
  private final RowFaces faces;
  private final StateWords states;

  private final ObservableValue<Lines> lines;
  private final ObservableValue<Looks> looks;
  private final ObservableValue<State> state;
  private final ObservableValue<String> count;
  private final ObservableValue<Boolean> settled;
  private final ObservableValue<Filter> filter;
  private final ObservableValue<List<Chip>> chips;
  private final ObservableValue<Facets> facets;
  private final ObservableValue<Order> order;
  private final ObservableValue<Boolean> grouped;
  private final ObservableValue<List<CauseLine>> causes;
  private final ObservableValue<String> causesTitle;

  // Where a person stands in the list. What the session says of it comes a little later.
  private final Echo<RowKey> leads = new Echo<>();
  private @Nullable RowKey cursor;
  private @Nullable RowKey anchor;

  // What a person would like to see of the lines on the screen.
  private final Set<RowKey> unseen = new LinkedHashSet<>();
  private final Set<RowKey> asked = new HashSet<>();

  /// @param clock knows which day is today
  /// @param zone the time zone that times are shown in
  public ListViewModel(
      ObservableValue<Session> session,
      Consumer<Event> dispatch,
      Words words,
      InstantSource clock,
      ZoneId zone) {
    this.session = session;
    this.dispatch = dispatch;
    this.words = words;
    this.faces = new RowFaces(words, clock, zone);
    this.states = new StateWords(words);
    this.lines = session.map(now -> now.listing().lines());
    this.looks =
        session.map(
            now ->
                new Looks(
                    now.listing().glances(),
                    now.chosen(),
                    now.opening().lead(),
                    now.settings().presenting(),
                    now.outgoing().marks()));
    this.state = session.map(ListViewModel::stateOf);
    this.count = session.map(this::countOf);
    this.settled = session.map(now -> now.listing().isSettled());
    this.filter = session.map(now -> now.listing().filter());
    this.chips = filter.map(this::chipsOf);
    this.facets = session.map(now -> now.listing().facets());
    this.order = session.map(now -> now.listing().order());
    this.grouped = session.map(now -> now.listing().grouped());
    this.causes = session.map(Told::of).map(new LastAnswer<>(this::causesOf));
    var progress = session.map(now -> now.survey().progress());
    this.causesTitle = causes.flatMap(all -> progress.map(now -> titleOf(all.size(), now)));
    session.map(now -> now.opening().lead()).subscribe(this::follow);
    looks.subscribe(now -> asked.removeIf(now.glances()::containsKey));
    lines.subscribe(_ -> asked.clear());
    // What is on its way then does not count any more.
    looks.map(Looks::presenting).subscribe(_ -> asked.clear());
  }

  /// What the causes that are shown hang on. A survey that begins anew has those of the last one.
  private record Told(List<Cause> causes, Map<Code, RowSet> codes, RowSet deleted) {

    static Told of(Session session) {
      var survey = session.survey();
      return new Told(survey.causes(), survey.codes(), session.deck().deleted());
    }
  }

  @Override
  public void offer(Commands commands) {
    commands.on(Command.SELECT_ALL, this::selectAll, state.map(now -> now == State.SOME));
    commands.onChoice(Command.GROUP_BY_CONTACT, this::group, grouped);
  }

  // What is shown

  public Words words() {
    return words;
  }

  ObservableValue<Lines> linesProperty() {
    return lines;
  }

  ObservableValue<Looks> looksProperty() {
    return looks;
  }

  ObservableValue<State> stateProperty() {
    return state;
  }

  private static State stateOf(Session now) {
    if (now.deck().left() == 0) {
      return State.NOTHING;
    }
    return now.listing().lines().size() == 0 && now.listing().isSettled()
        ? State.FILTERED
        : State.SOME;
  }

  /// How many are shown, of how many, and how many of them are selected.
  public ObservableValue<String> countProperty() {
    return count;
  }

  public String getCount() {
    return count.getValue();
  }

  private String countOf(Session now) {
    String shown =
        words.text(
            "list.count",
            words.number(now.listing().rows().size()),
            words.number(now.deck().left()));
    int selected = now.chosen().size();
    return selected < 2 ? shown : shown + " · " + words.counted("list.selected", selected);
  }

  /// Whether the list is what was wished last.
  public ObservableValue<Boolean> settledProperty() {
    return settled;
  }

  public boolean isSettled() {
    return settled.getValue();
  }

  ObservableValue<Filter> filterProperty() {
    return filter;
  }

  ObservableValue<List<Chip>> chipsProperty() {
    return chips;
  }

  /// How many there are of each sort.
  ObservableValue<Facets> facetsProperty() {
    return facets;
  }

  ObservableValue<Order> orderProperty() {
    return order;
  }

  public ObservableValue<Boolean> groupedProperty() {
    return grouped;
  }

  public boolean isGrouped() {
    return grouped.getValue();
  }

  /// What is to be said about everything, by cause.
  ObservableValue<List<CauseLine>> causesProperty() {
    return causes;
  }

  public ObservableValue<String> causesTitleProperty() {
    return causesTitle;
  }

  public String getCausesTitle() {
    return causesTitle.getValue();
  }

  /// How a payload looks; what is not known yet is asked for with the next [#report].
  RowFace face(RowKey row) {
    var glance = looks.getValue().glances().get(row);
    if (glance != null) {
      return faces.of(glance);
    }
    if (!asked.contains(row)) {
      unseen.add(row);
    }
    return RowFace.PENDING;
  }

  /// What stands above the payloads of a contact.
  String head(Lines.Line.Contact contact) {
    String who = contact.who();
    String name =
        who == null
            ? words.text("list.nobody")
            : looks.getValue().presenting() ? words.text("list.contact-covered") : Plain.brief(who);
    return name + "   " + words.counted("list.payloads", contact.payloads());
  }

  /// How far the call of a payload came.
  Postmark postmark(RowKey row) {
    return looks.getValue().marks().of(row);
  }

  String state(Postmark mark) {
    return states.name(mark);
  }

  boolean isChosen(RowKey row) {
    return looks.getValue().chosen().contains(row);
  }

  /// Asks for what is not known of the lines that were drawn.
  void report() {
    if (!unseen.isEmpty()) {
      var rows = List.copyOf(unseen);
      unseen.clear();
      asked.addAll(rows);
      dispatch.accept(new Event.RowsSeen(rows));
    }
  }

  // Who is chosen

  private void follow(@Nullable RowKey lead) {
    if (lead == null || !leads.isOwn(lead)) {
      cursor = lead;
      anchor = lead;
    }
  }

  /// The payload on which a person stands.
  Optional<RowKey> cursor() {
    return Optional.ofNullable(cursor);
  }

  /// Its line; -1 if it is not shown.
  int cursorLine() {
    return cursor == null ? -1 : lines.getValue().lineOf(cursor);
  }

  /// A line was clicked.
  ///
  /// @param extend whether all from where one stood to there is meant
  /// @param add whether what is selected stays so
  void click(int line, boolean extend, boolean add) {
    switch (lines.getValue().at(line)) {
      case Lines.Line.Contact(var who, _) -> dispatch.accept(new Event.ContactChosen(who));
      case Lines.Line.Payload(var row) -> {
        if (add && !extend) {
          cursor = row;
          anchor = row;
          dispatch.accept(new Event.RowToggled(row));
        } else {
          go(line, row, extend);
        }
      }
    }
  }

  /// Goes some lines on.
  ///
  /// @return the line where one stands then, or -1
  int move(int by, boolean extend) {
    int from = cursorLine();
    return goTo(from < 0 ? (by < 0 ? lines.getValue().size() - 1 : 0) : from + by, by, extend);
  }

  int first(boolean extend) {
    return goTo(0, -1, extend);
  }

  int last(boolean extend) {
    return goTo(lines.getValue().size() - 1, 1, extend);
  }

  private int goTo(int wanted, int by, boolean extend) {
    var all = lines.getValue();
    int line = Math.clamp(wanted, 0, Math.max(0, all.size() - 1));
    int step = by < 0 ? -1 : 1;
    int at = payloadFrom(line, step);
    at = at < 0 ? payloadFrom(line, -step) : at;
    if (at >= 0 && all.at(at) instanceof Lines.Line.Payload(var row)) {
      go(at, row, extend);
    }
    return at;
  }

  /// The next line that is a payload, or -1.
  private int payloadFrom(int line, int step) {
    var all = lines.getValue();
    for (int at = line; at >= 0 && at < all.size(); at += step) {
      if (all.at(at) instanceof Lines.Line.Payload) {
        return at;
      }
    }
    return -1;
  }

  private void go(int line, RowKey row, boolean extend) {
    var all = lines.getValue();
    int from = extend && anchor != null ? all.lineOf(anchor) : -1;
    cursor = row;
    leads.tell(row);
    if (from < 0) {
      anchor = row;
      dispatch.accept(new Event.RowsChosen(Set.of(row), row));
    } else {
      dispatch.accept(new Event.LinesChosen(all, Math.min(from, line), Math.max(from, line), row));
    }
  }

  void selectAll() {
    var all = lines.getValue();
    int stand = Math.max(0, cursorLine());
    int at = payloadFrom(stand, 1);
    if (at >= 0 && all.at(at) instanceof Lines.Line.Payload(var row)) {
      dispatch.accept(new Event.LinesChosen(all, 0, all.size() - 1, row));
    }
  }

  /// Selects all payloads of the contact of one.
  void selectContactOf(RowKey row) {
    var batch = session.getValue().deck().batch(row.batch());
    if (batch != null) {
      dispatch.accept(new Event.ContactChosen(batch.who(row.row()).orElse(null)));
    }
  }

  // What is shown of all

  void search(String text) {
    filter(filter.getValue().withText(text));
  }

  void clearFilter() {
    filter(Filter.ALL);
  }

  private void filter(Filter wanted) {
    if (!wanted.equals(filter.getValue())) {
      dispatch.accept(new Event.Filtered(wanted));
    }
  }

  void sort(Order wanted) {
    if (!wanted.equals(order.getValue())) {
      dispatch.accept(new Event.Ordered(wanted));
    }
  }

  void group() {
    dispatch.accept(new Event.Grouped(!grouped.getValue()));
  }

  void openSample() {
    dispatch.accept(new Event.SampleChosen(Samples.FIRST));
  }

  /// The values of a facet with how many payloads each would show, the most frequent first.
  List<FacetLine> facet(Facet facet) {
    var now = filter.getValue();
    var counts = session.getValue().listing().facets();
    return switch (facet) {
      case KIND -> values(counts.kinds(), now.kinds(), faces::kind, Filter::withKinds);
      case DIRECTION ->
          values(counts.directions(), now.directions(), faces::direction, Filter::withDirections);
      case CHANNEL -> values(counts.vias(), now.vias(), this::via, Filter::withVias);
      case FINDING -> values(counts.codes(), now.codes(), Code::written, Filter::withCodes);
      case STATE ->
          values(counts.postmarks(), now.postmarks(), states::name, Filter::withPostmarks);
    };
  }

  private <T> List<FacetLine> values(
      Map<T, Integer> counts,
      Set<T> chosen,
      Function<T, String> name,
      BiFunction<Filter, Set<T>, Filter> with) {
    var all = new LinkedHashSet<T>(counts.keySet());
    all.addAll(chosen);
    return all.stream()
        .sorted(
            Comparator.<T>comparingInt(value -> -counts.getOrDefault(value, 0)).thenComparing(name))
        .map(
            value ->
                new FacetLine(
                    words.text(
                        "list.facet",
                        name.apply(value),
                        words.number(counts.getOrDefault(value, 0))),
                    chosen.contains(value),
                    () -> toggle(chosen, value, with)))
        .toList();
  }

  private <T> void toggle(Set<T> chosen, T value, BiFunction<Filter, Set<T>, Filter> with) {
    var other = new HashSet<>(chosen);
    if (!other.remove(value)) {
      other.add(value);
    }
    filter(with.apply(filter.getValue(), other));
  }

  private String via(Via via) {
    return via == Via.Unknown.NONE ? words.text("list.via.none") : faces.via(via);
  }

  private List<Chip> chipsOf(Filter now) {
    var all = new ArrayList<Chip>();
    chips(all, now.kinds(), faces::kind, Filter::withKinds);
    chips(all, now.directions(), faces::direction, Filter::withDirections);
    chips(all, now.vias(), this::via, Filter::withVias);
    chips(all, now.codes(), Code::written, Filter::withCodes);
    chips(all, now.postmarks(), states::name, Filter::withPostmarks);
    return List.copyOf(all);
  }

  private <T> void chips(
      List<Chip> all,
      Set<T> chosen,
      Function<T, String> name,
      BiFunction<Filter, Set<T>, Filter> with) {
    chosen.stream()
        .sorted(Comparator.comparing(name))
        .forEach(value -> all.add(new Chip(name.apply(value), () -> toggle(chosen, value, with))));
  }

  // What is to be said about everything

  private List<CauseLine> causesOf(Told told) {
    return told.causes().stream().flatMap(cause -> Stream.ofNullable(line(cause, told))).toList();
  }

  /// A cause; none if all payloads that have it are deleted.
  private @Nullable CauseLine line(Cause cause, Told told) {
    var rows = told.codes().getOrDefault(cause.code(), RowSet.EMPTY);
    int left = Math.min(cause.rows(), rows.without(told.deleted()).count());
    if (left == 0) {
      return null;
    }
    String where = where(cause);
    String count = words.counted("list.payloads", left);
    String severity = cause.severity().name().toLowerCase(Locale.ROOT);
    return new CauseLine(
        cause.code(),
        cause.severity(),
        where,
        count,
        cause.example(),
        String.join(
            ", ", words.text("severity." + severity), cause.code().written(), where, count));
  }

  private String where(Cause cause) {
    var expected = cause.expected();
    if (expected != null) {
      return words.engine().text("expected." + expected.name());
    }
    if (cause.pattern().equals(Cause.ELSEWHERE)) {
      return words.text("list.cause.elsewhere");
    }
    String pattern = Plain.brief(cause.pattern());
    if (cause.side() != Cause.Side.CALL) {
      return pattern;
    }
    return pattern.isEmpty()
        ? words.text("payload.in-whole-call")
        : words.text("payload.in-call", pattern);
  }

  private String titleOf(int count, Progress progress) {
    String title = words.counted("list.causes", count);
    return progress.isDone()
        ? title
        : words.text(
            "list.causes.looking",
            title,
            words.number(progress.done()),
            words.number(progress.of()));
  }

  /// Shows only the payloads that have a finding.
  void filterBy(CauseLine cause) {
    filter(filter.getValue().withCodes(Set.of(cause.code())));
  }

  void openExample(CauseLine cause) {
    dispatch.accept(new Event.RowsChosen(Set.of(cause.example()), cause.example()));
  }
}
