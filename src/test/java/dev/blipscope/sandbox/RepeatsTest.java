package dev.blipscope.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The same messageId again.
class RepeatsTest {

  private static final String CALL = "{\"userId\":\"u\",\"messageId\":\"m-1\"}";

  private Played played;

  @BeforeEach
  void start() throws IOException {
    played = new Played();
  }

  @AfterEach
  void stop() throws IOException {
    played.close();
  }

  private List<String> verdicts() {
    return played.calls().stream().map(call -> call.verdict().word()).toList();
  }

  @Test
  void for_24_hours_it_is_a_duplicate() throws Exception {
    played.post("/v1/identify", CALL);
    played.later(Duration.ofHours(24));
    played.post("/v1/identify", CALL);
    assertTrue(played.ledger().keeps("m-1", Played.NOON.plus(Duration.ofHours(24))));
    played.later(Duration.ofMillis(1));
    played.post("/v1/identify", CALL);

    assertEquals(List.of("kept", "duplicate", "kept"), verdicts());
    assertEquals(new Verdict.Duplicate(1), played.calls().get(1).verdict());
    assertEquals(1, played.ledger().totals().duplicates());
    assertEquals(3, played.ledger().of("m-1").size());
    assertFalse(played.ledger().keeps("m-2", Played.NOON));
  }

  @Test
  void within_one_batch_too() throws Exception {
    String item = "{\"type\":\"identify\",\"userId\":\"u\",\"messageId\":\"m-1\"}";
    played.post("/v1/batch", "{\"batch\":[" + item + "," + item + "]}");

    assertEquals(new Verdict.Duplicate(1), played.calls().getLast().verdict());
  }

  @Test
  void whatever_the_source_and_the_kind_of_call() throws Exception {
    var other = WriteKey.of("another-key-of-the-sandbox");
    played.sandbox().know(other);
    played.post("/v1/identify", CALL);
    played.send(
        played
            .request("/v1/track")
            .header("Authorization", Played.basic(other.reveal()))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"event\":\"E\",\"userId\":\"v\",\"messageId\":\"m-1\"}"))
            .build());

    assertEquals(List.of("kept", "duplicate"), verdicts());
  }

  @Test
  void a_call_that_was_dropped_is_not_in_its_way() throws Exception {
    played.post("/v1/identify", "{\"messageId\":\"m-1\"}");
    played.post("/v1/identify", CALL);

    assertEquals(List.of("dropped", "kept"), verdicts());
  }

  @Test
  void a_call_without_an_id_gets_one_of_its_own() throws Exception {
    for (String none :
        List.of("", ",\"messageId\":\"\"", ",\"messageId\":7", ",\"messageId\":null")) {
      played.post("/v1/identify", "{\"userId\":\"u\"" + none + "}");
    }

    assertEquals(List.of("kept", "kept", "kept", "kept"), verdicts());
    assertTrue(played.calls().stream().allMatch(Entry.Call::assigned));
    assertEquals(
        4, new HashSet<>(played.calls().stream().map(Entry.Call::messageId).toList()).size());
  }

  // As many as come in a day

  @Test
  void many_ids_are_told_apart_and_forgotten_after_a_day() {
    var ids = new Ids();
    for (int i = 1; i <= 100_000; i++) {
      ids.put(Ids.hash("message-" + i), i, Played.NOON.plusMillis(i));
    }
    var evening = Played.NOON.plus(Duration.ofHours(8));
    for (int i = 1; i <= 100_000; i++) {
      assertEquals(i, ids.find(Ids.hash("message-" + i), evening));
      assertEquals(Ids.NONE, ids.find(Ids.hash("massage-" + i), evening));
    }

    var later = Played.NOON.plus(Duration.ofDays(60));
    for (int i = 1; i <= 100_000; i++) {
      assertEquals(Ids.NONE, ids.find(Ids.hash("message-" + i), later));
    }
    ids.put(Ids.hash("message-1"), 7, later);
    assertEquals(7, ids.find(Ids.hash("message-1"), later));
    assertEquals(1, ids.size());
    assertEquals(Ids.NONE, ids.find(Ids.hash("message-1"), Played.NOON));
  }
}
