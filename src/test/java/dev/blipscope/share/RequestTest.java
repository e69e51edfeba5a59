package dev.blipscope.share;

import static dev.blipscope.check.Given.doc;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.json.Doc;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The request that would be sent, in each of its forms.
class RequestTest {

  private static final String KEY = "k3y-of-nobody-0123456789";
  private static final Target SEGMENT =
      new Target("test", "https://api.segment.io/v1/", WriteKey.of(KEY));
  private static final Doc TRACK =
      doc(
          "{\"type\":\"track\",\"event\":\"Message Received\",\"userId\":\"u\",\"properties\":{\"a\":1.10}}");
  private static final Doc IDENTIFY = doc("{'type':'identify','userId':'u','traits':{}}");

  /// All that a shell could take for something else.
  private static final String NASTY =
      "it's \"$HOME\" `id` $(id) \\ \\n !! ; & | > < * ~ # %s é \uD83D\uDE00 \u2028 END_OF_BODY";

  @Test
  void the_request_is_shown_as_it_goes_over_the_wire_without_the_key() {
    assertEquals(
        """
        POST /v1/track HTTP/1.1
        Host: api.segment.io
        Authorization: Basic ••••••••
        Content-Type: application/json
        Content-Length: 84

        {"type":"track","event":"Message Received","userId":"u","properties":{"a":1.10}}
        """
            .replace("84", Integer.toString(TRACK.length())),
        Request.of(SEGMENT, TRACK).asHttp());
  }

  @Test
  void an_identify_has_its_own_path_and_so_has_a_batch() {
    assertEquals("/v1/identify", Request.of(SEGMENT, IDENTIFY).path());
    assertEquals("/v1/batch", Request.batch(SEGMENT, List.of(TRACK, IDENTIFY)).path());
    assertEquals(
        "{\"batch\":[" + TRACK.written(Doc.ROOT) + "," + IDENTIFY.written(Doc.ROOT) + "]}",
        new String(
            Request.batch(SEGMENT, List.of(TRACK, IDENTIFY)).body(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.segment.io, POST /v1/track, api.segment.io",
    "https://api.segment.io/, POST /v1/track, api.segment.io",
    "https://u:p@proxy.example.com:8443/base/v1, POST /base/v1/track, proxy.example.com:8443",
    "http://[::1]:8080, POST /v1/track, [::1]:8080",
    "sandbox:, POST /v1/track, sandbox",
    "http://bad host, POST /v1/track, http://bad host"
  })
  void every_endpoint_is_understood(String endpoint, String line, String host) {
    var request = Request.of(Target.at(endpoint), TRACK);

    assertTrue(
        request.asHttp().startsWith(line + " HTTP/1.1\nHost: " + host + "\n"), request.asHttp());
  }

  @Test
  void a_request_without_calls_or_with_two_outside_a_batch_cannot_be() {
    assertThrows(IllegalArgumentException.class, () -> Request.batch(SEGMENT, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Request(null, "/v1/track", List.of(TRACK, TRACK), false));
  }

  @Test
  void the_json_is_laid_out_and_its_tokens_stay() {
    assertEquals(
        """
        {
          "type": "track",
          "event": "Message Received",
          "userId": "u",
          "properties": {"a":1.10}
        }
        """,
        Request.of(SEGMENT, TRACK).asJson());
  }

  @Test
  void no_form_holds_the_key() {
    var request = Request.of(SEGMENT, TRACK);

    for (var text :
        List.of(
            request.asHttp(), request.asCurl(), request.asJava(), request.asJson(), "" + request)) {
      assertFalse(text.contains(KEY), text);
    }
  }

  @Test
  void the_command_names_the_variable_with_the_key() {
    assertEquals(
        """
        curl --request POST 'https://api.segment.io/v1/identify' \\
          --user "$SEGMENT_WRITE_KEY:" \\
          --header 'Content-Type: application/json' \\
          --data-raw '{"type":"identify","userId":"it'\\''s","traits":{}}'
        """,
        Request.of(SEGMENT, doc("{\"type\":\"identify\",\"userId\":\"it's\",\"traits\":{}}"))
            .asCurl());
  }

  @Test
  void for_the_sandbox_the_address_is_a_variable_and_never_the_real_segment() {
    var request = Request.of(Target.SANDBOX, TRACK);

    assertTrue(request.asCurl().contains("POST \"$SEGMENT_ENDPOINT\"'/v1/track'"));
    assertTrue(request.asJava().contains(".endpoint(System.getenv(\"SEGMENT_ENDPOINT\"))"));
    assertFalse((request.asCurl() + request.asJava()).contains("segment.io"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_shell_hands_the_body_on_to_the_letter(@TempDir Path folder) throws Exception {
    byte[] call =
        new dev.blipscope.json.Out(64)
            .add("{\"type\":\"track\",\"event\":")
            .quoted(NASTY)
            .add(",\"properties\":{\"o'b\":\"'\"}}")
            .toBytes();
    var request = Request.of(SEGMENT, OwnJson.read(call));

    assertArrayEquals(call, received(folder, request));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_body_that_is_too_long_for_an_argument_goes_through_the_input(@TempDir Path folder)
      throws Exception {
    byte[] call =
        new dev.blipscope.json.Out(64)
            .add("{\"type\":\"track\",\"event\":")
            .quoted(NASTY.repeat(3_000))
            .add("}")
            .toBytes();
    var request = Request.batch(SEGMENT, List.of(OwnJson.read(call)));

    assertEquals(
        new String(request.body(), StandardCharsets.UTF_8) + "\n",
        new String(received(folder, request), StandardCharsets.UTF_8));
  }

  /// What a program called curl gets as the body: its last argument, or its input.
  private static byte[] received(Path folder, Request request)
      throws IOException, InterruptedException {
    var curl = folder.resolve("curl");
    var got = folder.resolve("got");
    Files.writeString(
        curl,
        """
        #!/bin/sh
        for last; do :; done
        if [ "$last" = @- ]; then cat; else printf %s "$last"; fi > "$GOT"
        """);
    assertTrue(curl.toFile().setExecutable(true));
    var script = Files.writeString(folder.resolve("script"), request.asCurl());
    var shell = new ProcessBuilder("/bin/sh", script.toString()).inheritIO();
    shell.environment().put("PATH", folder + ":" + shell.environment().get("PATH"));
    shell.environment().put("GOT", got.toString());
    assertEquals(0, shell.start().waitFor());
    return Files.readAllBytes(got);
  }
}
