package dev.blipscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.blip.Kind;
import dev.blipscope.check.Breakage;
import dev.blipscope.check.CallChecks;
import dev.blipscope.check.Code;
import dev.blipscope.check.Finding;
import dev.blipscope.check.Given;
import dev.blipscope.check.Severity;
import dev.blipscope.check.Where;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Place;
import dev.blipscope.mapping.Profile;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.Warehouse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InspectorTest {

  private static final String MESSAGE =
      "{'type':'text/plain','content':'Oi','id':'1','from':'1@0mn.io','to':'b@msging.net',"
          + "'metadata':{'#envelope.storageDate':'2025-01-08T16:35:14Z'}}";

  @Test
  void of_a_sound_payload_everything_is_known() {
    var inspection = inspect(MESSAGE);
    var call = inspection.call();

    assertTrue(inspection.isFine());
    assertNotNull(call);
    assertNotNull(inspection.item());
    assertNotNull(inspection.detection());
    assertEquals(
        Given.call(Given.doc(MESSAGE), Given.documented()).written(Doc.ROOT),
        call.written(Doc.ROOT));
    assertEquals(Warehouse.of(call), inspection.tables());
    assertEquals(CallChecks.of(call), inspection.findings());
    assertEquals(13, inspection.evidence().size());
  }

  @Test
  void findings_come_from_the_text_the_kind_the_payload_and_the_call_in_this_order() {
    assertEquals(
        List.of(
            "json.duplicate-key",
            "kind.rival",
            "field.missing",
            "identity.missing",
            "direction.assumed",
            "time.missing",
            "message.unreplaced",
            "privacy.email",
            "warehouse.collision"),
        inspect(
                "{'type':'text/plain','content':'${a} a@x.com','source':1,'source':2,'to':'y',"
                    + "'from':'postmaster@msging.net','metadata':{'a':1,'#a':2}}")
            .findings()
            .stream()
            .map(finding -> finding.code().written())
            .filter(code -> !code.equals("warehouse.reserved"))
            .toList());
  }

  @Test
  void of_an_unsupported_payload_nothing_is_made() {
    var inspection = inspect("{'a':1}");

    assertFalse(inspection.isFine());
    assertNull(inspection.item());
    assertNull(inspection.call());
    assertEquals(List.of(), inspection.traces());
    assertEquals(List.of(), inspection.tables());
    assertEquals(List.of("error kind.none  [, ]"), Given.told(inspection.findings()));
  }

  @Test
  void an_error_does_not_keep_a_call_from_being_shown() {
    var inspection = inspect(MESSAGE.replace("'Oi'", "'" + "x".repeat(40_000) + "'"));

    assertNotNull(inspection.call());
    assertFalse(inspection.isFine());
    assertEquals(List.of(), inspection.tables());
    assertEquals("segment.size", inspection.findings().getLast().code().written());
  }

  @Test
  void a_receiver_decides_what_the_payload_leaves_open() {
    var inspector = new Inspector(Given.documented(), Target.SANDBOX, Kind.EVENT);
    var inspection = inspector.inspect(Given.doc("{'a':1}"));

    assertNotNull(inspection.call());
    assertEquals(
        List.of("kind.receiver"),
        inspector.inspect(Given.doc(MESSAGE)).findings().stream()
            .map(finding -> finding.code().written())
            .filter(code -> code.startsWith("kind."))
            .toList());
  }

  @Test
  void a_profile_may_put_a_deep_payload_far_down() {
    var profile =
        Given.forMessages(
            Given.rule("/type", "\"track\"") + "," + Given.rule("/event", "\"E\""),
            "\"into\":\"/properties" + "/a".repeat(50) + "\"");
    var payload = "{'type':'text/plain','content':" + "[".repeat(255) + "]".repeat(255) + "}";

    assertNotNull(inspect(payload, profile).call());
  }

  @Test
  void half_a_character_is_told_once() {
    String half = "\"\\ud83d\"";
    assertEquals(
        List.of("/content"), halves(inspect("{\"type\":\"a/b\",\"content\":" + half + "}")));
  }

  private static List<String> halves(Inspection inspection) {
    return inspection.findings().stream()
        .filter(finding -> finding.code() == Code.JSON_LONE_SURROGATE)
        .map(finding -> finding.where().pointer())
        .toList();
  }

  // What is no payload

  @Test
  void a_text_that_breaks_is_an_inspection_with_one_error() {
    var breakage = new Breakage(new Place(3, 4, 50), 2, Expected.COLON, null);

    assertEquals(withoutPayload(null, breakage.finding("}")), Inspector.broken(breakage, "}"));
  }

  @Test
  void json_that_is_no_object_is_an_inspection_with_one_error() {
    var doc = Given.doc("[1]");

    assertEquals(
        withoutPayload(
            doc,
            new Finding(
                Code.JSON_NOT_OBJECT,
                Severity.ERROR,
                new Where.InPayload("", 0, 3),
                List.of(),
                new Breakage(new Place(2, 1, 9), 0, Expected.PAYLOAD, null))),
        Inspector.notObject(doc, new Place(2, 1, 9)));
  }

  private static Inspection withoutPayload(@Nullable Doc doc, Finding finding) {
    return new Inspection(
        doc,
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(finding),
        List.of());
  }

  @Test
  void a_byte_order_mark_is_told_before_all_else() {
    var inspection = inspect(MESSAGE);
    var marked = Inspector.afterByteOrderMark(inspection);

    assertEquals(
        new Finding(
            Code.JSON_INVALID,
            Severity.WARNING,
            new Where.InInput(),
            List.of("NO_BYTE_ORDER_MARK", "U+FEFF"),
            new Breakage(Place.START, 0, Expected.NO_BYTE_ORDER_MARK, new Mend(0, 1, ""))),
        marked.findings().getFirst());
    assertEquals(inspection.findings(), marked.findings().subList(1, marked.findings().size()));
    assertEquals(inspection.traces(), marked.traces());
    assertTrue(marked.isFine());
  }

  private static Inspection inspect(String payload) {
    return inspect(payload, Given.documented());
  }

  private static Inspection inspect(String payload, Profile profile) {
    return new Inspector(profile, Target.SANDBOX, null).inspect(Given.doc(payload));
  }
}
