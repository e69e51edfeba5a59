package dev.blipscope.cli;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Evidence;
import dev.blipscope.check.Finding;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Origin;
import dev.blipscope.inspect.Spot;
import dev.blipscope.inspect.Texts;
import dev.blipscope.inspect.Trace;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Name;
import dev.blipscope.json.Plain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints inspections for a person to read.
final class TextReport {

  private static final int ENOUGH_TO_WRITE = 1 << 16;
  private static final Name EVENT = Name.of("event");
  private static final Name TYPE = Name.of("type");

  private final Shell shell;
  private final Texts texts;
  private final Messages messages;
  private final Style style;
  private final StringBuilder said = new StringBuilder();
  private final Map<String, Counted> bySource = new LinkedHashMap<>();

  /// How many payloads one input held, and in which form.
  ///
  /// @param export whether it is an export without any
  private record Counted(String recognised, int payloads, int fine, boolean export) {

    Counted and(Counted next) {
      return new Counted(
          next.recognised, payloads + next.payloads, fine + next.fine, export || next.export);
    }
  }

  TextReport(Shell shell) {
    this.shell = shell;
    this.texts = shell.texts();
    this.messages = shell.messages();
    this.style = new Style(shell.coloured());
  }

  void print(Origin origin, Inspection inspection) throws IOException {
    int payloads = inspection.detection() == null ? 0 : 1;
    bySource.merge(
        origin.source(),
        new Counted(
            origin.recognised(), payloads, inspection.isFine() ? 1 : 0, isOfExport(inspection)),
        Counted::and);
    say(style.faint(Plain.text(origin.source()) + ":" + origin.line()));
    kind(inspection);
    person(inspection);
    call(inspection);
    for (var finding : inspection.findings()) {
      finding(finding);
    }
    say("");
    if (said.length() > ENOUGH_TO_WRITE || shell.outIsTerminal()) {
      flush();
    }
  }

  private void say(String line) {
    said.append(line).append(System.lineSeparator());
  }

  private void flush() throws IOException {
    shell.out().write(said.toString().getBytes(StandardCharsets.UTF_8));
    said.setLength(0);
  }

  private void kind(Inspection inspection) {
    var detection = inspection.detection();
    if (detection == null) {
      say("  " + style.strong(messages.text("report.unsupported")));
      return;
    }
    var kind = detection.kind();
    var title = new StringBuilder();
    title.append(
        style.strong(
            kind == null
                ? messages.text("report.unsupported")
                : messages.text("report.kind." + kind.word())));
    var item = inspection.item();
    if (item != null && item.route() != null) {
      var route = item.route();
      title
          .append(' ')
          .append(messages.text("report.direction." + route.direction().word()))
          .append(
              style.faint(
                  " ("
                      + messages.text("report.row", Integer.toString(route.row()))
                      + ", "
                      + messages.text("report.basis." + route.basis().word())
                      + ")"));
    }
    say("  " + title);
    label(
        "report.rule",
        messages.text("report.rule." + detection.rule().word())
            + style.faint(
                " (" + messages.text("report.basis." + detection.rule().basis().word()) + ")"));
    evidence(inspection);
  }

  /// The fields that speak for each kind, and for the foreign shape that it is, a line for each.
  private void evidence(Inspection inspection) {
    var kinds = new LinkedHashMap<String, List<Evidence>>();
    for (var evidence : inspection.evidence()) {
      String family = evidence.basis() == Basis.ASSUMED ? "foreign." : "kind.";
      kinds
          .computeIfAbsent(texts.text(family + evidence.speaksFor()), _ -> new ArrayList<>())
          .add(evidence);
    }
    kinds.forEach(
        (kind, all) -> {
          String there = fields(all, true);
          String missing = fields(all, false);
          say(
              "    "
                  + style.faint(messages.text("report.evidence", kind) + " ")
                  + there
                  + (there.isEmpty() || missing.isEmpty() ? "" : "; ")
                  + (missing.isEmpty()
                      ? ""
                      : style.faint(messages.text("report.missing", missing))));
        });
  }

  private String fields(List<Evidence> evidence, boolean present) {
    return evidence.stream()
        .filter(one -> one.present() == present)
        .map(
            one ->
                one.marker()
                    ? messages.text("report.marker", one.field().text())
                    : one.field().text())
        .collect(Collectors.joining(", "));
  }

  private void person(Inspection inspection) {
    var item = inspection.item();
    if (item != null) {
      String identity = item.contact().identity();
      label(
          "report.person",
          identity == null ? messages.text("report.nobody") : Plain.brief(identity));
    }
  }

  private void call(Inspection inspection) {
    var call = inspection.call();
    if (call == null) {
      return;
    }
    say("  " + style.strong(title(call)));
    for (var trace : inspection.traces()) {
      say("    " + line(trace, call));
    }
    for (var missing : inspection.missing()) {
      say(
          "    "
              + style.faint(
                  Plain.text(missing.to().toString())
                      + "  "
                      + messages.text("report.absent", texts.why(missing.why()))));
    }
    for (var unused : inspection.unused()) {
      say(
          "    "
              + style.faint(
                  messages.text("report.unused", unused.from().pointer(), texts.why(unused))));
    }
  }

  private static String title(Doc call) {
    int type = call.member(Doc.ROOT, TYPE);
    int event = call.member(Doc.ROOT, EVENT);
    return (type == Doc.NONE ? "" : Plain.brief(call.text(type)))
        + (event == Doc.NONE ? "" : " " + Plain.brief(call.written(event)));
  }

  private String line(Trace trace, Doc call) {
    var from = new StringBuilder();
    for (var spot : trace.from()) {
      from.append(from.isEmpty() ? " <- " : ", ").append(place(spot));
    }
    return Plain.text(trace.to())
        + "  "
        + Plain.brief(call.written(trace.start(), trace.end()))
        + style.faint(
            "  "
                + texts.story(trace.story())
                + from
                + " ["
                + messages.text("report.basis." + trace.grounds().basis().word())
                + "]");
  }

  private String place(Spot spot) {
    return spot.pointer().isEmpty() ? messages.text("report.whole") : Plain.text(spot.pointer());
  }

  private void finding(Finding finding) {
    var place = new StringBuilder(Plain.text(finding.where().pointer()));
    var breakage = finding.breakage();
    if (breakage != null) {
      place.append(
          messages.text(
              "report.place",
              Integer.toString(breakage.place().line()),
              Integer.toString(breakage.place().column())));
    }
    String severity =
        style.of(finding.severity(), messages.text("report." + finding.severity().word()));
    say("  " + severity + " " + finding.code().written() + (place.isEmpty() ? "" : "  " + place));
    say("    " + Plain.text(texts.what(finding)));
    say(style.faint("    " + Plain.text(texts.why(finding) + " " + texts.remedy(finding))));
  }

  private void label(String key, String value) {
    say("    " + style.faint(messages.text(key) + " ") + value);
  }

  /// Whether all that there is to say is that no request of an export has a body of JSON.
  private static boolean isOfExport(Inspection inspection) {
    return inspection.findings().stream()
        .map(Finding::breakage)
        .anyMatch(breakage -> breakage != null && breakage.expected() == Expected.JSON_BODY);
  }

  /// Says what each input was.
  void finish() throws IOException {
    bySource.forEach(
        (source, counted) ->
            say(
                messages.text(
                    switch (counted.payloads) {
                      case 0 -> counted.export ? "report.empty" : "report.none";
                      case 1 -> "report.one";
                      default -> "report.many";
                    },
                    source,
                    Integer.toString(counted.payloads),
                    counted.recognised,
                    Integer.toString(counted.fine))));
    flush();
  }
}
