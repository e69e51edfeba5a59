package dev.blipscope.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as a whole.
class SandboxTest {

  private static final byte[] OTHER = {127, 0, 0, 2};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  private static final String CALL = "{\"userId\":\"u\",\"messageId\":\"m-1\"}";

  @Test
  void two_at_once_know_nothing_of_each_other() throws Exception {
    try (var one = new Played();
        var other = new Played(settings -> settings.knowing(WriteKey.of("key-of-the-other")))) {
      assertNotEquals(one.sandbox().address(), other.sandbox().address());
      one.post("/v1/identify", CALL);
      other.post("/v1/identify", CALL);

      assertEquals(1, one.ledger().totals().kept());
      assertEquals(1, other.ledger().totals().kept());
    }
  }

  @Test
  void a_port_that_is_taken_is_told_and_lets_go_of_the_ledger(@TempDir Path folder)
      throws Exception {
    var file = folder.resolve("ledger.ndjson");
    try (var played = new Played()) {
      var settings = SandboxSettings.onPort(played.port()).writing(file);
      for (int i = 0; i < 2; i++) {
        assertThrows(BindException.class, () -> new Played(_ -> settings));
      }
    }
    assertEquals("", Files.readString(file));
  }

  @Test
  void after_the_end_nobody_answers() throws Exception {
    var played = new Played();
    played.post("/v1/identify", CALL);
    int port = played.port();
    played.sandbox().close();
    played.sandbox().close();

    assertThrows(
        ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    played.close();
  }

  @Test
  void it_listens_on_both_kinds_of_loopback_and_nowhere_else() throws Exception {
    try (var played = new Played()) {
      assertEquals("127.0.0.1", played.sandbox().address().getHost());
      assertThrows(
          ConnectException.class,
          () -> new Socket(InetAddress.getByAddress(OTHER), played.port()).close());
      try (var socket = new Socket(InetAddress.getByAddress(IPV6), played.port())) {
        socket
            .getOutputStream()
            .write(
                "GET / HTTP/1.1\r\nHost: [::1]\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
        assertTrue(
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .startsWith("HTTP/1.1 404 "));
      } catch (IOException noIpv6) {
        assumeTrue(false, "this machine has no IPv6");
      }
    }
  }

  @Test
  void many_at_once_lose_nothing() throws Exception {
    try (var played = new Played()) {
      var sent = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 200; i++) {
        String batch =
            "{\"batch\":[{\"type\":\"identify\",\"userId\":\"u\",\"messageId\":\"m-"
                + i
                + "\"},"
                + "{\"type\":\"identify\",\"userId\":\"u\",\"messageId\":\"shared\"}]}";
        sent.add(played.beside(() -> played.post("/v1/batch", batch).statusCode()));
      }
      for (var answer : sent) {
        assertEquals(200, answer.get());
      }
      assertEquals(201, played.ledger().totals().kept());
      assertEquals(199, played.ledger().totals().duplicates());
      assertEquals(400, played.ledger().totals().entries());
      assertEquals(200, played.ledger().of("shared").size());
    }
  }

  @Test
  void settings_that_make_no_sense_cannot_be_made() {
    var settings = SandboxSettings.onPort(0);

    for (Runnable wrong :
        List.<Runnable>of(
            () -> SandboxSettings.onPort(-1),
            () -> SandboxSettings.onPort(65_536),
            () -> settings.remembering(0))) {
      assertThrows(IllegalArgumentException.class, wrong::run);
    }
  }
}
