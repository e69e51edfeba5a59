package dev.blipscope.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Place;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FindingTest {

  @Test
  void a_text_that_breaks_is_an_error_with_its_place_and_mend() {
    var breakage = new Breakage(new Place(2, 3, 14), 4, Expected.COLON, new Mend(4, 4, ":"));

    assertEquals(
        new Finding(
            Code.JSON_INVALID,
            Severity.ERROR,
            new Where.InInput(),
            List.of("COLON", "x"),
            breakage),
        breakage.finding("x"));
  }

  @Test
  void a_text_that_asks_for_too_much_meets_a_limit() {
    var breakage = new Breakage(Place.START, 0, Expected.SHALLOWER, null);

    assertEquals(Code.JSON_LIMIT, breakage.finding("").code());
  }

  @Test
  void only_an_error_is_an_error() {
    var finding = Finding.of(Code.SEGMENT_SIZE, new Where.InCall("", 0, 0));

    assertTrue(finding.isError());
    assertFalse(finding.as(Severity.WARNING).isError());
    assertFalse(finding.as(Severity.NOTE).isError());
  }

  @Test
  void every_code_has_a_name_of_its_own_in_a_family() {
    var names = new TreeSet<>(Arrays.stream(Code.values()).map(Code::written).toList());

    assertEquals(Code.values().length, names.size());
    assertEquals("message", Code.MESSAGE_TICKET_UPDATE.family());
    names.forEach(
        name ->
            assertTrue(
                name.matches(
                    "(json|kind|field|identity|direction|time|message|segment|warehouse|privacy)"
                        + "\\.[a-z-]+"),
                name));
  }

  @Test
  void a_place_has_a_pointer_wherever_it_is() {
    assertEquals("/a", new Where.InPayload("/a", 1, 2).pointer());
    assertEquals("/b", new Where.InCall("/b", 1, 2).pointer());
    assertEquals("", new Where.InInput().pointer());
  }
}
