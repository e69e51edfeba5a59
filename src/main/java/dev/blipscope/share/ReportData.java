package dev.blipscope.share;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The part of a report that a program reads: JSON in Base64, in an element that no browser shows.
final class ReportData {

  private static final String OPEN = "<template id=\"blipscope-report\">";
  private static final String CLOSE = "</template>";
  private static final int FORMAT = 1;

  private static final Limits LIMITS = new Limits(8, 1 << 24, 20, 1 << 30, 100, Integer.MAX_VALUE);

  private static final Name FORMAT_NUMBER = Name.of("format");
  private static final Name MASKED = Name.of("masked");
  private static final Name PROFILE_NAME = Name.of("profileName");
  private static final Name PROFILE = Name.of("profile");
  private static final Name PAYLOADS = Name.of("payloads");
  private static final Name SOURCE = Name.of("source");
  private static final Name LINE = Name.of("line");
  private static final Name TEXT = Name.of("text");

  private ReportData() {}

  static String element(Reopened data) {
    var out = new Out(4_096).add("{\"format\":").add(FORMAT);
    out.add(",\"masked\":").add(Boolean.toString(data.masked()));
    out.add(",\"profileName\":").quoted(data.profileName());
    out.add(",\"profile\":").quoted(data.profile()).add(",\"payloads\":[");
    String separator = "";
    for (var payload : data.payloads()) {
      out.add(separator).add("{\"source\":").quoted(payload.source());
      out.add(",\"line\":").add(payload.line());
      out.add(",\"text\":").quoted(payload.text()).add('}');
      separator = ",";
    }
    byte[] json = out.add("]}").toBytes();
    return OPEN + Base64.getMimeEncoder().encodeToString(json) + CLOSE;
  }

  static Optional<Reopened> read(String html) {
    int start = html.indexOf(OPEN);
    int end = start < 0 ? -1 : html.indexOf(CLOSE, start);
    if (end < 0) {
      return Optional.empty();
    }
    byte[] json;
    try {
      var written = html.substring(start + OPEN.length(), end);
      json = Base64.getMimeDecoder().decode(written.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    var scanner = new Scanner(LIMITS);
    boolean whole =
        json.length > 0
            && json[0] == '{'
            && scanner.scan(json, 0, json.length, true) == Scanner.Outcome.VALUE;
    return whole ? reopened(scanner.doc()) : Optional.empty();
  }

  private static Optional<Reopened> reopened(Doc doc) {
    int format = doc.member(Doc.ROOT, FORMAT_NUMBER);
    int masked = doc.member(Doc.ROOT, MASKED);
    int payloads = doc.member(Doc.ROOT, PAYLOADS);
    if (format == Doc.NONE
        || !doc.written(format).equals(Integer.toString(FORMAT))
        || payloads == Doc.NONE
        || !doc.is(payloads, NodeKind.ARRAY)) {
      return Optional.empty();
    }
    return Optional.of(
        new Reopened(
            masked != Doc.NONE && doc.is(masked, NodeKind.TRUE),
            text(doc, Doc.ROOT, PROFILE_NAME),
            text(doc, Doc.ROOT, PROFILE),
            payloads(doc, payloads)));
  }

  private static List<Reopened.Payload> payloads(Doc doc, int array) {
    var payloads = new ArrayList<Reopened.Payload>();
    for (int item = array + 1; item < doc.after(array); item = doc.after(item)) {
      payloads.add(
          new Reopened.Payload(text(doc, item, SOURCE), line(doc, item), text(doc, item, TEXT)));
    }
    return payloads;
  }

  private static String text(Doc doc, int object, Name name) {
    int node = doc.member(object, name);
    return node != Doc.NONE && doc.is(node, NodeKind.STRING) ? doc.text(node) : "";
  }

  private static int line(Doc doc, int object) {
    int node = doc.member(object, LINE);
    return node != Doc.NONE && doc.written(node).matches("[1-9][0-9]{0,8}")
        ? Integer.parseInt(doc.written(node))
        : 1;
  }
}
