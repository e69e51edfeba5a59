package dev.blipscope.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Given;
import dev.blipscope.check.OddPayloads;
import dev.blipscope.json.Doc;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnWatchTest {

  private static final long SEED = 20250108;

  private final ColumnWatch watch = new ColumnWatch();

  @Test
  void two_fields_of_one_column_clash_when_their_values_differ() {
    assertTrue(clash("{'stateId': 1, '#stateId': 2}"));
    assertTrue(clash("{'extras': {'a.b': 'x', 'a': {'b': 'y'}}}"));
    assertTrue(clash("{'a': [1], '#a': [2]}"));
    assertTrue(clash("{'a': 1, '#a': 10}"));
    assertFalse(clash("{'stateId': 'same', '#stateId': 'same'}"));
    assertFalse(clash("{'a': [1], '#a': [1]}"));
  }

  @Test
  void what_gets_no_column_clashes_with_nothing() {
    assertFalse(clash("{'a': null, '#a': 1, '.a': {}, '-a': {'b': null}}"));
    assertFalse(clash("{'a': 1, 'A': {'b': 2}}"));
  }

  @Test
  void what_was_in_the_call_before_does_not_count() {
    assertFalse(clash("{'stateId': 1}"));
    assertFalse(clash("{'#stateId': 2}"));
    assertTrue(clash("{'#stateId': 2, 'stateId': 1}"));
    assertFalse(clash("{'stateId': 1}"));
  }

  @Test
  void names_that_leave_nothing_clash_with_each_other() {
    assertTrue(clash("{'日本': 1, '#': 2}"));
    assertTrue(clash("{'extras': {'日本': 1, '#': 2}}"));
    assertTrue(clash("{'extras': {'日本': 1}, '.extras': 2}"));
  }

  @Test
  void a_member_that_a_later_one_replaces_does_not_count() {
    assertFalse(clash("{'extras': {'a': 1, 'a': 2}}"));
    assertTrue(clash("{'extras': {'a': 1, '#a': 3, 'a': 2}}"));
  }

  @Test
  void a_field_that_a_rule_fills_clashes_by_its_name() {
    watch.next();
    assertFalse(watch.clashes("state_id"));
    assertTrue(watch.clashes("stateId"));
    assertTrue(clashes(Given.doc("{'#stateId': 1}")));
    watch.next();
    assertFalse(watch.clashes("stateId"));
    assertFalse(watch.clashes("other"));
  }

  @Test
  void it_finds_exactly_the_columns_that_a_warehouse_gives_to_two_values() {
    var payloads = new OddPayloads(new Random(SEED), false, true);
    int clashing = 0;
    for (int i = 0; i < 8_000; i++) {
      String payload = payloads.next();
      boolean clash = clash(payload);
      assertEquals(collides(payload), clash, () -> "seed " + SEED + ": " + payload);
      clashing += clash ? 1 : 0;
    }
    assertTrue(clashing > 800 && clashing < 7_200, clashing + " clashed");
  }

  /// The same by the preview, which is slow and sees the whole call.
  private static boolean collides(String payload) {
    var call = Given.exactly("{\"type\":\"track\",\"properties\":" + payload + "}");
    Map<String, String> values = new HashMap<>();
    boolean collides = false;
    for (var leaf : Warehouse.body(call)) {
      String value = call.written(leaf.node());
      String first = values.putIfAbsent(leaf.column(), value);
      collides |= first != null && !first.equals(value);
    }
    return collides;
  }

  @Test
  void hostile_names_make_it_neither_slow_nor_big() {
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int call = 0; call < 400; call++) {
            assertFalse(clash(crowd(call, 1_000)));
          }
        });
    assertTrue(watch.remembered() < 40_000, "remembers " + watch.remembered());
  }

  @Test
  void it_stays_right_when_it_forgets_and_when_names_crowd() {
    for (int call = 0; call < 60; call++) {
      assertFalse(clash(crowd(call, 1_000)));
      assertTrue(clash(crowd(call, 999).replace("}", ",\"a\":1,\"#a\":2}")));
      assertTrue(clash("{'stateId': 1, '#stateId': 2}"));
    }
  }

  @Test
  void long_ways_are_not_remembered_for_ever() {
    for (int call = 0; call < 300; call++) {
      var name = "\"" + call + "x".repeat(100) + "\":{";
      assertFalse(clash(("{" + name.repeat(200)) + "\"a\":1" + "}".repeat(201)));
    }
    assertTrue(watch.remembered() < 10_000, "remembers " + watch.remembered());
  }

  /// Names that have one hash: it looks at the ends only.
  private static String crowd(int call, int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> "\"beginning %06d %06d the end\":%d".formatted(call, i, i))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private boolean clash(String body) {
    watch.next();
    return clashes(Given.doc(body));
  }

  private boolean clashes(Doc body) {
    boolean clash = false;
    for (int key = Doc.ROOT + 1; key < body.after(Doc.ROOT); key = body.after(key + 1)) {
      clash |= !body.isSuperseded(key) && watch.clashes(body, key);
    }
    return clash;
  }
}
