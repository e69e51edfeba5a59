package dev.blipscope.harness;

/// Writes the metadata of a made-up message: 8 to 14 keys, by channel and author.
record Metadata(JsonWriter json, Dice dice, Person person, long time) {

  void write(ContentType type, Author author) {
    json.object("metadata");
    switch (author) {
      case CUSTOMER -> fromChannel(type);
      case BOT -> fromFlow();
      case AGENT -> fromAgent();
      case DESK -> tunnel();
    }
    json.field("traceparent", "00-" + dice.hex16() + dice.hex16() + "-" + dice.hex16() + "-01")
        .field("#uniqueId", dice.uuid())
        .field("#date_processed", Long.toString(time + dice.below(50)))
        .field("date_created", Long.toString(time - dice.below(50)));
    if (!author.isCustomersSide()) {
      json.field("#messageKind", dice.chance(90) ? "Response" : "Active");
    }
    json.seconds("#envelope.storageDate", time).endObject();
  }

  private void fromChannel(ContentType type) {
    switch (person.channel()) {
      case WHATSAPP -> {
        json.field("#wa.timestamp", Long.toString(time / 1000 - dice.below(20)));
        if (type == ContentType.REPLY) {
          json.field("#inReplyToId", dice.uuid())
              .field("#wa.interactive.button.id", "opcao-" + dice.between(1, 3))
              .literal("#wa.forwarded", "null");
        }
        json.field("#wa.bsuid", "BR." + dice.digits(15))
            .field("#wa.username", "pessoa" + dice.digits(5));
      }
      case MESSENGER, INSTAGRAM ->
          json.field("messenger.mdi", "m_" + dice.hex16() + dice.hex16())
              .field("messenger.seq", dice.digits(6))
              .field("x-request-id", dice.uuid());
      case BLIP_CHAT, TELEGRAM, MAIL, SMS ->
          json.field("x-request-id", dice.uuid())
              .field("x-b3-traceid", dice.hex16() + dice.hex16())
              .field("x-b3-spanid", dice.hex16())
              .field("x-b3-sampled", "0");
    }
  }

  private void fromFlow() {
    json.field("x-request-id", dice.uuid())
        .field("#stateName", dice.oneOf(Words.BLOCKS))
        .field("#stateId", dice.oneOf(Words.STATES))
        .field("#messageId", "context:" + dice.uuid());
    if (dice.chance(40)) {
      tunnel();
    } else {
      json.field("#previousStateId", dice.oneOf(Words.STATES))
          .field("#previousStateName", dice.oneOf(Words.BLOCKS))
          .field("#tunnel.owner", person.bot());
    }
  }

  private void fromAgent() {
    json.field("#messageEmitter", "Human")
        .field("#message.agentIdentity", "agente" + dice.digits(2) + "%40example.com@blip.ai")
        .field("#message.ticketId", dice.uuid());
    tunnel();
  }

  private void tunnel() {
    String subbot = person.router() + dice.oneOf(Words.SUBBOTS) + "@msging.net";
    json.field("#tunnel.owner", person.bot())
        .field("#tunnel.originator", person.identity())
        .field("#tunnel.originalFrom", subbot)
        .field("#tunnel.originalTo", dice.uuid() + "@tunnel.msging.net");
  }
}
