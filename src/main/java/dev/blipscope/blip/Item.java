package dev.blipscope.blip;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import org.jspecify.annotations.Nullable;

/// A payload that is understood: its kind, its person, and for a message its route.
///
/// @param route only a message has one
public record Item(Doc doc, Kind kind, @Nullable Route route, Contact contact) {

  private static final Name TICKET_TYPE = Name.of("application/vnd.iris.ticket+json");
  private static final Name EXTERNAL_TYPE = Name.of("application/vnd.lime.external+json");
  private static final Name EXTERNAL = Name.of("externalMessages");

  public static Item of(Doc doc, Kind kind) {
    return kind.read(doc);
  }

  /// Whether this message is the system's word on a ticket, though the customer's address is in
  /// `from`.
  public boolean isTicketUpdate() {
    return isOfType(TICKET_TYPE);
  }

  /// Whether this is a message whose content is of this MIME type, written in small letters.
  public boolean isOfType(Name type) {
    return kind == Kind.MESSAGE && ContentType.is(doc, type);
  }

  /// What says that somebody of the company wrote this message outside of Blip, in the app of the
  /// channel: its type or its emitter; or [Doc#NONE].
  public int echo() {
    if (isOfType(EXTERNAL_TYPE)) {
      return Fields.present(doc, Fields.TYPE);
    }
    int emitter = Fields.metadata(doc, Fields.MESSAGE_EMITTER);
    return kind == Kind.MESSAGE && emitter != Doc.NONE && doc.isText(emitter, EXTERNAL)
        ? emitter
        : Doc.NONE;
  }

  /// Who wrote this message, as far as it can be told; only a message has an author.
  public @Nullable Author author() {
    return route == null ? null : Author.of(this, route);
  }
}
