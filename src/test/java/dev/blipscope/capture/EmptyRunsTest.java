package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmptyRunsTest {

  private static EmptyRuns seen(boolean... empties) {
    var runs = new EmptyRuns();
    for (boolean empty : empties) {
      runs.see(empty);
    }
    return runs;
  }

  private static EmptyRuns empty(int times) {
    return seen(filled(times));
  }

  private static boolean[] filled(int times) {
    var all = new boolean[times];
    Arrays.fill(all, true);
    return all;
  }

  @Test
  void ten_thousand_are_no_flood_and_one_more_is() {
    assertEquals(false, empty(10_000).isFlood());
    assertEquals(true, empty(10_001).isFlood());
    assertEquals(true, empty(10_001).isStartOfFlood());
    assertEquals(false, empty(10_002).isStartOfFlood());
  }

  @Test
  void a_flood_may_begin_in_the_parts_before() {
    assertEquals(false, empty(4).floodsBehind(9_996));
    assertEquals(true, empty(5).floodsBehind(9_996));
    assertEquals(false, seen(true, false, true, true).floodsBehind(9_999));
    assertEquals(true, seen(true, false, true, true).floodsBehind(10_000));
  }

  @Test
  void a_flood_in_the_middle_of_a_part_counts_also_when_it_has_ended() {
    var runs = seen(false);
    for (int i = 0; i < 10_001; i++) {
      runs.see(true);
    }
    runs.see(false);

    assertEquals(true, runs.floodsBehind(0));
    assertEquals(0, runs.endBehind(7));
  }

  @Test
  void parts_one_after_the_other_count_as_one_text_does() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      var whole = new EmptyRuns();
      int end = 0;
      for (int part = 0; part < 5; part++) {
        var runs = new EmptyRuns();
        for (int i = random.nextInt(4); i > 0; i--) {
          boolean empty = random.nextInt(3) > 0;
          runs.see(empty);
          whole.see(empty);
        }
        end = runs.endBehind(end);
      }
      assertEquals(whole.endBehind(0), end);
    }
  }

  @Test
  void what_stood_before_is_gone_on_from() {
    var runs = new EmptyRuns();
    runs.goOn(10_000);
    assertEquals(false, runs.isFlood());
    runs.see(true);
    assertEquals(true, runs.isStartOfFlood());
  }
}
