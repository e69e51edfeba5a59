package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.blip.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldChecksTest {

  private static final String MESSAGE =
      "{'type':'text/plain','content':'Oi','id':'1','from':'a@0mn.io','to':'b@msging.net',"
          + "'metadata':{}}";
  private static final String EVENT =
      "{'ownerIdentity':'b@msging.net','storageDate':'2025','category':'c','action':'a'}";
  private static final String CONTACT =
      "{'lastMessageDate':'2025','identity':'a@0mn.io','source':'x'}";

  @Test
  void a_payload_with_all_mandatory_fields_is_in_order() {
    assertEquals(List.of(), told(MESSAGE, Kind.MESSAGE));
    assertEquals(List.of(), told(EVENT, Kind.EVENT));
    assertEquals(List.of(), told(CONTACT, Kind.CONTACT));
  }

  @Test
  void a_missing_mandatory_field_is_told_without_a_range() {
    assertEquals(
        List.of(
            Finding.of(
                Code.FIELD_MISSING, new Where.InPayload("/action", 0, 0), "action", "event")),
        FieldChecks.of(Given.item(EVENT.replace("'action':'a'", "'action':null"), Kind.EVENT)));
    assertEquals(
        List.of(
            "warning field.missing /type [type, message]",
            "warning field.missing /content [content, message]",
            "warning field.missing /id [id, message]",
            "warning field.missing /from [from, message]",
            "warning field.missing /to [to, message]",
            "warning field.missing /metadata [metadata, message]"),
        told("{}", Kind.MESSAGE));
    assertEquals(
        List.of(
            "warning field.missing /lastMessageDate [lastMessageDate, contact]",
            "warning field.missing /identity [identity, contact]",
            "warning field.missing /source [source, contact]"),
        told("{}", Kind.CONTACT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.lime.deleted-content+json",
        "application/vnd.iris.content-unavailable"
      })
  void a_message_that_was_taken_back_may_lack_its_content_and_nothing_else(String type) {
    String message = MESSAGE.replace("'content':'Oi',", "").replace("text/plain", type);

    assertEquals(List.of(), told(message, Kind.MESSAGE));
    assertEquals(
        List.of("warning field.missing /id [id, message]"),
        told(message.replace("'id':'1',", ""), Kind.MESSAGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'type':5; type, string, number",
        "'content':5; content, string|object, number",
        "'content':[]; content, string|object, array",
        "'content':true; content, string|object, boolean",
        "'id':{}; id, string, object",
        "'from':false; from, string, boolean",
        "'to':[1]; to, string, array",
        "'metadata':'x'; metadata, object, string"
      })
  void a_field_of_a_message_has_its_documented_type(String field, String words) {
    assertEquals(List.of(words), typesIn(field, Kind.MESSAGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ownerIdentity", "storageDate", "category", "action", "identity", "messageId"})
  void a_text_of_an_event_is_a_string(String field) {
    assertEquals(List.of(field + ", string, number"), typesIn("'" + field + "':5", Kind.EVENT));
  }

  @Test
  void contact_and_extras_of_an_event_are_objects() {
    assertEquals(List.of("contact, object, string"), typesIn("'contact':'x'", Kind.EVENT));
    assertEquals(List.of("extras, object, array"), typesIn("'extras':[]", Kind.EVENT));
    assertEquals(List.of(), typesIn("'contact':{},'extras':{},'value':'x'", Kind.EVENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lastMessageDate",
        "identity",
        "source",
        "name",
        "email",
        "phoneNumber",
        "gender",
        "taxDocument"
      })
  void a_text_of_a_contact_is_a_string(String field) {
    assertEquals(List.of(field + ", string, object"), typesIn("'" + field + "':{}", Kind.CONTACT));
  }

  @Test
  void extras_of_a_contact_are_an_object() {
    assertEquals(List.of("extras, object, string"), typesIn("'extras':'x'", Kind.CONTACT));
    assertEquals(List.of(), typesIn("'extras':{},'birthDate':5", Kind.CONTACT));
  }

  @Test
  void a_null_is_missing_and_not_of_a_wrong_type() {
    assertEquals(List.of(), typesIn("'content':null,'metadata':null", Kind.MESSAGE));
  }

  @Test
  void of_a_name_that_stands_twice_the_last_value_is_judged() {
    assertEquals(List.of(), typesIn("'id':5,'id':'x'", Kind.MESSAGE));
    assertEquals(List.of("id, string, number"), typesIn("'id':'x','id':5", Kind.MESSAGE));
  }

  @Test
  void the_place_of_a_wrong_type_is_the_value() {
    assertEquals(
        new Where.InPayload("/id", 6, 7),
        FieldChecks.of(Given.item("{'id':5}", Kind.MESSAGE)).getLast().where());
  }

  private static List<String> typesIn(String fields, Kind kind) {
    return FieldChecks.of(Given.item("{" + fields + "}", kind)).stream()
        .filter(finding -> finding.code() == Code.FIELD_TYPE)
        .map(finding -> String.join(", ", finding.words()))
        .toList();
  }

  private static List<String> told(String payload, Kind kind) {
    return Given.told(FieldChecks.of(Given.item(payload, kind)));
  }
}
