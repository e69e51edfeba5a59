package dev.blipscope.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// What makes the ids of one target differ from those of all others, so that a test can never
/// suppress a production event. The write key goes in and does not come out.
public final class Salt {

  private final byte[] digest;

  private Salt(byte[] digest) {
    this.digest = digest;
  }

  public static Salt of(String endpoint, String writeKey) {
    MessageDigest sha = Digests.sha256();
    sha.update(endpoint.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    sha.update(writeKey.getBytes(StandardCharsets.UTF_8));
    return new Salt(sha.digest());
  }

  byte[] digest() {
    return digest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Salt salt && Arrays.equals(salt.digest, digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  @Override
  public String toString() {
    return "••••";
  }
}
