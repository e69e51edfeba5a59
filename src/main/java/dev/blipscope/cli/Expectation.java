package dev.blipscope.cli;

import dev.blipscope.check.Finding;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Spot;
import dev.blipscope.inspect.Trace;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pretty;
import dev.blipscope.json.Scanner;
import java.util.List;
import java.util.function.Consumer;

/// What is expected of a file of payloads, as the file beside it says it: kinds, calls, stories and
/// the codes of the findings, free of any language.
final class Expectation {

  private final Out out = new Out(1 << 14);
  private boolean first = true;

  Expectation() {
    out.add("{\"payloads\":[");
  }

  /// @param inspection of the payload with the profile `documented`
  /// @param idiomatic the same with the profile `idiomatic`
  void add(Inspection inspection, Inspection idiomatic) {
    if (!first) {
      out.add(',');
    }
    first = false;
    out.add('{');
    kind(inspection);
    calls("calls", inspection);
    out.add(",\"stories\":{");
    separated(inspection.traces(), trace -> out.quoted(trace.to()).add(':').quoted(story(trace)));
    out.add('}');
    list("absent", inspection.missing().stream().map(missing -> missing.to().toString()).toList());
    list("unused", inspection.unused().stream().map(unused -> unused.from().pointer()).toList());
    list("findings", inspection.findings().stream().map(Expectation::finding).toList());
    calls("idiomatic", idiomatic);
    out.add('}');
  }

  private void kind(Inspection inspection) {
    var detection = inspection.detection();
    var kind = detection == null ? null : detection.kind();
    out.add("\"kind\":").quoted(kind == null ? "unsupported" : kind.word());
    if (detection != null) {
      if (detection.foreign() != null) {
        out.add(",\"foreign\":").quoted(detection.foreign().shape().word());
      }
      out.add(",\"rule\":").quoted(detection.rule().word());
      String rivals = detection.rivalWords();
      if (rivals != null) {
        out.add(",\"rival\":").quoted(rivals);
      }
    }
    var item = inspection.item();
    if (item != null) {
      if (item.route() != null) {
        out.add(",\"direction\":").quoted(item.route().direction().word());
        out.add(",\"directionRow\":").add(item.route().row());
        out.add(",\"directionBasis\":").quoted(item.route().basis().word());
      }
      String identity = item.contact().identity();
      if (identity != null) {
        out.add(",\"contact\":").quoted(identity);
      }
    }
  }

  private void calls(String name, Inspection inspection) {
    out.add(",\"").add(name).add("\":[");
    var call = inspection.call();
    if (call != null) {
      out.tight(call, Doc.ROOT);
    }
    out.add(']');
  }

  private static String story(Trace trace) {
    var story =
        new StringBuilder(trace.grounds().basis().word()).append(' ').append(trace.story().word());
    for (Spot spot : trace.from()) {
      story.append(' ').append(spot.pointer());
    }
    return story.toString();
  }

  private static String finding(Finding finding) {
    String pointer = finding.where().pointer();
    var breakage = finding.breakage();
    return finding.severity().word()
        + " "
        + finding.code().written()
        + (pointer.isEmpty() ? "" : " " + pointer)
        + (breakage == null ? "" : " " + breakage.place().line() + ":" + breakage.place().column())
        + (breakage == null || breakage.mend() == null ? "" : " mendable");
  }

  private void list(String name, List<String> texts) {
    out.add(",\"").add(name).add("\":[");
    separated(texts, out::quoted);
    out.add(']');
  }

  private <T> void separated(List<T> items, Consumer<T> write) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.add(',');
      }
      write.accept(items.get(i));
    }
  }

  /// The file's text.
  String text() {
    out.add("]}");
    byte[] written = out.toBytes();
    var scanner = new Scanner();
    if (scanner.scan(written, 0, written.length, true) != Scanner.Outcome.VALUE) {
      throw new IllegalStateException("what we wrote ourselves must be JSON");
    }
    return Pretty.of(scanner.doc());
  }
}
