package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  void who_only_wants_to_see_files_does_not_wait_for_the_command_line() {
    assertEquals(Optional.of(List.of()), Door.files(List.of()));
    assertEquals(Optional.of(List.of()), Door.files(List.of("open")));
    assertEquals(
        Optional.of(List.of("a.json", "inspect")),
        Door.files(List.of("open", "a.json", "inspect")));
    assertEquals(
        Optional.of(List.of("C:\\Ana\\Report.BLIPSCOPE")),
        Door.files(List.of("C:\\Ana\\Report.BLIPSCOPE")));
  }

  @Test
  void all_other_words_are_for_the_command_line() {
    for (var words :
        List.of(
            List.of("inspect"),
            List.of("report.json"),
            List.of("inspect", "report.blipscope"),
            List.of("report.blipscope", "--json"),
            List.of("open", "--help"),
            List.of("open", "a.json", "--lang", "en"),
            List.of("open", "@names"))) {
      assertEquals(Optional.empty(), Door.files(words), words::toString);
    }
  }

  @Test
  void files_get_their_whole_names_if_they_can_have_one() {
    assertEquals(Path.of("").toAbsolutePath().resolve("a.json").toString(), Door.whole("a.json"));
    assertEquals("a\0b", Door.whole("a\0b"));
  }
}
