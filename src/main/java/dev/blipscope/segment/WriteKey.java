package dev.blipscope.segment;

/// The secret that says whose data a call is. It is printed as dots, and only who sends reveals it.
public final class WriteKey {

  public static final WriteKey NONE = new WriteKey("");

  /// The key that the sandbox knows. It opens nothing anywhere else, so it is no secret.
  public static final WriteKey SANDBOX = new WriteKey("blipscope-sandbox-write-key-0001");

  /// How long Segment's keys are.
  public static final int USUAL_LENGTH = 32;

  private final String key;

  private WriteKey(String key) {
    this.key = key;
  }

  /// Blanks around a key come from copying.
  public static WriteKey of(String key) {
    String bare = key.strip();
    return bare.isEmpty() ? NONE : new WriteKey(bare);
  }

  public boolean isEmpty() {
    return key.isEmpty();
  }

  /// Whether it looks like the keys that Segment gives out: 32 letters and digits. A key that does
  /// not would be answered with 200 all the same, and the data dropped.
  public boolean looksUsual() {
    return key.matches("[A-Za-z0-9]{" + USUAL_LENGTH + "}") || equals(SANDBOX);
  }

  /// Whether it can stand in a header at all.
  public boolean isPrintable() {
    return key.chars().allMatch(unit -> unit > ' ' && unit < 0x7f && unit != ':');
  }

  /// The key itself: for the wire, the keychain and the salt of message ids, for nothing else.
  public String reveal() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WriteKey same && same.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key.isEmpty() ? "" : "••••••••";
  }
}
