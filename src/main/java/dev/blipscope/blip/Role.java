package dev.blipscope.blip;

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
  private static final String TUNNEL = "tunnel.msging.net";
  private static final String DESK = "desk.msging.net";
  private static final String LISTS = "broadcast.msging.net";
  private static final String PORTAL = "blip.ai";
  private static final String SERVICES = ".msging.net";
  private static final String POSTMASTER = "postmaster";

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
    if (Letters.are(text, domain, end, BOTS)) {
      return BOT;
    }
    if (Channel.isKnown(text, domain, end)) {
      return CUSTOMER;
    }
    return Letters.endWith(text, domain, end, SERVICES)
        ? ofPlatform(text, domain, end, hasInstance)
        : Letters.are(text, domain, end, PORTAL) ? AGENT : ODD;
  }

  private static Role ofPlatform(String text, int domain, int end, boolean hasInstance) {
    if (Letters.are(text, domain, end, TUNNEL)) {
      return hasInstance ? TUNNEL_LEG : TUNNELLED_CUSTOMER;
    }
    if (Letters.are(text, domain, end, DESK)) {
      return DESK_LEG;
    }
    return Letters.are(text, domain, end, LISTS) ? BROADCAST : SERVICE;
  }

  static boolean isBotDomain(String domain) {
    return Letters.are(domain, 0, domain.length(), BOTS);
  }

  boolean isLeg() {
    return this == TUNNEL_LEG || this == DESK_LEG;
  }
}
