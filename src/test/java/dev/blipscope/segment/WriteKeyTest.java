package dev.blipscope.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WriteKeyTest {

  @Test
  void a_key_is_dots_wherever_it_is_printed() {
    assertEquals("••••••••", WriteKey.of("secret").toString());
    assertEquals("", WriteKey.NONE.toString());
  }

  @Test
  void blanks_around_a_key_come_from_copying() {
    assertEquals(WriteKey.of("secret"), WriteKey.of(" secret\n"));
    assertSame(WriteKey.NONE, WriteKey.of("  "));
  }

  @Test
  void a_key_of_another_length_looks_unusual() {
    assertTrue(WriteKey.of("a1".repeat(16)).looksUsual());
    assertTrue(WriteKey.SANDBOX.looksUsual());
    assertFalse(WriteKey.of("a1".repeat(15)).looksUsual());
    assertFalse(WriteKey.of("a-".repeat(16)).looksUsual());
  }

  @Test
  void a_key_that_cannot_stand_in_a_header_is_noticed() {
    assertTrue(WriteKey.of("a-b_c").isPrintable());
    assertFalse(WriteKey.of("a b").isPrintable());
    assertFalse(WriteKey.of("a\nb").isPrintable());
    assertFalse(WriteKey.of("a:b").isPrintable());
    assertFalse(WriteKey.of("é").isPrintable());
  }
}
