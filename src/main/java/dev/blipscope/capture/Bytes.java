package dev.blipscope.capture;

import java.io.IOException;

/// A text in bytes that can be read at any place, also by several threads at once.
public interface Bytes {

  /// How many bytes there are.
  long length();

  /// Reads what stands at a place.
  ///
  /// @param at where in the text to begin
  /// @param from where to put the first byte
  /// @param length how many bytes are wanted
  /// @return how many there were: fewer than wanted only where the text ends
  int read(long at, byte[] into, int from, int length) throws IOException;

  /// A text in memory, which nobody may change any more.
  static Bytes of(byte[] text) {
    return new InMemory(text);
  }
}
