package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoorTest {

  @Test
  void a_missing_display_is_found_among_the_causes() {
    assertTrue(
        Door.isWithoutDisplay(
            new RuntimeException(new UnsupportedOperationException("Unable to open DISPLAY"))));
    assertFalse(Door.isWithoutDisplay(new UnsupportedOperationException("something else")));
    assertFalse(Door.isWithoutDisplay(new UnsupportedOperationException()));
    assertFalse(Door.isWithoutDisplay(new RuntimeException("DISPLAY")));
  }

  @Test
  void a_report_of_ours_alone_is_opened_and_all_other_words_stay() {
    for (var words :
        List.of(
            new String[] {"report.json"},
            new String[] {"inspect"},
            new String[] {"inspect", "report.blipscope"})) {
      assertArrayEquals(words, Door.words(words));
    }
    assertArrayEquals(
        new String[] {"open", "C:\\Ana\\Report.BLIPSCOPE"},
        Door.words(new String[] {"C:\\Ana\\Report.BLIPSCOPE"}));
  }
}
