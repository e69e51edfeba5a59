package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Random;

/// Throws bytes at the recognition of texts: there is always an answer, the same one in whatever
/// portions the bytes arrive, and its mends are sound.
class FeedFuzz {

  @FuzzTest
  void whatever_comes_there_is_one_answer(byte[] bytes) {
    var all = Seen.all(Feed.of(bytes));

    assertFalse(all.isEmpty());
    assertEquals(all, Seen.all(Feed.of(new Trickle(bytes, new Random(1), 7))));
    all.stream()
        .filter(Seen::isTrouble)
        .forEach(seen -> FeedRandomTest.assertIsSound(seen.theTrouble()));
  }
}
