package dev.blipscope.blip;

import static dev.blipscope.blip.Fields.has;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Things that look like Blip data or carry a marker, and are no item of the data webhook. They are
/// tried in the order in which they stand here.
public enum Foreign {
  COMMAND("command") {
    @Override
    List<Name> seenIn(Doc doc) {
      return has(doc, METHOD) ? with(doc, METHOD, URI, RESOURCE, STATUS) : List.of();
    }
  },
  NOTIFICATION("notification") {
    @Override
    List<Name> seenIn(Doc doc) {
      return isOneOf(doc, EVENT, NOTIFIED) && !has(doc, Fields.TYPE) ? List.of(EVENT) : List.of();
    }
  },
  SESSION("session") {
    @Override
    List<Name> seenIn(Doc doc) {
      return isOneOf(doc, STATE, SESSION_STATES) && !hasMarker(doc) ? List.of(STATE) : List.of();
    }
  },
  TICKET("ticket") {
    @Override
    List<Name> seenIn(Doc doc) {
      return has(doc, Fields.SEQUENTIAL_ID) && !has(doc, Fields.TYPE)
          ? with(doc, Fields.SEQUENTIAL_ID, STATUS)
          : List.of();
    }
  },
  TEMPLATE("template") {
    @Override
    List<Name> seenIn(Doc doc) {
      return isOneOf(doc, Fields.CATEGORY, TEMPLATE_CATEGORIES)
              && !has(doc, Fields.ACTION)
              && !has(doc, Fields.OWNER_IDENTITY)
          ? with(doc, Fields.CATEGORY, COMPONENTS, LANGUAGE)
          : List.of();
    }
  },
  CONTACT("contact") {
    @Override
    List<Name> seenIn(Doc doc) {
      return has(doc, Fields.IDENTITY) && !hasMarker(doc)
          ? with(doc, Fields.IDENTITY, NAME, PHONE_NUMBER, EMAIL, Fields.EXTRAS, Fields.SOURCE)
          : List.of();
    }
  },
  HISTORY("history") {
    @Override
    List<Name> seenIn(Doc doc) {
      return has(doc, DIRECTION) && !has(doc, Fields.FROM) && !has(doc, Fields.TO)
          ? with(doc, DIRECTION, Fields.TYPE)
          : List.of();
    }
  },
  DATA_SHARE("data-share") {
    @Override
    List<Name> seenIn(Doc doc) {
      return has(doc, SHARED_OWNER) ? with(doc, SHARED_OWNER, SHARED_DAY, SHARED_FROM) : List.of();
    }
  },
  SEGMENT("segment") {
    @Override
    List<Name> seenIn(Doc doc) {
      if (has(doc, BATCH)) {
        return List.of(BATCH);
      }
      return isOneOf(doc, Fields.TYPE, SEGMENT_TYPES)
          ? with(doc, Fields.TYPE, USER_ID, ANONYMOUS_ID, Fields.MESSAGE_ID)
          : List.of();
    }
  };

  private static final Name STATUS = Name.of("status");
  private static final Name EVENT = Name.of("event");
  private static final Name METHOD = Name.of("method");
  private static final Name URI = Name.of("uri");
  private static final Name RESOURCE = Name.of("resource");
  private static final Name STATE = Name.of("state");
  private static final Name COMPONENTS = Name.of("components");
  private static final Name LANGUAGE = Name.of("language");
  private static final Name NAME = Name.of("name");
  private static final Name PHONE_NUMBER = Name.of("phoneNumber");
  private static final Name EMAIL = Name.of("email");
  private static final Name DIRECTION = Name.of("direction");
  private static final Name SHARED_OWNER = Name.of("OwnerIdentity");
  private static final Name SHARED_DAY = Name.of("StorageDateDayBR");
  private static final Name SHARED_FROM = Name.of("FromIdentity");
  private static final Name USER_ID = Name.of("userId");
  private static final Name ANONYMOUS_ID = Name.of("anonymousId");
  private static final Name BATCH = Name.of("batch");

  private static final List<Name> NOTIFIED =
      names("accepted", "dispatched", "received", "consumed", "failed", "authorized");
  private static final List<Name> SESSION_STATES =
      names(
          "new", "negotiating", "authenticating", "established", "finishing", "finished", "failed");
  private static final List<Name> TEMPLATE_CATEGORIES =
      names("MARKETING", "UTILITY", "AUTHENTICATION");
  private static final List<Name> SEGMENT_TYPES =
      names("track", "identify", "page", "screen", "group", "alias");

  /// A shape, and a field without which it is not seen.
  private record Suspicion(Name sign, Foreign shape) {}

  private static final List<Suspicion> SUSPICIONS =
      List.of(
          new Suspicion(METHOD, COMMAND),
          new Suspicion(EVENT, NOTIFICATION),
          new Suspicion(STATE, SESSION),
          new Suspicion(Fields.SEQUENTIAL_ID, TICKET),
          new Suspicion(Fields.CATEGORY, TEMPLATE),
          new Suspicion(Fields.IDENTITY, CONTACT),
          new Suspicion(DIRECTION, HISTORY),
          new Suspicion(SHARED_OWNER, DATA_SHARE),
          new Suspicion(BATCH, SEGMENT),
          new Suspicion(Fields.TYPE, SEGMENT));

  private final String word;

  Foreign(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// The fields by which this shape is recognised in a payload; none if it is not this shape.
  abstract List<Name> seenIn(Doc doc);

  /// A foreign shape, and the fields that gave it away.
  public record Sighting(Foreign shape, List<Name> by) {
    public Sighting {
      by = List.copyOf(by);
    }
  }

  static @Nullable Sighting in(Doc doc) {
    for (var suspicion : SUSPICIONS) {
      if (doc.member(Doc.ROOT, suspicion.sign) != Doc.NONE) {
        var by = suspicion.shape.seenIn(doc);
        if (!by.isEmpty()) {
          return new Sighting(suspicion.shape, by);
        }
      }
    }
    return null;
  }

  /// A field that is there with those others that are there too; none if there is no other.
  private static List<Name> with(Doc doc, Name first, Name... others) {
    var seen = new ArrayList<Name>();
    seen.add(first);
    for (var other : others) {
      if (has(doc, other)) {
        seen.add(other);
      }
    }
    return seen.size() > 1 ? seen : List.of();
  }

  private static boolean isOneOf(Doc doc, Name field, List<Name> words) {
    int value = Fields.present(doc, field);
    if (value == Doc.NONE || !doc.is(value, NodeKind.STRING)) {
      return false;
    }
    for (var word : words) {
      if (doc.isText(value, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasMarker(Doc doc) {
    for (var kind : Detector.KINDS) {
      if (has(doc, kind.marker())) {
        return true;
      }
    }
    return false;
  }

  private static List<Name> names(String... words) {
    return Stream.of(words).map(Name::of).toList();
  }
}
