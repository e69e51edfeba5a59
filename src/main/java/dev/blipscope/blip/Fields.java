package dev.blipscope.blip;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;

/// The names of the members that Blip writes, and how one looks for them.
public final class Fields {

  public static final Name TYPE = Name.of("type");
  public static final Name CONTENT = Name.of("content");
  public static final Name ID = Name.of("id");
  public static final Name FROM = Name.of("from");
  public static final Name TO = Name.of("to");
  public static final Name METADATA = Name.of("metadata");

  public static final Name OWNER_IDENTITY = Name.of("ownerIdentity");
  public static final Name STORAGE_DATE = Name.of("storageDate");
  public static final Name CATEGORY = Name.of("category");
  public static final Name ACTION = Name.of("action");
  public static final Name CONTACT = Name.of("contact");
  public static final Name MESSAGE_ID = Name.of("messageId");
  public static final Name EXTRAS = Name.of("extras");

  public static final Name LAST_MESSAGE_DATE = Name.of("lastMessageDate");
  public static final Name IDENTITY = Name.of("identity");
  public static final Name SOURCE = Name.of("source");

  /// How the webhook writes the identity inside the contact of an event.
  static final Name CONTACT_IDENTITY = Name.of("Identity");

  public static final Name SEQUENTIAL_ID = Name.of("sequentialId");

  public static final Name ENVELOPE_STORAGE_DATE = Name.of("#envelope.storageDate");
  public static final Name TUNNEL_ORIGINATOR = Name.of("#tunnel.originator");
  public static final Name MESSAGE_EMITTER = Name.of("#messageEmitter");
  public static final Name WA_BSUID = Name.of("#wa.bsuid");

  private Fields() {}

  /// The value of a member that says something: neither missing nor null.
  public static int present(Doc doc, int object, Name name) {
    if (object == Doc.NONE || !doc.is(object, NodeKind.OBJECT)) {
      return Doc.NONE;
    }
    int value = doc.member(object, name);
    return value == Doc.NONE || doc.is(value, NodeKind.NULL) ? Doc.NONE : value;
  }

  public static int present(Doc doc, Name name) {
    return present(doc, Doc.ROOT, name);
  }

  public static boolean has(Doc doc, Name name) {
    return present(doc, name) != Doc.NONE;
  }

  /// A top-level member that is a string, or [Doc#NONE].
  static int string(Doc doc, Name name) {
    return stringOrNone(doc, present(doc, name));
  }

  /// A string member of the metadata of a message, or [Doc#NONE].
  public static int metadata(Doc doc, Name name) {
    return stringOrNone(doc, present(doc, present(doc, METADATA), name));
  }

  private static int stringOrNone(Doc doc, int value) {
    return value != Doc.NONE && doc.is(value, NodeKind.STRING) ? value : Doc.NONE;
  }
}
