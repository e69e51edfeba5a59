package dev.blipscope.blip;

/// Which way a message went.
public enum Direction {
  /// From the customer to the bot.
  RECEIVED("received"),
  /// From the bot or an agent to the customer.
  SENT("sent");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
