package dev.blipscope.blip;

import java.util.List;

/// Who stands behind an address.
public enum Role {
  /// A person on a channel.
  CUSTOMER,
  BOT,
  /// A customer as a bot behind a router sees him.
  TUNNELLED_CUSTOMER,
  /// A bot behind a router, as the router sees it; the address holds the customer, too.
  TUNNEL_LEG,
  /// The help desk, on the way between a bot and an agent.
  DESK_LEG,
  BROADCAST,
  /// A person who works at the help desk.
  AGENT,
  /// The platform itself.
  SERVICE,
  /// Written, but of no form that we know.
  ODD,
  MISSING;

  private static final String BOTS = "msging.net";
  private static final String SERVICES = ".msging.net";
  private static final String POSTMASTER = "postmaster";

  /// What we know of the domains of the platform itself; those of the channels are in [Channel].
  private record Domain(String name, Role role) {}

  private static final List<Domain> DOMAINS =
      List.of(
          new Domain(BOTS, BOT),
          new Domain("tunnel.msging.net", TUNNELLED_CUSTOMER),
          new Domain("desk.msging.net", DESK_LEG),
          new Domain("broadcast.msging.net", BROADCAST),
          new Domain("blip.ai", AGENT));

  /// @param at where the `@` of an address stands
  /// @param end where its domain ends
  /// @param hasInstance whether an instance follows
  static Role of(String text, int at, int end, boolean hasInstance) {
    int domain = at + 1;
    if (at == 0 || domain == end) {
      return ODD;
    }
    if (Letters.are(text, 0, at, POSTMASTER)) {
      return SERVICE;
    }
    for (var known : DOMAINS) {
      if (Letters.are(text, domain, end, known.name)) {
        return known.role == TUNNELLED_CUSTOMER && hasInstance ? TUNNEL_LEG : known.role;
      }
    }
    if (Channel.isKnown(text, domain, end)) {
      return CUSTOMER;
    }
    return Letters.endWith(text, domain, end, SERVICES) ? SERVICE : ODD;
  }

  static boolean isBotDomain(String domain) {
    return Letters.are(domain, 0, domain.length(), BOTS);
  }

  boolean isLeg() {
    return this == TUNNEL_LEG || this == DESK_LEG;
  }
}
