package dev.blipscope.inspect;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Place;
import dev.blipscope.json.Units;
import java.util.Arrays;

/// Turns bytes of a payload into places in its text, however many are asked for.
final class Offsets {

  private final Units units;
  private final int[] starts;

  private Offsets(Units units, int[] starts) {
    this.units = units;
    this.starts = starts;
  }

  static Offsets of(Doc doc) {
    var starts = new int[16];
    int lines = 1;
    for (int at = 0; at < doc.length(); at++) {
      if (doc.at(at) == '\n') {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = at + 1;
      }
    }
    return new Offsets(Units.of(doc), Arrays.copyOf(starts, lines));
  }

  /// How many UTF-16 units stand before a byte.
  int unit(int offset) {
    return units.at(offset);
  }

  /// The place of a byte, counted from the beginning of the payload.
  Place place(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    int unit = units.at(offset);
    return new Place(line + 1, unit - units.at(starts[line]) + 1, unit);
  }
}
