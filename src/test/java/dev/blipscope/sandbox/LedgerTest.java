package dev.blipscope.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is remembered, and what outlives the sandbox.
class LedgerTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("ledger.ndjson");
  }

  private Played playing() throws IOException {
    return new Played(settings -> settings.writing(file()));
  }

  private static String call(String id) {
    return "{\"userId\":\"u\",\"messageId\":\"" + id + "\"}";
  }

  private LedgerUnusable.Problem problem() {
    return assertThrows(LedgerUnusable.class, this::playing).problem();
  }

  // In memory

  @Test
  void the_newest_entries_are_at_hand() throws Exception {
    try (var played = new Played(settings -> settings.remembering(3))) {
      for (int i = 1; i <= 5; i++) {
        played.post("/v1/identify", call("m-" + i));
      }
      var ledger = played.ledger();
      assertEquals(List.of(3L, 4L, 5L), numbers(ledger.entries(1, 10)));
      assertEquals(List.of(4L), numbers(ledger.entries(4, 1)));
      assertEquals(List.of(), numbers(ledger.entries(6, 10)));
      assertEquals(List.of(), ledger.of("m-1"));
      assertEquals(4, ledger.of("m-4").getFirst().number());
      assertTrue(ledger.keeps("m-1", Played.NOON));
      assertEquals(
          new Totals(5, 5, 5, 0, Map.of(), Map.of(200, 5L), Map.of("identifies", 5L, "users", 5L)),
          ledger.totals());
    }
  }

  private static List<Long> numbers(List<Entry> entries) {
    return entries.stream().map(Entry::number).toList();
  }

  @Test
  void long_calls_do_not_fill_the_memory() throws Exception {
    String name = "n".repeat(30_000);
    try (var played = new Played()) {
      String batch =
          "{\"batch\":["
              + String.join(
                  ",",
                  Collections.nCopies(16, "{\"type\":\"identify\",\"userId\":\"" + name + "\"}"))
              + "]}";
      for (int i = 0; i < 20; i++) {
        assertEquals(200, played.post("/v1/batch", batch).statusCode());
      }
      assertEquals(320, played.ledger().totals().kept());
      int kept = played.entries().size();
      assertTrue(kept > 250 && kept < 300, "kept " + kept);
    }
  }

  @Test
  void endless_names_of_tables_are_counted_together() throws Exception {
    var events = new ArrayList<String>();
    for (int i = 0; i < 10_100; i++) {
      events.add("{\"type\":\"track\",\"userId\":\"u\",\"event\":\"e" + i + "\"}");
    }
    try (var played = new Played()) {
      for (int from = 0; from < events.size(); from += 2_020) {
        played.post(
            "/v1/batch",
            "{\"batch\":[" + String.join(",", events.subList(from, from + 2_020)) + "]}");
      }
      var rows = played.ledger().totals().rows();
      assertEquals(10_100, rows.get("tracks"));
      assertEquals(101, rows.get("…"));
      assertEquals(10_001, rows.size());
    }
  }

  @Test
  void who_listens_hears_each_request_once() throws Exception {
    try (var played = new Played()) {
      var heard = new ArrayList<Long>();
      Ledger.Listener listener = entries -> heard.addAll(numbers(entries));
      played.ledger().listen(listener);
      played.post("/v1/identify", call("m-1"));
      played.post("/v1/batch", "{}");
      played.ledger().unlisten(listener);
      played.post("/v1/identify", call("m-2"));

      assertEquals(List.of(1L, 2L), heard);
    }
  }

  // In a file

  @Test
  void a_line_is_in_the_file_before_the_answer() throws Exception {
    try (var played = playing()) {
      played.post(
          "/v1/track",
          """
          {"event":"Bought \\u001b[31m","userId":"ana","messageId":"m-1",
           "timestamp":"2026-01-08T11:00:00Z","sentAt":"2026-01-08T12:00:01Z","writeKey":"secret-secret"}
          """);
      played.post("/v1/identify", "{\"messageId\":\"m-2\"}");
      played.post("/v1/identify", call("m-1"));
      played.post("/v1/alias", "{\"userId\":\"u\"}");
      played.post("/v1/track", "}");

      var lines = Files.readAllLines(file());
      assertEquals(
          "{\"number\":1,\"receivedAt\":\"2026-01-08T12:00:00.000Z\",\"path\":\"/v1/track\","
              + "\"messageId\":\"m-1\",\"type\":\"track\",\"event\":\"Bought \\u001b[31m\",\"userId\":\"ana\","
              + "\"verdict\":\"kept\",\"tables\":[\"tracks\",\"bought_31m\"],\"knownKey\":true,"
              + "\"timestamp\":\"2026-01-08T10:59:59.000Z\",\"sentAt\":\"2026-01-08T12:00:01.000Z\","
              + "\"size\":158,\"call\":{\"event\":\"Bought \\u001b[31m\",\"userId\":\"ana\","
              + "\"messageId\":\"m-1\",\"timestamp\":\"2026-01-08T11:00:00Z\","
              + "\"sentAt\":\"2026-01-08T12:00:01Z\"}}",
          lines.get(0));
      assertTrue(
          lines.get(1).contains("\"verdict\":\"dropped\",\"reason\":\"no_user_anon_id\""),
          lines.get(1));
      assertTrue(
          lines.get(2).contains("\"verdict\":\"duplicate\",\"duplicateOf\":1"), lines.get(2));
      assertTrue(lines.get(3).contains("\"assigned\":true,\"type\":\"alias\""), lines.get(3));
      assertTrue(
          lines.get(4).contains("\"verdict\":\"refused\",\"reason\":\"not_json\",\"status\":400"),
          lines.get(4));
      assertEquals(5, lines.size());
      assertFalse(Files.readString(file()).contains("secret"));
    }
  }

  @Test
  void only_its_owner_may_read_it() throws Exception {
    try (var _ = playing()) {
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
      }
    }
  }

  @Test
  void a_new_sandbox_goes_on_where_the_last_one_ended() throws Exception {
    try (var played = playing()) {
      played.post("/v1/identify", call("m-1"));
      played.post("/v1/identify", "{\"messageId\":\"m-2\"}");
    }
    Files.writeString(file(), "{\"number\":3,\"receiv", StandardOpenOption.APPEND);
    try (var played = playing()) {
      played.post("/v1/identify", call("m-1"));
      played.post("/v1/identify", call("m-2"));

      assertEquals(new Verdict.Duplicate(1), played.calls().getFirst().verdict());
      assertEquals("kept", played.calls().getLast().verdict().word());
      assertEquals(List.of(3L, 4L), numbers(played.entries()));
    }
    assertEquals(4, Files.readAllLines(file()).size());
  }

  @Test
  void a_long_file_is_read_to_its_end() throws Exception {
    try (var played = playing()) {
      for (int i = 0; i < 10; i++) {
        played.post(
            "/v1/identify", call("m-" + i).replace("\"u\"", "\"" + "u".repeat(32_000) + "\""));
      }
    }
    try (var played = playing()) {
      played.post("/v1/identify", call("m-9"));
      assertEquals(new Verdict.Duplicate(10), played.calls().getFirst().verdict());
    }
  }

  @Test
  void a_beginning_that_was_cut_is_begun_anew() throws Exception {
    Files.writeString(file(), "{\"num");
    try (var played = playing()) {
      assertEquals(200, played.post("/v1/identify", call("m-1")).statusCode());
    }
    assertTrue(Files.readString(file()).startsWith("{\"number\":1,"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my diary",
        "my diary\n",
        "{}\n",
        "[1]\n",
        "{\"number\":1}\n",
        "{\"number\":\"1\",\"receivedAt\":\"2026-01-08T12:00:00.000Z\"}\n",
        "{\"number\":1,\"receivedAt\":\"2026-01-08T12:00:00.000Z\"} x\n"
      })
  void a_file_that_holds_something_else_is_not_touched(String text) throws Exception {
    Files.writeString(file(), text);

    assertEquals(LedgerUnusable.Problem.NO_LEDGER, problem());
    assertEquals(text, Files.readString(file()));
  }

  @Test
  void an_endless_line_is_no_ledger() throws Exception {
    Files.writeString(file(), "{\"number\":" + "1".repeat(5 << 20));

    assertEquals(LedgerUnusable.Problem.NO_LEDGER, problem());
  }

  @Test
  void a_folder_is_no_ledger() throws Exception {
    Files.createDirectory(file());

    assertEquals(LedgerUnusable.Problem.NO_LEDGER, problem());
  }

  @Test
  void two_sandboxes_do_not_write_to_one_file() throws Exception {
    try (var _ = playing()) {
      assertEquals(LedgerUnusable.Problem.IN_USE, problem());
    }
    playing().close();
  }

  @Test
  void what_cannot_be_written_is_not_taken() throws Exception {
    try (var played = playing()) {
      played.ledger().close();

      assertEquals(500, played.post("/v1/identify", call("m-1")).statusCode());
      assertEquals(400, played.post("/v1/identify", "}").statusCode());
      played.sandbox().faults().add(Played.script("502"));
      assertEquals(502, played.post("/v1/identify", call("m-1")).statusCode());
      assertEquals(0, played.ledger().totals().entries());
      assertFalse(played.ledger().keeps("m-1", Played.NOON));
      assertEquals(1, played.ledger().totals().answers().get(500));
    }
  }
}
