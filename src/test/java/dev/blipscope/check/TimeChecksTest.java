package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.blip.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeChecksTest {

  private static final String STORED = "/metadata/#envelope.storageDate";

  @Test
  void a_date_with_seconds_and_zone_is_in_order() {
    assertEquals(
        List.of(),
        told("{'metadata':{'#envelope.storageDate':'2025-01-08T16:35:14Z'}}", Kind.MESSAGE));
    assertEquals(List.of(), told("{'storageDate':'2025-01-08T16:35:14.687+00:00'}", Kind.EVENT));
    assertEquals(List.of(), told("{'lastMessageDate':'2025-01-08T16:35:14Z'}", Kind.CONTACT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'metadata':{}}",
        "{'metadata':'x'}",
        "{'metadata':{'#envelope.storageDate':null}}"
      })
  void a_message_without_a_date_is_told_without_a_range(String message) {
    assertEquals(
        List.of(Finding.of(Code.TIME_MISSING, new Where.InPayload(STORED, 0, 0), STORED)),
        TimeChecks.of(Given.item(message, Kind.MESSAGE)));
  }

  @Test
  void an_event_without_a_date_is_told() {
    assertEquals(
        List.of("warning time.missing /storageDate [/storageDate]"), told("{}", Kind.EVENT));
  }

  @Test
  void a_contact_needs_no_date_because_its_call_has_none() {
    assertEquals(List.of(), told("{}", Kind.CONTACT));
    assertEquals(List.of(), told("{'lastMessageDate':null}", Kind.CONTACT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "'yesterday'", "1736354114687", "{}", "'2025-01-08'", "true"})
  void what_is_no_date_is_the_place(String date) {
    assertEquals(
        List.of(
            Finding.of(
                Code.TIME_UNREADABLE,
                new Where.InPayload("/storageDate", 15, 15 + date.length()),
                "/storageDate")),
        TimeChecks.of(Given.item("{'storageDate':" + date + "}", Kind.EVENT)));
    assertEquals(
        List.of("warning time.unreadable /lastMessageDate [/lastMessageDate]"),
        told("{'lastMessageDate':" + date + "}", Kind.CONTACT));
  }

  private static List<String> told(String payload, Kind kind) {
    return Given.told(TimeChecks.of(Given.item(payload, kind)));
  }
}
