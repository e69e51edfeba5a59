package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.json.Walk;
import org.junit.jupiter.api.Test;

class PathsTest {

  private static final String JSON = "{'a/':[1,{'b~':'x'}],'c':{},'d':[[]]}";

  @Test
  void the_way_to_a_value_is_found_from_the_top() {
    var doc = Given.doc(JSON);

    Walk.through(
        doc,
        (node, pointer, _, _) -> assertEquals(Paths.at(doc, pointer, node), Paths.of(doc, node)));
  }

  @Test
  void a_place_knows_its_bytes_unless_nothing_is_there() {
    var doc = Given.doc("{'a':'x'}");

    assertEquals(new Where.InPayload("/a", 5, 8), Paths.at(doc, 2, "a"));
    assertEquals(new Where.InPayload("/a~1/b", 5, 8), Paths.at(doc, 2, "a/", "b"));
    assertEquals(new Where.InPayload("", 0, 9), Paths.whole(doc));
    assertEquals(new Where.InPayload("/b", 0, 0), Paths.missing("/b"));
  }
}
