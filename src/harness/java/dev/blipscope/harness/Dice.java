package dev.blipscope.harness;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Random choices that are the same for the same seed and number, on every machine and Java.
final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final HexFormat HEX = HexFormat.of();

  private long state;

  Dice(long seed, long number) {
    state = mixed(mixed(seed + GOLDEN) + number);
  }

  /// The next 64 bits, by SplitMix64 written out here so that no JDK can change them.
  long bits() {
    state += GOLDEN;
    return mixed(state);
  }

  int below(int bound) {
    return (int) (((bits() >>> 32) * bound) >>> 32);
  }

  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  String uuid() {
    long high = (bits() & ~0xF000L) | 0x4000L;
    long low = (bits() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  String hex16() {
    return HEX.toHexDigits(bits());
  }

  String digits(int count) {
    var text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + below(10)));
    }
    return text.toString();
  }

  private static long mixed(long value) {
    long bits = value;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
