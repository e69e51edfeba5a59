package dev.blipscope.blip;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import org.jspecify.annotations.Nullable;

/// The person behind a payload, as far as it names one.
///
/// @param identity the identity, or none if the payload names nobody
/// @param node the string in the payload that the identity was read from
/// @param whole whether the identity is that string to the letter
public record Contact(@Nullable String identity, int node, boolean whole) {

  static final Contact NOBODY = new Contact(null, Doc.NONE, false);

  static Contact of(Address address) {
    return address.is(Role.MISSING)
        ? NOBODY
        : new Contact(address.identity(), address.node(), address.isWhole());
  }

  /// The person behind a tunnel, as the router knows him.
  public static Contact originator(Doc doc) {
    return of(Address.in(doc, Fields.metadata(doc, Fields.TUNNEL_ORIGINATOR)));
  }

  /// An identity that stands percent-encoded inside an address; none unless it has the form of one.
  static Contact encoded(Address around, String part) {
    var inner = Address.of(around.node(), Address.decoded(part));
    return inner.at() <= 0 || inner.domain().isEmpty() || inner.is(Role.BOT)
        ? NOBODY
        : new Contact(inner.identity(), around.node(), false);
  }

  /// Who triggered an event: `contact.Identity`, else the deprecated `identity`.
  static Contact ofEvent(Doc doc) {
    var contact = insideContact(doc, Fields.present(doc, Fields.CONTACT));
    return contact.identity() != null
        ? contact
        : of(Address.in(doc, Fields.present(doc, Fields.IDENTITY)));
  }

  /// The webhook writes `Identity` with a capital, the API without, so any letter case counts; the
  /// webhook's own goes first.
  private static Contact insideContact(Doc doc, int contact) {
    if (contact == Doc.NONE || !doc.is(contact, NodeKind.OBJECT)) {
      return NOBODY;
    }
    var found = of(Address.in(doc, doc.member(contact, Fields.CONTACT_IDENTITY)));
    int key = contact + 1;
    while (found.identity() == null && key < doc.after(contact)) {
      if (isIdentity(doc, key)) {
        found = of(Address.in(doc, key + 1));
      }
      key = doc.after(key + 1);
    }
    return found;
  }

  private static boolean isIdentity(Doc doc, int key) {
    String name = doc.text(key);
    return !doc.isSuperseded(key) && Letters.are(name, 0, name.length(), Fields.IDENTITY.text());
  }
}
