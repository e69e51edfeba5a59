package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.delivery.Consignment;
import dev.blipscope.delivery.Outbox;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendCommandTest {

  private static final String KEY = "ThisIsTheKeyThatNobodyMaySee0001";

  @TempDir private Path folder = Path.of("");

  private Told send(String in, String... args) {
    return send(in, false, args);
  }

  private Told send(String in, boolean terminal, String... args) {
    return send(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), terminal, args);
  }

  private Told send(InputStream in, boolean terminal, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var all = Stream.concat(Stream.of("send"), Stream.of(args)).toArray(String[]::new);
    var shell =
        new Shell(
            in,
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            terminal,
            false,
            Locale.ENGLISH);
    int code = Main.run(all, shell, folder.resolve("outbox"), _ -> false);
    return new Told(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String payload() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("sample-payloads/seed"))) {
      return all.map(Path::toString)
          .filter(name -> name.endsWith(".json") && !name.endsWith(".expected.json"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private String key() throws IOException {
    var file = folder.resolve("key.txt");
    Files.writeString(file, KEY + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file.toString();
  }

  @Test
  void the_sandbox_gets_it_and_each_call_says_what_became_of_it() throws IOException {
    var told = send("", "--json", payload());

    assertEquals(0, told.code(), told.err());
    assertTrue(
        told.out()
            .matches(
                "\\{\"messageId\":\"blip-[0-9a-f]{32}\",\"state\":\"accepted\",\"why\":null,"
                    + "\"tries\":1}\n"),
        told.out());
    assertTrue(told.err().contains("The sandbox: 1 kept for queueing, 0 dropped, 0 duplicates."));
    assertTrue(told.err().contains("1 accepted for queueing"));
    assertFalse(told.err().contains("delivered"));
  }

  @Test
  void what_must_not_be_sent_is_not_and_says_why() {
    var told =
        send(
            "{\"type\":\"text/plain\",\"content\":\"\\ud800\",\"id\":\"1\",\"from\":"
                + "\"a@msging.net\",\"to\":\"b@0mn.io\"}",
            "--json");

    assertEquals(1, told.code());
    assertTrue(told.out().contains("\"state\":\"refused\",\"why\":\"doomed\",\"tries\":0"));
    assertTrue(send("{}").err().contains("there is no call to send"));
  }

  @Test
  void new_ids_are_new() throws IOException {
    String first = send("", "--json", payload()).out();
    String same = send("", "--json", payload()).out();
    String other = send("", "--json", "--new-ids", payload()).out();

    assertEquals(first, same);
    assertTrue(other.matches("(?s)\\{\"messageId\":\"blip-[0-9a-f]{32}-[0-9a-z]{10}\".*"), other);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, http://localhost:8080",
    "http://events.example.com, https://events.example.com",
    "https://api.segment.io/v1, https://api.segment.io",
  })
  void an_address_that_is_none_is_explained(String to, String suggestion) throws IOException {
    var told = send("", "--to", to, "--key-file", key(), payload());

    assertEquals(2, told.code());
    assertTrue(told.err().contains("Did you mean " + suggestion + "?"), told.err());
  }

  @Test
  void a_key_is_never_an_argument_and_never_said() throws IOException {
    for (var told :
        List.of(
            send("", "--to", "US", "--key=" + KEY, payload()),
            send("", "--to", "US", "--write-key", KEY, payload()))) {
      assertEquals(2, told.code());
      assertTrue(told.err().contains("a write key is no argument"));
      assertFalse(told.err().contains(KEY));
    }
    assertTrue(send("", "--to", "US", payload()).err().contains("--key-file"));
    assertEquals(2, send(KEY, "--to", "US", "--key-file", "-").code());
    assertEquals(2, send(" \n", "--to", "US", "--key-file", "-", payload()).code());
    assertEquals(3, send("", "--to", "US", "--key-file", "/nowhere", payload()).code());
    assertEquals(3, send("", "--to", "US", "--key-file", "/", payload()).code());
    assertEquals(2, send("", "--pace", "-1", payload()).code());
  }

  @Test
  void nothing_leaves_the_machine_that_nobody_confirmed() throws IOException {
    var told = send("", "--to", "https://events.example.com", "--key-file", key(), payload());
    assertEquals(1, told.code());
    assertTrue(told.err().contains("say --yes to send 1 calls"), told.err());
    assertTrue(told.err().contains("nothing was sent"));

    var asked =
        send("no\n", true, "--to", "https://events.example.com", "--key-file", key(), payload());
    assertEquals(1, asked.code());
    assertTrue(asked.err().contains("neither this machine nor Segment"));
    assertTrue(asked.err().contains("nothing was sent"));
  }

  private List<Consignment> kept() throws IOException {
    try (var outbox = Outbox.open(folder.resolve("outbox"), InstantSource.system()).orElseThrow()) {
      return outbox.all();
    }
  }

  /// Somebody who says yes, and something that happens while he thinks.
  private static InputStream yesWhile(Runnable something) {
    return new FilterInputStream(
        new ByteArrayInputStream("yes\n".getBytes(StandardCharsets.UTF_8))) {
      @Override
      public int read() throws IOException {
        something.run();
        return super.read();
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        something.run();
        return super.read(into, from, length);
      }
    };
  }

  @Test
  void nothing_is_in_the_outbox_before_it_is_confirmed() throws IOException {
    String[] args = {"--to", "https://events.example.com", "--key-file", key(), payload()};
    var ended =
        yesWhile(
            () -> {
              throw new IllegalStateException("as if the program ended while it asks");
            });
    assertEquals(3, send(ended, true, args).code());
    assertEquals(List.of(), kept());

    assertEquals(1, send("no\n", true, args).code());
    assertEquals(1, send("", args).code());
    assertEquals(List.of(), kept());
    assertEquals(0, send("", payload()).code());
  }

  @Test
  void what_was_confirmed_is_what_is_sent() throws IOException {
    var file = Files.copy(Path.of(payload()), folder.resolve("payloads.json"));
    var changed =
        yesWhile(
            () -> {
              try {
                Files.writeString(file, "{}");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    var told = send(changed, true, "--to", nobody(), "--key-file", key(), file.toString());

    assertEquals(1, told.code());
    assertTrue(told.err().contains("has changed since you were asked"), told.err());
    assertEquals(List.of(), kept().stream().filter(each -> !each.isSettled()).toList());
  }

  /// An address on this machine where nobody listens.
  private static String nobody() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "https://127.0.0.1:" + socket.getLocalPort();
    }
  }

  @Test
  void to_go_on_is_asked_like_to_begin() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerBadly(server));
      var address = "http://127.0.0.1:" + server.getLocalPort();
      try (var outbox =
          Outbox.open(folder.resolve("outbox"), InstantSource.system()).orElseThrow()) {
        var call = "{\"type\":\"track\",\"messageId\":\"m\",\"userId\":\"u\",\"event\":\"e\"}";
        outbox.post(
            new Target("mine", address, WriteKey.of(KEY)),
            List.of(new Parcel("m", "before", call, null)));
      }
      var unasked = send("", "--resume", "--to", address, "--key-file", key());
      assertEquals(1, unasked.code());
      assertTrue(unasked.err().contains("say --yes to go on with 1 calls to " + address));
      assertTrue(unasked.err().contains("nothing was sent"));

      var no = send("no\n", true, "--resume", "--to", address, "--key-file", key());
      assertEquals(1, no.code());
      assertTrue(no.err().contains("Go on with 1 calls to " + address + " (target mine)"));
      assertTrue(no.err().contains("nothing was sent"));
      assertFalse(kept().getFirst().isSettled());

      var yes = send("yes\n", true, "--resume", "--json", "--to", address, "--key-file", key());
      assertTrue(yes.out().contains("\"state\":\"refused\",\"why\":\"status 401\""), yes.out());
      assertTrue(kept().getFirst().isSettled());
    }
  }

  private static void answerBadly(ServerSocket server) {
    try (var socket = server.accept()) {
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 401 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // The other side hung up.
    }
  }

  @Test
  void a_key_file_that_others_may_read_is_told() throws IOException {
    String key = key();
    Files.setPosixFilePermissions(Path.of(key), PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(Path.of(key), "short");
    var told = send("", "--to", "EU", "--key-file", key, payload());

    assertTrue(told.err().contains("may be read by others"));
    assertTrue(told.err().contains("does not look like one of Segment"));
  }

  @Test
  void what_a_crash_left_is_asked_about_first() throws IOException {
    try (var outbox = Outbox.open(folder.resolve("outbox"), InstantSource.system()).orElseThrow()) {
      var call = "{\"type\":\"track\",\"messageId\":\"m\",\"userId\":\"u\",\"event\":\"e\"}";
      outbox.post(Target.SANDBOX, List.of(new Parcel("m", "before", call, null)));
      assertEquals(3, send("", payload()).code());
    }
    assertTrue(send("", payload()).err().contains("--resume"));
    var other = send("", "--resume", "--to", "US", "--key-file", key());
    assertEquals(1, other.code());
    var told = send("", "--resume", "--json");

    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().startsWith("{\"messageId\":\"m\",\"state\":\"accepted\""));
    assertTrue(send("", "--resume").err().contains("nothing to go on with"));
    assertTrue(send("", "--discard").err().contains("nothing to go on with"));
  }

  @Test
  void what_a_crash_left_can_be_given_up() throws IOException {
    try (var outbox = Outbox.open(folder.resolve("outbox"), InstantSource.system()).orElseThrow()) {
      outbox.post(Target.SANDBOX, List.of(new Parcel("m", "before", "{}", null)));
    }
    assertTrue(send("", "--discard").err().contains("1 calls given up"));
    assertEquals(0, send("", payload()).code());
  }

  @Test
  void an_outbox_that_cannot_be_kept_sends_nothing() throws IOException {
    Files.writeString(folder.resolve("outbox"), "a file where a folder should be");
    var told = send("", payload());

    assertEquals(3, told.code());
    assertTrue(told.err().contains("nothing is sent"));
  }
}
