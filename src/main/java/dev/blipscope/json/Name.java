package dev.blipscope.json;

import java.nio.charset.StandardCharsets;

/// The name of a member, prepared so that it is found in a [Doc] without decoding anything.
public final class Name {

  private final String text;
  private final int hash;
  private final Spelling spelling;

  private Name(String text) {
    this.text = text;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    this.hash = Hash.of(bytes, 0, bytes.length);
    boolean hasUtf8 = new String(bytes, StandardCharsets.UTF_8).equals(text);
    this.spelling = hasUtf8 ? Spelling.of(bytes) : Spelling.NONE;
  }

  public static Name of(String text) {
    return new Name(text);
  }

  public String text() {
    return text;
  }

  int hash() {
    return hash;
  }

  /// Whether these bytes, which hold no escape, are the name.
  boolean isWritten(byte[] in, int from, int to) {
    return spelling.isAt(in, from, to);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name name && name.text.equals(text);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return text;
  }
}
