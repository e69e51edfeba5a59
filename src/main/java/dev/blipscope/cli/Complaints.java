package dev.blipscope.cli;

import dev.blipscope.check.Finding;
import dev.blipscope.inspect.Texts;
import dev.blipscope.json.Place;
import dev.blipscope.json.Plain;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/// Lists on standard error what could not be mapped: the first thousand one by one, then counted.
final class Complaints {

  private static final int LISTED = 1_000;

  private final Shell shell;
  private final Texts texts;
  private final PrintStream err;
  private final Map<String, Long> more = new TreeMap<>();
  private int listed;

  Complaints(Shell shell) {
    this.shell = shell;
    this.texts = shell.texts();
    this.err = shell.err();
  }

  boolean isEmpty() {
    return listed == 0;
  }

  void add(String source, Place place, Finding finding) {
    if (listed == LISTED) {
      more.merge(finding.code().written(), 1L, Long::sum);
      return;
    }
    listed++;
    err.println(
        Plain.text(source)
            + ":"
            + place.line()
            + ":"
            + place.column()
            + ": "
            + finding.code().written()
            + ": "
            + Plain.brief(texts.what(finding)));
  }

  /// Says how many more there were.
  void finish() {
    more.forEach((code, count) -> shell.complain("complaints.more", count, code));
    err.flush();
  }
}
