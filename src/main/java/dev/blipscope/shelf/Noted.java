package dev.blipscope.shelf;

import dev.blipscope.blip.Address;
import dev.blipscope.blip.Channel;
import dev.blipscope.blip.Contact;
import dev.blipscope.blip.Detector;
import dev.blipscope.blip.Direction;
import dev.blipscope.blip.Fields;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.blip.Role;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the index keeps of one payload.
///
/// @param time when it happened, in milliseconds since 1970, or [#NO_TIME]
/// @param who the identity of its person
record Noted(
    RowKind kind, @Nullable Direction direction, Via via, long time, @Nullable String who) {

  static final long NO_TIME = Long.MIN_VALUE;

  static final Noted NOT_OBJECT = nothingOf(RowKind.NOT_OBJECT);
  static final Noted BROKEN = nothingOf(RowKind.BROKEN);

  private static Noted nothingOf(RowKind kind) {
    return new Noted(kind, null, Via.Unknown.NONE, NO_TIME, null);
  }

  /// @param reserved the kind that the receiver's URL is kept for, if it is
  static Noted of(Doc doc, @Nullable Kind reserved) {
    var detection = Detector.detect(doc, reserved);
    var kind = detection.kind();
    if (kind == null) {
      return nothingOf(detection.foreign() == null ? RowKind.UNSUPPORTED : RowKind.FOREIGN);
    }
    var item = Item.of(doc, kind);
    var route = item.route();
    return new Noted(
        RowKind.of(kind),
        route == null ? null : route.direction(),
        via(item),
        time(doc, kind),
        item.contact().identity());
  }

  // When

  /// The moment that a mapping takes for a message or an event; of a contact when he wrote last.
  private static long time(Doc doc, Kind kind) {
    int written =
        switch (kind) {
          case MESSAGE -> Fields.metadata(doc, Fields.ENVELOPE_STORAGE_DATE);
          case EVENT -> Fields.present(doc, Fields.STORAGE_DATE);
          case CONTACT -> Fields.present(doc, Fields.LAST_MESSAGE_DATE);
        };
    return written == Doc.NONE || !doc.is(written, NodeKind.STRING)
        ? NO_TIME
        : Moments.of(doc.text(written));
  }

  // Where from: as the mapping concludes it

  private static Via via(Item item) {
    var own = viaOf(item.contact());
    if (own != Via.Unknown.NONE) {
      return own;
    }
    var doc = item.doc();
    var behind = viaOf(Address.in(doc, Fields.metadata(doc, Fields.TUNNEL_ORIGINATOR)));
    return behind != Via.Unknown.NONE || item.kind() != Kind.CONTACT ? behind : viaOfSource(doc);
  }

  private static Via viaOf(Contact contact) {
    String identity = contact.identity();
    return identity == null ? Via.Unknown.NONE : viaOf(Address.of(identity));
  }

  private static Via viaOf(Address address) {
    return address.is(Role.CUSTOMER) ? known(Channel.ofDomain(address.domain())) : Via.Unknown.NONE;
  }

  private static Via known(Optional<Channel> channel) {
    return channel.<Via>map(Via.Known::new).orElse(Via.Unknown.OTHER);
  }

  private static Via viaOfSource(Doc doc) {
    int source = Fields.present(doc, Fields.SOURCE);
    if (source == Doc.NONE || !doc.is(source, NodeKind.STRING)) {
      return Via.Unknown.NONE;
    }
    String title = doc.text(source);
    for (var channel : Channel.values()) {
      if (channel.title().equalsIgnoreCase(title)) {
        return new Via.Known(channel);
      }
    }
    return Via.Unknown.OTHER;
  }
}
