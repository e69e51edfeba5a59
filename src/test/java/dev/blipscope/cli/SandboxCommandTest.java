package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.sandbox.Discard;
import dev.blipscope.sandbox.FaultScript;
import dev.blipscope.sandbox.LedgerUnusable;
import dev.blipscope.sandbox.Matter;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxCommandTest {

  private static final String MARKER = "MarkerMarkerMarkerMarkerMarker00";

  @TempDir private Path folder;

  /// The command while it runs.
  private static final class Running implements AutoCloseable {

    private final BufferedReader told;
    private final ByteArrayOutputStream other = new ByteArrayOutputStream();
    private final Thread thread;
    private final String address;
    private final List<String> introduction = new ArrayList<>();
    private int code = -1;

    Running(String in, String... args) throws IOException {
      boolean json = Arrays.asList(args).contains("--json");
      var pipe = new PipedInputStream(1 << 16);
      var piped = new PipedOutputStream(pipe);
      told = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8));
      // What is said to a person can be read while it runs; the rest when it is over.
      OutputStream out = json ? other : piped;
      OutputStream err = json ? piped : other;
      var shell =
          new Shell(
              new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
              out,
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false,
              false,
              false,
              false,
              Main.language(args, Locale.ENGLISH));
      var all = Stream.concat(Stream.of("sandbox"), Stream.of(args)).toArray(String[]::new);
      thread = Thread.ofVirtual().start(() -> code = Main.run(all, shell, Told.OUTBOX, _ -> false));
      String line = told.readLine();
      while (!line.isEmpty()) {
        introduction.add(line);
        line = told.readLine();
      }
      String first = introduction.getFirst();
      address = first.substring(first.indexOf("http://"), first.indexOf(','));
    }

    int post(String path, String key, String body) throws IOException, InterruptedException {
      try (var client = HttpClient.newHttpClient()) {
        return client
            .send(
                HttpRequest.newBuilder(URI.create(address + path))
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            body.replaceFirst("\\{", "{\"writeKey\":\"" + key + "\",")))
                    .build(),
                HttpResponse.BodyHandlers.discarding())
            .statusCode();
      }
    }

    int post(String path, String body) throws IOException, InterruptedException {
      return post(path, "blipscope-sandbox-write-key-0001", body);
    }

    String line() throws IOException {
      // Without the time of day.
      return told.readLine().substring("12:00:00  ".length());
    }

    String end() throws InterruptedException, IOException {
      thread.interrupt();
      thread.join();
      return told.readLine();
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      assertEquals(0, code);
    }
  }

  @Test
  void it_tells_how_to_point_a_library_at_it() throws Exception {
    try (var running = new Running("")) {
      assertEquals(
          List.of(
              "The sandbox plays Segment at "
                  + running.address
                  + ", for this machine only. Ctrl+C ends it.",
              "It knows the write key blipscope-sandbox-write-key-0001",
              "analytics-java: Analytics.builder(\"blipscope-sandbox-write-key-0001\").endpoint(\""
                  + running.address
                  + "\").build()",
              "curl: curl -u blipscope-sandbox-write-key-0001: -H \"Content-Type: application/json\""
                  + " -d \"@call.json\" "
                  + running.address
                  + "/v1/track"),
          running.introduction);
    }
  }

  @Test
  void it_tells_what_became_of_each_call_and_at_the_end_of_all() throws Exception {
    try (var running = new Running("", "--fault", "503:retry-after=1")) {
      assertTrue(running.introduction.contains("It goes wrong by script: 503:retry-after=1"));
      String call = "{\"userId\":\"u\",\"event\":\"Bought \\u001b[31m\",\"messageId\":\"m-1\"}";
      assertEquals(503, running.post("/v1/track", call));
      assertEquals(200, running.post("/v1/track", call));
      assertEquals(200, running.post("/v1/track", call));
      assertEquals(200, running.post("/v1/identify", "{\"traits\":{}}"));
      assertEquals(200, running.post("/v1/batch", "{\"batch\":[{\"messageId\":\"m-2\"}]}"));
      assertEquals(404, running.post("/v2", "{}"));

      assertEquals("503 fault: by script (503:retry-after=1)  /v1/track", running.line());
      assertEquals(
          "kept for queueing; rows in tracks, bought_31m  /v1/track track \"Bought ⟦U+001B⟧[31m\" m-1",
          running.line());
      assertEquals(
          "duplicate of line 2: its messageId was kept less than 24 hours before"
              + "  /v1/track track \"Bought ⟦U+001B⟧[31m\" m-1",
          running.line());
      assertTrue(
          running
              .line()
              .matches(
                  "dropped no_user_anon_id: it has neither userId nor anonymousId"
                      + "  /v1/identify identify sandbox-[0-9a-f]+-4 \\(assigned\\)"));
      assertEquals(
          "dropped missing_type: it does not say its type  /v1/batch ? m-2", running.line());
      assertEquals(
          "200 empty_batch_result: no call of the batch is without error  /v1/batch",
          running.line());
      assertEquals("404 not_found: the API has no such path  /v2", running.line());
      assertEquals(
          "Requests: 6, calls: 4, kept for queueing: 1, dropped: 2, duplicates: 1.", running.end());
    }
  }

  @Test
  void for_programs_it_prints_the_lines_of_the_ledger() throws Exception {
    var file = folder.resolve("ledger.ndjson");
    try (var running = new Running("", "--json", "--ledger", file.toString())) {
      running.post("/v1/identify", "{\"userId\":\"u\",\"messageId\":\"m-1\"}");
      running.post("/v1/track", "}");

      assertEquals(
          "Requests: 2, calls: 1, kept for queueing: 1, dropped: 0, duplicates: 0.", running.end());
      assertEquals(Files.readString(file), running.other.toString(StandardCharsets.UTF_8));
      assertEquals(2, Files.readAllLines(file).size());
    }
  }

  @Test
  void it_knows_a_key_of_one_s_own_and_never_says_it() throws Exception {
    var file = Files.writeString(folder.resolve("key"), MARKER + "\n");
    for (String name : List.of(file.toString(), "-")) {
      try (var running = new Running(MARKER, "--write-key-file", name)) {
        assertTrue(
            running.introduction.contains("It knows the write key in \"" + name + "\", too."));
        running.post("/v1/identify", MARKER, "{\"userId\":\"u\"}");
        running.post("/v1/identify", "X" + MARKER, "{\"userId\":\"u\"}");

        String kept = running.line();
        assertTrue(kept.startsWith("kept for queueing"), kept);
        String dropped = running.line();
        assertTrue(dropped.startsWith("dropped unknown_source"), dropped);
        assertFalse((running.introduction + kept + dropped).contains("Marker"));
      }
    }
  }

  @Test
  void in_portuguese_too() throws Exception {
    try (var running = new Running("", "--lang", "pt-BR")) {
      running.post("/v1/identify", "{\"userId\":\"u\",\"messageId\":\"m-1\"}");

      assertEquals(
          "aceita para a fila; linhas em identifies, users  /v1/identify identify m-1",
          running.line());
    }
  }

  @Test
  void a_request_without_an_answer_is_told() throws Exception {
    try (var running = new Running("", "--fault", "reset-after-accept")) {
      try {
        running.post("/v1/identify", "{\"userId\":\"u\"}");
      } catch (IOException broken) {
        assertTrue(running.line().startsWith("kept"));
        assertEquals(
            "no answer fault: by script (reset-after-accept)  /v1/identify", running.line());
        return;
      }
      throw new AssertionError("there was an answer");
    }
  }

  // What cannot be done

  @Test
  void a_taken_port_is_told() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var told = Told.running("sandbox", "--port", Integer.toString(taken.getLocalPort()));

      assertEquals(3, told.code());
      assertTrue(
          told.err().startsWith("blipscope: port " + taken.getLocalPort() + " cannot be used"),
          told.err());
    }
  }

  @Test
  void a_ledger_that_cannot_be_is_told() throws Exception {
    var diary = Files.writeString(folder.resolve("diary"), "dear diary\n");
    var told = Told.running("sandbox", "--ledger", diary.toString());
    assertEquals(3, told.code());
    assertTrue(told.err().contains("holds something else than a ledger"), told.err());

    told = Told.running("sandbox", "--ledger", folder.resolve("none/ledger").toString());
    assertEquals(3, told.code());
    assertTrue(told.err().contains("could not be written"), told.err());

    told = Told.running("sandbox", "--ledger", "\0");
    assertEquals(3, told.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port=65536            | a port is a number from 0 to 65535
          --port=-1               | a port is a number from 0 to 65535
          --port=soon             | "soon" is no value for --port
          --fault=boom            | "boom" is no fault: nothing is called "boom"
          --fault=500:often       | "500:often" is no fault: "often" does not belong there
          --fault=500:0           | "500:0" is no fault: the number in "0"
          --fault=redirect:http://| "redirect:http://" is no fault: "http://" is no address
          """)
  void a_wrong_word_is_told(String option, String message) {
    var told = Told.running("sandbox", option);

    assertEquals(2, told.code());
    assertTrue(told.err().contains(message), told.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "two\nlines", "a b", "k:k"})
  void what_is_no_key_is_told_without_it(String text) throws IOException {
    var file = Files.writeString(folder.resolve("key"), text);
    var told = Told.running("sandbox", "--write-key-file", file.toString());

    assertEquals(2, told.code());
    assertTrue(told.err().contains("\" holds no write key"), told.err());
    assertFalse(told.err().contains("lines"), told.err());
  }

  @Test
  void a_key_file_that_cannot_be_read_is_told() throws IOException {
    assertEquals(2, Told.with("k".repeat(5_000), "sandbox", "--write-key-file", "-").code());
    var missing = Told.running("sandbox", "--write-key-file", folder.resolve("none").toString());
    assertEquals(3, missing.code());
    assertTrue(missing.err().contains("there is no file"), missing.err());
    assertEquals(3, Told.running("sandbox", "--write-key-file", folder.toString()).code());
  }

  @Test
  void every_case_has_its_words() {
    for (var messages : List.of(Messages.in(Locale.ENGLISH), Messages.in(Locale.of("pt", "BR")))) {
      for (var reason : Discard.values()) {
        assertFalse(messages.text("sandbox.reason." + reason).isEmpty());
      }
      for (var matter : Matter.values()) {
        assertFalse(messages.text("sandbox.matter." + matter).isEmpty());
      }
      for (var problem : FaultScript.Problem.values()) {
        assertFalse(messages.text("sandbox.fault." + problem, "a", "b").isEmpty());
      }
      for (var problem : LedgerUnusable.Problem.values()) {
        assertFalse(messages.text("sandbox.ledger." + problem, "a").isEmpty());
      }
    }
  }
}
