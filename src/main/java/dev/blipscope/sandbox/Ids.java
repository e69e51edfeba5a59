package dev.blipscope.sandbox;

import java.time.Duration;
import java.time.Instant;

/// The message ids of the calls that were kept, as far back as Segment looks: sixteen bytes each.
///
/// It knows a hash of 64 bits instead of the id. That two of a million ids share one is as likely
/// as one to thirty-six million.
final class Ids {

  /// "At least 24 hours": a call that comes when this is over is kept again.
  static final Duration LOOK_BACK = Duration.ofHours(24);

  static final int NONE = 0;

  private static final int FIRST_SLOTS = 1 << 10;

  private long[] hashes = new long[FIRST_SLOTS];
  private int[] numbers = new int[FIRST_SLOTS];
  // In milliseconds after the base, which lasts for 24 days.
  private int[] moments = new int[FIRST_SLOTS];
  private long base;
  private int size;

  /// The hash of an id, never 0.
  static long hash(String id) {
    long hash = 0x9E3779B97F4A7C15L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0xD1B54A32D192ED03L;
      hash ^= hash >>> 29;
    }
    hash = (hash ^ hash >>> 32) * 0x9FB21C651E98DF25L;
    hash ^= hash >>> 28;
    return hash == 0 ? 1 : hash;
  }

  /// The number of the call that was kept with this id in the last 24 hours, or [#NONE].
  int find(long hash, Instant now) {
    int slot = slot(hash);
    return hashes[slot] == hash && isFresh(slot, now.toEpochMilli()) ? numbers[slot] : NONE;
  }

  void put(long hash, int number, Instant now) {
    long millis = now.toEpochMilli();
    if (size == 0) {
      base = millis;
    }
    if (size >= hashes.length / 4 * 3 || !isInt(millis - base)) {
      tidy(millis);
    }
    set(hash, number, (int) (millis - base));
  }

  int size() {
    return size;
  }

  private void set(long hash, int number, int moment) {
    int slot = slot(hash);
    if (hashes[slot] == 0) {
      hashes[slot] = hash;
      size++;
    }
    numbers[slot] = number;
    moments[slot] = moment;
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) (hash >>> 20) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isFresh(int slot, long now) {
    // A clock that was set back makes no call older.
    return Math.abs(now - (base + moments[slot])) <= LOOK_BACK.toMillis();
  }

  private static boolean isInt(long number) {
    return (int) number == number;
  }

  /// Lets go of what is too old, and makes room.
  private void tidy(long now) {
    var oldHashes = hashes;
    var oldNumbers = numbers;
    var oldMoments = moments;
    var fresh = new boolean[oldHashes.length];
    int left = 0;
    for (int slot = 0; slot < oldHashes.length; slot++) {
      fresh[slot] = oldHashes[slot] != 0 && isFresh(slot, now);
      left += fresh[slot] ? 1 : 0;
    }
    long oldBase = base;
    base = now - LOOK_BACK.toMillis();
    int slots = left >= oldHashes.length / 2 ? oldHashes.length * 2 : oldHashes.length;
    hashes = new long[slots];
    numbers = new int[slots];
    moments = new int[slots];
    size = 0;
    for (int slot = 0; slot < oldHashes.length; slot++) {
      if (fresh[slot]) {
        set(oldHashes[slot], oldNumbers[slot], (int) (oldBase + oldMoments[slot] - base));
      }
    }
  }
}
