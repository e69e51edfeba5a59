package dev.blipscope.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.journal.Journal;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

  private static final Parcel ONE = new Parcel("one", "a.json:1", "{\"messageId\":\"one\"}", null);

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

  private Outbox open() throws IOException {
    return Outbox.open(folder, InstantSource.system()).orElseThrow();
  }
}
