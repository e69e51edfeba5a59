package dev.blipscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.check.Given;
import dev.blipscope.json.Place;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OffsetsTest {

  @Test
  void each_byte_that_begins_a_character_has_its_place_in_the_text() {
    String text = "{\"é😀\":\n\n [1,\r\n\"日本\",\n{\"a\":\"\\ud83d\"}]" + "\n".repeat(40) + "}";
    var offsets = Offsets.of(Given.exactly(text));
    int line = 1;
    int column = 1;
    for (int unit = 0; unit < text.length(); unit++) {
      if (!Character.isLowSurrogate(text.charAt(unit))) {
        int at = text.substring(0, unit).getBytes(StandardCharsets.UTF_8).length;
        assertEquals(new Place(line, column, unit), offsets.place(at));
        assertEquals(unit, offsets.unit(at));
      }
      column++;
      if (text.charAt(unit) == '\n') {
        line++;
        column = 1;
      }
    }
  }

  @Test
  void a_place_counts_on_from_where_its_payload_begins() {
    assertEquals(new Place(7, 1, 0), new Origin("a.json", 1, 7, "").start());
    assertEquals(7, new Origin("a.json", 1, new Place(7, 3, 90), "").line());
  }
}
