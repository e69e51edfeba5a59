package dev.blipscope.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.check.Given;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkTest {

  @Test
  void every_value_is_seen_once_with_its_way_and_its_nearest_name() {
    assertEquals(
        List.of(
            "  {\"a/\":[1,{\"b~\":\"x\"}],\"c\":{},\"d\":[[]]}",
            "/a~1 a/ [1,{\"b~\":\"x\"}]",
            "/a~1/0 a/ 1",
            "/a~1/1 a/ {\"b~\":\"x\"}",
            "/a~1/1/b~0 b~ \"x\"",
            "/c c {}",
            "/d d [[]]",
            "/d/0 d []"),
        seen("{\"a/\":[1,{\"b~\":\"x\"}],\"c\":{},\"d\":[[]]}"));
  }

  @Test
  void what_a_later_member_replaces_is_marked_with_all_that_is_in_it() {
    assertEquals(
        List.of(
            "  {\"a\":[1],\"b\":2,\"a\":3}",
            "/a a [1] superseded",
            "/a/0 a 1 superseded",
            "/b b 2",
            "/a a 3"),
        seen("{\"a\":[1],\"b\":2,\"a\":3}"));
  }

  private static List<String> seen(String json) {
    var doc = Given.exactly(json);
    var seen = new ArrayList<String>();
    Walk.through(
        doc,
        (node, pointer, name, superseded) ->
            seen.add(
                pointer
                    + " "
                    + name
                    + " "
                    + doc.written(node)
                    + (superseded ? " superseded" : "")));
    return seen;
  }
}
