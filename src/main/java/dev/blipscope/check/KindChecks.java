package dev.blipscope.check;

import dev.blipscope.blip.Detection;
import dev.blipscope.blip.Fields;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the detection of the kind leaves to be said.
public final class KindChecks {

  private KindChecks() {}

  /// Why a payload is not understood, or what speaks against how it is.
  ///
  /// @param reserved the kind that the receiver's URL is kept for, if it is
  public static List<Finding> of(Doc doc, Detection detection, @Nullable Kind reserved) {
    var findings = new ArrayList<Finding>();
    var whole = Paths.whole(doc);
    if (detection.kind() == null) {
      findings.add(unsupported(doc, detection, whole));
    } else if (reserved != null && detection.kind() != reserved) {
      findings.add(Finding.of(Code.KIND_RECEIVER, whole, detection.kind().word(), reserved.word()));
    }
    for (var rival : detection.rivals()) {
      var field = rival == Detection.Rival.SOURCE ? Fields.SOURCE : Fields.SEQUENTIAL_ID;
      findings.add(
          Finding.of(
              Code.KIND_RIVAL,
              Paths.at(doc, Fields.present(doc, field), field.text()),
              rival.word(),
              detection.kind() == null ? "unsupported" : detection.kind().word()));
    }
    return findings;
  }

  private static Finding unsupported(Doc doc, Detection detection, Where whole) {
    var foreign = detection.foreign();
    if (foreign != null) {
      return Finding.of(Code.KIND_FOREIGN, whole, foreign.shape().word(), list(foreign.by()));
    }
    if (detection.rule() == Detection.Rule.TIE) {
      return Finding.of(
          Code.KIND_AMBIGUOUS,
          whole,
          detection.candidates().stream().map(Kind::word).collect(Collectors.joining(", ")));
    }
    var nearest = detection.nearest();
    return nearest == null
        ? Finding.of(Code.KIND_NONE, whole, "", "")
        : Finding.of(Code.KIND_NONE, whole, nearest.word(), list(nearest.lacks(doc)));
  }

  private static String list(List<Name> fields) {
    return fields.stream().map(Name::text).collect(Collectors.joining(", "));
  }
}
