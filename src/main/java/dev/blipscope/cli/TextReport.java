package dev.blipscope.cli;

import dev.blipscope.check.Finding;
import dev.blipscope.check.Severity;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Origin;
import dev.blipscope.inspect.Texts;
import dev.blipscope.inspect.Trace;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.Plain;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints inspections for a person to read.
final class TextReport {

  private static final Name EVENT = Name.of("event");
  private static final Name TYPE = Name.of("type");

  private final Shell shell;
  private final Texts texts;
  private final Style style;
  private final PrintStream out;
  private final Map<String, Counted> bySource = new LinkedHashMap<>();

  /// How many payloads one input held, and in which form.
  private record Counted(String recognised, int payloads, int fine) {}

  TextReport(Shell shell) {
    this.shell = shell;
    this.texts = shell.texts();
    this.style = new Style(shell.coloured());
    this.out = new PrintStream(shell.out(), false, StandardCharsets.UTF_8);
  }

  void print(Origin origin, Inspection inspection) throws IOException {
    int payloads = inspection.doc() == null ? 0 : 1;
    bySource.merge(
        origin.source(),
        new Counted(origin.recognised(), payloads, inspection.isFine() ? 1 : 0),
        (one, other) ->
            new Counted(other.recognised(), one.payloads + other.payloads, one.fine + other.fine));
    out.println(style.faint(Plain.text(origin.source()) + ":" + origin.line()));
    kind(inspection);
    person(inspection);
    call(inspection);
    for (var finding : inspection.findings()) {
      finding(finding);
    }
    out.println();
    if (out.checkError()) {
      throw new IOException("the output is closed");
    }
  }

  private void kind(Inspection inspection) {
    var detection = inspection.detection();
    if (detection == null) {
      out.println("  " + style.strong(shell.message("report.unsupported")));
      return;
    }
    var kind = detection.kind();
    var said = new StringBuilder();
    said.append(
        style.strong(
            kind == null
                ? shell.message("report.unsupported")
                : shell.message("report.kind." + kind.word())));
    var item = inspection.item();
    if (item != null && item.route() != null) {
      var route = item.route();
      said.append(' ')
          .append(shell.message("report.direction." + route.direction().word()))
          .append(
              style.faint(
                  " ("
                      + shell.message("report.row", Integer.toString(route.row()))
                      + ", "
                      + shell.message("report.basis." + route.basis().word())
                      + ")"));
    }
    out.println("  " + said);
    label(
        "report.rule",
        detection.rule().word()
            + " ("
            + shell.message("report.basis." + detection.rule().basis().word())
            + ")"
            + markers(inspection));
  }

  private static String markers(Inspection inspection) {
    var markers = new StringBuilder();
    for (var evidence : inspection.evidence()) {
      if (evidence.marker() && evidence.present()) {
        markers
            .append(": ")
            .append(evidence.field().text())
            .append(" -> ")
            .append(evidence.speaksFor());
      }
    }
    return markers.toString();
  }

  private void person(Inspection inspection) {
    var item = inspection.item();
    if (item != null) {
      String identity = item.contact().identity();
      label(
          "report.person",
          identity == null ? shell.message("report.nobody") : Plain.brief(identity));
    }
  }

  private void call(Inspection inspection) {
    var call = inspection.call();
    if (call == null) {
      return;
    }
    out.println("  " + style.strong(title(call)));
    for (var trace : inspection.traces()) {
      out.println("    " + line(trace, inspection, call));
    }
    for (var missing : inspection.missing()) {
      out.println(
          "    "
              + style.faint(
                  Plain.text(missing.to().toString())
                      + "  "
                      + shell.message("report.absent", texts.why(missing.why()))));
    }
    for (var unused : inspection.unused()) {
      out.println(
          "    "
              + style.faint(
                  shell.message("report.unused", unused.from().pointer(), texts.why(unused))));
    }
  }

  private static String title(Doc call) {
    int type = call.member(Doc.ROOT, TYPE);
    int event = call.member(Doc.ROOT, EVENT);
    return (type == Doc.NONE ? "" : Plain.brief(call.text(type)))
        + (event == Doc.NONE ? "" : " " + Plain.brief(call.written(event)));
  }

  private String line(Trace trace, Inspection inspection, Doc call) {
    var from = new StringBuilder();
    for (var spot : trace.from()) {
      from.append(from.isEmpty() ? " <- " : ", ").append(Plain.text(spot.pointer()));
    }
    return Plain.text(trace.to())
        + "  "
        + value(trace, inspection.doc(), call)
        + style.faint(
            "  "
                + texts.story(trace.story())
                + from
                + " ["
                + shell.message("report.basis." + trace.grounds().basis().word())
                + "]");
  }

  private static String value(Trace trace, @Nullable Doc payload, Doc call) {
    int node = dev.blipscope.json.Pointer.of(trace.to()).in(call);
    return node == Doc.NONE || payload == null ? "" : Plain.brief(call.written(node));
  }

  private void finding(Finding finding) {
    var place = new StringBuilder(Plain.text(finding.where().pointer()));
    var breakage = finding.breakage();
    if (breakage != null) {
      place.append(
          shell.message(
              "report.place",
              Integer.toString(breakage.place().line()),
              Integer.toString(breakage.place().column())));
    }
    String severity =
        style.of(finding.severity(), shell.message("report." + finding.severity().word()));
    out.println(
        "  " + severity + " " + finding.code().written() + (place.isEmpty() ? "" : "  " + place));
    out.println("    " + Plain.text(texts.what(finding)));
    if (finding.severity() != Severity.NOTE) {
      out.println(
          style.faint("    " + Plain.text(texts.why(finding) + " " + texts.remedy(finding))));
    }
  }

  private void label(String key, String value) {
    out.println("    " + style.faint(shell.message(key) + " ") + value);
  }

  /// Says what each input was.
  void finish() throws IOException {
    bySource.forEach(
        (source, counted) ->
            out.println(
                shell.message(
                    counted.payloads == 1 ? "report.one" : "report.many",
                    source,
                    Integer.toString(counted.payloads),
                    counted.recognised,
                    Integer.toString(counted.fine))));
    if (out.checkError()) {
      throw new IOException("the output is closed");
    }
  }
}
