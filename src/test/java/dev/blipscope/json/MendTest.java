package dev.blipscope.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MendTest {

  @Test
  void an_edit_replaces_what_stands_between_two_places() {
    assertEquals("{\"a\":1}", new Mend(6, 7, "").applyTo("{\"a\":1,}"));
    assertEquals("[1]", new Mend(2, 2, "]").applyTo("[1"));
    assertEquals("{\"a\":1}", new Mend(1, 4, "\"a\"").applyTo("{‘a’:1}"));
  }
}
