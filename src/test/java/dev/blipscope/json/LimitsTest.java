package dev.blipscope.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  @ParameterizedTest
  @CsvSource({
    "0,1,1,1,1,1",
    "1,0,1,1,1,1",
    "1,1,0,1,1,1",
    "1,1,1,0,1,1",
    "1,1,1,1,-1,1",
    "1,1,1,1,1,0",
    "1,268435457,1,1,1,1"
  })
  void a_limit_that_cannot_be_kept_is_refused(
      int depth, int tokens, int number, int string, int name, int size) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Limits(depth, tokens, number, string, name, size));
  }

  @Test
  void a_limit_of_one_lets_something_pass() {
    var scanner = new Scanner(new Limits(1, 1, 1, 1, 1, 1));

    assertEquals(Scanner.Outcome.VALUE, scanner.scan(new byte[] {'7'}, 0, 1, true));
  }

  @Test
  void the_largest_number_of_tokens_fits_into_an_index() {
    assertEquals(1 << 28, new Scanner(new Limits(1, 1 << 28, 1, 1, 1, 1)).limits().tokens());
  }
}
