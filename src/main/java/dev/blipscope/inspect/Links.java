package dev.blipscope.inspect;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import java.util.List;

/// What belongs together in a payload and its call: from a value on the one side to those on the
/// other.
public final class Links {

  private Links() {}

  /// The stories of a field of the call and of all that is in it.
  public static List<Trace> of(Inspection inspection, String pointer) {
    return inspection.traces().stream().filter(trace -> isWithin(trace.to(), pointer)).toList();
  }

  /// The places of the payload that a field of the call came from.
  public static List<Spot> sources(Inspection inspection, String pointer) {
    return of(inspection, pointer).stream()
        .flatMap(trace -> trace.from().stream())
        .distinct()
        .toList();
  }

  /// The fields of the call that came from a value of the payload or from something in it.
  public static List<Trace> uses(Inspection inspection, String pointer) {
    var doc = inspection.doc();
    int node = doc == null ? Doc.NONE : Pointer.of(pointer).in(doc);
    // What came from the whole payload, such as a hash of it, would answer to everything.
    if (doc == null || node == Doc.NONE || node == Doc.ROOT) {
      return List.of();
    }
    int from = doc.start(node);
    int to = doc.end(node);
    return inspection.traces().stream()
        .filter(
            trace ->
                trace.from().stream()
                    .filter(spot -> !spot.pointer().isEmpty())
                    .anyMatch(spot -> spot.from() < to && from < spot.to()))
        .toList();
  }

  private static boolean isWithin(String pointer, String container) {
    return pointer.equals(container) || pointer.startsWith(container + "/");
  }
}
