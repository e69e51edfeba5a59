package dev.blipscope.shelf;

import java.util.OptionalInt;

/// The rows of a deck that a person wants to see, in the order in which he wants to see them. They
/// do not change.
public final class Rows {

  private final Deck deck;
  private final int[] numbers;

  Rows(Deck deck, int[] numbers) {
    this.deck = deck;
    this.numbers = numbers;
  }

  /// The rows that pass a filter, in order.
  public static Rows of(Deck deck, Filter filter, Marks marks, Order order) {
    return new RowFinder().find(deck, filter, marks, order);
  }

  /// All rows that are not deleted, as they stand.
  public static Rows of(Deck deck) {
    return of(deck, Filter.ALL, Marks.NONE, Order.AS_THEY_STAND);
  }

  public Deck deck() {
    return deck;
  }

  public int size() {
    return numbers.length;
  }

  /// The number in the deck of the row at a place of this list.
  public int number(int at) {
    return numbers[at];
  }

  public Deck.Seat seat(int at) {
    return deck.seat(numbers[at]);
  }

  public RowKey key(int at) {
    return deck.key(numbers[at]);
  }

  /// Where in this list a row stands, if it does.
  public OptionalInt placeOf(RowKey key) {
    int number = deck.number(key).orElse(-1);
    for (int at = 0; at < numbers.length; at++) {
      if (numbers[at] == number) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  /// The same rows as a set.
  public RowSet set() {
    var set = new RowSet.Growing();
    var seats = new Seats(deck);
    for (int number : numbers) {
      int row = seats.row(number);
      set.add(seats.batch().id(), row);
    }
    return set.taken();
  }

  int[] numbers() {
    return numbers;
  }
}
