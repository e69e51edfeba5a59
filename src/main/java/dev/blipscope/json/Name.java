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

  /// The first and the last eight bytes of how it is written, if it has so many.
  private final long first;

  private final long last;

  private Name(String text) {
    this.text = text;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    this.hash = Hash.of(bytes, 0, bytes.length);
    this.plain = new String(bytes, StandardCharsets.UTF_8).equals(text) ? bytes : null;
    boolean isLong = bytes.length >= 8;
    this.first = isLong ? (long) Hash.LONGS.get(bytes, 0) : 0;
    this.last = isLong ? (long) Hash.LONGS.get(bytes, bytes.length - 8) : 0;
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
    int length = to - from;
    if (plain == null || length != plain.length) {
      return false;
    }
    if (length < 8) {
      return isSame(in, from, plain);
    }
    // Most names have eight to sixteen bytes: their two ends are all of them.
    return (long) Hash.LONGS.get(in, from) == first
        && (long) Hash.LONGS.get(in, to - 8) == last
        && (length <= 16 || Arrays.equals(in, from + 8, to - 8, plain, 8, length - 8));
  }

  private static boolean isSame(byte[] in, int from, byte[] word) {
    for (int i = 0; i < word.length; i++) {
      if (in[from + i] != word[i]) {
        return false;
      }
    }
    return true;
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
