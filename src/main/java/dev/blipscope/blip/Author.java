package dev.blipscope.blip;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import org.jspecify.annotations.Nullable;

/// Who wrote a message. No page of the vendor says how to tell; all of it is our reading.
public enum Author {
  CUSTOMER("customer"),
  BOT("bot"),
  /// A person of the company, at the help desk or in the channel's own app.
  AGENT("agent"),
  SYSTEM("system");

  private static final Name HUMAN = Name.of("Human");

  private final String word;

  Author(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static @Nullable Author of(Item message, Route route) {
    if (message.isTicketUpdate()) {
      return SYSTEM;
    }
    if (message.echo() != Doc.NONE) {
      return AGENT;
    }
    return switch (route.row()) {
      // Between bot and leg runs a copy of what the customer wrote.
      case 1, 3, 5, 11 -> CUSTOMER;
      default -> bySender(message, route);
    };
  }

  private static boolean isEmittedBy(Doc doc, Name emitter) {
    int found = Fields.metadata(doc, Fields.MESSAGE_EMITTER);
    return found != Doc.NONE && doc.isText(found, emitter);
  }

  private static @Nullable Author bySender(Item message, Route route) {
    return switch (route.from().role()) {
      case SERVICE -> SYSTEM;
      case AGENT, DESK_LEG -> AGENT;
      case BOT, BROADCAST, TUNNEL_LEG -> botOrHuman(message.doc());
      case CUSTOMER -> CUSTOMER;
      // A tunnel that writes to a customer, or nobody known who does, stands for the bot.
      case TUNNELLED_CUSTOMER -> isToCustomer(route) ? botOrHuman(message.doc()) : CUSTOMER;
      case ODD, MISSING -> isToCustomer(route) ? botOrHuman(message.doc()) : null;
    };
  }

  private static boolean isToCustomer(Route route) {
    return route.to().is(Role.CUSTOMER) || route.to().is(Role.TUNNELLED_CUSTOMER);
  }

  private static Author botOrHuman(Doc doc) {
    return isEmittedBy(doc, HUMAN) ? AGENT : BOT;
  }
}
