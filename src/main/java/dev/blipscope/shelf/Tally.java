package dev.blipscope.shelf;

import dev.blipscope.check.Breakage;
import dev.blipscope.check.Code;
import dev.blipscope.check.Finding;
import dev.blipscope.check.Severity;
import dev.blipscope.check.Where;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Limits;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Scanner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds out what is to be said about all rows, step by step, and gathers it by cause; who wants to
/// cancel stops stepping. Used by one thread; what [#causes()] and [#codes()] answer may be read by
/// all.
///
/// Every row is checked as it would be alone, by [Inspector#findings]. The quick look that spares
/// `map` the checks is no use here: it rules out errors, and a person wants to see warnings, too.
public final class Tally {

  private static final int MOST_CAUSES = 1_000;

  /// Some milliseconds of work: who gives way does so between two steps.
  private static final int ROWS_A_STEP = 64;

  /// What findings must have in common to have one cause.
  private record Same(
      Code code, Severity severity, Cause.Side side, String pattern, @Nullable Expected expected) {}

  private static final class Count {
    private final RowKey example;
    private int findings;
    private int rows;
    private int lastRow = -1;
    private int lastBatch = -1;

    Count(RowKey example) {
      this.example = example;
    }
  }

  private final Inspector inspector;
  private final Course course;
  private final Scanner scanner = new Scanner();
  private final Strip strip = new Strip();
  private final Map<Same, Count> counts = new LinkedHashMap<>();
  private final Map<Code, RowSet.Growing> rows = new EnumMap<>(Code.class);

  // The strip that was read last.
  private @Nullable Batch read;
  private int first;
  private int behind;

  public Tally(Deck deck, Inspector inspector) {
    this.inspector = inspector;
    this.course = new Course(deck);
  }

  /// Goes on in a later deck, which has more rows.
  public void in(Deck later) {
    course.in(later);
    read = null;
  }

  /// Looks at the next rows; whether there are more to look at.
  public boolean step() {
    var batch = course.batch();
    if (batch == null) {
      return false;
    }
    int row = course.row(batch);
    if (batch != read || row >= behind) {
      read = batch;
      first = row;
      behind = strip.read(batch, row, Limits.USUAL.size());
    }
    int end = Math.min(Math.max(behind, row + 1), row + ROWS_A_STEP);
    for (int i = row; i < end; i++) {
      look(batch, i);
    }
    course.passedTo(batch, end);
    return course.batch() != null;
  }

  private void look(Batch batch, int row) {
    switch (batch.kind(row)) {
      case BROKEN -> broken(batch, row);
      case NOT_OBJECT ->
          note(
              batch,
              row,
              new Same(Code.JSON_NOT_OBJECT, Severity.ERROR, Cause.Side.PAYLOAD, "", null));
      case MESSAGE, EVENT, CONTACT, UNSUPPORTED, FOREIGN -> object(batch, row);
    }
  }

  private void broken(Batch batch, int row) {
    var breakage = batch.breakage(row);
    var code = breakage.map(known -> known.finding("").code()).orElse(Code.JSON_INVALID);
    note(
        batch,
        row,
        new Same(
            code,
            Severity.ERROR,
            Cause.Side.INPUT,
            "",
            breakage.map(Breakage::expected).orElse(null)));
  }

  private void object(Batch batch, int row) {
    // What cannot be read is a file that was changed, and of that the window speaks elsewhere.
    if (row >= behind) {
      return;
    }
    int from = (int) (batch.offset(row) - batch.offset(first));
    if (scanner.scan(strip.bytes(), from, from + batch.length(row), true) == Scanner.Outcome.VALUE
        && scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)) {
      for (var finding : inspector.findings(scanner.doc())) {
        note(batch, row, same(finding));
      }
    }
  }

  private static Same same(Finding finding) {
    var side =
        switch (finding.where()) {
          case Where.InPayload _ -> Cause.Side.PAYLOAD;
          case Where.InCall _ -> Cause.Side.CALL;
          case Where.InInput _ -> Cause.Side.INPUT;
        };
    return new Same(
        finding.code(), finding.severity(), side, pattern(finding.where().pointer()), null);
  }

  /// A pointer without the numbers in it.
  static String pattern(String pointer) {
    var pattern = new StringBuilder(pointer.length());
    int at = 0;
    while (at < pointer.length()) {
      int end = pointer.indexOf('/', at + 1);
      end = end < 0 ? pointer.length() : end;
      pattern.append('/');
      if (isNumber(pointer, at + 1, end)) {
        pattern.append('*');
      } else {
        pattern.append(pointer, at + 1, end);
      }
      at = end;
    }
    return pattern.toString();
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return to > from;
  }

  private void note(Batch batch, int row, Same same) {
    var count = counts.get(same);
    if (count == null) {
      count =
          counts.computeIfAbsent(
              counts.size() < MOST_CAUSES ? same : elsewhere(same),
              _ -> new Count(new RowKey(batch.id(), row)));
    }
    count.findings++;
    if (count.lastRow != row || count.lastBatch != batch.id()) {
      count.rows++;
      count.lastRow = row;
      count.lastBatch = batch.id();
    }
    rows.computeIfAbsent(same.code, _ -> new RowSet.Growing()).add(batch.id(), row);
  }

  private static Same elsewhere(Same same) {
    return new Same(same.code, same.severity, same.side, Cause.ELSEWHERE, same.expected);
  }

  public Progress progress() {
    return course.progress();
  }

  /// Why rows have findings, by now: the gravest first, then the most frequent.
  public List<Cause> causes() {
    var causes = new ArrayList<Cause>(counts.size());
    counts.forEach(
        (same, count) ->
            causes.add(
                new Cause(
                    same.code,
                    same.severity,
                    same.side,
                    same.pattern,
                    same.expected,
                    count.findings,
                    count.rows,
                    count.example)));
    causes.sort(Cause.IN_ORDER);
    return List.copyOf(causes);
  }

  /// The rows that have each finding, by now.
  public Map<Code, RowSet> codes() {
    var codes = new EnumMap<Code, RowSet>(Code.class);
    rows.forEach((code, growing) -> codes.put(code, growing.taken()));
    return codes;
  }
}
