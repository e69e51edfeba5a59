package dev.blipscope.shelf;

import dev.blipscope.json.Place;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Some rows of an index: 20 bytes each, in columns.
///
/// One thread writes a row and afterwards publishes a [Batch] that counts it; nobody reads a row
/// that is not counted, and no row that is counted changes.
final class Chunk {

  static final int ROWS = 1 << 12;

  private static final int FEW = 4;
  private static final int PLACE = 3;

  // Bits of the traits.
  private static final int DIRECTION = 3;
  private static final int VIA = 5;
  private static final int STORED = 1 << 10;
  private static final int TIMED = 1 << 11;
  private static final int LATE = 12;

  /// A time is kept from year 0 on in 49 bits, which last beyond the year 9999.
  private static final long YEAR_0 = -62_167_219_200_000L;

  private final int[] offsets;
  private final byte[] highOffsets;
  private final int[] lengths;
  private final int[] times;
  private final short[] highTimes;
  private final char[] people;
  private final byte[] highPeople;
  private final char[] traits;

  /// Line, column and offset of the rows that are in the store; none as long as there are none.
  private int @Nullable [] places;

  private Chunk(
      int[] offsets,
      byte[] highOffsets,
      int[] lengths,
      int[] times,
      short[] highTimes,
      char[] people,
      byte[] highPeople,
      char[] traits,
      int @Nullable [] places) {
    this.offsets = offsets;
    this.highOffsets = highOffsets;
    this.lengths = lengths;
    this.times = times;
    this.highTimes = highTimes;
    this.people = people;
    this.highPeople = highPeople;
    this.traits = traits;
    this.places = places;
  }

  private static Chunk of(int rows) {
    return new Chunk(
        new int[rows],
        new byte[rows],
        new int[rows],
        new int[rows],
        new short[rows],
        new char[rows],
        new byte[rows],
        new char[rows],
        null);
  }

  /// The first chunk of a text begins small: most texts hold one payload.
  static Chunk first() {
    return of(FEW);
  }

  static Chunk whole() {
    return of(ROWS);
  }

  int capacity() {
    return lengths.length;
  }

  /// The same rows with room for more.
  Chunk grown() {
    int rows = Math.min(ROWS, capacity() * 4);
    return new Chunk(
        Arrays.copyOf(offsets, rows),
        Arrays.copyOf(highOffsets, rows),
        Arrays.copyOf(lengths, rows),
        Arrays.copyOf(times, rows),
        Arrays.copyOf(highTimes, rows),
        Arrays.copyOf(people, rows),
        Arrays.copyOf(highPeople, rows),
        Arrays.copyOf(traits, rows),
        places == null ? null : Arrays.copyOf(places, rows * PLACE));
  }

  void put(int row, long offset, int length, Noted noted, int person) {
    offsets[row] = (int) offset;
    highOffsets[row] = (byte) (offset >>> 32);
    lengths[row] = length;
    people[row] = (char) person;
    highPeople[row] = (byte) (person >>> 16);
    int bits =
        Codes.of(noted.kind())
            | (Codes.of(noted.direction()) << DIRECTION)
            | (Codes.of(noted.via()) << VIA);
    if (noted.time() != Noted.NO_TIME) {
      long time = noted.time() - YEAR_0;
      times[row] = (int) time;
      highTimes[row] = (short) (time >>> 32);
      bits |= TIMED | ((int) (time >>> 48) << LATE);
    }
    traits[row] = (char) bits;
  }

  /// Says that the bytes of a row are in the store, and where it was found.
  void putStored(int row, Place place) {
    if (places == null) {
      places = new int[capacity() * PLACE];
    }
    places[row * PLACE] = place.line();
    places[row * PLACE + 1] = place.column();
    places[row * PLACE + 2] = place.offset();
    traits[row] = (char) (traits[row] | STORED);
  }

  long offset(int row) {
    return ((highOffsets[row] & 0xFFL) << 32) | (offsets[row] & 0xFFFFFFFFL);
  }

  int length(int row) {
    return lengths[row];
  }

  int person(int row) {
    return ((highPeople[row] & 0xFF) << 16) | people[row];
  }

  long time(int row) {
    int bits = traits[row];
    return (bits & TIMED) == 0
        ? Noted.NO_TIME
        : (((bits >>> LATE) & 1L) << 48
                | ((highTimes[row] & 0xFFFFL) << 32)
                | (times[row] & 0xFFFFFFFFL))
            + YEAR_0;
  }

  int kind(int row) {
    return traits[row] & 7;
  }

  int direction(int row) {
    return (traits[row] >>> DIRECTION) & 3;
  }

  int via(int row) {
    return (traits[row] >>> VIA) & 31;
  }

  boolean isStored(int row) {
    return (traits[row] & STORED) != 0;
  }

  /// Where a row was found whose bytes are in the store.
  Place place(int row) {
    if (places == null) {
      throw new IllegalStateException("no row of this chunk is in the store");
    }
    return new Place(places[row * PLACE], places[row * PLACE + 1], places[row * PLACE + 2]);
  }
}
