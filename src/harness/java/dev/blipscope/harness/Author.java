package dev.blipscope.harness;

/// Who wrote a message: the customer, the bot's flow, a human agent, or the help desk itself.
enum Author {
  CUSTOMER,
  BOT,
  AGENT,
  DESK;

  boolean isCustomersSide() {
    return this == CUSTOMER || this == DESK;
  }
}
