package dev.blipscope.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The name of a member, prepared so that it is found in a [Doc] without decoding anything.
public final class Name {

  private final String text;
  private final int hash;

  /// How the name is written without escapes; a lone surrogate cannot be written so.
  private final byte @Nullable [] plain;

  private Name(String text) {
    this.text = text;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    this.hash = Hash.of(bytes, 0, bytes.length);
    this.plain = new String(bytes, StandardCharsets.UTF_8).equals(text) ? bytes : null;
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
    return plain != null && Arrays.equals(in, from, to, plain, 0, plain.length);
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
