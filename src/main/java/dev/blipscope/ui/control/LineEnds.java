package dev.blipscope.ui.control;

import java.util.Arrays;

/// Where a text stands after each of its line ends has become a single `\n`.
final class LineEnds {

  static final LineEnds PLAIN = new LineEnds("", new int[0]);

  private final String text;

  // Where in the given text a unit went: always the first of two.
  private final int[] gone;

  private LineEnds(String text, int[] gone) {
    this.text = text;
    this.gone = gone;
  }

  static LineEnds of(String given) {
    if (given.indexOf('\r') < 0) {
      return new LineEnds(given, PLAIN.gone);
    }
    var text = new StringBuilder(given.length());
    int[] gone = new int[16];
    int count = 0;
    for (int i = 0; i < given.length(); i++) {
      char found = given.charAt(i);
      if (found != '\r') {
        text.append(found);
      } else if (i + 1 < given.length() && given.charAt(i + 1) == '\n') {
        if (count == gone.length) {
          gone = Arrays.copyOf(gone, count * 2);
        }
        gone[count++] = i;
      } else {
        text.append('\n');
      }
    }
    return new LineEnds(text.toString(), Arrays.copyOf(gone, count));
  }

  String text() {
    return text;
  }

  /// From a place in the given text to the same place in the shown one.
  int shown(int given) {
    int found = Arrays.binarySearch(gone, given);
    return given - (found >= 0 ? found : -found - 1);
  }

  /// From a place in the shown text to the same place in the given one.
  int given(int shown) {
    int low = 0;
    int high = gone.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (gone[middle] - middle < shown) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return shown + low;
  }
}
