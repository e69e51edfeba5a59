package dev.blipscope.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChunkTest {

  private static long time(String moment) {
    var chunk = Chunk.first();
    chunk.put(
        0, 0, 0, new Noted(RowKind.EVENT, null, Via.Unknown.OTHER, Moments.of(moment), null), 0);
    return chunk.time(0);
  }

  @Test
  void each_moment_that_can_be_written_comes_back_to_the_millisecond() {
    for (String moment :
        new String[] {
          "0000-01-01T00:00:00.000Z",
          "1969-12-31T23:59:59.999Z",
          "1970-01-01T00:00:00.000Z",
          "2024-02-29T12:34:56.789Z",
          "9999-12-31T23:59:59.999Z"
        }) {
      assertEquals(Instant.parse(moment).toEpochMilli(), time(moment), moment);
    }
    assertEquals(
        Instant.parse("2025-01-08T16:35:14Z").toEpochMilli(), time("2025-01-08T13:35:14-03:00"));
    assertEquals(Noted.NO_TIME, time("yesterday"));
  }

  @Test
  void rows_far_behind_the_fourth_gigabyte_come_back() {
    var chunk = Chunk.whole();
    long offset = (200L << 32) + 0xFFFFFFFFL;
    chunk.put(4_095, offset, Integer.MAX_VALUE, Noted.BROKEN, 0xFFFFFF);
    assertEquals(offset, chunk.offset(4_095));
    assertEquals(Integer.MAX_VALUE, chunk.length(4_095));
    assertEquals(0xFFFFFF, chunk.person(4_095));
  }

  @Test
  void every_word_has_a_code_that_leads_back_to_it() {
    for (var via : Codes.VIAS) {
      for (var kind : Codes.KINDS) {
        var chunk = Chunk.first();
        chunk.put(0, 0, 0, new Noted(kind, null, via, Noted.NO_TIME, null), 0);
        assertEquals(kind, Codes.KINDS.get(chunk.kind(0)));
        assertEquals(via, Codes.VIAS.get(chunk.via(0)));
        assertEquals(0, chunk.direction(0));
      }
    }
    assertThrows(IllegalStateException.class, () -> Chunk.first().place(0));
  }
}
