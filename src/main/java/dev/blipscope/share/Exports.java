package dev.blipscope.share;

import dev.blipscope.check.Finding;
import dev.blipscope.check.Where;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Origin;
import dev.blipscope.inspect.Spot;
import dev.blipscope.inspect.Texts;
import dev.blipscope.inspect.Trace;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.Missing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes payloads, calls and tables for other programs.
public final class Exports {

  private final Masked masked;
  private final Words words;
  private final Texts texts;

  private Exports(@Nullable Mask mask, Locale locale) {
    this.masked = new Masked(mask);
    this.words = Words.in(locale);
    this.texts = Texts.in(locale);
  }

  /// Exports in which private data have placeholders.
  public static Exports masked(Mask mask, Locale locale) {
    return new Exports(mask, locale);
  }

  /// Exports that hold everything, which somebody must have asked for.
  public static Exports unmasked(Locale locale) {
    return new Exports(null, locale);
  }

  /// One document a line: payloads or calls, their tokens unchanged.
  ///
  /// @param docs gone through twice if they are masked
  public void lines(Iterable<Doc> docs, Appendable out) throws IOException {
    docs.forEach(masked::learn);
    for (var doc : docs) {
      out.append(line(masked.doc(doc)).toString()).append('\n');
    }
  }

  private static Out line(Doc doc) {
    return new Out(doc.length()).tokens(doc, Doc.ROOT);
  }

  /// Calls as the bodies of batch requests, as many as the limits ask for.
  ///
  /// @param bodies in their order, each with a name
  /// @param tooLong the numbers from 0 of the calls that are longer than Segment takes; they are in
  ///     no body
  public record Batches(List<Body> bodies, List<Integer> tooLong) {
    public Batches {
      bodies = List.copyOf(bodies);
      tooLong = List.copyOf(tooLong);
    }
  }

  /// One body of several.
  ///
  /// @param name a file name that tells its place: `calls-2-of-3.json`
  public record Body(String name, String json) {}

  /// The bodies that bring these calls to Segment.
  public Batches batches(List<Doc> calls, String stem) {
    calls.forEach(masked::learn);
    var fitting = new ArrayList<byte[]>();
    var tooLong = new ArrayList<Integer>();
    for (int i = 0; i < calls.size(); i++) {
      byte[] call = Batch.line(masked.doc(calls.get(i)));
      if (Batch.fits(call)) {
        fitting.add(call);
      } else {
        tooLong.add(i);
      }
    }
    return new Batches(named(Batch.split(fitting), stem), tooLong);
  }

  private static List<Body> named(List<byte[]> written, String stem) {
    int digits = Integer.toString(written.size()).length();
    var bodies = new ArrayList<Body>(written.size());
    for (byte[] body : written) {
      String number = String.format(Locale.ROOT, "%0" + digits + "d", bodies.size() + 1);
      String name = stem + "-" + number + "-of-" + written.size() + ".json";
      bodies.add(new Body(name, new Out(body.length).add(body).toString()));
    }
    return bodies;
  }

  /// What becomes of each field, as a table for spreadsheets.
  public void fields(List<Handed> all, boolean byteOrderMark, Appendable out) throws IOException {
    var csv = begin(all, byteOrderMark, out);
    header(csv, "source", "line", "to", "value", "story", "from", "basis", "rule");
    for (var handed : all) {
      var call = handed.inspection().call();
      if (call != null) {
        fields(handed.origin(), handed.inspection(), call, csv);
      }
    }
  }

  private void fields(Origin origin, Inspection inspection, Doc call, Csv csv) throws IOException {
    var shown = masked.doc(call);
    for (var trace : inspection.traces()) {
      field(origin, trace, call, shown, csv);
    }
    for (var missing : inspection.missing()) {
      absent(origin, missing, csv);
    }
  }

  private void field(Origin origin, Trace trace, Doc call, Doc shown, Csv csv) throws IOException {
    csv.row(
        masked.text(origin.source()),
        Integer.toString(origin.line()),
        masked.pointer(trace.to()),
        // A mask changes names, but not their order.
        value(shown, Pointer.of(trace.to()).in(call)),
        texts.story(trace.story()),
        trace.from().stream()
            .map(Spot::pointer)
            .map(masked::pointer)
            .collect(Collectors.joining(" ")),
        words.text("basis." + trace.grounds().basis().word()),
        trace.grounds().word());
  }

  private void absent(Origin origin, Missing missing, Csv csv) throws IOException {
    csv.row(
        masked.text(origin.source()),
        Integer.toString(origin.line()),
        masked.pointer(missing.to().toString()),
        "",
        words.text("fields.absent", masked.text(texts.why(missing.why()))),
        "",
        words.text("basis." + missing.grounds().basis().word()),
        missing.grounds().word());
  }

  private static String value(Doc doc, int node) {
    if (node == Doc.NONE) {
      return "";
    }
    return doc.is(node, NodeKind.STRING) ? doc.text(node) : doc.written(node);
  }

  /// What was found, as a table for spreadsheets.
  public void findings(List<Handed> all, boolean byteOrderMark, Appendable out) throws IOException {
    var csv = begin(all, byteOrderMark, out);
    header(csv, "source", "line", "severity", "code", "in", "at", "what", "why", "do");
    for (var handed : all) {
      for (var finding : handed.inspection().findings()) {
        finding(handed.origin(), finding, csv);
      }
    }
  }

  private void finding(Origin origin, Finding finding, Csv csv) throws IOException {
    csv.row(
        masked.text(origin.source()),
        Integer.toString(origin.line()),
        words.text("severity." + finding.severity().word()),
        finding.code().written(),
        words.text(
            switch (finding.where()) {
              case Where.InPayload _ -> "in.payload";
              case Where.InCall _ -> "in.call";
              case Where.InInput _ -> "in.input";
            }),
        masked.pointer(finding.where().pointer()),
        masked.text(texts.what(finding)),
        texts.why(finding),
        texts.remedy(finding));
  }

  private Csv begin(List<Handed> all, boolean byteOrderMark, Appendable out) throws IOException {
    for (var handed : all) {
      var doc = handed.inspection().doc();
      if (doc != null) {
        masked.learn(doc);
      }
    }
    if (byteOrderMark) {
      out.append(Csv.BYTE_ORDER_MARK);
    }
    return new Csv(out);
  }

  private void header(Csv csv, String... columns) throws IOException {
    var header = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      header[i] = words.text("column." + columns[i]);
    }
    csv.row(header);
  }
}
