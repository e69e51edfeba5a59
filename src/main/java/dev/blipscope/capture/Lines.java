package dev.blipscope.capture;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Place;
import dev.blipscope.json.Units;
import java.util.Arrays;

/// Where the lines of a text begin, to find the place of each unit in it.
final class Lines {

  private final Place start;
  private int[] starts = new int[16];
  private int count = 1;

  private Lines(Place start) {
    this.start = start;
  }

  static Lines of(String text, Place start) {
    var lines = new Lines(start);
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lines.add(i + 1);
    }
    return lines;
  }

  static Lines of(Doc doc, Units units, Place start) {
    var lines = new Lines(start);
    for (int i = 0; i < doc.length(); i++) {
      if (doc.at(i) == '\n') {
        lines.add(units.at(i + 1));
      }
    }
    return lines;
  }

  private void add(int lineStart) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = lineStart;
  }

  /// The place of a unit of the text in the text around it.
  Place at(int unit) {
    int found = Arrays.binarySearch(starts, 0, count, unit);
    int line = found >= 0 ? found : -found - 2;
    return new Place(line + 1, unit - starts[line] + 1, unit).after(start);
  }
}
