package dev.blipscope.inspect;

import dev.blipscope.blip.Detection;
import dev.blipscope.blip.Evidence;
import dev.blipscope.blip.Item;
import dev.blipscope.check.Code;
import dev.blipscope.check.Finding;
import dev.blipscope.json.Doc;
import dev.blipscope.mapping.Missing;
import dev.blipscope.segment.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is known about one payload, or about a text that holds none.
///
/// @param doc the payload; none for a text that could not be read
/// @param detection what it is and why; none for what is no object
/// @param item the payload as it was understood; none if it is unsupported
/// @param call the call that it becomes, as it would be sent; none if it is unsupported
/// @param traces the story of each value of the call
/// @param missing the values of the call that a rule asked for and that are not there
/// @param unused the values of the payload that go nowhere
/// @param tables what a warehouse makes of the call
public record Inspection(
    @Nullable Doc doc,
    @Nullable Detection detection,
    List<Evidence> evidence,
    @Nullable Item item,
    @Nullable Doc call,
    List<Trace> traces,
    List<Missing> missing,
    List<Unused> unused,
    List<Finding> findings,
    List<Table> tables) {

  public Inspection {
    evidence = List.copyOf(evidence);
    traces = List.copyOf(traces);
    missing = List.copyOf(missing);
    unused = List.copyOf(unused);
    findings = List.copyOf(findings);
    tables = List.copyOf(tables);
  }

  /// A text that holds no payload, and why.
  static Inspection withoutPayload(@Nullable Doc doc, Finding why) {
    return new Inspection(
        doc, null, List.of(), null, null, List.of(), List.of(), List.of(), List.of(why), List.of());
  }

  Inspection with(Finding another) {
    var more = new ArrayList<Finding>(findings.size() + 1);
    more.add(another);
    more.addAll(findings);
    return new Inspection(
        doc, detection, evidence, item, call, traces, missing, unused, more, tables);
  }

  /// Whether its call must not be sent: Segment would drop it, or it would arrive as another.
  public boolean isDoomed() {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.isError()
                    && (finding.code().family().equals("segment")
                        || finding.code() == Code.JSON_LONE_SURROGATE));
  }

  /// Whether a call came of it that would arrive.
  public boolean isFine() {
    return call != null && findings.stream().noneMatch(Finding::isError);
  }
}
