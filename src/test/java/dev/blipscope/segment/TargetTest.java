package dev.blipscope.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class TargetTest {

  @Test
  void a_write_key_is_never_printed() {
    var target = new Target("Test", "https://example.com", WriteKey.of("secret"));

    assertFalse(target.toString().contains("secret"));
    assertEquals(
        "Target[name=Test, endpoint=https://example.com, writeKey=••••••••]", target.toString());
  }

  @Test
  void an_endpoint_alone_is_a_target_without_a_key() {
    assertEquals(
        new Target("https://example.com", "https://example.com", WriteKey.NONE),
        Target.at("https://example.com"));
  }
}
