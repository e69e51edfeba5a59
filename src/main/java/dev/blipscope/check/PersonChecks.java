package dev.blipscope.check;

import dev.blipscope.blip.Address;
import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Channel;
import dev.blipscope.blip.Fields;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Who the person is and which way a message went: what is not certain about it.
final class PersonChecks {

  private static final String TUNNEL = "@tunnel.msging.net";

  /// LIME writes it in camel case, the help page in Pascal case.
  private static final String BSUID = "whatsappbsuid";

  private static final List<Pointer> IN_EVENT =
      List.of(
          Pointer.of("/contact/Identity"),
          Pointer.of("/contact/identity"),
          Pointer.of("/identity"));
  private static final List<Pointer> IN_CONTACT = List.of(Pointer.of("/identity"));

  private final Item item;
  private final Doc doc;
  private final List<Finding> findings = new ArrayList<>();

  private PersonChecks(Item item) {
    this.item = item;
    this.doc = item.doc();
  }

  static List<Finding> of(Item item) {
    var checks = new PersonChecks(item);
    String identity = item.contact().identity();
    if (identity == null) {
      checks.missing();
    } else {
      checks.conflict(identity);
      checks.tunnel(identity);
    }
    checks.bsuid(identity == null ? "" : identity);
    checks.direction();
    return checks.findings;
  }

  private void add(Code code, Where where, String... words) {
    findings.add(Finding.of(code, where, words));
  }

  private void missing() {
    var places =
        switch (item.kind()) {
          case MESSAGE -> List.of(Pointer.ROOT);
          case EVENT -> IN_EVENT;
          case CONTACT -> IN_CONTACT;
        };
    // What is there can be no identity: it is blank, null or no string.
    var where =
        places.stream()
            .filter(place -> !place.equals(Pointer.ROOT) && place.in(doc) != Doc.NONE)
            .findFirst()
            .map(place -> Paths.at(doc, place.toString(), place.in(doc)))
            .orElseGet(() -> Paths.missing(places.getFirst().toString()));
    add(Code.IDENTITY_MISSING, where, item.kind().word());
  }

  /// An event may name a person twice. Blip compares identities without regard to letter case.
  private void conflict(String identity) {
    int top = item.kind() == Kind.EVENT ? Fields.present(doc, Fields.IDENTITY) : Doc.NONE;
    var old = Address.in(doc, top).identity();
    if (top != item.contact().node() && !old.isEmpty() && !old.equalsIgnoreCase(identity)) {
      add(Code.IDENTITY_CONFLICT, Paths.at(doc, top, Fields.IDENTITY.text()));
    }
  }

  private void tunnel(String identity) {
    if (!identity.toLowerCase(Locale.ROOT).endsWith(TUNNEL)) {
      return;
    }
    int originator = Fields.metadata(doc, Fields.TUNNEL_ORIGINATOR);
    if (originator == Doc.NONE) {
      add(Code.IDENTITY_TUNNEL, Paths.of(doc, item.contact().node()), "");
    } else {
      add(Code.IDENTITY_TUNNEL, Paths.of(doc, originator), Fields.TUNNEL_ORIGINATOR.text());
    }
  }

  private void bsuid(String identity) {
    int inMetadata = Fields.metadata(doc, Fields.WA_BSUID);
    int inContact = item.kind() == Kind.CONTACT ? bsuidOfContact() : Doc.NONE;
    if (inMetadata != Doc.NONE) {
      add(Code.IDENTITY_BSUID, Paths.of(doc, inMetadata), Fields.WA_BSUID.text());
    } else if (inContact != Doc.NONE) {
      add(Code.IDENTITY_BSUID, Paths.of(doc, inContact), doc.text(inContact - 1));
    } else if (isWhatsAppWithoutPhone(identity)) {
      add(Code.IDENTITY_BSUID, Paths.of(doc, item.contact().node()), "userId");
    }
  }

  private int bsuidOfContact() {
    for (int key = Doc.ROOT + 1; key < doc.after(Doc.ROOT); key = doc.after(key + 1)) {
      if (!doc.isSuperseded(key)
          && !doc.is(key + 1, NodeKind.NULL)
          && doc.text(key).toLowerCase(Locale.ROOT).equals(BSUID)) {
        return key + 1;
      }
    }
    return Doc.NONE;
  }

  /// The form of such an id is not documented; a phone number, or the number of a group, has no
  /// letters, and what somebody put in its place to cover it is no single word in plain letters.
  private static boolean isWhatsAppWithoutPhone(String identity) {
    int at = identity.indexOf('@');
    return at > 0
        && Channel.ofDomain(identity.substring(at + 1)).orElse(null) == Channel.WHATSAPP
        && identity.substring(0, at).chars().anyMatch(Character::isLetter)
        && identity.substring(0, at).chars().allMatch(unit -> unit > ' ' && unit < 0x7f);
  }

  private void direction() {
    var route = item.route();
    if (route != null && route.basis() == Basis.ASSUMED) {
      findings.add(
          Finding.of(
                  Code.DIRECTION_ASSUMED,
                  Paths.whole(doc),
                  Integer.toString(route.row()),
                  route.direction().word())
              .as(isPlain(route.row()) ? Severity.NOTE : Severity.WARNING));
    }
  }

  /// Rows in which the two addresses leave little doubt, though no page says so.
  private static boolean isPlain(int row) {
    return row == 3 || row == 4 || row == 10 || row == 12;
  }
}
