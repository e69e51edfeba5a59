package dev.blipscope.harness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// Writes one made-up message: who, to whom, what, and the metadata that Blip adds on the way.
record Message(JsonWriter json, Dice dice, Person person, long time) {

  private static final int PERCENT_ID_FIRST = 25;

  void write() {
    var type = ContentType.of(dice);
    var author = type.author(dice);
    String id = id(author);
    boolean idFirst = dice.chance(PERCENT_ID_FIRST);
    json.object();
    if (idFirst) {
      envelope(id, author);
    }
    json.field("type", type.mime());
    new Content(json, dice, person, time).write(type, author, id);
    if (!idFirst) {
      envelope(id, author);
    }
    new Metadata(json, dice, person, time).write(type, author);
    json.endObject();
  }

  private void envelope(String id, Author author) {
    String bot = person.bot();
    json.field("id", id);
    if (author.isCustomersSide()) {
      json.field("from", person.address()).field("to", bot);
    } else {
      String pod = "/msging-application-router-hosting-standard-" + dice.oneOf(Words.PODS);
      json.field("from", bot + pod).field("to", person.identity());
    }
  }

  private String id(Author author) {
    return switch (author) {
      case CUSTOMER -> person.channel() == Channel.WHATSAPP ? whatsAppId() : dice.uuid();
      case BOT, DESK -> dice.uuid();
      case AGENT -> "fwd:fwd:" + dice.uuid();
    };
  }

  /// WhatsApp's ids are Base64 of the phone number and 32 hex digits.
  private String whatsAppId() {
    String digits = (dice.hex16() + dice.hex16()).toUpperCase(Locale.ROOT);
    String inside =
        "\u001c\u0018\r" + person.phone() + "\u0015\u0002\0\u0012\u0018 " + digits + "\0";
    byte[] bytes = inside.getBytes(StandardCharsets.ISO_8859_1);
    return "wamid." + Base64.getEncoder().encodeToString(bytes);
  }
}
