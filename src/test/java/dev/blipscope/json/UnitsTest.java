package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitsTest {

  @Test
  void in_ascii_bytes_and_units_are_the_same() {
    var units = Units.of(doc("[1,\"abc\"]"));

    assertEquals(5, units.at(5));
  }

  @Test
  void every_character_has_the_unit_that_a_naive_count_gives_it() {
    var texts = new Texts(new Random(20250108), true);
    for (int i = 0; i < 1_000; i++) {
      var text = "[\"ç😀\"," + texts.value(5) + "]";
      var doc = doc(text);
      var units = Units.of(doc);
      for (int unit = 0; unit <= text.length(); unit++) {
        if (unit == text.length() || !Character.isLowSurrogate(text.charAt(unit))) {
          int offset = text.substring(0, unit).getBytes(UTF_8).length;
          assertEquals(unit, units.at(offset), text);
          assertEquals(placeOf(text, unit), Place.of(doc, offset), text);
        }
      }
    }
  }

  private static Place placeOf(String text, int unit) {
    var before = text.substring(0, unit);
    int lines = (int) before.chars().filter(found -> found == '\n').count();
    return new Place(1 + lines, unit - before.lastIndexOf('\n'), unit);
  }

  private static Doc doc(String text) {
    var scanner = new Scanner();
    byte[] bytes = ("x" + text).getBytes(UTF_8);
    assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 1, bytes.length, true), text);
    return scanner.doc();
  }

  @Test
  void the_end_of_a_text_of_any_length_is_found() {
    for (int blanks = 0; blanks < 200; blanks++) {
      String text = "[" + " ".repeat(blanks) + "\"é\"]";
      byte[] bytes = text.getBytes(UTF_8);
      var scanner = new Scanner();
      assertEquals(Scanner.Outcome.VALUE, scanner.scan(bytes, 0, bytes.length, true));

      assertEquals(text.length(), Units.of(scanner.doc()).at(bytes.length));
    }
  }
}
