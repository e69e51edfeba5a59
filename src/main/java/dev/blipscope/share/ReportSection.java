package dev.blipscope.share;

import dev.blipscope.check.Finding;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Spot;
import dev.blipscope.inspect.Texts;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Pretty;
import dev.blipscope.segment.Column;
import dev.blipscope.segment.Dispute;
import dev.blipscope.segment.Table;
import dev.blipscope.segment.Warehouse;
import java.util.Locale;
import java.util.stream.Collectors;

/// The part of a report that is about one payload.
final class ReportSection {

  private final Html page;
  private final Words words;
  private final Texts texts;
  private final Masked masked;

  ReportSection(Html page, Words words, Locale locale, Masked masked) {
    this.page = page;
    this.words = words;
    this.texts = Texts.in(locale);
    this.masked = masked;
  }

  void write(int number, Handed handed) {
    var inspection = handed.inspection();
    page.raw("<article>\n");
    title(number, handed);
    why(inspection);
    findings(inspection);
    page.raw("<div class=\"pair\">");
    json("report.payload", pretty(handed));
    var call = inspection.call();
    if (call == null) {
      page.raw("</div>\n");
    } else {
      var shown = masked.doc(call);
      json("report.call", Pretty.of(shown));
      page.raw("</div>\n");
      fields(inspection, call, shown);
      unused(inspection);
      tables(shown);
    }
    page.raw("</article>\n");
  }

  private String pretty(Handed handed) {
    var doc = masked.docOrNull(handed.inspection().doc());
    return doc == null ? masked.text(handed.text()) : Pretty.of(doc);
  }

  private void title(int number, Handed handed) {
    var inspection = handed.inspection();
    var detection = inspection.detection();
    var kind = detection == null ? null : detection.kind();
    String word = kind == null ? "unsupported" : kind.word();
    page.raw("<h2>").element("span class=\"number\"", Integer.toString(number)).raw(" ");
    page.element("span class=\"kind " + word + "\"", words.text("report.kind." + word));
    var item = inspection.item();
    if (item != null && item.route() != null) {
      page.raw(" ");
      page.element(
          "span class=\"way\"", texts.text("direction." + item.route().direction().word()));
    }
    page.raw("</h2>\n<p class=\"origin\">");
    page.text(masked.text(handed.origin().source()) + ":" + handed.origin().line());
    page.raw("</p>\n");
  }

  private void why(Inspection inspection) {
    var detection = inspection.detection();
    if (detection == null) {
      return;
    }
    heading("report.why");
    page.raw("<ul>");
    var rule = detection.rule();
    item(words.text("report.rule." + rule.word()), rule.basis().word());
    for (var evidence : inspection.evidence()) {
      if (evidence.marker() && evidence.present()) {
        item(evidence.field().text() + " → " + evidence.speaksFor(), evidence.basis().word());
      }
    }
    var item = inspection.item();
    if (item != null) {
      var route = item.route();
      if (route != null) {
        item(row(route.row()), route.basis().word());
      }
      String identity = item.contact().identity();
      page.raw("<li>");
      page.text(
          identity == null
              ? words.text("report.nobody")
              : words.text("report.person", masked.text(identity)));
      page.raw("</li>");
    }
    page.raw("</ul>\n");
  }

  /// The engine has words for the rows that are assumed.
  private String row(int row) {
    return row <= 2 ? words.text("report.row." + row) : texts.text("direction.row." + row);
  }

  private void item(String text, String basis) {
    page.raw("<li>").text(text).raw(" ");
    basis(basis);
    page.raw("</li>");
  }

  private void basis(String word) {
    page.element("span class=\"basis " + word + "\"", words.text("basis." + word));
  }

  private void findings(Inspection inspection) {
    if (inspection.findings().isEmpty()) {
      return;
    }
    heading("report.findings");
    page.raw("<ul class=\"findings\">");
    inspection.findings().forEach(this::finding);
    page.raw("</ul>\n");
  }

  private void finding(Finding finding) {
    String severity = finding.severity().word();
    page.raw("<li class=\"" + severity + "\"><p>");
    page.element("span class=\"severity\"", words.text("severity." + severity)).raw(" ");
    page.element("code", finding.code().written()).raw(" ");
    page.element("code class=\"place\"", masked.pointer(finding.where().pointer())).raw("</p>");
    page.element("p class=\"what\"", masked.text(texts.what(finding)));
    page.element("p", texts.why(finding)).element("p", texts.remedy(finding)).raw("</li>\n");
  }

  private void json(String heading, String json) {
    page.raw("<section>");
    heading(heading);
    page.element("pre", json).raw("</section>");
  }

  private void heading(String key) {
    page.element("h3", words.text(key)).raw("\n");
  }

  private void header(String... columns) {
    page.raw("<table><thead><tr>");
    for (String column : columns) {
      page.element("th", words.text("column." + column));
    }
    page.raw("</tr></thead><tbody>\n");
  }

  private void fields(Inspection inspection, Doc call, Doc shown) {
    heading("report.fields");
    header("to", "value", "story", "from", "basis");
    for (var trace : inspection.traces()) {
      int node = Pointer.of(trace.to()).in(call);
      page.raw("<tr>").element("td class=\"code\"", masked.pointer(trace.to()));
      page.element("td class=\"code\"", node == Doc.NONE ? "" : shown.written(node));
      page.element("td", texts.story(trace.story()));
      page.element(
          "td class=\"code\"",
          trace.from().stream()
              .map(Spot::pointer)
              .map(masked::pointer)
              .collect(Collectors.joining("\n")));
      page.raw("<td>");
      basis(trace.grounds().basis().word());
      page.raw(" ").text(trace.grounds().word()).raw("</td></tr>\n");
    }
    for (var missing : inspection.missing()) {
      page.raw("<tr class=\"absent\">");
      page.element("td class=\"code\"", masked.pointer(missing.to().toString()));
      page.element(
          "td colspan=\"3\"", words.text("fields.absent", masked.text(texts.why(missing.why()))));
      page.raw("<td>");
      basis(missing.grounds().basis().word());
      page.raw(" ").text(missing.grounds().word()).raw("</td></tr>\n");
    }
    page.raw("</tbody></table>\n");
  }

  private void unused(Inspection inspection) {
    if (inspection.unused().isEmpty()) {
      return;
    }
    heading("report.unused");
    page.raw("<ul>");
    for (var unused : inspection.unused()) {
      page.raw("<li>").element("code", masked.pointer(unused.from().pointer())).raw(" ");
      page.text(texts.why(unused)).raw("</li>");
    }
    page.raw("</ul>\n");
  }

  /// The tables of the call as it is shown: a private name of a member would be a column's, too.
  private void tables(Doc shown) {
    heading("report.warehouse");
    for (var table : Warehouse.of(shown)) {
      table(table);
    }
  }

  private void table(Table table) {
    page.element("h4", masked.text(table.name()));
    header("column", "type", "from-call", "disputed");
    for (var column : table.columns()) {
      row(column);
    }
    page.raw("</tbody></table>\n");
  }

  private void row(Column column) {
    page.raw("<tr>").element("td class=\"code\"", column.name());
    page.element("td", column.type().word());
    page.element("td class=\"code\"", column.from() == null ? "" : column.from());
    page.element(
        "td",
        column.disputes().stream()
            .map(Dispute::word)
            .map(word -> words.text("dispute." + word))
            .collect(Collectors.joining("; ")));
    page.raw("</tr>\n");
  }
}
