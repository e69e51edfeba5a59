package dev.blipscope.blip;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a customer writes from, known by the domain of the address.
@SuppressWarnings("ImmutableEnumChecker") // List.of never changes
public enum Channel {
  WHATSAPP("WhatsApp", "wa.gw.msging.net"),
  BLIP_CHAT("Blip Chat", "0mn.io"),
  MESSENGER("Messenger", "messenger.gw.msging.net"),
  INSTAGRAM("Instagram", "instagram.gw.msging.net"),
  TELEGRAM("Telegram", "telegram.gw.msging.net"),
  TEAMS("Microsoft Teams", "abs.gw.msging.net"),
  SKYPE("Skype", "skype.gw.msging.net"),
  WORKPLACE("Workplace", "workplace.gw.msging.net"),
  GOOGLE_BUSINESS_MESSAGES("Google Business Messages", "businessmessages.gw.msging.net"),
  APPLE_BUSINESS_CHAT("Apple Business Chat", "businesschat.gw.msging.net"),
  // The help page on messages prints "googlersc"; both are taken.
  GOOGLE_RCS("Google RCS", "googlercs.gw.msging.net", "googlersc.gw.msging.net"),
  EMAIL("E-mail", "mailgun.gw.msging.net"),
  SMS("SMS", "take.io", "tangram.com.br"),
  GOOGLE_ASSISTANT("Google Assistant", "assistant.gw.msging.net"),
  INFOBIP("Infobip", "infobip.gw.msging.net"),
  CHAT_CONVERSATIONS("Chat Conversations", "chatconversations.gw.msging.net");

  private static final String GATEWAYS = ".gw.msging.net";
  private static final String PAYMENTS = "pagseguro.gw.msging.net";

  /// A domain, and the channel that it belongs to.
  private record Home(String domain, Channel channel) {}

  private static final List<Home> HOMES =
      Arrays.stream(values())
          .flatMap(channel -> channel.domains.stream().map(domain -> new Home(domain, channel)))
          .toList();

  private final String title;
  private final List<String> domains;

  Channel(String title, String... domains) {
    this.title = title;
    this.domains = List.of(domains);
  }

  /// The name a person knows it by.
  public String title() {
    return title;
  }

  /// The channel of a domain, written in any letter case.
  public static Optional<Channel> ofDomain(String domain) {
    return Optional.ofNullable(at(domain, 0, domain.length()));
  }

  /// The name of the channel of a domain; for a gateway that we do not know, its own first word.
  public static Optional<String> titleOf(String domain) {
    var known = at(domain, 0, domain.length());
    if (known != null) {
      return Optional.of(known.title);
    }
    return isGateway(domain, 0, domain.length())
        ? Optional.of(domain.substring(0, domain.length() - GATEWAYS.length()))
        : Optional.empty();
  }

  /// Whether customers write from the domain between two places; a gateway counts even if we do
  /// not know it.
  static boolean isKnown(String text, int from, int to) {
    return isGateway(text, from, to) || at(text, from, to) != null;
  }

  private static boolean isGateway(String text, int from, int to) {
    return Letters.endWith(text, from, to, GATEWAYS) && !Letters.are(text, from, to, PAYMENTS);
  }

  private static @Nullable Channel at(String text, int from, int to) {
    for (var home : HOMES) {
      if (Letters.are(text, from, to, home.domain)) {
        return home.channel;
      }
    }
    return null;
  }
}
