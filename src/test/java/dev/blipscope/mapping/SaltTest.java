package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SaltTest {

  @Test
  void a_salt_is_known_by_endpoint_and_write_key() {
    var salt = Salt.of("https://a.example", "key");

    assertEquals(salt, Salt.of("https://a.example", "key"));
    assertEquals(salt.hashCode(), Salt.of("https://a.example", "key").hashCode());
    assertNotEquals(salt.hashCode(), Salt.of("https://b.example", "key").hashCode());
    assertNotEquals(salt, Salt.of("https://a.example", "other"));
    assertNotEquals(salt, Salt.of("https://b.example", "key"));
    assertNotEquals(salt, Salt.of("https://a.examplekey", ""));
    assertNotEquals(salt, new Object());
  }

  @Test
  void a_salt_prints_as_dots() {
    assertEquals("••••", Salt.of("https://a.example", "key").toString());
  }
}
