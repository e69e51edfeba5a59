package dev.blipscope.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.journal.Journal;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

  private static final Parcel ONE = new Parcel("one", "a.json:1", "{\"messageId\":\"one\"}", null);

  private static final CallState CANCELLED =
      new CallState.Failed(CallState.Why.of(CallState.Reason.CANCELLED));
  private static final CallState NOT_KEPT =
      new CallState.Failed(CallState.Why.of(CallState.Reason.NOT_KEPT));

  @TempDir private Path folder;

  @Test
  void lines_of_a_later_version_cost_nothing_of_what_this_one_knows() throws IOException {
    try (var outbox = open()) {
      var _ = outbox.fill(Target.SANDBOX, into -> into.accept(ONE));
    }
    try (var journal = Journal.open(folder, _ -> {}).orElseThrow()) {
      journal.append((byte) 99, new byte[] {1, 2, 3});
      // A settled call in a state that nobody knows yet.
      journal.append(Line.SETTLED, new byte[] {0, 0, 0, 1, 0, 0, 0, 0, 'X', 0, 0, 0, 0});
    }

    try (var outbox = open()) {
      var left = outbox.unfinished().getFirst();
      assertEquals(ONE, outbox.parcel(left, 0));
      assertEquals(new CallState.Queued(), left.state(0));
    }
  }

  @Test
  void an_outbox_has_one_owner() throws IOException {
    try (var _ = open()) {
      assertTrue(Outbox.open(folder, InstantSource.system()).isEmpty());
    }
  }

  @Test
  void what_is_given_up_is_not_asked_about_again() throws IOException {
    try (var outbox = open()) {
      var sent = outbox.fill(Target.SANDBOX, into -> into.accept(ONE));
      outbox.discard(sent);
    }
    try (var outbox = open()) {
      assertEquals(List.of(), outbox.unfinished());
      assertEquals(1, outbox.all().getFirst().tally().failed());
    }
  }

  @Test
  void calls_that_were_cut_off_while_they_were_taken_are_never_sent() throws IOException {
    try (var journal = Journal.open(folder, _ -> {}).orElseThrow()) {
      var opened = new Line.Opened(1, "test", "https://events.example.com", Instant.EPOCH);
      journal.append(opened.type(), opened.bytes());
      var call = new Line.Call(1, ONE);
      journal.append(call.type(), call.bytes());
    }

    try (var outbox = Outbox.open(folder, InstantSource.fixed(Instant.EPOCH)).orElseThrow()) {
      assertEquals(List.of(), outbox.unfinished());
      assertEquals(CANCELLED, outbox.all().getFirst().state(0));
    }
  }

  @Test
  void calls_that_do_not_all_come_are_failed() throws IOException {
    try (var outbox = open()) {
      assertThrows(
          ArithmeticException.class,
          () ->
              outbox.fill(
                  Target.SANDBOX,
                  into -> {
                    into.accept(ONE);
                    throw new ArithmeticException("made for this test");
                  }));
      assertEquals(List.of(), outbox.unfinished());
      assertEquals(CANCELLED, outbox.all().getFirst().state(0));
    }
    try (var outbox = open()) {
      assertEquals(List.of(), outbox.unfinished());
    }
  }

  @Test
  void an_outbox_that_was_closed_takes_nothing_and_stays_closed() throws IOException {
    var closed = open();
    closed.close();
    for (int i = 0; i < 3; i++) {
      var sent = closed.fill(Target.SANDBOX, into -> into.accept(ONE));
      assertEquals(NOT_KEPT, sent.state(0));
    }
    open().close();
    closed.close();
  }

  private Outbox open() throws IOException {
    return Outbox.open(folder, InstantSource.system()).orElseThrow();
  }
}
