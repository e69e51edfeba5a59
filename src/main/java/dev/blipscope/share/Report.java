package dev.blipscope.share;

import dev.blipscope.json.Doc;
import dev.blipscope.mapping.Profile;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One HTML file for a colleague: what came in, what it is and why, what goes out, and what was
/// found. It loads nothing, runs nothing, and can be opened here again.
///
/// @param made when it was made
/// @param version the program that made it
/// @param profile the profile by which the calls were made
/// @param profileFile its file, to the letter
public record Report(
    String title,
    ZonedDateTime made,
    String version,
    Profile profile,
    String profileFile,
    List<Handed> payloads,
    Locale locale) {

  public Report {
    payloads = List.copyOf(payloads);
  }

  /// The page with placeholders in the place of private data.
  public String masked(Mask mask) {
    return html(mask);
  }

  /// The page with everything in it, which somebody must have asked for.
  public String unmasked() {
    return html(null);
  }

  /// What a report holds, or nothing if this is none.
  public static Optional<Reopened> read(String html) {
    return ReportData.read(html);
  }

  private String html(@Nullable Mask mask) {
    var masked = new Masked(mask);
    for (var handed : payloads) {
      var doc = handed.inspection().doc();
      if (doc != null) {
        masked.learn(doc);
      }
    }
    var words = Words.in(locale);
    var page = new Html();
    head(page, words, masked);
    var section = new ReportSection(page, words, locale, masked);
    for (int i = 0; i < payloads.size(); i++) {
      section.write(i + 1, payloads.get(i));
    }
    page.raw("<footer>").element("p", words.text("report.foot", version));
    page.raw("</footer>\n</main>\n");
    return page.raw(ReportData.element(data(masked))).raw("\n</body>\n</html>\n").toString();
  }

  private Reopened data(Masked masked) {
    var all = new ArrayList<Reopened.Payload>(payloads.size());
    for (var handed : payloads) {
      var origin = handed.origin();
      all.add(
          new Reopened.Payload(masked.text(origin.source()), origin.line(), shown(handed, masked)));
    }
    return new Reopened(masked.mask() != null, profile.name(), profileFile, all);
  }

  /// The payload as the reader gets it.
  static String shown(Handed handed, Masked masked) {
    var doc = masked.docOrNull(handed.inspection().doc());
    return doc == null ? masked.text(handed.text()) : doc.written(Doc.ROOT);
  }

  private void head(Html page, Words words, Masked masked) {
    String shown = masked.text(title);
    page.raw("<!DOCTYPE html>\n<html lang=\"").text(locale.toLanguageTag()).raw("\">\n<head>\n");
    page.raw("<meta charset=\"utf-8\">\n");
    page.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
            + " 'unsafe-inline'\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.element("title", shown).raw("\n<style>\n").raw(ReportStyle.CSS).raw("</style>\n");
    page.raw("</head>\n<body>\n<main>\n<header>").element("h1", shown).raw("<dl>");
    fact(page, words.text("report.made"), date());
    fact(page, words.text("report.profile"), profile.name());
    fact(page, words.text("report.payloads"), Integer.toString(payloads.size()));
    page.raw("</dl>");
    boolean hides = masked.mask() != null;
    page.element(
        hides ? "p class=\"told\"" : "p class=\"told open\"",
        words.text(hides ? "report.masked" : "report.unmasked"));
    page.raw("</header>\n");
  }

  private static void fact(Html page, String name, String value) {
    page.raw("<div>").element("dt", name).element("dd", value).raw("</div>");
  }

  private String date() {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(locale)
        .format(made);
  }
}
