package dev.blipscope.sandbox;

import dev.blipscope.json.Blanks;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.CallLimits;
import dev.blipscope.segment.Warehouse;
import dev.blipscope.segment.WriteKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the body of a request as Segment's HTTP Tracking API is documented to.
///
/// It is used again and again by one thread at a time.
final class Reader {

  /// "500 KB per batch request", taken for plain bytes: whether they count before or after
  /// compression is documented nowhere.
  static final int MOST_BYTES = 500 * 1024;

  /// Of more than this all are rejected behind a 200.
  static final int MOST_ITEMS = 2_500;

  /// "Empty and very short keys": one of six letters was seen to be refused.
  private static final int SHORTEST_KEY = 8;

  private static final int BAD_REQUEST = 400;
  private static final int USUAL_CALL = 1_024;

  private static final Name WRITE_KEY = Name.of("writeKey");
  private static final Name BATCH = Name.of("batch");
  private static final Name CONTEXT = Name.of("context");
  private static final Name TYPE = Name.of("type");
  private static final Name MESSAGE_ID = Name.of("messageId");
  private static final Name USER_ID = Name.of("userId");
  private static final Name EVENT = Name.of("event");
  private static final Name TIMESTAMP = Name.of("timestamp");
  private static final Name SENT_AT = Name.of("sentAt");

  private final Scanner scanner = new Scanner();
  private final Out out = new Out(USUAL_CALL);

  /// Reads one body.
  ///
  /// @param key the key of the request's header; empty if it has none
  /// @param known which keys have a source
  /// @param fate why all calls are dropped; none if they are judged one by one
  Reading read(
      Way way,
      byte[] body,
      int length,
      WriteKey key,
      Predicate<WriteKey> known,
      @Nullable Discard fate,
      Instant receivedAt) {
    int start = Blanks.after(body, 0, length);
    if (scanner.scan(body, start, length, true) != Scanner.Outcome.VALUE) {
      return refused(Matter.NOT_JSON, "byte " + (scanner.fault().at() + 1));
    }
    int end = Blanks.after(body, scanner.end(), length);
    if (end < length) {
      return refused(Matter.NOT_JSON, "byte " + (end + 1));
    }
    var doc = scanner.doc();
    if (!doc.is(Doc.ROOT, NodeKind.OBJECT)) {
      return refused(Matter.NOT_JSON, "byte " + (start + 1));
    }
    var used = key.isEmpty() ? WriteKey.of(text(doc, doc.member(Doc.ROOT, WRITE_KEY))) : key;
    if (used.reveal().length() < SHORTEST_KEY) {
      return refused(Matter.NO_KEY, "");
    }
    boolean isKnown = known.test(used);
    var common = isKnown ? fate : Discard.UNKNOWN_SOURCE;
    var single = way.single();
    return single == null
        ? batch(doc, isKnown, common, receivedAt)
        : single(doc, single, isKnown, common, receivedAt);
  }

  private static Reading.Refused refused(Matter matter, String detail) {
    return new Reading.Refused(BAD_REQUEST, matter, detail);
  }

  private static String text(Doc doc, int node) {
    return node != Doc.NONE && doc.is(node, NodeKind.STRING) ? doc.text(node) : "";
  }

  private Reading single(
      Doc doc, CallType type, boolean known, @Nullable Discard common, Instant receivedAt) {
    if (doc.length() > CallLimits.MOST_BYTES) {
      return refused(Matter.ITEM_TOO_LARGE, doc.length() + " bytes");
    }
    var around = new Around(doc, Doc.NONE, null, receivedAt);
    return new Reading.Calls(List.of(draft(around, Doc.ROOT, type, common)), known, null);
  }

  private Reading batch(Doc doc, boolean known, @Nullable Discard common, Instant receivedAt) {
    int batch = doc.member(Doc.ROOT, BATCH);
    if (batch == Doc.NONE || !doc.is(batch, NodeKind.ARRAY) || doc.isEmpty(batch)) {
      return new Reading.Calls(List.of(), known, Matter.EMPTY_BATCH);
    }
    int items = 0;
    for (int item = batch + 1; item < doc.after(batch); item = doc.after(item)) {
      items++;
      int size = doc.end(item) - doc.start(item);
      if (size > CallLimits.MOST_BYTES) {
        return refused(Matter.ITEM_TOO_LARGE, "item " + items + ", " + size + " bytes");
      }
    }
    var fate = common == null && items > MOST_ITEMS ? Discard.TOO_MANY_ITEMS : common;
    int context = doc.member(Doc.ROOT, CONTEXT);
    var sentAt = Moments.read(doc, doc.member(Doc.ROOT, SENT_AT));
    var around = new Around(doc, context, sentAt, receivedAt);
    var drafts = new ArrayList<Draft>(items);
    int good = 0;
    for (int item = batch + 1; item < doc.after(batch); item = doc.after(item)) {
      var draft = draft(around, item, type(doc, item), fate);
      drafts.add(draft);
      good += draft.discard() == null ? 1 : 0;
    }
    return new Reading.Calls(drafts, known, fate == null ? matter(good, items) : null);
  }

  private static @Nullable Matter matter(int good, int items) {
    if (good == items) {
      return null;
    }
    return good == 0 ? Matter.EMPTY_BATCH_RESULT : Matter.MULTI_USER_ERROR;
  }

  private static @Nullable CallType type(Doc doc, int item) {
    return CallType.of(text(doc, doc.member(item, TYPE)));
  }

  /// What the calls of one request have in common.
  ///
  /// @param context the place of the batch's context
  private record Around(Doc doc, int context, @Nullable Instant sentAt, Instant receivedAt) {}

  /// @param type none if it has none that is known
  /// @param fate why it is dropped whatever it holds
  private Draft draft(Around around, int call, @Nullable CallType type, @Nullable Discard fate) {
    var doc = around.doc;
    var discard = fate == null ? discard(around, call, type) : fate;
    var own = Moments.read(doc, doc.member(call, SENT_AT));
    var sentAt = own == null ? around.sentAt : own;
    var original = Moments.read(doc, doc.member(call, TIMESTAMP));
    return new Draft(
        orNull(text(doc, doc.member(call, MESSAGE_ID))),
        type,
        orNull(text(doc, doc.member(call, EVENT))),
        orNull(text(doc, doc.member(call, USER_ID))),
        discard,
        Moments.corrected(around.receivedAt, sentAt, original),
        sentAt,
        discard == null && type != null ? Warehouse.names(doc, call, type.word()) : List.of(),
        doc.end(call) - doc.start(call),
        json(doc, call));
  }

  private static @Nullable Discard discard(Around around, int call, @Nullable CallType type) {
    if (type == null) {
      int written = around.doc.member(call, TYPE);
      return text(around.doc, written).isEmpty() ? Discard.MISSING_TYPE : Discard.INVALID_TYPE;
    }
    return new CallCheck(around.doc, call, around.context).reason(type);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /// The call on one line, without the write key that libraries put beside its other members.
  private String json(Doc doc, int call) {
    out.cutTo(0);
    if (doc.member(call, WRITE_KEY) == Doc.NONE) {
      return out.tokens(doc, call).toString();
    }
    out.add('{');
    for (int key = call + 1; key < doc.after(call); key = doc.after(key + 1)) {
      if (!doc.isNamed(key, WRITE_KEY)) {
        if (out.size() > 1) {
          out.add(',');
        }
        out.slice(doc, doc.start(key), doc.end(key)).add(':').tokens(doc, key + 1);
      }
    }
    return out.add('}').toString();
  }
}
