package dev.blipscope.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowSetTest {

  private static final RowSet FEW =
      RowSet.of(List.of(new RowKey(1, 0), new RowKey(1, 63), new RowKey(1, 64), new RowKey(2, 9)));

  @Test
  void a_set_holds_what_was_put_in_and_nothing_else() {
    assertTrue(FEW.contains(1, 63));
    assertTrue(FEW.contains(new RowKey(2, 9)));
    assertFalse(FEW.contains(1, 62));
    assertFalse(FEW.contains(2, 10_000));
    assertFalse(FEW.contains(3, 0));
    assertEquals(4, FEW.count());
    assertEquals(3, FEW.count(1));
    assertTrue(RowSet.EMPTY.isEmpty());
    assertFalse(FEW.isEmpty());
  }

  @Test
  void sets_are_joined_and_taken_away_without_changing() {
    var more = RowSet.of(List.of(new RowKey(1, 0), new RowKey(1, 1_000), new RowKey(3, 5)));
    assertEquals(6, FEW.and(more).count());
    assertEquals(6, more.and(FEW).count());
    var rest = FEW.without(more);
    assertEquals(3, rest.count());
    assertFalse(rest.contains(1, 0));
    assertEquals(2, more.without(FEW).count());
    assertEquals(4, FEW.count());
  }

  @Test
  void a_set_that_was_taken_does_not_grow_any_more() {
    var growing = new RowSet.Growing();
    growing.add(1, 1);
    var taken = growing.taken();
    growing.add(1, 2);
    assertEquals(1, taken.count());
    assertEquals(2, growing.taken().count());
  }
}
