package dev.blipscope.ui.control;

import java.util.Arrays;

/// The lines of a text in memory.
final class TextLines implements Lines {

  private final String text;
  private final int[] starts;

  TextLines(String text) {
    this.text = text;
    this.starts = starts(text);
  }

  private static int[] starts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = end + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public int count() {
    return starts.length;
  }

  @Override
  public String line(int index) {
    int end = index + 1 < starts.length ? starts[index + 1] - 1 : text.length();
    return text.substring(starts[index], end);
  }

  /// The line that holds a place of the text.
  int lineOf(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
