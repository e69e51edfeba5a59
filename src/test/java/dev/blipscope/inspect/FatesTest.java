package dev.blipscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Basis;
import dev.blipscope.check.Given;
import dev.blipscope.check.OddPayloads;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.Fact;
import dev.blipscope.mapping.Grounds;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.Provenance;
import dev.blipscope.segment.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FatesTest {

  private static final long SEED = 20250108;
  private static final String TRACK =
      Given.rule("/type", "\"track\"") + "," + Given.rule("/event", "\"Seen\"");

  /// Constants that hold values, objects that nothing fills, containers taken whole.
  private static final Profile OWN =
      Given.forMessages(
          TRACK
              + ","
              + Given.rule("/integrations", "{\"All\":true,\"deep\":{\"a\":[1,{}]},\"none\":[]}")
              + ","
              + Given.copy("/context/all", "/extras")
              + ","
              + "{\"to\":\"/context/chosen\",\"from\":[\"/nothing\",\"/extras\",\"/id\"],"
              + "\"assumed\":\"-\"},"
              + "{\"to\":\"/context/text\",\"from\":\"/extras\",\"as\":\"text\",\"assumed\":\"-\"}",
          "\"into\":\"/properties/blip\"");

  // For whatever payload

  @Test
  void every_value_of_a_call_has_one_story_and_every_value_of_a_payload_one_fate() {
    for (var profile : List.of(Given.documented(), Given.idiomatic(), OWN)) {
      var inspector = new Inspector(profile, Target.SANDBOX, null);
      for (var payload : Samples.payloads(inspector)) {
        holds(inspector.inspect(payload));
      }
      var payloads = new OddPayloads(new Random(SEED), true, true);
      for (int i = 0; i < 400; i++) {
        holds(inspector.inspect(Given.exactly(payloads.next())));
      }
    }
  }

  private static void holds(Inspection inspection) {
    var doc = inspection.doc();
    var call = inspection.call();
    if (doc == null || call == null) {
      return;
    }
    assertEquals(
        pointers(leaves(call, false)), inspection.traces().stream().map(Trace::to).toList());
    for (var trace : inspection.traces()) {
      int node = Pointer.of(trace.to()).in(call);
      assertEquals(call.start(node), trace.start());
      assertEquals(call.end(node), trace.end());
      for (var spot : trace.from()) {
        assertEquals(spot, found(doc, spot), () -> "not in " + doc.written(Doc.ROOT));
      }
      if (trace.story() instanceof Provenance.Copied) {
        assertEquals(1, trace.from().size());
        // Between the brackets of an empty container the call has no blanks.
        String copied = text(doc, trace.from().getFirst());
        assertEquals(
            call.written(node),
            call.kind(node).isContainer() ? copied.replaceAll("\\s", "") : copied);
      }
    }
    everyValueHasAFate(inspection, doc);
  }

  private static void everyValueHasAFate(Inspection inspection, Doc doc) {
    var unused = new LinkedHashSet<Key>();
    inspection.unused().forEach(one -> unused.add(key(one.from())));
    assertEquals(inspection.unused().size(), unused.size());
    var arrived = new BitSet();
    for (var trace : inspection.traces()) {
      trace.from().forEach(spot -> arrived.set(spot.from(), spot.to()));
    }
    var leaves = leaves(doc, true);
    assertTrue(leaves.containsAll(unused), () -> unused + " in " + doc.written(Doc.ROOT));
    for (var leaf : leaves) {
      assertTrue(
          arrived.get(leaf.from()) || unused.contains(leaf),
          () -> leaf + " of " + doc.written(Doc.ROOT));
    }
  }

  /// A value that holds no other.
  private record Key(int from, int to, String pointer) {}

  private static Key key(Spot spot) {
    return new Key(spot.from(), spot.to(), spot.pointer());
  }

  private static List<String> pointers(List<Key> leaves) {
    return leaves.stream().map(Key::pointer).toList();
  }

  private static List<Key> leaves(Doc doc, boolean superseded) {
    var leaves = new ArrayList<Key>();
    collect(doc, Doc.ROOT, "", superseded, leaves);
    return leaves;
  }

  private static void collect(
      Doc doc, int node, String pointer, boolean superseded, List<Key> leaves) {
    boolean object = doc.is(node, NodeKind.OBJECT);
    if (!doc.kind(node).isContainer() || doc.isEmpty(node)) {
      leaves.add(new Key(doc.start(node), doc.end(node), pointer));
      return;
    }
    int number = 0;
    int child = node + 1;
    while (child < doc.after(node)) {
      int value = object ? child + 1 : child;
      if (superseded || !object || !doc.isSuperseded(child)) {
        String step = object ? Pointer.escaped(doc.text(child)) : Integer.toString(number++);
        collect(doc, value, pointer + "/" + step, superseded, leaves);
      }
      child = doc.after(value);
    }
  }

  private static Spot found(Doc doc, Spot spot) {
    int node = Pointer.of(spot.pointer()).in(doc);
    return new Spot(spot.pointer(), doc.start(node), doc.end(node));
  }

  private static String text(Doc doc, Spot spot) {
    var bytes = new byte[spot.to() - spot.from()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = doc.at(spot.from() + i);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  // For this payload

  @Test
  void each_value_in_an_object_that_is_copied_has_a_place_of_its_own() {
    var inspection =
        new Inspector(Given.documented(), Target.SANDBOX, null)
            .inspect(
                Given.exactly(
                    """
                    {"lastMessageDate":"2025","identity":"a@0mn.io",
                     "extras": { "a": 1, "a": 2, "b/": [ {}, "x" ] }}\
                    """));
    var kept = inspection.traces().getLast().grounds();
    String start =
        "{\"type\":\"identify\",\"userId\":\"a@0mn.io\",\"messageId\":\"blip-"
            + "0".repeat(32)
            + "\",\"traits\":{\"lastMessageDate\":\"2025\",\"identity\":\"a@0mn.io\",\"extras\":{\"a\":";

    assertEquals(
        List.of(
            copied("/traits/extras/a", "/extras/a", 75, 76, kept, start.length(), 1),
            copied("/traits/extras/b~1/0", "/extras/b~1/0", 86, 88, kept, start.length() + 8, 2),
            copied("/traits/extras/b~1/1", "/extras/b~1/1", 90, 93, kept, start.length() + 11, 3)),
        inspection.traces().subList(5, 8));
    assertEquals(
        List.of(new Unused(new Spot("/extras/a", 67, 68), new Unused.Reason.Superseded())),
        inspection.unused());
  }

  private static Trace copied(
      String to, String from, int first, int last, Grounds grounds, int start, int length) {
    return new Trace(
        to,
        new Provenance.Copied(6),
        List.of(new Spot(from, first, last)),
        grounds,
        start,
        start + length);
  }

  @Test
  void a_body_that_nothing_fills_is_there_all_the_same() {
    var inspection =
        new Inspector(Given.idiomatic(), Target.SANDBOX, null)
            .inspect(Given.doc("{'lastMessageDate':'2025','identity':'a@0mn.io','mood':'fine'}"));
    var traces = inspection.traces();

    assertEquals("/traits/channel", traces.getLast().to());

    var empty =
        new Inspector(Given.forMessages(TRACK, "\"drop\":true"), Target.SANDBOX, null)
            .inspect(Given.doc("{'type':'text/plain','content':'Oi'}"))
            .traces()
            .getLast();
    assertEquals("/properties", empty.to());
    assertEquals(new Provenance.Fixed(), empty.story());
    assertEquals(new Grounds(Basis.ASSUMED, "-"), empty.grounds());
    assertEquals(2, empty.end() - empty.start());
  }

  @Test
  void what_only_an_id_was_made_of_goes_nowhere() {
    var inspection =
        new Inspector(Given.forMessages(TRACK, "\"drop\":true"), Target.SANDBOX, null)
            .inspect(Given.doc("{'type':'text/plain','content':'Oi','x':1}"));

    assertEquals(
        List.of("/type", "/content", "/x"),
        inspection.unused().stream().map(unused -> unused.from().pointer()).toList());
    assertEquals(
        Collections.nCopies(3, new Unused.Reason.LeftOut(new Grounds(Basis.ASSUMED, "-"))),
        inspection.unused().stream().map(Unused::why).toList());
    var ids =
        inspection.traces().stream()
            .filter(trace -> trace.story() instanceof Provenance.Derived)
            .toList();
    assertEquals(List.of("/anonymousId", "/messageId"), ids.stream().map(Trace::to).toList());
    for (var id : ids) {
      assertEquals(List.of("/type", "/content"), id.from().stream().map(Spot::pointer).toList());
    }
    assertEquals(
        List.of(Fact.ANONYMOUS_ID, Fact.MESSAGE_ID),
        ids.stream().map(id -> ((Provenance.Derived) id.story()).fact()).toList());
  }

  @Test
  void what_is_not_kept_beside_what_is_has_a_reason_of_its_own() {
    var profile =
        Given.forMessages(
            TRACK
                + ","
                + Given.copy("/properties/content", "/id")
                + ","
                + Given.copy("/properties/metadata/bot", "/id")
                + ",{\"to\":\"/properties/x_*\",\"each\":\"/extras\",\"except\":[\"a/\"],"
                + "\"assumed\":\"-\"}",
            "\"into\":\"/properties\"");
    var inspection =
        new Inspector(profile, Target.SANDBOX, null)
            .inspect(
                Given.doc(
                    "{'type':'text/plain','content':{'a':1},'id':'i','metadata':{'k':'v'},"
                        + "'extras':{'a/':1,'b':2}}"));

    assertEquals(
        List.of(
            "/content/a a rule has filled /properties/content, where it would have been kept: -",
            "/metadata/k a rule has filled /properties/metadata/bot, where it would have been kept:"
                + " -",
            "/extras/a~1 the rule that makes fields of the members of /extras excepts it"),
        inspection.unused().stream()
            .map(one -> one.from().pointer() + " " + Texts.in(Locale.ENGLISH).why(one))
            .toList());
  }

  @Test
  void a_payload_with_very_many_fields_is_told_quickly() {
    String fields =
        IntStream.range(0, 200_000)
            .mapToObj(i -> "\"k" + i + "\":" + i)
            .collect(Collectors.joining(","));
    var doc =
        Given.exactly("{\"lastMessageDate\":\"2025\",\"identity\":\"a@0mn.io\"," + fields + "}");

    assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertEquals(
                200_005,
                new Inspector(Given.documented(), Target.SANDBOX, null)
                    .inspect(doc)
                    .traces()
                    .size()));
  }
}
