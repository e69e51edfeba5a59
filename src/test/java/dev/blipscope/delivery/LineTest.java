package dev.blipscope.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blipscope.segment.CallState;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");
  private static final Why WHY = Why.of(Reason.STATUS, 400, "é");
  private static final Parcel PARCEL = new Parcel("id", "a.json:3", "{\"messageId\":\"id\"}", null);

  private static List<Line> lines() {
    var tried =
        new Line.Tried(NOON, Duration.ofNanos(17), 2, "POST", "{\"batch\":[", "]}", null, "");
    return List.of(
        new Line.Opened(1, "Test", "https://api.segment.io", NOON),
        new Line.Call(1, PARCEL),
        new Line.Call(1, PARCEL.refused(WHY)),
        new Line.Call(1, PARCEL.from(new Origin(3, 70_000, -1))),
        new Line.Started(1, NOON, List.of(0, 1)),
        new Line.Ended(1, tried, List.of(0), new CallState.Accepted(), true),
        new Line.Ended(1, tried, List.of(1), new CallState.Uncertain(WHY), false),
        new Line.Settled(1, List.of(0), new CallState.Failed(WHY)),
        new Line.Settled(1, List.of(0), new CallState.Refused(WHY)),
        new Line.Filled(1));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void what_is_written_is_read_as_it_was(Line line) throws IOException {
    assertEquals(line, Line.of(line.type(), line.bytes()));
  }

  @Test
  void a_line_of_a_later_version_is_left_alone() throws IOException {
    assertNull(Line.of((byte) 99, new byte[] {1, 2, 3}));
  }

  @Test
  void a_reason_or_a_state_of_a_later_version_is_told_from_ours() throws IOException {
    byte[] line = new Line.Settled(1, List.of(), new CallState.Failed(WHY)).bytes();
    var text = new String(line, StandardCharsets.ISO_8859_1);
    byte[] reason = text.replace("STATUS", "STATUZ").getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(IOException.class, () -> Line.of(Line.SETTLED, reason));

    byte[] state = text.replace("F\0", "X\0").getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(IOException.class, () -> Line.of(Line.SETTLED, state));

    byte[] bare = {0, 0, 0, 1, 0, 0, 0, 0, 'F', 0, 0, 0, 0};
    assertThrows(IOException.class, () -> Line.of(Line.SETTLED, bare));
  }

  @Test
  void a_call_waits_in_no_line() {
    var queued = new Line.Settled(1, List.of(0), new CallState.Queued());
    assertThrows(IllegalArgumentException.class, queued::bytes);
  }

  @Test
  void a_consignment_never_prints_its_calls() {
    var consignment = new Consignment(1, "Test", "https://x.example", NOON, 0);
    consignment.add(new Parcel("blip-secret", "", "{}", null), 17);
    assertFalse(consignment.toString().contains("secret"), consignment.toString());
  }

  @Test
  void a_pace_or_a_number_of_tries_that_makes_no_sense_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Pace(-1));
    assertThrows(IllegalArgumentException.class, () -> new Tries(0, Duration.ZERO, Duration.ZERO));
  }
}
