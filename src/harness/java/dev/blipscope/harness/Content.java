package dev.blipscope.harness;

import java.util.List;

/// Writes what a made-up message says, in the shape of its content type.
record Content(JsonWriter json, Dice dice, Person person, long time) {

  private static final List<String> TICKET_STATES =
      List.of("Waiting", "Open", "Assigned", "ClosedAttendant", "ClosedClient", "Transferred");

  private static final List<String> MEDIA_TYPES =
      List.of("audio/ogg", "image/jpeg", "image/png", "application/pdf", "video/mp4");

  private static final List<String> EMOJI =
      List.of("128077", "10084,65039", "128514", "128591", "127881");

  void write(ContentType type, Author author, String id) {
    json.name("content");
    switch (type) {
      case TEXT -> says(author);
      case SELECT -> menu();
      case REPLY -> reply();
      case MEDIA_LINK -> media();
      case JSON -> whatsApp();
      case TICKET -> ticket(id);
      case COLLECTION -> collection();
      case REACTION -> reaction();
      case REDIRECT -> redirect();
    }
  }

  private void says(Author author) {
    var words = wordsOf(author);
    if (dice.chance(65)) {
      json.string(dice.oneOf(words), dice.oneOf(words), dice.oneOf(words));
    } else {
      json.string(dice.oneOf(words));
    }
  }

  private static List<Text> wordsOf(Author author) {
    return switch (author) {
      case CUSTOMER, DESK -> Words.CUSTOMER_SAYS;
      case BOT -> Words.BOT_SAYS;
      case AGENT -> Words.AGENT_SAYS;
    };
  }

  private void menu() {
    json.object()
        .field("scope", dice.chance(70) ? "immediate" : "persistent")
        .field("text", dice.oneOf(Words.BOT_SAYS))
        .array("options");
    int options = dice.between(2, 5);
    for (int order = 1; order <= options; order++) {
      json.object().field("text", dice.oneOf(Words.OPTIONS));
      json.literal("order", Integer.toString(order)).endObject();
    }
    json.endArray().endObject();
  }

  private void reply() {
    json.object()
        .object("replied")
        .field("type", "text/plain")
        .field("value", dice.oneOf(Words.OPTIONS))
        .endObject()
        .object("inReplyTo")
        .field("id", dice.uuid());
    if (dice.chance(70)) {
      json.field("type", ContentType.SELECT.mime()).name("value");
      menu();
    }
    json.field("direction", "sent").endObject().endObject();
  }

  private void media() {
    String type = dice.oneOf(MEDIA_TYPES);
    json.object()
        .field("type", type)
        .field(
            "uri",
            "https://media.example.com/secure-medias/Media_"
                + dice.uuid()
                + "?sv=2024-05-04&sr=b&sp=r&sig="
                + dice.hex16()
                + dice.hex16()
                + "%3D&secure=true");
    if (!type.startsWith("audio")) {
      json.literal("size", Integer.toString(dice.between(2_000, 9_000_000)))
          .field("title", "arquivo" + dice.digits(4))
          .field("text", dice.oneOf(Words.CUSTOMER_SAYS));
    }
    json.endObject();
  }

  private void whatsApp() {
    if (dice.chance(60)) {
      template();
    } else {
      buttons();
    }
  }

  private void template() {
    json.object()
        .field("type", "template")
        .object("template")
        .field("name", "aviso_de_entrega_" + dice.between(1, 9))
        .object("language")
        .field("code", "pt_BR")
        .field("policy", "deterministic")
        .endObject()
        .array("components")
        .object()
        .field("type", "body")
        .array("parameters");
    parameter(person.firstName());
    parameter(dice.oneOf(Words.PLANS));
    parameter(dice.oneOf(Words.CITIES));
    json.endArray().endObject().endArray().endObject().endObject();
  }

  private void parameter(Text words) {
    json.object().field("type", "text").field("text", words).endObject();
  }

  private void buttons() {
    json.object()
        .field("recipient_type", "individual")
        .field("type", "interactive")
        .object("interactive")
        .field("type", "button")
        .object("body")
        .field("text", dice.oneOf(Words.BOT_SAYS))
        .endObject()
        .object("action")
        .array("buttons");
    int buttons = dice.between(2, 3);
    for (int number = 1; number <= buttons; number++) {
      json.object().field("type", "reply").object("reply").field("id", "opcao-" + number);
      json.field("title", dice.oneOf(Words.OPTIONS)).endObject().endObject();
    }
    json.endArray().endObject().endObject().endObject();
  }

  private void ticket(String id) {
    String state = dice.oneOf(TICKET_STATES);
    boolean closed = state.startsWith("Closed");
    json.object()
        .field("id", id)
        .literal("sequentialId", Integer.toString(dice.between(1, 99_999)))
        .field("ownerIdentity", person.bot())
        .field("customerIdentity", dice.uuid() + "@tunnel.msging.net")
        .field("customerDomain", person.channel().domain())
        .field("provider", "Lime")
        .field("status", state)
        .millis("storageDate", time)
        .field("externalId", id)
        .literal("rating", closed ? "5" : "0")
        .field("team", dice.oneOf(Words.TEAMS))
        .literal("unreadMessages", Integer.toString(dice.below(9)))
        .literal("closed", Boolean.toString(closed))
        .literal("averageAgentResponseTime", dice.between(1, 300) + ".0")
        .object("customerInput")
        .field("type", "text/plain")
        .field("value", dice.oneOf(Words.CUSTOMER_SAYS))
        .endObject()
        .literal("priority", "0")
        .endObject();
  }

  private void collection() {
    json.object().field("itemType", "text/plain").array("items");
    int items = dice.between(2, 4);
    for (int item = 0; item < items; item++) {
      json.string(dice.oneOf(Words.BOT_SAYS));
    }
    json.endArray().literal("total", Integer.toString(items)).endObject();
  }

  private void reaction() {
    json.object()
        .object("emoji")
        .array("values")
        .value(dice.oneOf(EMOJI))
        .endArray()
        .endObject()
        .object("inReactionTo")
        .field("id", dice.uuid())
        .field("type", "text/plain")
        .field("value", dice.oneOf(Words.BOT_SAYS))
        .field("direction", "sent")
        .endObject()
        .endObject();
  }

  private void redirect() {
    json.object()
        .field("address", dice.oneOf(Words.SUBBOTS))
        .object("context")
        .field("type", "text/plain")
        .field("value", dice.oneOf(Words.CUSTOMER_SAYS))
        .endObject()
        .endObject();
  }
}
