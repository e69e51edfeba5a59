package dev.blipscope.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlanksTest {

  @Test
  void four_signs_are_blanks_and_three_of_them_stay_on_a_line() {
    assertEquals(
        List.of((int) '\t', (int) '\n', (int) '\r', (int) ' '),
        IntStream.range(-128, 0x10000).filter(Blanks::is).boxed().toList());
    assertEquals(
        List.of((int) '\t', (int) '\r', (int) ' '),
        IntStream.range(-128, 0x10000).filter(Blanks::isOnLine).boxed().toList());
  }

  @Test
  void blanks_are_passed_over_up_to_the_limit() {
    byte[] bytes = "a \n\t\rb ".getBytes(UTF_8);

    assertEquals(5, Blanks.after(bytes, 1, 7));
    assertEquals(3, Blanks.after(bytes, 1, 3));
    assertEquals(0, Blanks.after(bytes, 0, 7));
    assertEquals(7, Blanks.after(bytes, 6, 7));
  }
}
