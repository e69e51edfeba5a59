package dev.blipscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.check.Breakage;
import dev.blipscope.check.Given;
import dev.blipscope.check.OddPayloads;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Out;
import dev.blipscope.json.Place;
import dev.blipscope.segment.Target;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionJsonTest {

  private static final long SEED = 20250108;

  /// What is said in words has tests of its own; here it only must be there.
  private static final Set<String> IN_WORDS = Set.of("message", "why", "do", "expected", "rule");

  private static final Inspector DOCUMENTED =
      new Inspector(Given.documented(), Target.SANDBOX, null);
  private static final Inspector IDIOMATIC = new Inspector(Given.idiomatic(), Target.SANDBOX, null);

  // Whole values

  @Test
  void a_message_is_told_whole() {
    same(
        """
        {"source":{"name":"in.json","index":2,"line":7},"recognised":"NDJSON",
         "kind":"message","foreign":null,"rule":"…","ruleBasis":"documented","rival":null,
         "evidence":[
          {"at":"/type","present":true,"speaksFor":"message","marker":true,"basis":"documented"},
          {"at":"/content","present":true,"speaksFor":"message","marker":false,"basis":"documented"},
          {"at":"/id","present":true,"speaksFor":"message","marker":false,"basis":"documented"},
          {"at":"/from","present":true,"speaksFor":"message","marker":false,"basis":"documented"},
          {"at":"/to","present":true,"speaksFor":"message","marker":false,"basis":"documented"},
          {"at":"/metadata","present":false,"speaksFor":"message","marker":false,"basis":"documented"},
          {"at":"/ownerIdentity","present":false,"speaksFor":"event","marker":false,"basis":"documented"},
          {"at":"/storageDate","present":false,"speaksFor":"event","marker":false,"basis":"documented"},
          {"at":"/category","present":false,"speaksFor":"event","marker":true,"basis":"documented"},
          {"at":"/action","present":false,"speaksFor":"event","marker":false,"basis":"documented"},
          {"at":"/lastMessageDate","present":false,"speaksFor":"contact","marker":true,"basis":"documented"},
          {"at":"/identity","present":false,"speaksFor":"contact","marker":false,"basis":"documented"},
          {"at":"/source","present":false,"speaksFor":"contact","marker":false,"basis":"documented"}],
         "direction":"received","directionRow":1,"directionBasis":"documented",
         "contact":"a@0mn.io",
         "calls":[{"type":"track","event":"Message Received","userId":"a@0mn.io","messageId":"ID",
          "properties":{"é😀":"á","type":"text/plain","content":{"list":[1.0,{}]},"id":"1",
           "from":"a@0mn.io/x","to":"b@msging.net"}}],
         "provenance":[
          {"call":0,"to":"/type","story":"fixed","from":[],"ranges":[],"basis":"documented","rule":"…"},
          {"call":0,"to":"/event","story":"derived","from":["/from","/to"],"ranges":[[80,92],[98,112]],"basis":"documented","rule":"…"},
          {"call":0,"to":"/userId","story":"derived","from":["/from"],"ranges":[[80,92]],"basis":"documented","rule":"…"},
          {"call":0,"to":"/messageId","story":"derived","from":["/type","/id","/from","/to","/content"],"ranges":[[18,30],[69,72],[80,92],[98,112],[41,62]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/é😀","story":"copied","from":["/é😀"],"ranges":[[7,10]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/type","story":"copied","from":["/type"],"ranges":[[18,30]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/content/list/0","story":"copied","from":["/content/list/0"],"ranges":[[51,54]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/content/list/1","story":"copied","from":["/content/list/1"],"ranges":[[56,59]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/id","story":"copied","from":["/id"],"ranges":[[69,72]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/from","story":"copied","from":["/from"],"ranges":[[80,92]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/to","story":"copied","from":["/to"],"ranges":[[98,112]],"basis":"assumed","rule":"…"}],
         "absent":[{"call":0,"to":"/timestamp","why":"…"}],
         "unused":[],
         "findings":[
          {"code":"field.missing","severity":"warning","at":"/metadata","in":"payload","message":"…","why":"…","do":"…"},
          {"code":"time.missing","severity":"warning","at":"/metadata/#envelope.storageDate","in":"payload","message":"…","why":"…","do":"…"},
          {"code":"warehouse.mangled","severity":"warning","at":"/properties/é😀","in":"call","call":0,"range":[135,138],"message":"…","why":"…","do":"…"},
          {"code":"warehouse.reserved","severity":"warning","at":"/properties/id","in":"call","call":0,"range":[192,195],"message":"…","why":"…","do":"…"},
          {"code":"warehouse.reserved","severity":"note","at":"/properties/from","in":"call","call":0,"range":[203,215],"message":"…","why":"…","do":"…"},
          {"code":"warehouse.reserved","severity":"note","at":"/properties/to","in":"call","call":0,"range":[221,235],"message":"…","why":"…","do":"…"}],
         "warehouse":[
          {"table":"tracks","columns":[
           {"name":"id","type":"varchar","from":"/messageId"},
           {"name":"user_id","type":"varchar","from":"/userId"},
           {"name":"event","type":"varchar","from":"/event"},
           {"name":"event_text","type":"varchar","from":"/event"},
           {"name":"timestamp","type":"timestamp"},
           {"name":"original_timestamp","type":"timestamp"},
           {"name":"sent_at","type":"timestamp"},
           {"name":"received_at","type":"timestamp"}]},
          {"table":"message_received","columns":[
           {"name":"id","type":"varchar","from":"/messageId"},
           {"name":"user_id","type":"varchar","from":"/userId"},
           {"name":"event","type":"varchar","from":"/event"},
           {"name":"event_text","type":"varchar","from":"/event"},
           {"name":"timestamp","type":"timestamp"},
           {"name":"original_timestamp","type":"timestamp"},
           {"name":"sent_at","type":"timestamp"},
           {"name":"received_at","type":"timestamp"},
           {"name":"type","type":"varchar","from":"/properties/type"},
           {"name":"content_list","type":"varchar","from":"/properties/content/list","disputed":["array-text"]},
           {"name":"id","type":"varchar","from":"/properties/id","disputed":["reserved-name"]},
           {"name":"from","type":"varchar","from":"/properties/from"},
           {"name":"to","type":"varchar","from":"/properties/to"}]}]}""",
        DOCUMENTED.inspect(
            Given.exactly(
                "{\"é😀\":\"á\",\"type\":\"text/plain\",\"content\":{\"list\": [1.0, { } ]},"
                    + "\"id\": \"1\",\"from\":\"a@0mn.io/x\",\"to\":\"b@msging.net\"}")));
  }

  @Test
  void an_event_is_told_whole() {
    same(
        """
        {"source":{"name":"in.json","index":2,"line":7},"recognised":"NDJSON",
         "kind":"event","foreign":null,"rule":"…","ruleBasis":"documented","rival":null,
         "evidence":[],"contact":null,
         "calls":[{"type":"track","event":"Event Tracked","anonymousId":"ID","messageId":"ID",
          "properties":{"action":"Fim","category":"flow","extras":{"a":1,"#a":"\\ud83d"}}}],
         "provenance":[
          {"call":0,"to":"/type","story":"fixed","from":[],"ranges":[],"basis":"documented","rule":"…"},
          {"call":0,"to":"/event","story":"fixed","from":[],"ranges":[],"basis":"documented","rule":"…"},
          {"call":0,"to":"/anonymousId","story":"derived","from":["/category","/action","/extras"],"ranges":[[41,47],[24,29],[57,78]],"basis":"documented","rule":"…"},
          {"call":0,"to":"/messageId","story":"derived","from":["/category","/action","/extras"],"ranges":[[41,47],[24,29],[57,78]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/action","story":"copied","from":["/action"],"ranges":[[24,29]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/category","story":"copied","from":["/category"],"ranges":[[41,47]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/extras/a","story":"copied","from":["/extras/a"],"ranges":[[62,63]],"basis":"assumed","rule":"…"},
          {"call":0,"to":"/properties/extras/#a","story":"copied","from":["/extras/#a"],"ranges":[[69,77]],"basis":"assumed","rule":"…"}],
         "absent":[{"call":0,"to":"/userId","why":"…"},{"call":0,"to":"/timestamp","why":"…"}],
         "unused":[{"from":"/action","range":[10,13],"why":"…"}],
         "findings":[
          {"code":"json.duplicate-key","severity":"warning","at":"/action","in":"payload","range":[1,13],"message":"…","why":"…","do":"…","line":1,"column":2,"offset":1,"expected":"…","mend":{"range":[1,15],"text":""}},
          {"code":"json.lone-surrogate","severity":"error","at":"/extras/#a","in":"payload","range":[69,77],"message":"…","why":"…","do":"…","line":2,"column":55,"offset":69,"expected":"…"},
          {"code":"field.missing","severity":"warning","at":"/ownerIdentity","in":"payload","message":"…","why":"…","do":"…"},
          {"code":"field.missing","severity":"warning","at":"/storageDate","in":"payload","message":"…","why":"…","do":"…"},
          {"code":"identity.missing","severity":"warning","at":"/contact/Identity","in":"payload","message":"…","why":"…","do":"…"},
          {"code":"time.missing","severity":"warning","at":"/storageDate","in":"payload","message":"…","why":"…","do":"…"},
          {"code":"warehouse.collision","severity":"error","at":"/properties/extras/#a","in":"call","call":0,"range":[213,221],"message":"…","why":"…","do":"…"},
          {"code":"warehouse.reserved","severity":"note","at":"/properties/action","in":"call","call":0,"range":[168,173],"message":"…","why":"…","do":"…"}],
         "warehouse":[]}""",
        without(
            "warehouse",
            without(
                "evidence",
                told(
                    DOCUMENTED.inspect(
                        Given.exactly(
                            "{\"action\":\"é\",\n\"action\":\"Fim\",\"category\":\"flow\","
                                + "\"extras\":{\"a\":1,\"#a\":\"\\ud83d\"}}"))))));
  }

  @Test
  void a_foreign_shape_is_told_whole() {
    same(
        """
        {"source":{"name":"in.json","index":2,"line":7},"recognised":"NDJSON",
         "kind":"unsupported","foreign":"notification","rule":"…","ruleBasis":"assumed",
         "rival":"source -> contact","evidence":[],
         "calls":[],"provenance":[],"absent":[],"unused":[],
         "findings":[
          {"code":"kind.foreign","severity":"error","at":"","in":"payload","range":[0,33],"message":"…","why":"…","do":"…"},
          {"code":"kind.rival","severity":"note","at":"/source","in":"payload","range":[29,32],"message":"…","why":"…","do":"…"}],
         "warehouse":[]}""",
        without(
            "evidence",
            told(DOCUMENTED.inspect(Given.exactly("{\"event\":\"accepted\",\"source\":\"é\"}")))));
  }

  @Test
  void a_text_that_breaks_is_told_whole() {
    same(
        """
        {"source":{"name":"in.json","index":2,"line":7},"recognised":"NDJSON",
         "kind":"unsupported",
         "calls":[],"provenance":[],"absent":[],"unused":[],
         "findings":[{"code":"json.invalid","severity":"error","at":"","in":"input",
          "message":"…","why":"…","do":"…",
          "line":9,"column":3,"offset":120,"expected":"…",
          "mend":{"range":[4,5],"text":"\\""}}],
         "warehouse":[]}""",
        told(
            Inspector.broken(
                new Breakage(new Place(9, 3, 120), 4, Expected.CLOSING_QUOTE, new Mend(4, 5, "\"")),
                "\ud83d\u0007")));
  }

  @Test
  void json_that_is_no_object_is_told_whole() {
    same(
        """
        {"source":{"name":"in.json","index":2,"line":7},"recognised":"NDJSON",
         "kind":"unsupported",
         "calls":[],"provenance":[],"absent":[],"unused":[],
         "findings":[{"code":"json.not-object","severity":"error","at":"","in":"payload",
          "range":[0,7],"message":"…","why":"…","do":"…",
          "line":7,"column":1,"offset":90,"expected":"…"}],
         "warehouse":[]}""",
        told(Inspector.notObject(Given.exactly("[\"é😀\"]"), new Place(7, 1, 90))));
  }

  // Every sample

  @Test
  void every_place_leads_to_what_it_speaks_of() {
    for (var inspector : List.of(DOCUMENTED, IDIOMATIC)) {
      for (var payload : Samples.payloads(inspector)) {
        leads(inspector.inspect(payload), payload);
      }
      var payloads = new OddPayloads(new Random(SEED), true, true);
      for (int i = 0; i < 300; i++) {
        var payload = Given.exactly(payloads.next());
        leads(inspector.inspect(payload), payload);
      }
    }
  }

  private static void leads(Inspection inspection, Doc doc) {
    if (doc.hasLoneSurrogate()) {
      return; // Jackson does not read a name with half a character.
    }
    var told = told(inspection);
    if (doc.repeatsNames()) {
      return;
    }
    String text = doc.written(Doc.ROOT);
    String call = inspection.call() == null ? "" : inspection.call().written(Doc.ROOT);
    var payload = Tree.of(text);
    for (var trace : Tree.list(told, "provenance")) {
      var value = at(Tree.list(told, "calls").getFirst(), Tree.member(trace, "to"));
      var from = Tree.list(trace, "from");
      var ranges = Tree.list(trace, "ranges");
      assertEquals(from.size(), ranges.size());
      for (int i = 0; i < from.size(); i++) {
        assertEquals(at(payload, from.get(i)), Tree.of(cut(text, ranges.get(i))));
      }
      if (Tree.member(trace, "story").equals("copied")) {
        assertEquals(List.of(value), from.stream().map(place -> at(payload, place)).toList());
      }
    }
    for (var unused : Tree.list(told, "unused")) {
      assertEquals(
          at(payload, Tree.member(unused, "from")),
          Tree.of(cut(text, Tree.member(unused, "range"))));
    }
    for (var finding : Tree.list(told, "findings")) {
      boolean inCall = Tree.member(finding, "in").equals("call");
      if (inCall || (((Map<?, ?>) finding).containsKey("range") && !isOfName(finding))) {
        // What is missing has no range; in these calls nothing is.
        assertEquals(
            at(inCall ? Tree.list(told, "calls").getFirst() : payload, Tree.member(finding, "at")),
            Tree.of(cut(inCall ? call : text, Tree.member(finding, "range"))));
      }
    }
    for (var table : Tree.list(told, "warehouse")) {
      for (var column : Tree.list(table, "columns")) {
        if (((Map<?, ?>) column).get("from") instanceof String from) {
          at(Tree.list(told, "calls").getFirst(), from);
        }
      }
    }
  }

  /// The place of half a character in a name is the name.
  private static boolean isOfName(Object finding) {
    return Tree.member(finding, "code").equals("json.lone-surrogate");
  }

  private static String cut(String text, Object range) {
    var ends = (List<?>) range;
    return text.substring(
        ((BigDecimal) ends.getFirst()).intValueExact(),
        ((BigDecimal) ends.getLast()).intValueExact());
  }

  private static Object at(Object tree, Object pointer) {
    var value = tree;
    String written = (String) pointer;
    if (!written.isEmpty()) {
      for (String step : written.substring(1).split("/", -1)) {
        value =
            value instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : Tree.member(value, step.replace("~1", "/").replace("~0", "~"));
      }
    }
    return value;
  }

  // Words

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt"})
  void what_is_said_is_said_in_the_reader_s_language(String language) {
    var texts = Texts.in(Locale.of(language));
    var inspection = DOCUMENTED.inspect(Given.doc("{'a':1}"));
    var finding = inspection.findings().getFirst();
    var out = new Out(1024);
    new InspectionJson(texts, out).write(new Origin("a", 1, 1, "b"), inspection);

    var told = Tree.list(Tree.of(out.toString()), "findings").getFirst();
    assertEquals(texts.what(finding), Tree.member(told, "message"));
    assertEquals(texts.why(finding), Tree.member(told, "why"));
    assertEquals(texts.remedy(finding), Tree.member(told, "do"));
  }

  private static Object told(Inspection inspection) {
    var out = new Out(1024);
    new InspectionJson(Texts.in(Locale.ENGLISH), out)
        .write(new Origin("in.json", 2, 7, "NDJSON"), inspection);
    String json = out.toString();
    assertFalse(json.contains("\n"), "one line");
    return Tree.of(json);
  }

  private static void same(String expected, Object told) {
    assertEquals(Tree.of(expected), silent(null, told));
  }

  private static void same(String expected, Inspection inspection) {
    same(expected, told(inspection));
  }

  private static Object without(String member, Object object) {
    var less = new LinkedHashMap<Object, Object>((Map<?, ?>) object);
    less.put(member, List.of());
    return less;
  }

  /// The same with an ellipsis for what is said in words, and with one id for all.
  private static Object silent(@Nullable String name, Object value) {
    return switch (value) {
      case Map<?, ?> object -> {
        var silent = new LinkedHashMap<Object, Object>();
        object.forEach((key, member) -> silent.put(key, silent((String) key, member)));
        yield silent;
      }
      case List<?> list -> list.stream().map(item -> silent(null, item)).toList();
      case String text when name != null && IN_WORDS.contains(name) -> {
        assertTrue(!text.isBlank(), name);
        yield "…";
      }
      case String text when name != null && name.matches("messageId|anonymousId") -> {
        assertTrue(text.matches("blip-[0-9a-f]{32}|[0-9a-f-]{36}"), text);
        yield "ID";
      }
      default -> value;
    };
  }
}
