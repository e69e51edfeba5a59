package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.blip.Detector;
import dev.blipscope.blip.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KindChecksTest {

  @Test
  void a_clear_payload_has_no_finding() {
    assertEquals(List.of(), told("{'type':'text/plain','content':'Oi'}", null));
    assertEquals(List.of(), told("{'type':'text/plain','content':'Oi'}", Kind.MESSAGE));
  }

  @Test
  void a_payload_of_no_kind_names_the_nearest_one_and_what_it_lacks() {
    assertEquals(
        List.of("error kind.none  [message, content, from, to]"),
        told("{'type':'text/plain','id':'1','metadata':{}}", null));
    assertEquals(List.of("error kind.none  [, ]"), told("{'a':1}", null));
  }

  @Test
  void the_place_of_a_payload_of_no_kind_is_all_of_it() {
    assertEquals(new Where.InPayload("", 0, 7), found("{'a':1}", null).getFirst().where());
  }

  @Test
  void two_kinds_that_are_equally_likely_are_both_named() {
    assertEquals(
        List.of("error kind.ambiguous  [message, event]"),
        told("{'type':'text/plain','content':'Oi','id':'1','category':'c','action':'a'}", null));
  }

  @Test
  void a_foreign_shape_is_named_with_what_gave_it_away() {
    assertEquals(
        List.of("error kind.foreign  [command, method, uri]"),
        told("{'method':'get','uri':'/contacts'}", null));
  }

  @Test
  void a_rule_that_integrators_use_is_a_note_when_it_disagrees() {
    assertEquals(
        List.of("note kind.rival /source [source -> contact, message]"),
        told("{'type':'text/plain','content':'Oi','source':'x'}", null));
    assertEquals(
        List.of(
            "error kind.none  [contact, lastMessageDate, identity]",
            "note kind.rival /source [source -> contact, unsupported]"),
        told("{'source':'x'}", null));
    assertEquals(
        new Where.InPayload("/sequentialId", 58, 59),
        found("{'type':'text/plain','content':'Oi','x':1, 'sequentialId':5}", null)
            .getFirst()
            .where());
  }

  @Test
  void a_receiver_that_is_kept_for_another_kind_is_a_warning() {
    assertEquals(
        List.of("warning kind.receiver  [message, event]"),
        told("{'type':'text/plain','content':'Oi'}", Kind.EVENT));
    assertEquals(List.of(), told("{'category':'c'}", Kind.EVENT));
  }

  private static List<Finding> found(String payload, @Nullable Kind reserved) {
    var doc = Given.doc(payload);
    return KindChecks.of(doc, Detector.detect(doc, reserved), reserved);
  }

  private static List<String> told(String payload, @Nullable Kind reserved) {
    return Given.told(found(payload, reserved));
  }
}
