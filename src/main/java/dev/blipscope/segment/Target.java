package dev.blipscope.segment;

/// Where calls go: a name, an endpoint and a write key.
public record Target(String name, String endpoint, WriteKey writeKey) {

  /// The Segment-like stand-in inside the program; it always exists and needs no key.
  public static final Target SANDBOX = new Target("sandbox", "sandbox:", WriteKey.NONE);

  /// An endpoint without a key, as one names it to see the ids that calls would have there.
  public static Target at(String endpoint) {
    return new Target(endpoint, endpoint, WriteKey.NONE);
  }

  public boolean isSandbox() {
    return endpoint.equals(SANDBOX.endpoint);
  }
}
