package dev.blipscope.mapping;

import dev.blipscope.blip.Address;
import dev.blipscope.blip.Channel;
import dev.blipscope.blip.Contact;
import dev.blipscope.blip.Fields;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.blip.Role;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import org.jspecify.annotations.Nullable;

/// Draws the conclusions that rules may ask for.
final class Facts {

  private Facts() {}

  static Resolution of(Fact fact, Item item) {
    var found =
        switch (fact) {
          case CONTACT -> person(Fact.CONTACT, item.contact());
          case ORIGINATOR -> person(Fact.ORIGINATOR, Contact.originator(item.doc()));
          case DIRECTION -> direction(item);
          case AUTHOR -> author(item);
          case CHANNEL -> channel(item);
          case BOT -> bot(item);
          case TEXT -> Words.of(item);
          // They are made together with the call.
          case MESSAGE_ID, ANONYMOUS_ID -> null;
        };
    return found == null ? new Resolution.Absent(new Absence.NotConcluded(fact)) : found;
  }

  private static Resolution.Present present(Fact fact, Value value, int... from) {
    return new Resolution.Present(value, Provenance.Derived.of(fact, from));
  }

  private static Resolution.@Nullable Present person(Fact fact, Contact contact) {
    String identity = contact.identity();
    return identity == null
        ? null
        : present(fact, value(identity, contact.whole(), contact.node()), contact.node());
  }

  /// What stands in the payload to the letter is taken to the letter.
  private static Value value(String identity, boolean whole, int node) {
    return whole ? new Value.Original(node) : new Value.Text(identity);
  }

  private static Resolution.@Nullable Present direction(Item item) {
    var route = item.route();
    return route == null
        ? null
        : present(
            Fact.DIRECTION,
            new Value.Text(route.direction().word()),
            route.from().node(),
            route.to().node());
  }

  private static Resolution.@Nullable Present author(Item item) {
    var route = item.route();
    var author = item.author();
    return route == null || author == null
        ? null
        : present(
            Fact.AUTHOR,
            new Value.Text(author.word()),
            route.from().node(),
            route.to().node(),
            Fields.present(item.doc(), Fields.TYPE),
            Fields.metadata(item.doc(), Fields.MESSAGE_EMITTER));
  }

  /// By the customer's own address; else by the one behind the tunnel; else as a contact names it.
  private static Resolution.@Nullable Present channel(Item item) {
    var contact = item.contact();
    String identity = contact.identity();
    if (identity != null) {
      var title = channelOf(Address.of(identity));
      if (title != null) {
        return present(Fact.CHANNEL, new Value.Text(title), contact.node());
      }
    }
    int originator = Fields.metadata(item.doc(), Fields.TUNNEL_ORIGINATOR);
    var title = channelOf(Address.in(item.doc(), originator));
    if (title != null) {
      return present(Fact.CHANNEL, new Value.Text(title), originator);
    }
    int source = item.kind() == Kind.CONTACT ? Fields.present(item.doc(), Fields.SOURCE) : Doc.NONE;
    return source != Doc.NONE && item.doc().is(source, NodeKind.STRING)
        ? present(Fact.CHANNEL, new Value.Original(source), source)
        : null;
  }

  private static @Nullable String channelOf(Address address) {
    return address.is(Role.CUSTOMER) ? Channel.titleOf(address.domain()).orElse(null) : null;
  }

  private static Resolution.@Nullable Present bot(Item item) {
    var bot = botOf(item);
    return bot.is(Role.MISSING)
        ? null
        : present(Fact.BOT, value(bot.identity(), bot.isWhole(), bot.node()), bot.node());
  }

  private static Address botOf(Item item) {
    var route = item.route();
    if (route == null) {
      return Address.in(item.doc(), Fields.present(item.doc(), Fields.OWNER_IDENTITY));
    }
    return route.from().is(Role.BOT)
        ? route.from()
        : route.to().is(Role.BOT) ? route.to() : Address.MISSING;
  }
}
