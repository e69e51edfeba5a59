package dev.blipscope.harness;

/// The nine content types of the made-up messages, as often as customers and bots use them.
enum ContentType {
  TEXT("text/plain", 44),
  SELECT("application/vnd.lime.select+json", 11),
  REPLY("application/vnd.lime.reply+json", 11),
  MEDIA_LINK("application/vnd.lime.media-link+json", 10),
  JSON("application/json", 9),
  TICKET("application/vnd.iris.ticket+json", 5),
  COLLECTION("application/vnd.lime.collection+json", 4),
  REACTION("application/vnd.lime.reaction+json", 3),
  REDIRECT("application/vnd.lime.redirect+json", 3);

  private static final ContentType[] ALL = values();

  private final String mime;
  private final int percent;

  ContentType(String mime, int percent) {
    this.mime = mime;
    this.percent = percent;
  }

  static ContentType of(Dice dice) {
    int share = dice.below(100);
    for (ContentType type : ALL) {
      share -= type.percent;
      if (share < 0) {
        return type;
      }
    }
    throw new IllegalStateException("the percentages are less than 100 together");
  }

  String mime() {
    return mime;
  }

  /// Whose messages have this content.
  Author author(Dice dice) {
    return switch (this) {
      case TEXT -> dice.chance(52) ? Author.CUSTOMER : dice.chance(70) ? Author.BOT : Author.AGENT;
      case MEDIA_LINK -> dice.chance(65) ? Author.CUSTOMER : Author.BOT;
      case REPLY, REACTION -> Author.CUSTOMER;
      case SELECT, JSON, COLLECTION -> Author.BOT;
      case TICKET, REDIRECT -> Author.DESK;
    };
  }
}
