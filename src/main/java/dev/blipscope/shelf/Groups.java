package dev.blipscope.shelf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows gathered by their person. Groups come in the order in which their first rows do, those
/// without a person as one group.
public final class Groups {

  private final Deck deck;
  private final int[] numbers;
  private final int[] starts;

  private Groups(Deck deck, int[] numbers, int[] starts) {
    this.deck = deck;
    this.numbers = numbers;
    this.starts = starts;
  }

  public static Groups of(Rows rows) {
    return new Gathering(rows).groups();
  }

  public int size() {
    return starts.length - 1;
  }

  /// The identity that the rows of a group have in common.
  public Optional<String> who(int group) {
    var first = deck.seat(numbers[starts[group]]);
    return first.batch().who(first.row());
  }

  /// How many rows a group has.
  public int count(int group) {
    return starts[group + 1] - starts[group];
  }

  /// The row at a place of a group.
  public RowKey key(int group, int at) {
    return deck.key(numbers[starts[group] + at]);
  }

  /// At which place a row stands, counted through all groups; or -1.
  public int placeOf(RowKey row) {
    int number = deck.number(row).orElse(-1);
    for (int at = 0; at < numbers.length; at++) {
      if (numbers[at] == number) {
        return at;
      }
    }
    return -1;
  }

  /// The group that a place counted through all groups is in.
  public int groupAt(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found >= 0 ? found : -found - 2;
  }

  public Rows rows(int group) {
    return new Rows(deck, Arrays.copyOfRange(numbers, starts[group], starts[group + 1]));
  }

  /// Tells the people of several texts apart: by number in one text, by identity across them.
  private static final class Gathering {

    private final Deck deck;
    private final int[] numbers;
    private final int[][] groupsOfPeople;
    private final Map<String, Integer> groupsOfIdentities = new HashMap<>();
    private int nobody = -1;
    private final List<int[]> counts = new ArrayList<>();

    Gathering(Rows rows) {
      this.deck = rows.deck();
      this.numbers = rows.numbers();
      this.groupsOfPeople = new int[deck.batches().size()][];
      for (int text = 0; text < groupsOfPeople.length; text++) {
        groupsOfPeople[text] = new int[deck.batches().get(text).people().count() + 1];
        Arrays.fill(groupsOfPeople[text], -1);
      }
    }

    Groups groups() {
      var seats = new Seats(deck);
      int[] groups = new int[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        int row = seats.row(numbers[i]);
        groups[i] = group(seats, row);
        counts.get(groups[i])[0]++;
      }
      int[] starts = new int[counts.size() + 1];
      for (int group = 0; group < counts.size(); group++) {
        starts[group + 1] = starts[group] + counts.get(group)[0];
      }
      int[] next = starts.clone();
      int[] gathered = new int[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        gathered[next[groups[i]]++] = numbers[i];
      }
      return new Groups(deck, gathered, starts);
    }

    private int group(Seats seats, int row) {
      int person = seats.batch().person(row);
      if (person == People.NOBODY) {
        nobody = nobody < 0 ? newGroup() : nobody;
        return nobody;
      }
      int[] known = groupsOfPeople[seats.text()];
      if (known[person] < 0) {
        known[person] =
            deck.batches().size() == 1
                ? newGroup()
                : groupsOfIdentities.computeIfAbsent(
                    seats.batch().people().identity(person), _ -> newGroup());
      }
      return known[person];
    }

    private int newGroup() {
      counts.add(new int[1]);
      return counts.size() - 1;
    }
  }
}
