package dev.blipscope.mapping;

import java.util.Arrays;
import java.util.Optional;

/// Something that no single field of a payload says, and that we conclude from several.
public enum Fact {
  /// The name of the channel on which the customer is.
  CHANNEL("$channel"),
  /// Whether a message was received or sent.
  DIRECTION("$direction"),
  /// The words of a message, as far as its content has some.
  TEXT("$text"),
  /// The identity of the person.
  CONTACT("$contact"),
  /// The identity of the person outside the tunnel, as the router knows it.
  ORIGINATOR("$originator"),
  /// The identity of the bot.
  BOT("$bot"),
  /// Who wrote a message: customer, bot, agent or system.
  AUTHOR("$author"),
  /// The id by which Segment drops repeats; always set, so that no rule names it.
  MESSAGE_ID("$messageId"),
  /// The id of a person whom the payload does not name; set when there is no user id.
  ANONYMOUS_ID("$anonymousId");

  private final String written;

  Fact(String written) {
    this.written = written;
  }

  /// How a profile writes it.
  public String written() {
    return written;
  }

  /// Whether a rule may ask for it.
  public boolean isForRules() {
    return this != MESSAGE_ID && this != ANONYMOUS_ID;
  }

  /// Whether it hangs on the two addresses of a message, which do not always tell.
  boolean restsOnRoute() {
    return this == DIRECTION || this == CONTACT || this == AUTHOR || this == CHANNEL;
  }

  static Optional<Fact> ofRule(String written) {
    return Arrays.stream(values())
        .filter(fact -> fact.isForRules() && fact.written.equals(written))
        .findFirst();
  }
}
