package dev.blipscope.shelf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;

/// Puts rows in order by numbers that stand for what they are ordered by. For one thread at a time.
final class Sorter {

  /// What the rows are ordered by, and rubbish behind it.
  private long[] room = {};

  /// Puts rows in order.
  ///
  /// @param numbers of the rows, ascending; the array is used up
  int[] sorted(Deck deck, int[] numbers, Order order) {
    return switch (order.by()) {
      case POSITION -> order.descending() ? reversed(numbers) : numbers;
      case KIND ->
          byKeys(deck, numbers, order.descending(), (batch, _, row) -> batch.kindCode(row));
      case TIME -> byKeys(deck, numbers, order.descending(), (batch, _, row) -> time(batch, row));
      case WHO -> {
        int[][] ranks = Ranks.of(deck, numbers);
        yield byKeys(
            deck,
            numbers,
            order.descending(),
            (batch, text, row) -> {
              int person = batch.person(row);
              return person == People.NOBODY ? Keys.LAST : ranks[text][person];
            });
      }
    };
  }

  private static long time(Batch batch, int row) {
    long time = batch.timeOrNone(row);
    return time == Noted.NO_TIME ? Keys.LAST : time;
  }

  /// What a row is ordered by.
  @FunctionalInterface
  private interface Keys {

    /// Stands for a row that has nothing to be ordered by.
    long LAST = Long.MAX_VALUE;

    long of(Batch batch, int text, int row);
  }

  private static int[] reversed(int[] numbers) {
    int[] reversed = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      reversed[i] = numbers[numbers.length - 1 - i];
    }
    return reversed;
  }

  private int[] byKeys(Deck deck, int[] numbers, boolean descending, Keys of) {
    if (!RowFinder.suits(room.length, deck.size())) {
      room = new long[RowFinder.roomFor(deck.size())];
    }
    long[] keys = room;
    var seats = new Seats(deck);
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = 0; i < numbers.length; i++) {
      int row = seats.row(numbers[i]);
      long key = of.of(seats.batch(), seats.text(), row);
      keys[i] = key;
      if (key != Keys.LAST) {
        least = Math.min(least, key);
        most = Math.max(most, key);
      }
    }
    if (least > most) {
      return numbers;
    }
    for (int i = 0; i < numbers.length; i++) {
      boolean none = keys[i] == Keys.LAST;
      keys[i] = none ? most - least + 1 : descending ? most - keys[i] : keys[i] - least;
    }
    return inOrder(keys, numbers, most - least + 1);
  }

  /// Sorts rows by their keys, in the arrays themselves. (The library takes another array where it
  /// meets long runs that are in order already.)
  ///
  /// @param numbers at least one
  private static int[] inOrder(long[] keys, int[] numbers, long greatest) {
    int numberBits = Integer.SIZE - Integer.numberOfLeadingZeros(numbers[numbers.length - 1]);
    if (Long.SIZE - Long.numberOfLeadingZeros(greatest) + numberBits >= Long.SIZE) {
      toRanks(keys, numbers.length);
    }
    // With its number behind it no row is even with another, and even ones stay as they stood.
    for (int i = 0; i < numbers.length; i++) {
      keys[i] = keys[i] << numberBits | numbers[i];
    }
    Arrays.sort(keys, 0, numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) keys[i] & (1 << numberBits) - 1;
    }
    return numbers;
  }

  /// Numbers that are in the same order, and small: places among all keys, the same for even ones.
  private static void toRanks(long[] keys, int count) {
    long[] sorted = Arrays.copyOf(keys, count);
    Arrays.sort(sorted);
    for (int i = 0; i < count; i++) {
      keys[i] = Arrays.binarySearch(sorted, keys[i]);
    }
  }

  /// The people of a deck in the order of their identities.
  static final class Ranks {

    private Ranks() {}

    /// For each text and person the place among all people that occur; even for the same identity.
    static int[][] of(Deck deck, int[] numbers) {
      int[][] ranks = new int[deck.batches().size()][];
      for (int text = 0; text < ranks.length; text++) {
        ranks[text] = new int[deck.batches().get(text).people().count() + 1];
      }
      var people = new ArrayList<Person>();
      var seats = new Seats(deck);
      for (int number : numbers) {
        int row = seats.row(number);
        int person = seats.batch().person(row);
        if (person != People.NOBODY && ranks[seats.text()][person] == 0) {
          ranks[seats.text()][person] = 1;
          people.add(new Person(seats.batch().people().identity(person), seats.text(), person));
        }
      }
      people.sort(Comparator.comparing(Person::identity));
      int rank = 0;
      String before = "";
      for (var person : people) {
        if (rank == 0 || !person.identity.equals(before)) {
          rank++;
        }
        before = person.identity;
        ranks[person.text][person.number] = rank;
      }
      return ranks;
    }

    private record Person(String identity, int text, int number) {}
  }
}
