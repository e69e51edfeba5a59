package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Kind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Place;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.Profile;
import java.util.EnumMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickLookTest {

  private static final long SEED = 20250108;
  private static final String MESSAGE =
      "'type':'text/plain','content':'Oi','from':'1@wa.gw.msging.net','to':'bot@msging.net'";
  private static final String TRACK = Given.rule("/type", "\"track\"");
  private static final String NAMED = TRACK + "," + Given.rule("/event", "\"Seen\"");
  private static final String DROP = "\"drop\":true";
  private static final String KEEP = "\"into\":\"/properties\"";

  private final QuickLook look = new QuickLook();

  @Test
  void what_it_calls_clean_has_no_error_by_any_profile() {
    var profiles =
        new Profile[] {
          Given.documented(),
          Given.idiomatic(),
          Given.forMessages(NAMED + "," + Given.copy("/properties/state_id", "/id"), KEEP),
          Given.forMessages(NAMED, "\"into\":\"/properties/blip\""),
          Given.forMessages(TRACK + "," + Given.copy("/event", "/content"), KEEP),
        };
    for (var profile : profiles) {
      var payloads = new OddPayloads(new Random(SEED), true, true);
      int clean = 0;
      int sound = 0;
      for (int i = 0; i < 2_500; i++) {
        String payload = payloads.next();
        boolean called = isClean(payload, profile);
        boolean errors = hasErrors(payload, profile);
        assertFalse(
            called && errors, () -> "seed " + SEED + ", " + profile.name() + ": " + payload);
        clean += called ? 1 : 0;
        sound += errors ? 0 : 1;
      }
      if (profile.name().equals("documented")) {
        assertTrue(clean * 100 > sound * 95, clean + " of " + sound + " were called clean");
      }
    }
  }

  private static boolean hasErrors(String payload, Profile profile) {
    var doc = Given.exactly(payload);
    return CallChecks.of(Given.call(doc, profile)).stream().anyMatch(Finding::isError)
        || JsonChecks.of(doc, _ -> Place.START).stream().anyMatch(Finding::isError);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'id':'x'",
        "'metadata':{'#stateId':'1','stateId':'1'}",
        "'a':null,'#a':1",
        "'id':'x','id':'y'"
      })
  void an_ordinary_message_is_clean(String more) {
    assertTrue(isClean("{" + MESSAGE + "," + more + "}", Given.documented()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'metadata':{'#stateId':'1','stateId':'2'}",
        "'a.b':1,'a_b':2",
        "'a':{'b':1},'a_b':2",
        "'a':'\\ud83d'",
        "'#content':'Tchau'"
      })
  void a_message_with_an_error_is_not(String more) {
    String payload = "{" + MESSAGE + "," + more + "}";

    assertFalse(isClean(payload, Given.documented()));
    assertTrue(hasErrors(payload.replace('\'', '"'), Given.documented()));
  }

  @Test
  void an_event_that_asks_for_consent_is_not() {
    var profile = Given.forMessages(TRACK + "," + Given.copy("/event", "/content"), KEEP);
    String payload = "{" + MESSAGE + "}";

    assertTrue(isClean(payload, profile));
    assertFalse(isClean(payload.replace("'Oi'", "'Segment Consent Preference Updated'"), profile));
  }

  @Test
  void a_call_may_have_the_size_that_segment_takes() {
    String start = "{" + MESSAGE + ",'a':'";
    int frame = Given.call(Given.doc(start + "'}"), Given.documented()).length();

    assertTrue(isClean(start + "x".repeat(32_768 - frame) + "'}", Given.documented()));
    assertFalse(isClean(start + "x".repeat(32_769 - frame) + "'}", Given.documented()));
  }

  @Test
  void fields_of_rules_share_columns_with_fields_that_are_kept() {
    var profile =
        Given.forMessages(NAMED + "," + Given.copy("/properties/state_id", "/content"), KEEP);

    assertTrue(isClean("{" + MESSAGE + "}", profile));
    assertFalse(isClean("{" + MESSAGE + ",'stateId':1}", profile));
    assertFalse(
        isClean(
            "{" + MESSAGE + "}",
            Given.forMessages(
                NAMED
                    + ","
                    + Given.copy("/properties/a_b", "/content")
                    + ","
                    + Given.copy("/properties/aB", "/from"),
                DROP)));
  }

  @Test
  void what_is_hard_to_tell_is_left_to_the_full_checks() {
    for (var rule :
        new String[] {
          Given.copy("/properties/all", "/metadata"),
          Given.rule("/properties/all", "{\"a\":1}"),
          Given.rule("/properties/all", "[1]"),
          Given.rule("/properties/deep/er", "1"),
          Given.rule("/properties", "5"),
          Given.rule("/context", "{}"),
          Given.rule("/context/ip", "\"::1\""),
          Given.rule("/integrations", "{}"),
        }) {
      assertFalse(
          isClean(
              "{" + MESSAGE + ",'metadata':{'a':1}}", Given.forMessages(NAMED + "," + rule, DROP)),
          rule);
    }
    assertTrue(
        isClean(
            "{" + MESSAGE + "}",
            Given.forMessages(
                NAMED
                    + ","
                    + Given.rule("/properties/one", "1")
                    + ","
                    + Given.rule("/timestamp", "\"x\"")
                    + ","
                    + Given.rule("/userId", "\"u\""),
                DROP)));
  }

  @Test
  void a_track_needs_the_name_of_an_event() {
    for (var event : new String[] {"\"\"", "5", "null", "{}"}) {
      assertFalse(named(Given.rule("/event", event)), event);
    }
    assertTrue(named(Given.rule("/event", "\"E\"")));
    assertTrue(named(Given.copy("/event", "/content")));
    assertFalse(named(Given.copy("/event", "/id")));
    assertFalse(named(Given.copy("/event", "/size")));
    assertFalse(named(Given.copy("/event", "/nothing")));
    assertFalse(
        named(
            "{\"to\":\"/event\",\"from\":\"$direction\",\"words\":{\"received\":\"\"},"
                + "\"assumed\":\"-\"}"));
  }

  private boolean named(String rule) {
    return isClean(
        "{" + MESSAGE + ",'id':'','size':5}", Given.forMessages(TRACK + "," + rule, DROP));
  }

  @Test
  void a_call_needs_a_type() {
    var good = Given.forMessages(NAMED, DROP);
    var plan = good.plan(Kind.MESSAGE);
    var untyped =
        plan.rules().stream().filter(rule -> !rule.to().equals(Pointer.of("/type"))).toList();
    var plans = new EnumMap<>(good.plans());
    plans.put(Kind.MESSAGE, new Profile.Plan(plan.body(), untyped, plan.spreads(), plan.rest()));

    assertTrue(isClean("{" + MESSAGE + "}", good));
    assertFalse(isClean("{" + MESSAGE + "}", new Profile("untyped", "", plans)));
  }

  @Test
  void a_person_has_no_event() {
    assertTrue(
        isClean(
            "{'lastMessageDate':'2025-01-08T17:58:48.890Z','identity':'1@0mn.io'}",
            Given.documented()));
    assertEquals(
        true,
        isClean("{" + MESSAGE + "}", Given.forMessages(Given.rule("/type", "\"identify\""), DROP)));
  }

  private boolean isClean(String payload, Profile profile) {
    var doc = Given.doc(payload);
    var seen = look.at(doc);
    return seen.isClean(Given.write(doc, profile, new Out(1024), seen));
  }
}
