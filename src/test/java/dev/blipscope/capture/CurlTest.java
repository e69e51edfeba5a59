package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.json.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurlTest {

  private static List<String> bodies(String text) {
    return Curl.bodies(text, Place.START).stream()
        .map(body -> new String(body.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  private static void assertBody(String body, String command) {
    assertEquals(List.of(body), bodies(command), command);
  }

  @Test
  void a_command_is_known_by_its_beginning() {
    assertTrue(Curl.isCommand("curl x"));
    assertTrue(Curl.isCommand(" \n$ curl -X POST"));
    assertTrue(Curl.isCommand("> curl.exe x"));
    assertTrue(Curl.isCommand("# curl\tx"));
    assertFalse(Curl.isCommand("curly x"));
    assertFalse(Curl.isCommand("INFO curl x"));
    assertFalse(Curl.isCommand("curl"));
  }

  @Test
  void each_way_to_give_data_is_understood() {
    String body = "{\"a\":1}";
    for (String option :
        List.of(
            "-d '%s'",
            "-d'%s'",
            "-sSd '%s'",
            "-XPOST -d '%s'",
            "-X POST -H 'x: {}' -d '%s'",
            "-Hx:y --data '%s'",
            "--data='%s'",
            "--data-raw '%s'",
            "--data-binary '%s'",
            "--data-ascii '%s'",
            "--data-urlencode '%s'",
            "--data-urlencode '=%s'",
            "--json '%s'",
            "--json '%s' --compressed",
            "-d a=b -d '%s'")) {
      assertBody(body, "curl " + option.formatted(body) + " https://x.example");
      assertBody(body, "curl https://x.example?a=1&b=2;c " + option.formatted(body));
    }
  }

  @Test
  void what_is_no_json_is_no_body() {
    assertEquals(List.of(), bodies("curl x -d @payload.json"));
    assertEquals(List.of(), bodies("curl x -d a=b"));
    assertEquals(List.of(), bodies("curl x --data-urlencode name={}"));
    assertEquals(List.of(), bodies("curl x -H '{}' -d"));
    assertEquals(List.of(), bodies("curl {}"));
    assertEquals(List.of(), bodies("wget x -d '{}'"));
  }

  @Test
  void quotes_are_read_as_a_shell_reads_them() {
    assertBody("{\"a\":\"d'água\"}", "curl x -d '{\"a\":\"d'\\''água\"}'");
    assertBody("{\"a\":\"$x `y` \\n\"}", "curl x -d \"{\\\"a\\\":\\\"\\$x \\`y\\` \\n\\\"}\"");
    assertBody("{\"a\":\"\\\\\"}", "curl x -d \"{\\\"a\\\":\\\"\\\\\\\\\\\"}\"");
    assertBody("{\"a\":1}", "curl x -d \"{\\\"a\\\":\\\n1}\"");
    assertBody("{\"a\":1}", "curl x -d {\\\"a\\\":1}");
    assertBody("{\"a\":\"x\"}", "curl x -d $\"{\\\"a\\\":\\\"x\\\"}\"");
    assertBody("{\"a\":\"x y\"}", "curl x -d '{\"a\":'\"\\\"x y\\\"\"}");
    assertBody("{\"a\":1", "curl x -d '{\"a\":1");
    assertBody("{\"a", "curl x -d \"{\\\"a");
    assertBody("{\"a", "curl x -d $'{\"a");
    assertBody("{", "curl x -d {\\");
  }

  @Test
  void the_escapes_of_bash_are_understood() {
    assertBody(
        "{\"a\":\"'!é👋A A\\n\"}",
        "curl x -d $'{\"a\":\"\\'\\u0021\\u00e9\\U0001F44B\\x41\\040\\101\\\\n\"}'");
    assertBody(
        "{\n\t\r\u0007\b\f\u000b\u001b\u001b\"}", "curl x -d $'{\\n\\t\\r\\a\\b\\f\\v\\e\\E\\\"}'");
    assertBody("{\"\\ud83d\"}", "curl x -d $'{\"\\ud83d\"}'");
    assertBody("{\uFFFD}", "curl x -d $'{\\UFFFFFFFF}'");
  }

  @Test
  void a_command_may_go_on_in_the_next_line() {
    assertBody("{\"a\":1}", "curl x \\\n  -H 'a: b' \\\r\n  -d '{\"a\":1}'");
    assertBody("{\"a\":1}", "curl.exe x `\r\n  -d '{\"a\":1}'");
    assertBody("{\n  \"a\": 1\n}", "curl x --data '{\n  \"a\": 1\n}'");
    assertEquals(List.of(), bodies("curl x\n -d '{\"a\":1}'"));
  }

  @Test
  void the_command_line_of_windows_is_understood() {
    assertBody("{\"a\":\"x\"}", "curl x ^\n -d \"{\\\"a\\\":\\\"x\\\"}\"");
    assertBody(
        "{\"a\":\"x\"}", "curl ^\"x^\" ^\r\n --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"x^\\^\"^}^\"");
    assertBody("{\"a\":\"'x\\\\\"}", "curl ^\"x^\" -d \"{\\\"a\\\":\\\"'x\\\\\\\\\\\"}\"");
    assertBody("{\n1", "curl ^\"x^\" -d ^\"{^\n\n1^\"");
    assertBody("{\\x}", "curl ^\"x^\" -d {\\x}");
    assertBody("{^", "curl ^\"x^\" -d {^");
  }

  @Test
  void several_commands_have_several_bodies() {
    assertEquals(
        List.of("{\"a\":1}", "{\"b\":2}", "{\"c\":3}"),
        bodies(
            "# first\n$ curl x -d '{\"a\":1}'\n> curl y -d '{\"b\":2}' && curl z -d '{\"c\":3}' | jq\n"));
  }

  @Test
  void a_payload_between_commands_is_not_lost() {
    assertEquals(
        List.of("{\"a\":1}", "{ \"b\": 2 }\n[{}]"),
        bodies("curl x -d '{\"a\":1}'\n{ \"b\": 2 }\n[{}]"));
  }

  @Test
  void payloads_are_where_they_stand_in_the_command() {
    String text = "curl x \\\n -d $'{\\n \"a\":\\'1}' -d '{\n\"b\":01}'";

    var all = Seen.in(text);

    assertEquals(new Place(2, 7, 15), all.getFirst().place());
    int fault = text.indexOf("\\'1");
    assertEquals(new Place(2, fault - 8, fault), all.getFirst().theTrouble().place());
    int second = text.indexOf("{\n");
    assertEquals(new Place(2, second - 8, second), all.getLast().place());
    assertEquals(new Place(3, 6, text.indexOf("1}'", second)), all.getLast().theTrouble().place());
  }

  @Test
  void a_command_without_a_body_is_a_text_like_any_other() {
    assertEquals(
        List.of(new Seen(Feed.Next.PAYLOAD, new Place(1, 13, 12), "{\"a\":1}", null)),
        Seen.in("curl --foo: {\"a\":1}"));
    assertEquals(List.of("curl x"), Seen.texts(Seen.in("curl x\n")));
  }

  @Test
  void a_command_of_many_megabytes_is_a_text_like_any_other() {
    var all = Seen.in("curl x -d '{\"a\":\"" + "x".repeat(1 << 22) + "\"}'");
    assertEquals(2, all.size());
    assertEquals("'", all.getLast().text());
  }
}
