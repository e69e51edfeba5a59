package dev.blipscope.ui;

import dev.blipscope.check.Finding;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Shown;
import dev.blipscope.inspect.Spot;
import dev.blipscope.inspect.Trace;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.segment.Target;
import dev.blipscope.session.Explained;
import dev.blipscope.share.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call with all that is known about it, as a person gets to see it. What is private passes the
/// cover here and nowhere else in the calls pane.
final class CallSheet {

  private static final Name TYPE = Name.of("type");
  private static final Name EVENT = Name.of("event");
  private static final List<String> IDS = List.of("/userId", "/anonymousId");

  private final Inspection inspection;
  private final Words words;
  private final Cover cover;
  private final Cover forCopies;
  private final Doc payload;
  private final Doc call;
  private final Doc seenPayload;
  private final Doc seenCall;
  private final Shown text;
  private final Map<String, String> uncovered = new HashMap<>();

  private CallSheet(
      Explained explained,
      Doc payload,
      Doc call,
      Shown laidOut,
      Cover cover,
      boolean covered,
      Words words) {
    this.inspection = explained.inspection();
    this.words = words;
    this.forCopies = cover;
    this.cover = cover.when(covered);
    this.payload = payload;
    this.call = call;
    this.cover.learn(payload);
    this.seenPayload = this.cover.doc(payload);
    this.seenCall = this.cover.doc(call);
    this.text = covered ? Shown.laidOut(seenCall) : laidOut;
    if (covered) {
      inspection.traces().forEach(trace -> uncover(trace.to()));
    }
  }

  /// What is shown of a payload; nothing if it becomes no call.
  ///
  /// @param covered whether private data is covered on the screen
  static @Nullable CallSheet of(Explained explained, Cover cover, boolean covered, Words words) {
    var payload = explained.inspection().doc();
    var call = explained.inspection().call();
    var laidOut = explained.call();
    return payload == null || call == null || laidOut == null
        ? null
        : new CallSheet(explained, payload, call, laidOut, cover, covered, words);
  }

  private void uncover(String pointer) {
    for (String part = pointer;
        !part.isEmpty() && uncovered.putIfAbsent(cover.pointer(part), part) == null;
        part = part.substring(0, part.lastIndexOf('/'))) {}
  }

  Words words() {
    return words;
  }

  // The call

  /// The JSON of the call, laid out.
  String text() {
    return text.text();
  }

  /// Where in the text a field stands.
  Optional<Shown.Range> at(String pointer) {
    return text.at(cover.pointer(pointer));
  }

  /// The field at a place of the text.
  String pointerAt(int offset) {
    String seen = text.pointerAt(offset);
    return uncovered.getOrDefault(seen, seen);
  }

  /// The type of the call in capitals, as Segment's pages write it.
  String type() {
    return word(TYPE).toUpperCase(Locale.ROOT);
  }

  /// The name of the event; only a track has one.
  String event() {
    return word(EVENT);
  }

  private String word(Name name) {
    int node = seenCall.member(Doc.ROOT, name);
    return node == Doc.NONE ? "" : value(seenCall, node);
  }

  /// The field that says who it was.
  @Nullable FieldRow person() {
    for (String id : IDS) {
      for (var trace : inspection.traces()) {
        if (trace.to().equals(id)) {
          return new FieldRow.Filled(this, trace);
        }
      }
    }
    return null;
  }

  /// Why there is no user id, if there is none.
  @Nullable FieldRow nobody() {
    return inspection.missing().stream()
        .filter(missing -> missing.to().toString().equals(IDS.getFirst()))
        .findFirst()
        .map(missing -> new FieldRow.Absent(this, missing))
        .orElse(null);
  }

  // Its fields

  /// All fields in the order of the call, then those that are absent, then what goes nowhere.
  List<FieldRow> fields() {
    var rows = new ArrayList<FieldRow>();
    inspection.traces().forEach(trace -> rows.add(new FieldRow.Filled(this, trace)));
    inspection.missing().forEach(missing -> rows.add(new FieldRow.Absent(this, missing)));
    if (!inspection.unused().isEmpty()) {
      rows.add(new FieldRow.Heading(this, inspection.unused().size()));
      inspection.unused().forEach(unused -> rows.add(new FieldRow.Nowhere(this, unused)));
    }
    return rows;
  }

  /// The value of a field of the call.
  String value(Trace trace) {
    return value(seenCall, startingAt(call, trace.start()));
  }

  /// A value of the payload.
  String value(Spot spot) {
    return value(seenPayload, startingAt(payload, spot.from()));
  }

  String pointer(String pointer) {
    return cover.pointer(pointer);
  }

  String covered(String text) {
    return cover.text(text);
  }

  /// The node whose value begins at a byte: nodes stand in the order of their bytes.
  private static int startingAt(Doc doc, int start) {
    int low = Doc.ROOT;
    int high = doc.count() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (doc.start(middle) < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String value(Doc doc, int node) {
    return doc.is(node, NodeKind.STRING) ? doc.text(node) : doc.written(node);
  }

  // What becomes of it

  /// The tables of a warehouse, each with its columns.
  List<WarehouseRow> columns() {
    var rows = new ArrayList<WarehouseRow>();
    for (var table : inspection.tables()) {
      rows.add(new WarehouseRow.Heading(this, table));
      table.columns().forEach(column -> rows.add(new WarehouseRow.Filled(this, column)));
    }
    return rows;
  }

  /// The request that would bring it to a target.
  ///
  /// @param masked whether it is to hold no private data, whatever the screen shows
  Request request(Target target, boolean masked) {
    if (!masked) {
      return Request.of(target, seenCall);
    }
    forCopies.learn(payload);
    return Request.of(target, forCopies.doc(call));
  }

  // What is wrong with it

  CallPreflight preflight() {
    return CallPreflight.of(inspection);
  }

  /// What was found, in a sentence.
  String what(Finding finding) {
    return cover.text(words.engine().what(finding));
  }
}
