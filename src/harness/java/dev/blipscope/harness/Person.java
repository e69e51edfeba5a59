package dev.blipscope.harness;

/// A made-up customer, the same for the same seed and number.
record Person(
    Channel channel,
    String identity,
    String router,
    String phone,
    Text firstName,
    Text lastName,
    boolean escapes) {

  private static final int HOW_MANY = 200_000;
  private static final int PERCENT_WHO_ESCAPE = 5;
  private static final long STREAM = 1L << 62;

  static Person oneOf(long seed, Dice dice) {
    return numbered(seed, dice.below(HOW_MANY));
  }

  private static Person numbered(long seed, int number) {
    var dice = new Dice(seed, STREAM + number);
    String router = dice.oneOf(Words.ROUTERS);
    String phone = "55" + dice.between(11, 99) + "90000" + dice.digits(4);
    var channel = Channel.of(dice);
    return new Person(
        channel,
        channel.identity(dice, phone, router),
        router,
        phone,
        dice.oneOf(Words.FIRST_NAMES),
        dice.oneOf(Words.LAST_NAMES),
        dice.chance(PERCENT_WHO_ESCAPE));
  }

  /// The address that stands in `from`; Blip Chat adds an instance.
  String address() {
    return channel == Channel.BLIP_CHAT ? identity + "/default" : identity;
  }

  String bot() {
    return router + "@msging.net";
  }
}
