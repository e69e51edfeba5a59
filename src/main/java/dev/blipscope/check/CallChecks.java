package dev.blipscope.check;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.mapping.Instants;
import dev.blipscope.segment.CallLimits;
import java.util.ArrayList;
import java.util.List;

/// Every documented reason for which Segment drops or rejects a single call, and what a warehouse
/// would lose, measured on the bytes that would be sent.
public final class CallChecks {

  private static final Name TYPE = Name.of("type");
  private static final Name TRACK = Name.of("track");
  private static final List<Name> VIEWS = List.of(Name.of("page"), Name.of("screen"));
  private static final List<Name> TEXTS_OF_VIEWS = List.of(Name.of("name"), Name.of("category"));
  private static final Name EVENT = Name.of("event");
  private static final List<Name> IDS = List.of(Name.of("userId"), Name.of("anonymousId"));
  private static final Name MESSAGE_ID = Name.of("messageId");
  private static final Name TIMESTAMP = Name.of("timestamp");
  private static final List<Name> BODIES = List.of(Name.of("properties"), Name.of("traits"));

  private final Doc call;
  private final List<Finding> findings = new ArrayList<>();

  private CallChecks(Doc call) {
    this.call = call;
  }

  /// What is wrong with a call.
  ///
  /// @param call the call as it would be sent, an object
  public static List<Finding> of(Doc call) {
    var checks = new CallChecks(call);
    checks.size();
    checks.type();
    checks.identity();
    checks.messageId();
    checks.timestamp();
    BODIES.forEach(checks::body);
    checks.findings.addAll(ContextChecks.of(call));
    // What Segment refuses reaches no warehouse.
    if (call.length() <= CallLimits.MOST_BYTES) {
      checks.findings.addAll(WarehouseChecks.of(call));
    }
    return checks.findings;
  }

  private void add(Code code, String pointer, String... words) {
    findings.add(Finding.of(code, Paths.inCall(call, pointer), words));
  }

  private int member(Name name) {
    return call.member(Doc.ROOT, name);
  }

  private boolean isText(int node) {
    return node != Doc.NONE && call.is(node, NodeKind.STRING) && !call.text(node).isEmpty();
  }

  private void size() {
    if (call.length() >= CallLimits.MANY_BYTES) {
      findings.add(
          Finding.of(
                  Code.SEGMENT_SIZE,
                  Paths.inCall(call, ""),
                  Integer.toString(call.length()),
                  Integer.toString(CallLimits.MOST_BYTES))
              .as(call.length() > CallLimits.MOST_BYTES ? Severity.ERROR : Severity.NOTE));
    }
  }

  /// `missing_type`; for a track `event_not_defined` and `event_not_string`; for the calls that
  /// have them `name_not_string` and `category_not_string`.
  private void type() {
    int type = member(TYPE);
    if (!isText(type)) {
      add(Code.SEGMENT_NOT_STRING, "/type", "type");
    } else if (call.isText(type, TRACK)) {
      if (!isText(member(EVENT))) {
        add(Code.SEGMENT_EVENT_NAME, "/event");
      }
    } else if (VIEWS.stream().anyMatch(view -> call.isText(type, view))) {
      for (var field : TEXTS_OF_VIEWS) {
        if (member(field) != Doc.NONE && !isText(member(field))) {
          add(Code.SEGMENT_NOT_STRING, "/" + field.text(), field.text());
        }
      }
    }
  }

  /// `no_user_anon_id` and `id_required`; `id_not_string`, also for an empty one.
  private void identity() {
    if (IDS.stream().allMatch(id -> member(id) == Doc.NONE)) {
      add(Code.SEGMENT_NO_ID, "");
    }
    for (var id : IDS) {
      if (member(id) != Doc.NONE && !isText(member(id))) {
        add(Code.SEGMENT_ID_TYPE, "/" + id.text(), id.text());
      }
    }
  }

  private void messageId() {
    int id = member(MESSAGE_ID);
    if (id != Doc.NONE
        && (!call.is(id, NodeKind.STRING)
            || call.text(id).length() >= CallLimits.MESSAGE_ID_LENGTH)) {
      add(Code.SEGMENT_MESSAGE_ID, "/messageId", Integer.toString(CallLimits.MESSAGE_ID_LENGTH));
    }
  }

  private void timestamp() {
    int timestamp = member(TIMESTAMP);
    if (timestamp != Doc.NONE
        && (!call.is(timestamp, NodeKind.STRING) || Instants.inUtc(call.text(timestamp)) == null)) {
      add(Code.SEGMENT_TIMESTAMP, "/timestamp");
    }
  }

  /// `properties_not_object` and `traits_not_object`, and how many properties are too many.
  private void body(Name field) {
    int body = member(field);
    if (body == Doc.NONE) {
      return;
    }
    if (!call.is(body, NodeKind.OBJECT)) {
      add(Code.SEGMENT_NOT_OBJECT, "/" + field.text(), field.text());
      return;
    }
    int properties = 0;
    for (int key = body + 1; key < call.after(body); key = call.after(key + 1)) {
      properties++;
    }
    if (properties > CallLimits.MOST_PROPERTIES) {
      add(
          Code.SEGMENT_PROPERTIES,
          "/" + field.text(),
          Integer.toString(properties),
          Integer.toString(CallLimits.MOST_PROPERTIES));
    }
  }
}
