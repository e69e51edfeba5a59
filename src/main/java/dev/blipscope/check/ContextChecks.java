package dev.blipscope.check;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import java.util.ArrayList;
import java.util.List;

/// The reasons for which Segment drops a call because of its context.
final class ContextChecks {

  private static final Name EVENT = Name.of("event");
  static final Name CONSENT_EVENT = Name.of("Segment Consent Preference Updated");
  private static final Name CONTEXT = Name.of("context");
  private static final Name DEVICE = Name.of("device");
  private static final Name ADVERTISING_ID = Name.of("advertisingId");
  private static final Name CONSENT = Name.of("consent");
  private static final Name PREFERENCES = Name.of("categoryPreferences");

  private static final String PREFERENCES_AT = "/context/consent/categoryPreferences";

  private ContextChecks() {}

  static List<Finding> of(Doc call) {
    var findings = new ArrayList<Finding>();
    int context = call.member(Doc.ROOT, CONTEXT);
    int advertisingId = member(call, member(call, context, DEVICE), ADVERTISING_ID);
    if (advertisingId != Doc.NONE && !call.is(advertisingId, NodeKind.STRING)) {
      findings.add(
          Finding.of(
              Code.SEGMENT_NOT_STRING,
              Paths.inCall(call, "/context/device/advertisingId", advertisingId),
              ADVERTISING_ID.text()));
    }
    preferences(call, member(call, member(call, context, CONSENT), PREFERENCES), findings);
    return findings;
  }

  private static int member(Doc call, int object, Name field) {
    return object != Doc.NONE && call.is(object, NodeKind.OBJECT)
        ? call.member(object, field)
        : Doc.NONE;
  }

  private static Finding consent(Doc call, String pointer, int node) {
    return Finding.of(Code.SEGMENT_CONSENT, Paths.inCall(call, pointer, node));
  }

  /// `consent_categorypreferences_should_exist`, `..._fields_should_be_object` and
  /// `..._fields_should_be_bool`.
  private static void preferences(Doc call, int preferences, List<Finding> findings) {
    if (preferences == Doc.NONE) {
      int event = call.member(Doc.ROOT, EVENT);
      if (event != Doc.NONE && call.isText(event, CONSENT_EVENT)) {
        findings.add(consent(call, PREFERENCES_AT, preferences));
      }
    } else if (!call.is(preferences, NodeKind.OBJECT)) {
      findings.add(consent(call, PREFERENCES_AT, preferences));
    } else {
      for (int key = preferences + 1; key < call.after(preferences); key = call.after(key + 1)) {
        if (!call.kind(key + 1).isBoolean()) {
          findings.add(
              consent(call, PREFERENCES_AT + "/" + Pointer.escaped(call.text(key)), key + 1));
        }
      }
    }
  }
}
