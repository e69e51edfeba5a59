package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.json.Expected;
import org.junit.jupiter.api.Test;

class FloodTest {

  @Test
  void millions_of_empty_objects_are_refused_after_some_thousands() {
    var seen = Seen.in("{}\n".repeat(50_000));

    assertEquals(10_001, seen.size());
    var last = seen.getLast();
    assertEquals(Feed.Next.TROUBLE, last.what());
    assertEquals(10_001, last.place().line());
    assertEquals(Expected.FEWER_EMPTY, last.trouble() == null ? null : last.trouble().expected());
  }

  @Test
  void what_follows_a_flood_is_not_lost() {
    var seen = Seen.in("{}\n".repeat(50_000) + "{\"a\":1}\n{}\nx\n");

    assertEquals(10_004, seen.size());
    assertEquals(50_001, seen.get(10_001).place().line());
    assertEquals("{\"a\":1}", seen.get(10_001).text());
  }

  @Test
  void empty_objects_among_others_are_no_flood() {
    assertEquals(30_000, Seen.in("{}\n{\"a\":1}\n".repeat(15_000)).size());
  }
}
