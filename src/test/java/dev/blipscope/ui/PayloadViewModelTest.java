package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.inspect.Inspector;
import dev.blipscope.inspect.Origin;
import dev.blipscope.session.Desk;
import dev.blipscope.session.Event;
import dev.blipscope.session.Reading;
import dev.blipscope.shelf.RowKey;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is said around the text of a payload.
class PayloadViewModelTest {

  private static final String MESSAGE = PlayedDesk.sample("seed/message-plain-text-whatsapp.json");

  private final PlayedDesk played = new PlayedDesk();
  private final PayloadViewModel model =
      new PayloadViewModel(played.session(), played::tell, Words.in(Locale.ENGLISH));

  private void open(String text, Origin origin) {
    var row = new RowKey(1, 0);
    var now = played.session().get();
    var inspector = new Inspector(now.profileInUse().profile(), now.target(), null);
    var reading = Reading.of(text, inspector, new Reading.Pending());
    played.tell(new Event.RowsChosen(Set.of(row), row));
    played.tell(new Event.PayloadRead(Desk.of(row, origin, text, text, false, reading)));
  }

  @Test
  void a_payload_says_where_it_stood_and_in_what() {
    open(MESSAGE, new Origin("a.json", 1, 1, "OBJECT"));
    assertEquals("a.json · payload 1 · line 1 · one JSON object", model.getOrigin());

    open(MESSAGE, new Origin("a.har", 3, 120, "HAR"));
    assertEquals("a.har · payload 3 · from line 120 on · out of a HAR file", model.getOrigin());

    open("[" + MESSAGE + "]", new Origin("", 1, 1, "ARRAY"));
    assertEquals("pasted text · payload 1 · line 1 · a JSON array", model.getOrigin());
  }

  @Test
  void what_is_counted_is_named() {
    open(MESSAGE, new Origin("a.json", 1, 1, "OBJECT"));
    assertEquals("1 warning, 3 notes · payload and call", model.getFindingsTitle());
  }

  @Test
  void a_finding_about_the_whole_call_says_so() {
    open(MESSAGE.replace("Oi", "x".repeat(40_000)), new Origin("a.json", 1, 1, "OBJECT"));
    var size =
        model.findingsProperty().getValue().stream()
            .filter(line -> line.code().equals("segment.size"))
            .toList();

    assertEquals(1, size.size());
    assertEquals("the whole call", size.getFirst().place());
    assertTrue(
        model.findingsProperty().getValue().stream()
            .noneMatch(line -> line.place().endsWith(": ")));
  }
}
