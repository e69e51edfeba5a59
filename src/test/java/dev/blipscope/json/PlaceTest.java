package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  private static final long SEED = 20250108;

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 0",
    "1, 1, 2, 1",
    "2, 2, 1, 2",
    "3, 2, 2, 3",
    "5, 2, 3, 4",
    "9, 2, 5, 6",
    "10, 2, 6, 7",
    "11, 3, 1, 8",
    "12, 4, 1, 9"
  })
  void a_place_counts_as_an_editor_does(int at, int line, int column, int offset) {
    byte[] bytes = "{\n\"é😀\r\n\n}".getBytes(UTF_8);

    assertEquals(new Place(line, column, offset), Place.of(bytes, 0, at));
  }

  @Test
  void a_place_may_be_counted_from_a_later_beginning() {
    byte[] bytes = "é\né{\n é}".getBytes(UTF_8);

    assertEquals(new Place(2, 3, 5), Place.of(bytes, 3, 10));
  }

  @Test
  void whatever_the_bytes_are_a_place_is_one_in_the_text_that_java_makes_of_them() {
    var random = new Random(SEED);
    byte[] likely = HexFormat.of().parseHex("0a0a2041c3a9e282acf09f9880eda080c0aff4908080e0bfff");
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int b = 0; b < bytes.length; b++) {
        bytes[b] = likely[random.nextInt(likely.length)];
      }
      assertEquals(
          placeOfEnd(new String(bytes, UTF_8)),
          Place.of(bytes, 0, bytes.length),
          () -> "seed " + SEED + ": " + HexFormat.of().formatHex(bytes));
    }
  }

  @Test
  void a_place_far_from_the_beginning_is_counted_block_by_block() {
    for (var line : new String[] {"a", "é", "€", "😀", "a😀\n"}) {
      var text = line.repeat(20_001);
      byte[] bytes = text.getBytes(UTF_8);

      assertEquals(placeOfEnd(text), Place.of(bytes, 0, bytes.length), line);
    }
  }

  private static Place placeOfEnd(String text) {
    int lines = (int) text.chars().filter(unit -> unit == '\n').count();
    return new Place(1 + lines, text.length() - text.lastIndexOf('\n'), text.length());
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 3, 5, 15, 33", "3, 4, 3, 7, 4, 33"})
  void a_place_moves_on_by_what_stands_before(
      int line, int column, int offset, int sumLine, int sumColumn, int sumOffset) {
    var start = new Place(5, 12, 30);

    assertEquals(
        new Place(sumLine, sumColumn, sumOffset), new Place(line, column, offset).after(start));
  }

  @Test
  void after_the_beginning_a_place_is_itself() {
    assertEquals(new Place(3, 4, 20), new Place(3, 4, 20).after(Place.START));
    assertEquals(new Place(3, 4, 20), Place.START.after(new Place(3, 4, 20)));
  }
}
