package dev.blipscope.ui.control;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Where a search found its text, in order: places in a text, or lines.
final class Hits {

  static final Hits NONE = new Hits(new int[0], 0, false);

  private static final int MOST = 10_000;

  private final int[] starts;
  private final int length;
  private final boolean more;

  private Hits(int[] starts, int length, boolean more) {
    this.starts = starts;
    this.length = length;
    this.more = more;
  }

  static Hits of(String text, Query query) {
    if (query.isEmpty()) {
      return NONE;
    }
    var starts = IntStream.builder();
    int count = 0;
    int at = query.in(text, 0);
    while (at >= 0 && count < MOST) {
      starts.add(at);
      count++;
      at = query.in(text, at + query.length());
    }
    return new Hits(starts.build().toArray(), query.length(), at >= 0);
  }

  /// The lines that hold it, each counted once; tells of the first one as soon as it is found.
  static void in(Lines lines, Query query, Latest.Report<Hits> report) {
    var found = IntStream.builder();
    int count = 0;
    int last = query.isEmpty() ? 0 : lines.count();
    int i = 0;
    while (i < last && count < MOST && report.isWanted()) {
      if (query.in(lines.line(i), 0) >= 0) {
        found.add(i);
        count++;
        if (count == 1) {
          report.tell(new Hits(new int[] {i}, 1, true));
        }
      }
      i++;
    }
    report.tell(new Hits(found.build().toArray(), 1, i < last));
  }

  int count() {
    return starts.length;
  }

  /// Where one of them starts.
  int at(int hit) {
    return starts[hit];
  }

  /// How many units each of them has.
  int length() {
    return length;
  }

  /// Whether there are more than were counted.
  boolean more() {
    return more;
  }

  /// The first hit at this place or behind it, from the beginning again if there is none.
  int from(int place) {
    int found = Arrays.binarySearch(starts, place);
    int index = found >= 0 ? found : -found - 1;
    return index < starts.length ? index : 0;
  }

  /// The last hit before this place, from the end again if there is none.
  int before(int place) {
    int found = Arrays.binarySearch(starts, place);
    int index = (found >= 0 ? found : -found - 1) - 1;
    return index >= 0 ? index : starts.length - 1;
  }
}
