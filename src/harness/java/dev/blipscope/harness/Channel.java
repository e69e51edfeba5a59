package dev.blipscope.harness;

/// Where a customer writes from, and what his address looks like there.
enum Channel {
  WHATSAPP("wa.gw.msging.net", "WhatsApp"),
  BLIP_CHAT("0mn.io", "0mn.io"),
  INSTAGRAM("instagram.gw.msging.net", "Instagram"),
  MESSENGER("messenger.gw.msging.net", "Facebook Messenger"),
  TELEGRAM("telegram.gw.msging.net", "Telegram"),
  MAIL("mailgun.gw.msging.net", "Mailgun"),
  SMS("take.io", "SMS");

  private final String domain;
  private final String source;

  Channel(String domain, String source) {
    this.domain = domain;
    this.source = source;
  }

  static Channel of(Dice dice) {
    int share = dice.below(100);
    if (share < 60) {
      return WHATSAPP;
    }
    if (share < 76) {
      return BLIP_CHAT;
    }
    if (share < 85) {
      return INSTAGRAM;
    }
    if (share < 91) {
      return MESSENGER;
    }
    if (share < 96) {
      return TELEGRAM;
    }
    return share < 98 ? MAIL : SMS;
  }

  String domain() {
    return domain;
  }

  /// The free text that a contact carries as its `source`.
  String source() {
    return source;
  }

  String identity(Dice dice, String phone, String router) {
    String name =
        switch (this) {
          case WHATSAPP, SMS -> phone;
          case BLIP_CHAT -> dice.uuid() + "." + router;
          case INSTAGRAM, MESSENGER -> "1" + dice.digits(15);
          case TELEGRAM -> "7" + dice.digits(8);
          case MAIL -> "pessoa" + dice.digits(5) + "%40example.com";
        };
    return name + "@" + domain;
  }
}
