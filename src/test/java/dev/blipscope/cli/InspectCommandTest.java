package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SEED = "sample-payloads/seed/message-plain-text-whatsapp.json";

  private static List<JsonNode> inspected(String text) {
    return Told.with(text, "inspect", "--json").out().lines().map(JSON::readTree).toList();
  }

  @Test
  void every_payload_gives_one_object() {
    var all = inspected("[{\"a\":1}, 2, {\"b\":2}]");

    assertEquals(
        List.of("1 unsupported", "2 unsupported", "3 unsupported"),
        all.stream()
            .map(one -> one.at("/source/index").asInt() + " " + one.at("/kind").asString())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "hello", "{\"a\":", "[1,", "\u0000"})
  void a_text_without_a_payload_gives_one_object_that_says_why(String text) {
    var all = inspected(text);

    assertFalse(all.isEmpty());
    var first = all.getFirst();
    assertEquals("unsupported", first.at("/kind").asString());
    assertEquals(0, first.at("/calls").size());
    assertTrue(first.at("/findings/0/code").asString().startsWith("json."), first.toString());
    assertTrue(first.at("/findings/0/line").isInt());
    assertTrue(first.at("/findings/0/column").isInt());
    assertTrue(first.at("/findings/0/offset").isInt());
  }

  @Test
  void the_mend_that_is_offered_mends() {
    String broken = "{\"identity\":\"a@0mn.io\",\"lastMessageDate\":\"2025-01-08T20:23:51Z\",}";

    var mend = inspected(broken).getFirst().at("/findings/0/mend");
    String mended =
        broken.substring(0, mend.at("/range/0").asInt())
            + mend.at("/text").asString()
            + broken.substring(mend.at("/range/1").asInt());

    assertEquals("contact", inspected(mended).getFirst().at("/kind").asString());
  }

  @Test
  void ranges_lead_to_the_value_in_the_payloads_own_text() {
    String text =
        "  {\"lastMessageDate\":\"2025-01-08T20:23:51.110Z\",\"name\":\"João 🙂\","
            + "\"identity\":\"a@0mn.io\",\"source\":\"x\"}";
    var one = inspected(text).getFirst();
    String own = text.strip();

    for (var story : one.at("/provenance")) {
      if (story.at("/to").asString().equals("/traits/identity")) {
        int from = story.at("/ranges/0/0").asInt();
        int to = story.at("/ranges/0/1").asInt();
        assertEquals("\"a@0mn.io\"", own.substring(from, to));
        return;
      }
    }
    throw new AssertionError("no story of /traits/identity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "[\n %s]",
        "\"%q\"",
        "\n\"\\n\\n %q\"",
        "{\"log\":{\"entries\":[{\"request\":{\"postData\":\n{\"text\":\"%q\"}}}]}}",
        "curl -X POST -d '%s' http://localhost"
      })
  void a_member_that_stands_twice_is_found_where_it_stands_in_the_whole_input(String around) {
    String payload = "{\"type\":\"text/plain\",\"content\":\"😀\",\"content\":\"Oi\",\"to\":\"a\"}";
    String text = around.replace("%s", payload).replace("%q", payload.replace("\"", "\\\""));
    int offset = text.indexOf("content") - (around.contains("%q") ? 2 : 1);
    String before = text.substring(0, offset);

    var found = inspected(text).getFirst().at("/findings/0");

    assertEquals("json.duplicate-key", found.at("/code").asString());
    assertEquals(offset, found.at("/offset").asInt());
    assertEquals(1 + before.chars().filter(c -> c == '\n').count(), found.at("/line").asInt());
    assertEquals(offset - before.lastIndexOf('\n'), found.at("/column").asInt());
    var mend = found.at("/mend/range");
    assertEquals(
        payload.replace("\"content\":\"😀\",", ""),
        payload.substring(0, mend.at("/0").asInt()) + payload.substring(mend.at("/1").asInt()));
  }

  @Test
  void a_byte_order_mark_is_told_with_the_edit_that_removes_it() {
    var one = inspected("\uFEFF{\"a\":1}").getFirst();

    assertEquals("json.invalid", one.at("/findings/0/code").asString());
    assertEquals("warning", one.at("/findings/0/severity").asString());
    assertEquals("[0,1]", one.at("/findings/0/mend/range").toString());
  }

  @Test
  void what_the_payloads_were_packed_in_is_said_from_the_inside_out() throws IOException {
    var zip = new ByteArrayOutputStream();
    try (var entries = new ZipOutputStream(zip)) {
      entries.putNextEntry(new ZipEntry("a.json.gz"));
      try (var gzip = new GZIPOutputStream(entries)) {
        gzip.write("\uFEFF{}".getBytes(StandardCharsets.UTF_16LE));
      }
    }

    assertEquals(
        "one JSON object, in UTF-16, gzip-compressed, in a zip",
        JSON.readTree(Told.with(zip.toByteArray(), "inspect", "--json").out())
            .at("/recognised")
            .asString());
    assertTrue(
        Told.with(zip.toByteArray(), "--lang", "pt-BR", "inspect")
            .out()
            .contains("um objeto JSON, em UTF-16, comprimido com gzip, em um zip"));
  }

  @Test
  void people_read_kind_person_call_stories_and_findings() {
    var told = Told.running("inspect", SEED);

    assertEquals(0, told.code());
    for (String said :
        List.of(
            "MESSAGE received (row 1 of the direction table, documented)",
            "551199999999@wa.gw.msging.net",
            "    rule one marker (documented)\n",
            "    for a message: type (marker), content, id, from, to, metadata\n",
            "    for an event: missing ownerIdentity, storageDate, category (marker), action\n",
            "track \"Message Received\"",
            // Of a note, too, why it matters and what to do.
            "Leave it out with a profile unless",
            "/properties/content  \"Oi\"",
            "privacy.phone",
            "1 payload from")) {
      assertTrue(told.out().contains(said), () -> said + " in " + told.out());
    }
    assertFalse(told.out().contains("\u001B"));
  }

  @Test
  void what_is_no_payload_is_not_counted_as_one() {
    var told = Told.with("[][1]", "inspect");

    assertEquals(1, told.code());
    assertTrue(told.out().contains("json.not-object   line 1, column 1"), told.out());
    assertTrue(told.out().contains("json.not-object   line 1, column 4"), told.out());
    assertTrue(told.out().endsWith("-: no payload\n"), told.out());
  }

  @Test
  void an_export_without_json_is_called_what_it_is() {
    var told =
        Told.with(
            "{\"log\":{\"entries\":[{\"request\":{\"postData\":{\"text\":\"a=b\"}}}]}}", "inspect");

    assertEquals(1, told.code());
    assertTrue(
        told.out().contains("Expected a request whose body is JSON, but found \"a=b\"."),
        told.out());
    assertTrue(told.out().endsWith("-: a HAR file, but no payload\n"), told.out());
  }

  @Test
  void a_value_that_comes_from_all_of_a_payload_says_so() {
    var told = Told.running("inspect", "sample-payloads/seed/contact-complete-whatsapp.json");

    assertTrue(told.out().contains(" <- the whole payload [assumed]"), told.out());
  }

  @Test
  void a_folder_with_nothing_to_read_is_told(@TempDir Path folder) throws IOException {
    String nothing = "blipscope: there was nothing to read: no file there may hold payloads.\n";

    assertEquals(new Told(0, "", nothing), Told.running("inspect", folder.toString()));
    assertEquals(new Told(0, "", nothing), Told.running("map", folder.toString()));
    assertEquals(
        new Told(3, "0 as expected, 0 different\n", "blipscope: there are no samples there.\n"),
        Told.running("verify", folder.toString()));
    Files.writeString(folder.resolve("a.png"), "");
    assertEquals(
        new Told(
            0,
            "",
            "blipscope: one file was not opened, for its name or because it is a link: "
                + folder.resolve("a.png")
                + "\n"
                + nothing),
        Told.running("inspect", folder.toString()));
    for (char name = 'b'; name < 'h'; name++) {
      Files.writeString(folder.resolve(name + ".bin"), "");
    }
    String several = Told.running("map", folder.toString()).err();
    assertTrue(several.contains("blipscope: 7 files were not opened, for their names"), several);
    assertTrue(several.contains(folder.resolve("e.bin") + ", …\n"), several);
  }

  @Test
  void people_read_it_in_portuguese_too() {
    var told = Told.running("--lang", "pt-BR", "inspect", SEED);

    assertTrue(
        told.out()
            .contains(
                "MENSAGEM recebida (linha 1 da tabela de direções, documentado)\n    regra um só marcador"),
        told.out());
  }
}
