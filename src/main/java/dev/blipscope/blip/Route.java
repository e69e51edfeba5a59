package dev.blipscope.blip;

import dev.blipscope.json.Doc;

/// Which way a message went and who its customer is, by the first row that fits of the decision
/// table on the two addresses.
///
/// @param row the number of the row that decided, 1 to 13
public record Route(
    Address from, Address to, int row, Direction direction, Basis basis, Contact contact) {

  public static Route of(Doc doc) {
    var from = Address.in(doc, Fields.present(doc, Fields.FROM));
    var to = Address.in(doc, Fields.present(doc, Fields.TO));
    int row = row(from.role(), to.role());
    return new Route(from, to, row, direction(row, from), basis(row), contact(row, from, to, doc));
  }

  private static int row(Role from, Role to) {
    if (from == Role.CUSTOMER && to != Role.CUSTOMER && to != Role.MISSING) {
      return 1;
    }
    if (from != Role.CUSTOMER && from != Role.MISSING && to == Role.CUSTOMER) {
      return 2;
    }
    if (from == Role.TUNNELLED_CUSTOMER && to == Role.BOT) {
      return 3;
    }
    if ((from == Role.BOT || from == Role.MISSING) && to == Role.TUNNELLED_CUSTOMER) {
      return 4;
    }
    if (from == Role.BOT && to.isLeg()) {
      return 5;
    }
    if (from.isLeg() && to == Role.BOT) {
      return 6;
    }
    if (from == Role.BOT && to == Role.BROADCAST) {
      return 7;
    }
    if (from == Role.BOT && to == Role.BOT) {
      return 8;
    }
    if (from == Role.SERVICE) {
      return 9;
    }
    if (from == Role.AGENT && to == Role.BOT) {
      return 10;
    }
    if (from == Role.CUSTOMER && to == Role.CUSTOMER) {
      return 11;
    }
    if (from == Role.MISSING && to == Role.CUSTOMER) {
      return 12;
    }
    return 13;
  }

  private static Direction direction(int row, Address from) {
    return switch (row) {
      case 1, 3 -> Direction.RECEIVED;
      case 2, 4, 7, 10, 12 -> Direction.SENT;
      // Blip's own count of bot messages: whatever comes from the domain of the bots.
      default -> isFromBots(from) ? Direction.SENT : Direction.RECEIVED;
    };
  }

  private static boolean isFromBots(Address from) {
    return from.is(Role.BOT) || Role.isBotDomain(from.domain());
  }

  private static Basis basis(int row) {
    return row <= 2 ? Basis.DOCUMENTED : Basis.ASSUMED;
  }

  private static Contact contact(int row, Address from, Address to, Doc doc) {
    return switch (row) {
      case 1, 3 -> Contact.of(from);
      case 2, 4, 12 -> Contact.of(to);
      case 5 -> behind(to);
      case 6 -> behind(from);
      case 8, 10 -> Contact.originator(doc);
      case 13 -> from.is(Role.CUSTOMER) ? Contact.of(from) : Contact.NOBODY;
      default -> Contact.NOBODY;
    };
  }

  /// The help desk has the customer in the name, a tunnel has him in the instance.
  private static Contact behind(Address leg) {
    return Contact.encoded(leg, leg.is(Role.DESK_LEG) ? leg.name() : leg.instance());
  }
}
