package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathsTest {

  private static final String JSON = "{'a/':[1,{'b~':'x'}],'c':{},'d':[[]]}";

  @Test
  void every_value_is_seen_once_with_its_way_and_its_nearest_name() {
    var doc = Given.doc(JSON);
    var seen = new ArrayList<String>();
    Paths.walk(
        doc, (pointer, name, node) -> seen.add(pointer + " " + name + " " + doc.written(node)));

    assertEquals(
        List.of(
            "  " + JSON.replace('\'', '"'),
            "/a~1 a/ [1,{\"b~\":\"x\"}]",
            "/a~1/0 a/ 1",
            "/a~1/1 a/ {\"b~\":\"x\"}",
            "/a~1/1/b~0 b~ \"x\"",
            "/c c {}",
            "/d d [[]]",
            "/d/0 d []"),
        seen);
  }

  @Test
  void the_way_to_a_value_is_found_from_the_top() {
    var doc = Given.doc(JSON);

    Paths.walk(
        doc, (pointer, _, node) -> assertEquals(Paths.at(doc, pointer, node), Paths.of(doc, node)));
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
