package dev.blipscope.ui;

import dev.blipscope.blip.Address;
import dev.blipscope.blip.Channel;
import dev.blipscope.blip.Detection;
import dev.blipscope.blip.Item;
import dev.blipscope.check.Finding;
import dev.blipscope.check.Severity;
import dev.blipscope.check.Where;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Links;
import dev.blipscope.inspect.Spot;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Pointer;
import dev.blipscope.session.Desk;
import dev.blipscope.session.Event;
import dev.blipscope.session.Explained;
import dev.blipscope.session.Focus;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import dev.blipscope.ui.control.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the payload pane shows and what can be done there.
public final class PayloadViewModel {

  /// The form of a text that is nothing but a payload.
  private static final String OBJECT = "OBJECT";

  private final ObservableValue<Session> session;
  private final Consumer<Event> dispatch;
  private final Words words;

  private final ObservableValue<Boolean> empty;
  private final ObservableValue<Boolean> broken;
  private final ObservableValue<Boolean> mendable;
  private final ObservableValue<Boolean> covered;
  private final ObservableValue<String> kind;
  private final ObservableValue<String> kindStyle;
  private final ObservableValue<String> facts;
  private final ObservableValue<String> origin;
  private final ObservableValue<String> trouble;
  private final ObservableValue<String> why;
  private final ObservableValue<List<EvidenceLine>> evidence;
  private final ObservableValue<List<FindingLine>> findings;
  private final ObservableValue<String> findingsTitle;
  private final ObservableValue<List<Mark>> marks;
  private final ObservableValue<Optional<Showing>> showing;
  private final ObservableValue<Optional<Place>> revealed;

  /// A text that the program, and not a person, put there.
  ///
  /// @param number grows with each such text
  public record Showing(long number, String text) {}

  /// A stretch of the text to bring to the screen.
  public record Place(int start, int end) {}

  public PayloadViewModel(ObservableValue<Session> session, Consumer<Event> dispatch, Words words) {
    this.session = session;
    this.dispatch = dispatch;
    this.words = words;
    // A value that stays the same is told only once: each of these is compared before it is told.
    var desk = session.map(now -> Optional.ofNullable(now.desk()));
    this.empty = desk.map(Optional::isEmpty);
    this.broken = desk.map(open -> open.filter(now -> now.reading().isBroken()).isPresent());
    this.mendable = desk.map(open -> open.flatMap(PayloadViewModel::mend).isPresent());
    this.covered = desk.map(open -> open.filter(Desk::covered).isPresent());
    this.kind = desk.map(open -> open.map(this::kindOf).orElse(""));
    this.kindStyle = desk.map(open -> open.map(PayloadViewModel::styleOf).orElse(""));
    this.facts = desk.map(open -> open.map(this::factsOf).orElse(""));
    this.origin = desk.map(open -> open.map(this::originOf).orElse(""));
    this.trouble = desk.map(open -> open.map(this::troubleOf).orElse(""));
    this.why = desk.map(open -> open.map(this::whyOf).orElse(""));
    this.evidence = desk.map(open -> open.map(this::evidenceOf).orElse(List.of()));
    this.findings = desk.map(open -> open.map(this::findingsOf).orElse(List.of()));
    this.findingsTitle = findings.map(this::titleOf);
    this.marks =
        session.map(now -> now.desk() == null ? List.of() : marksOf(now.desk(), now.focus()));
    this.showing = desk.map(open -> open.map(now -> new Showing(now.showing(), now.text())));
    this.revealed =
        session.map(
            now -> now.desk() == null ? Optional.empty() : placeOf(now.desk(), now.focus()));
  }

  // What is shown

  public Words words() {
    return words;
  }

  public ObservableValue<Boolean> emptyProperty() {
    return empty;
  }

  public boolean isEmpty() {
    return empty.getValue();
  }

  /// Whether the text could not be read.
  public ObservableValue<Boolean> brokenProperty() {
    return broken;
  }

  public boolean isBroken() {
    return broken.getValue();
  }

  /// Whether one edit would mend the text.
  public ObservableValue<Boolean> mendableProperty() {
    return mendable;
  }

  public boolean isMendable() {
    return mendable.getValue();
  }

  /// Whether personal data is covered, so that nothing can be changed.
  public ObservableValue<Boolean> coveredProperty() {
    return covered;
  }

  public boolean isCovered() {
    return covered.getValue();
  }

  public ObservableValue<String> kindProperty() {
    return kind;
  }

  public String getKind() {
    return kind.getValue();
  }

  /// The style class of the badge with the kind.
  public ObservableValue<String> kindStyleProperty() {
    return kindStyle;
  }

  public String getKindStyle() {
    return kindStyle.getValue();
  }

  /// Direction, channel and contact, in a few words.
  public ObservableValue<String> factsProperty() {
    return facts;
  }

  public String getFacts() {
    return facts.getValue();
  }

  public ObservableValue<String> originProperty() {
    return origin;
  }

  public String getOrigin() {
    return origin.getValue();
  }

  /// What is wrong with a text that could not be read.
  public ObservableValue<String> troubleProperty() {
    return trouble;
  }

  public String getTrouble() {
    return trouble.getValue();
  }

  /// Why it is of this kind and goes in this direction.
  public ObservableValue<String> whyProperty() {
    return why;
  }

  public String getWhy() {
    return why.getValue();
  }

  public ObservableValue<List<EvidenceLine>> evidenceProperty() {
    return evidence;
  }

  public ObservableValue<List<FindingLine>> findingsProperty() {
    return findings;
  }

  public ObservableValue<String> findingsTitleProperty() {
    return findingsTitle;
  }

  public String getFindingsTitle() {
    return findingsTitle.getValue();
  }

  public ObservableValue<List<Mark>> marksProperty() {
    return marks;
  }

  public ObservableValue<Optional<Showing>> showingProperty() {
    return showing;
  }

  public ObservableValue<Optional<Place>> revealedProperty() {
    return revealed;
  }

  // What can be done

  /// A person typed.
  ///
  /// @param showing the number of the text that it was typed into
  public void edit(long showing, Supplier<String> text) {
    dispatch.accept(new Event.TextEdited(showing, text));
  }

  /// A person pointed at a place of the text.
  public void point(int offset) {
    dispatch.accept(new Event.FocusMoved(new Focus.InPayload(offset)));
  }

  public void point(FindingLine finding) {
    dispatch.accept(new Event.FocusMoved(new Focus.OnFinding(finding.number())));
  }

  /// The edit that would mend the text as it was read last.
  public Optional<Mend> mend() {
    return Optional.ofNullable(session.getValue().desk()).flatMap(PayloadViewModel::mend);
  }

  private static Optional<Mend> mend(Desk desk) {
    return !desk.covered() && desk.reading() instanceof Reading.Broken broken
        ? Optional.ofNullable(broken.mend())
        : Optional.empty();
  }

  // The head

  private static @Nullable Inspection good(Desk desk) {
    var explained = desk.reading().explained();
    return explained == null ? null : explained.inspection();
  }

  private String kindOf(Desk desk) {
    var inspection = good(desk);
    var detection = inspection == null ? null : inspection.detection();
    if (detection == null) {
      return desk.reading().inspection() == null ? "" : words.text("payload.kind.none");
    }
    return detection.kind() == null
        ? words.text("payload.kind.unsupported")
        : words.text("payload.kind." + detection.kind().word());
  }

  private static String styleOf(Desk desk) {
    var inspection = good(desk);
    var detection = inspection == null ? null : inspection.detection();
    return detection == null || detection.kind() == null ? "unsupported" : detection.kind().word();
  }

  private String factsOf(Desk desk) {
    var inspection = good(desk);
    if (inspection == null || inspection.detection() == null) {
      return "";
    }
    var said = new ArrayList<String>();
    var foreign = inspection.detection().foreign();
    if (foreign != null) {
      said.add(words.engine().text("foreign." + foreign.shape().word()));
    }
    var item = inspection.item();
    if (item != null) {
      if (item.route() != null) {
        said.add(words.text("payload.direction." + item.route().direction().word()));
      }
      var identity = item.contact().identity();
      if (identity == null) {
        said.add(words.text("payload.nobody"));
      } else {
        Channel.titleOf(Address.of(identity).domain()).ifPresent(said::add);
        said.add(identity);
      }
    }
    return String.join("  ·  ", said);
  }

  private String originOf(Desk desk) {
    var origin = desk.origin();
    var source = origin.source().isEmpty() ? words.text("source.pasted") : origin.source();
    String form = desk.recognised();
    boolean part = form.equals(OBJECT) && !origin.recognised().equals(OBJECT);
    return words.text(
        part ? "payload.origin-part" : "payload.origin",
        source,
        words.number(origin.index()),
        words.number(origin.line()),
        words.engine().text("recognised." + (part ? origin.recognised() : form)));
  }

  private String troubleOf(Desk desk) {
    var inspection = desk.reading().inspection();
    if (!desk.reading().isBroken() || inspection == null || inspection.findings().isEmpty()) {
      return "";
    }
    var finding = inspection.findings().getFirst();
    var breakage = finding.breakage();
    return breakage == null
        ? words.engine().what(finding)
        : words.text(
            "payload.broken",
            breakage.place().line(),
            breakage.place().column(),
            words.engine().what(finding));
  }

  // Why

  private String whyOf(Desk desk) {
    var inspection = good(desk);
    var detection = inspection == null ? null : inspection.detection();
    if (inspection == null || detection == null) {
      return "";
    }
    var said = new StringBuilder(ruleOf(detection));
    var item = inspection.item();
    if (item != null && item.route() != null) {
      said.append("\n\n").append(routeOf(item));
    }
    for (var rival : detection.rivals()) {
      said.append("\n\n").append(words.text("payload.rival", rival.word()));
    }
    return said.toString();
  }

  private String ruleOf(Detection detection) {
    return words.text(
        "payload.rule",
        words.text("payload.rule." + detection.rule().word()),
        words.text("basis." + detection.rule().basis().word()));
  }

  private String routeOf(Item item) {
    var route = item.route();
    return route == null
        ? ""
        : words.text(
            "payload.route",
            words.text("payload.direction." + route.direction().word()),
            words.text("payload.role." + route.from().role()),
            words.text("payload.role." + route.to().role()),
            Integer.toString(route.row()),
            words.text("basis." + route.basis().word()));
  }

  private List<EvidenceLine> evidenceOf(Desk desk) {
    var inspection = good(desk);
    return inspection == null
        ? List.of()
        : inspection.evidence().stream()
            .map(
                one ->
                    new EvidenceLine(
                        one.field().text(),
                        one.present(),
                        words.text(
                            (one.marker() ? "payload.marker" : "payload.field")
                                + (one.present() ? ".present" : ".missing"),
                            one.field().text(),
                            speaksFor(one.speaksFor()),
                            words.text("basis." + one.basis().word()))))
            .toList();
  }

  private String speaksFor(String what) {
    return words.has("payload.kind." + what)
        ? words.text("payload.kind." + what)
        : words.engine().text("foreign." + what);
  }

  // Findings

  private List<FindingLine> findingsOf(Desk desk) {
    var inspection = desk.reading().inspection();
    if (inspection == null) {
      return List.of();
    }
    var lines = new ArrayList<FindingLine>();
    for (var finding : inspection.findings()) {
      lines.add(
          new FindingLine(
              lines.size(),
              finding.severity(),
              finding.code().written(),
              placeOf(finding),
              words.engine().what(finding),
              words.engine().why(finding),
              words.engine().remedy(finding)));
    }
    lines.sort(Comparator.comparing(FindingLine::severity).thenComparingInt(FindingLine::number));
    return lines;
  }

  private String placeOf(Finding finding) {
    var breakage = finding.breakage();
    if (breakage != null) {
      return words.text("payload.place", breakage.place().line(), breakage.place().column());
    }
    return switch (finding.where()) {
      case Where.InPayload(var pointer, _, _) -> pointer;
      case Where.InCall(var pointer, _, _) ->
          pointer.isEmpty()
              ? words.text("payload.in-whole-call")
              : words.text("payload.in-call", pointer);
      case Where.InInput() -> "";
    };
  }

  private String titleOf(List<FindingLine> lines) {
    if (lines.isEmpty()) {
      return words.text("findings.none");
    }
    long errors = lines.stream().filter(line -> line.severity() == Severity.ERROR).count();
    long warnings = lines.stream().filter(line -> line.severity() == Severity.WARNING).count();
    var said = new ArrayList<String>();
    if (errors > 0) {
      said.add(words.counted("findings.errors", errors));
    }
    if (warnings > 0) {
      said.add(words.counted("findings.warnings", warnings));
    }
    if (lines.size() > errors + warnings) {
      said.add(words.counted("findings.notes", lines.size() - errors - warnings));
    }
    return words.text("findings.title", String.join(", ", said));
  }

  // Marks

  private static List<Mark> marksOf(Desk desk, Focus focus) {
    if (desk.reading() instanceof Reading.Broken(_, _, int at, _, _)) {
      int start = Math.min(at, desk.text().length());
      return List.of(new Mark(start, Math.min(start + 1, desk.text().length()), Mark.Kind.BROKEN));
    }
    var explained = desk.reading().explained();
    int start = desk.payloadStart();
    if (explained == null || start < 0) {
      return List.of();
    }
    var marks = new ArrayList<Mark>();
    for (var unused : explained.inspection().unused()) {
      marks.add(mark(explained, start, unused.from(), Mark.Kind.UNUSED));
    }
    for (var finding : explained.inspection().findings()) {
      if (finding.where() instanceof Where.InPayload(_, int from, int to)
          && to > from
          && to - from < explained.payload().text().length()) {
        var range = explained.payload().range(from, to);
        marks.add(new Mark(start + range.start(), start + range.end(), kindOf(finding.severity())));
      }
    }
    for (var spot : linked(explained, start, focus)) {
      marks.add(mark(explained, start, spot, Mark.Kind.LINKED));
    }
    return marks;
  }

  private static Mark mark(Explained explained, int start, Spot spot, Mark.Kind kind) {
    var range = explained.payload().range(spot.from(), spot.to());
    return new Mark(start + range.start(), start + range.end(), kind);
  }

  private static Mark.Kind kindOf(Severity severity) {
    return switch (severity) {
      case ERROR -> Mark.Kind.FINDING_ERROR;
      case WARNING -> Mark.Kind.FINDING_WARNING;
      case NOTE -> Mark.Kind.FINDING_INFO;
    };
  }

  /// The values that belong to what is pointed at.
  private static List<Spot> linked(Explained explained, int start, Focus focus) {
    var inspection = explained.inspection();
    return switch (focus) {
      case Focus.Nothing _, Focus.OnFinding _ -> List.of();
      case Focus.InCall(var pointer) -> Links.sources(inspection, pointer);
      case Focus.InPayload(int offset) -> {
        String pointer = explained.payload().pointerAt(offset - start);
        yield Links.uses(inspection, pointer).isEmpty() || inspection.doc() == null
            ? List.of()
            : List.of(spot(inspection, pointer));
      }
    };
  }

  private static Spot spot(Inspection inspection, String pointer) {
    var doc = java.util.Objects.requireNonNull(inspection.doc());
    int node = Pointer.of(pointer).in(doc);
    return new Spot(pointer, doc.start(node), doc.end(node));
  }

  /// What to bring to the screen: what a field of the call came from, or what a finding is about.
  private static Optional<Place> placeOf(Desk desk, Focus focus) {
    var explained = desk.reading().explained();
    int start = desk.payloadStart();
    return switch (focus) {
      case Focus.Nothing _, Focus.InPayload _ -> Optional.empty();
      case Focus.InCall(var pointer) ->
          explained == null || start < 0
              ? Optional.empty()
              : Links.sources(explained.inspection(), pointer).stream()
                  .findFirst()
                  .map(spot -> place(explained, start, spot.from(), spot.to()));
      case Focus.OnFinding(int number) -> placeOf(desk, number);
    };
  }

  private static Optional<Place> placeOf(Desk desk, int number) {
    if (desk.reading() instanceof Reading.Broken(_, _, int at, _, _)) {
      int start = Math.min(at, desk.text().length());
      return Optional.of(new Place(start, start));
    }
    var explained = desk.reading().explained();
    int start = desk.payloadStart();
    if (explained == null || start < 0 || number >= explained.inspection().findings().size()) {
      return Optional.empty();
    }
    return switch (explained.inspection().findings().get(number).where()) {
      case Where.InPayload(_, int from, int to) -> Optional.of(place(explained, start, from, to));
      case Where.InCall(var pointer, _, _) ->
          Links.sources(explained.inspection(), pointer).stream()
              .findFirst()
              .map(spot -> place(explained, start, spot.from(), spot.to()));
      case Where.InInput() -> Optional.empty();
    };
  }

  private static Place place(Explained explained, int start, int from, int to) {
    var range = explained.payload().range(from, to);
    return new Place(start + range.start(), start + range.end());
  }
}
