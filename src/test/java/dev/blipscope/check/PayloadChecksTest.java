package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.json.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadChecksTest {

  @Test
  void all_that_can_be_said_of_a_payload_is_said_by_field_person_time_message_and_privacy() {
    assertEquals(
        List.of(
            "warning field.missing /metadata [metadata, message]",
            "warning identity.missing  [message]",
            "warning direction.assumed  [13, received]",
            "warning time.missing /metadata/#envelope.storageDate"
                + " [/metadata/#envelope.storageDate]",
            "warning message.unreplaced /content [${a}]",
            "note privacy.email /content []"),
        Given.told(
            PayloadChecks.of(
                Given.item(
                    "{'type':'text/plain','content':'${a} a@x.com','id':'1','from':'x','to':'y'}"))));
  }

  @Test
  void of_any_object_only_its_text_is_judged() {
    assertEquals(
        List.of("warning json.duplicate-key /a [a]"),
        Given.told(PayloadChecks.ofText(Given.doc("{'a':1,'a':'a@x.com'}"), _ -> Place.START)));
  }
}
