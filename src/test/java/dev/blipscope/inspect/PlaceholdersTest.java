package dev.blipscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

  @Test
  void each_place_takes_its_word_wherever_it_stands() {
    assertEquals("b and a and b", Placeholders.filled("{1} and {0} and {1}", List.of("a", "b")));
    assertEquals("ab", Placeholders.filled("{0}{1}", List.of("a", "b")));
  }

  @Test
  void a_text_without_places_stays_as_it_is() {
    assertEquals("none", Placeholders.filled("none", List.of("a")));
    assertEquals("", Placeholders.filled("", List.of("a")));
  }

  @Test
  void what_stands_in_a_word_is_not_looked_at_again() {
    assertEquals("{1} b", Placeholders.filled("{0} {1}", List.of("{1}", "b")));
    assertEquals("$1 \\\\", Placeholders.filled("{0} {1}", List.of("$1", "\\\\")));
  }

  @Test
  void other_braces_are_signs_like_any_other() {
    assertEquals("{} {x} {a {", Placeholders.filled("{} {x} {{0} {", List.of("a")));
    assertEquals("${...} {0 {10}", Placeholders.filled("${...} {0 {10}", List.of("a")));
    assertEquals("{/} {:}", Placeholders.filled("{/} {:}", List.of("a")));
  }
}
