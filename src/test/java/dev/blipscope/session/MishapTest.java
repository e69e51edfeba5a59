package dev.blipscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MishapTest {

  private Session session = Session.first(Settings.USUAL);

  private void happens(Event event) {
    session = Update.next(session, event).session();
  }

  private void fails(String code, long times) {
    happens(new Event.Failed(new Mishap(code, times, "places of " + code)));
  }

  @Test
  void many_mistakes_are_one_view_that_counts_them() {
    fails("B-0001", 1);
    fails("B-0001", 60);
    fails("B-0002", 2);

    assertEquals(new Mishap("B-0001", 63, "places of B-0002"), session.talk().mishap());
  }

  @Test
  void who_went_on_after_a_mistake_is_not_stopped_by_it_again() {
    fails("B-0001", 1);
    happens(new Event.MishapSeen());
    assertNull(session.talk().mishap());

    fails("B-0001", 4);
    assertNull(session.talk().mishap());
    var notice = Objects.requireNonNull(session.notice());
    assertEquals("notice.mishap-again", notice.key());
    assertEquals(List.of("B-0001"), notice.words());
  }

  @Test
  void who_went_on_after_a_mistake_is_told_of_another_one() {
    fails("B-0001", 1);
    happens(new Event.MishapSeen());
    fails("B-0002", 1);

    assertEquals(new Mishap("B-0002", 1, "places of B-0002"), session.talk().mishap());
  }

  @Test
  void to_go_on_when_nothing_happened_changes_nothing() {
    var before = session;
    happens(new Event.MishapSeen());

    assertEquals(before, session);
  }

  @Test
  void the_log_is_shown_where_it_was_said_to_be() {
    happens(new Event.LogSaid("/home/ana/log"));

    assertEquals("/home/ana/log", session.talk().log());
    assertEquals(
        List.of(new Effect.ShowLog()), Update.next(session, new Event.LogAsked()).effects());
  }
}
