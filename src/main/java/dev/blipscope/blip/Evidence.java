package dev.blipscope.blip;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import java.util.ArrayList;
import java.util.List;

/// One field that speaks for a kind, by being there or by missing.
///
/// @param field a top-level field
/// @param present whether it is there and not null
/// @param speaksFor the kind or the foreign shape that it belongs to
/// @param marker whether it is the field that is documented to occur in this kind only
public record Evidence(Name field, boolean present, String speaksFor, boolean marker, Basis basis) {

  /// All that was weighed for this payload: the markers, the mandatory fields, and what gave a
  /// foreign shape away.
  public static List<Evidence> of(Doc doc, Detection detection) {
    var all = new ArrayList<Evidence>();
    var foreign = detection.foreign();
    if (foreign != null) {
      for (var field : foreign.by()) {
        all.add(new Evidence(field, true, foreign.shape().word(), false, Basis.ASSUMED));
      }
    }
    for (var kind : Detector.KINDS) {
      for (var field : kind.mandatory()) {
        all.add(
            new Evidence(
                field,
                Fields.has(doc, field),
                kind.word(),
                field.equals(kind.marker()),
                Basis.DOCUMENTED));
      }
    }
    return all;
  }
}
