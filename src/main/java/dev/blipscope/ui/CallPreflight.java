package dev.blipscope.ui;

import dev.blipscope.check.Code;
import dev.blipscope.check.Finding;
import dev.blipscope.check.Severity;
import dev.blipscope.check.Where;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the checks of a call came to, before it is sent.
///
/// @param passed how many checks of Segment's and the warehouse's limits had nothing to say
/// @param first the number of the gravest finding, or [#NONE]
record CallPreflight(int passed, int errors, int warnings, int notes, int first) {

  static final int NONE = -1;

  private static final Set<String> ABOUT_CALLS = Set.of("segment", "warehouse");
  private static final Name TYPE = Name.of("type");
  private static final Name TRACK = Name.of("track");

  static CallPreflight of(Inspection inspection) {
    var findings = inspection.findings();
    var checked = checked(inspection);
    var counts = new EnumMap<Severity, Integer>(Severity.class);
    int first = NONE;
    for (int i = 0; i < findings.size(); i++) {
      var finding = findings.get(i);
      checked.remove(finding.code());
      if (concernsCall(finding)) {
        counts.merge(finding.severity(), 1, Integer::sum);
        if (first == NONE || finding.severity().compareTo(findings.get(first).severity()) < 0) {
          first = i;
        }
      }
    }
    return new CallPreflight(
        checked.size(),
        counts.getOrDefault(Severity.ERROR, 0),
        counts.getOrDefault(Severity.WARNING, 0),
        counts.getOrDefault(Severity.NOTE, 0),
        first);
  }

  /// What is wrong with the payload is of concern here only if it keeps the call from arriving.
  private static boolean concernsCall(Finding finding) {
    return finding.where() instanceof Where.InCall || finding.isError();
  }

  /// The checks that were made of this call.
  private static Set<Code> checked(Inspection inspection) {
    var codes = EnumSet.noneOf(Code.class);
    for (var code : Code.values()) {
      if (ABOUT_CALLS.contains(code.family())) {
        codes.add(code);
      }
    }
    var call = inspection.call();
    int type = call == null ? Doc.NONE : call.member(Doc.ROOT, TYPE);
    if (call == null || type == Doc.NONE || !call.isText(type, TRACK)) {
      codes.remove(Code.SEGMENT_EVENT_NAME);
    }
    if (isTooLarge(inspection.findings())) {
      // What Segment refuses reaches no warehouse, so nobody looked.
      codes.removeIf(code -> code.family().equals("warehouse"));
    }
    return codes;
  }

  private static boolean isTooLarge(List<Finding> findings) {
    return findings.stream()
        .anyMatch(finding -> finding.code() == Code.SEGMENT_SIZE && finding.isError());
  }

  /// How grave the gravest finding is; `passed` if there is nothing to worry about.
  String word() {
    return errors > 0 ? "error" : warnings > 0 ? "warning" : "passed";
  }

  /// The whole in a line.
  String said(Words words) {
    String checks = words.counted("calls.preflight.passed", passed);
    var found = new ArrayList<String>();
    add(found, words, "calls.preflight.errors", errors);
    add(found, words, "calls.preflight.warnings", warnings);
    add(found, words, "calls.preflight.notes", notes);
    return found.isEmpty()
        ? checks
        : words.text("calls.preflight.about", checks, String.join(", ", found));
  }

  private static void add(List<String> found, Words words, String key, int count) {
    if (count > 0) {
      found.add(words.counted(key, count));
    }
  }
}
