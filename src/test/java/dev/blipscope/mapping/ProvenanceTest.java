package dev.blipscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.blipscope.json.Doc;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

  private static final Provenance COPIED = new Provenance.Copied(3);
  private static final Provenance DERIVED = Provenance.Derived.of(Fact.TEXT, 4, Doc.NONE, 5);
  private static final Provenance CHOSEN = new Provenance.Chosen(DERIVED, List.of());
  private static final Provenance CONVERTED = new Provenance.Converted(CHOSEN, TargetType.TEXT);
  private static final Provenance FIXED = new Provenance.Fixed();

  @Test
  void each_story_has_a_word() {
    assertEquals(
        List.of("copied", "derived", "chosen", "converted", "fixed"),
        List.of(COPIED.word(), DERIVED.word(), CHOSEN.word(), CONVERTED.word(), FIXED.word()));
  }

  @Test
  void each_story_knows_its_places() {
    assertEquals(
        List.of(List.of(3), List.of(4, 5), List.of(4, 5), List.of(4, 5), List.of()),
        List.of(
            COPIED.places(),
            DERIVED.places(),
            CHOSEN.places(),
            CONVERTED.places(),
            FIXED.places()));
  }

  @Test
  void places_are_copied_once_and_never_change() {
    var places = new ArrayList<>(List.of(1, 2));
    var derived = new Provenance.Derived(Fact.BOT, places);
    places.clear();
    var nodes = Nodes.present(1, Doc.NONE, 2);

    assertEquals(derived, new Provenance.Derived(Fact.BOT, nodes));
    assertSame(nodes, new Provenance.Derived(Fact.BOT, nodes).from());
    assertEquals(nodes.hashCode(), List.of(1, 2).hashCode());
    assertNotEquals(nodes, Nodes.present(2, 1));
    assertEquals(List.of(), Nodes.present(Doc.NONE));
  }
}
