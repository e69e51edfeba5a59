package dev.blipscope.sandbox;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The documented reasons for which Segment drops a single call.
///
/// @param call the place of the call, an object
/// @param shared the context of the batch around it, which each of its calls has, too
record CallCheck(Doc doc, int call, int shared) {

  private static final Name USER_ID = Name.of("userId");
  private static final Name ANONYMOUS_ID = Name.of("anonymousId");
  private static final Name EVENT = Name.of("event");
  private static final Name PROPERTIES = Name.of("properties");
  private static final Name TRAITS = Name.of("traits");
  private static final Name NAME = Name.of("name");
  private static final Name CATEGORY = Name.of("category");
  private static final Name CONTEXT = Name.of("context");
  private static final Name DEVICE = Name.of("device");
  private static final Name ADVERTISING_ID = Name.of("advertisingId");
  private static final Name CONSENT = Name.of("consent");
  private static final Name PREFERENCES = Name.of("categoryPreferences");
  private static final Name VERSION = Name.of("version");
  private static final Name CONSENT_EVENT = Name.of("Segment Consent Preference Updated");

  /// The first reason; none if it is good.
  @Nullable Discard reason(CallType type) {
    var reason = ids(type);
    if (reason == null) {
      reason = body(type);
    }
    return reason == null ? context() : reason;
  }

  private int member(Name name) {
    return doc.member(call, name);
  }

  private boolean isText(int node) {
    // A string that is not empty has more than its quotes.
    return doc.is(node, NodeKind.STRING) && doc.end(node) - doc.start(node) > 2;
  }

  private boolean isWrong(int node, NodeKind kind) {
    return node != Doc.NONE && !doc.is(node, kind);
  }

  private @Nullable Discard ids(CallType type) {
    int userId = member(USER_ID);
    int anonymousId = member(ANONYMOUS_ID);
    if (userId == Doc.NONE && anonymousId == Doc.NONE) {
      return type == CallType.ALIAS ? Discard.ID_REQUIRED : Discard.NO_USER_ANON_ID;
    }
    return List.of(userId, anonymousId).stream().anyMatch(id -> id != Doc.NONE && !isText(id))
        ? Discard.ID_NOT_STRING
        : null;
  }

  private @Nullable Discard body(CallType type) {
    var reason =
        switch (type) {
          case TRACK -> event();
          case PAGE, SCREEN -> view();
          case IDENTIFY, GROUP, ALIAS -> null;
        };
    if (reason != null) {
      return reason;
    }
    if (isWrong(member(PROPERTIES), NodeKind.OBJECT)) {
      return Discard.PROPERTIES_NOT_OBJECT;
    }
    return isWrong(member(TRAITS), NodeKind.OBJECT) ? Discard.TRAITS_NOT_OBJECT : null;
  }

  private @Nullable Discard event() {
    int event = member(EVENT);
    if (event == Doc.NONE || doc.is(event, NodeKind.NULL)) {
      return Discard.EVENT_NOT_DEFINED;
    }
    if (!doc.is(event, NodeKind.STRING)) {
      return Discard.EVENT_NOT_STRING;
    }
    return isText(event) ? null : Discard.EVENT_NOT_DEFINED;
  }

  private @Nullable Discard view() {
    int name = member(NAME);
    if (name != Doc.NONE && !isText(name)) {
      return Discard.NAME_NOT_STRING;
    }
    int category = member(CATEGORY);
    return category != Doc.NONE && !isText(category) ? Discard.CATEGORY_NOT_STRING : null;
  }

  private @Nullable Discard context() {
    int advertisingId = inObject(inContext(DEVICE), ADVERTISING_ID);
    if (isWrong(advertisingId, NodeKind.STRING)) {
      return Discard.DEVICE_ADVERTISINGID_SHOULD_BE_STRING;
    }
    int consent = inContext(CONSENT);
    if (isWrong(inObject(consent, VERSION), NodeKind.NUMBER)) {
      return Discard.CONSENT_VERSION_SHOULD_BE_NUMBER;
    }
    return preferences(inObject(consent, PREFERENCES));
  }

  private @Nullable Discard preferences(int preferences) {
    if (preferences == Doc.NONE) {
      int event = member(EVENT);
      return event != Doc.NONE && doc.isText(event, CONSENT_EVENT)
          ? Discard.CONSENT_CATEGORYPREFERENCES_SHOULD_EXIST
          : null;
    }
    if (!doc.is(preferences, NodeKind.OBJECT)) {
      return Discard.CONSENT_CATEGORYPREFERENCES_FIELDS_SHOULD_BE_OBJECT;
    }
    for (int key = preferences + 1; key < doc.after(preferences); key = doc.after(key + 1)) {
      if (!doc.kind(key + 1).isBoolean()) {
        return Discard.CONSENT_CATEGORYPREFERENCES_FIELDS_SHOULD_BE_BOOL;
      }
    }
    return null;
  }

  /// A member of the call's own context, else of the batch's.
  private int inContext(Name name) {
    int own = inObject(member(CONTEXT), name);
    return own == Doc.NONE ? inObject(shared, name) : own;
  }

  private int inObject(int object, Name name) {
    return object == Doc.NONE ? Doc.NONE : doc.member(object, name);
  }
}
