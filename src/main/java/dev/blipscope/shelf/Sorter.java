package dev.blipscope.shelf;

import java.util.ArrayList;
import java.util.Comparator;

/// Puts rows in order by numbers that stand for what they are ordered by, digit by digit.
final class Sorter {

  private static final int DIGIT = 11;
  private static final int VALUES = 1 << DIGIT;

  private Sorter() {}

  static int[] sorted(Deck deck, int[] numbers, Order order) {
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

  private static int[] byKeys(Deck deck, int[] numbers, boolean descending, Keys of) {
    long[] keys = new long[numbers.length];
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
    // From 0 on, so that only digits that differ are looked at.
    for (int i = 0; i < keys.length; i++) {
      boolean none = keys[i] == Keys.LAST;
      keys[i] = none ? most - least + 1 : descending ? most - keys[i] : keys[i] - least;
    }
    return byDigits(keys, numbers, most - least + 1);
  }

  /// Sorts by one digit after the other, the last one first; each time even ones keep their order.
  private static int[] byDigits(long[] keys, int[] numbers, long most) {
    int[] order = numbers.clone();
    int[] otherOrder = new int[order.length];
    long[] otherKeys = new long[order.length];
    long[] nowKeys = keys;
    for (int shift = 0; shift < Long.SIZE && most >>> shift != 0; shift += DIGIT) {
      int[] starts = starts(nowKeys, shift);
      for (int i = 0; i < order.length; i++) {
        int to = starts[(int) (nowKeys[i] >>> shift) & VALUES - 1]++;
        otherKeys[to] = nowKeys[i];
        otherOrder[to] = order[i];
      }
      int[] sorted = otherOrder;
      otherOrder = order;
      order = sorted;
      long[] sortedKeys = otherKeys;
      otherKeys = nowKeys;
      nowKeys = sortedKeys;
    }
    return order;
  }

  private static int[] starts(long[] keys, int shift) {
    int[] starts = new int[VALUES];
    for (long key : keys) {
      starts[(int) (key >>> shift) & VALUES - 1]++;
    }
    int before = 0;
    for (int value = 0; value < VALUES; value++) {
      int count = starts[value];
      starts[value] = before;
      before += count;
    }
    return starts;
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
