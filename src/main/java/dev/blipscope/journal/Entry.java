package dev.blipscope.journal;

import java.util.Arrays;

/// One thing that a journal keeps: bytes, and a number that tells what they are.
public final class Entry {

  private final byte type;
  private final byte[] bytes;

  public Entry(byte type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes.clone();
  }

  public byte type() {
    return type;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /// The bytes themselves, for who only reads them.
  byte[] body() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entry entry && entry.type == type && Arrays.equals(entry.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(bytes);
  }

  /// Never the bytes, which may be anybody's.
  @Override
  public String toString() {
    return "Entry[" + type + ", " + bytes.length + " bytes]";
  }
}
