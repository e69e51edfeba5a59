package dev.blipscope.harness;

/// Writes one made-up contact, from three fields up to all of them.
record Contact(JsonWriter json, Dice dice, Person person, long time) {

  private static final int PERCENT_NEW = 15;
  private static final Text LAST_OPTION = Text.of("última opção");
  private static final Text NOTE = Text.of("observação");

  void write() {
    json.object();
    if (dice.chance(PERCENT_NEW)) {
      json.millis("lastMessageDate", time)
          .field("identity", person.identity())
          .field("source", person.channel().source());
    } else {
      known();
    }
    json.endObject();
  }

  private void known() {
    json.field("name", person.firstName(), person.lastName())
        .millis("lastMessageDate", time)
        .field("identity", person.identity())
        .field("email", "pessoa" + person.phone() + "@example.com")
        .field("phoneNumber", person.phone())
        .field("gender", dice.chance(50) ? "female" : "male")
        .field("city", dice.oneOf(Words.CITIES))
        .field("culture", "pt-br");
    if (dice.chance(30)) {
      json.literal("timezone", "-3").literal("isPending", "false").literal("priority", "0");
    }
    extras();
    json.field("source", person.channel().source());
    if (dice.chance(60)) {
      json.field("taxDocument", taxDocument());
    }
    json.millis("creationDate", time - dice.below(Integer.MAX_VALUE))
        .millis("lastUpdateDate", time);
  }

  private void extras() {
    json.object("extras")
        .field("ticket", dice.digits(3))
        .field("plano", dice.oneOf(Words.PLANS))
        .field(LAST_OPTION, dice.oneOf(Words.OPTIONS))
        .field("campaignId", dice.uuid());
    if (dice.chance(40)) {
      json.field(NOTE, dice.oneOf(Words.CUSTOMER_SAYS), dice.oneOf(Words.CUSTOMER_SAYS));
    }
    json.endObject();
  }

  private String taxDocument() {
    return dice.digits(3) + "." + dice.digits(3) + "." + dice.digits(3) + "-" + dice.digits(2);
  }
}
