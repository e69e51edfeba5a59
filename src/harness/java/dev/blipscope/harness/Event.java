package dev.blipscope.harness;

/// Writes one made-up event track, as the Builder records them.
record Event(JsonWriter json, Dice dice, Person person, long time) {

  private static final int PERCENT_WITHOUT_IDENTITY = 2;
  private static final Text SESSION = Text.of("sessão");

  void write() {
    String cause = dice.uuid();
    json.object().field("ownerIdentity", person.bot());
    if (!dice.chance(PERCENT_WITHOUT_IDENTITY)) {
      json.field("identity", person.identity())
          .object("contact")
          .field("Identity", person.identity())
          .endObject();
    }
    json.field("messageId", cause)
        .millis("storageDate", time)
        .field("category", dice.oneOf(Words.CATEGORIES))
        .field("action", dice.oneOf(Words.ACTIONS));
    if (dice.chance(15)) {
      json.field("label", dice.oneOf(Words.OPTIONS))
          .literal("value", dice.between(1, 900) + "." + dice.digits(2));
    }
    extras(cause);
    json.endObject();
  }

  private void extras(String cause) {
    String state = dice.oneOf(Words.STATES);
    json.object("extras")
        .field("stateId", state)
        .field("#stateName", dice.oneOf(Words.BLOCKS))
        .field("#stateId", state)
        .field("#messageId", cause)
        .field("#previousStateId", dice.oneOf(Words.STATES))
        .field("#previousStateName", dice.oneOf(Words.BLOCKS));
    if (dice.chance(40)) {
      json.field("resposta", dice.oneOf(Words.CUSTOMER_SAYS))
          .field("plano", dice.oneOf(Words.PLANS))
          .name(SESSION)
          .string(dice.uuid());
    }
    json.endObject();
  }
}
