package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapCommandTest {

  private static final String CONTACT =
      "{\"lastMessageDate\":\"2025-01-08T20:23:51.110Z\",\"identity\":\"a@0mn.io\","
          + "\"source\":\"0mn.io\"}";

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void a_contact_becomes_one_identify_on_one_line() {
    var told = Told.with(CONTACT, "map");

    assertEquals(
        new Told(
            0,
            "{\"type\":\"identify\",\"userId\":\"a@0mn.io\","
                + "\"messageId\":\"blip-"
                + id(told)
                + "\",\"traits\":"
                + CONTACT
                + "}\n",
            ""),
        told);
  }

  private static String id(Told told) {
    int at = told.out().indexOf("blip-") + 5;
    return told.out().substring(at, at + 32);
  }

  @Test
  void blanks_between_tokens_go_and_tokens_stay() {
    var told =
        Told.with(
            "{ \"lastMessageDate\" : \"2025\",\n \"identity\":\"a@0mn.io\", \"source\":\"x\",\n"
                + " \"extras\": { \"n\": 1.0, \"e\": \"\\u00e9\", \"d\": 12345678901234567890.10 } }",
            "map");

    assertTrue(
        told.out()
            .endsWith("\"extras\":{\"n\":1.0,\"e\":\"\\u00e9\",\"d\":12345678901234567890.10}}}\n"),
        told.out());
  }

  @Test
  void what_cannot_be_mapped_is_listed_with_its_place_and_the_others_are_mapped()
      throws IOException {
    var file = file("in.ndjson", CONTACT + "\n{\"x\":1}\n{\"y\":\n" + CONTACT + "\n");

    var told = Told.running("map", file);

    assertEquals(1, told.code());
    assertEquals(2, told.out().lines().count());
    assertEquals(
        Arrays.asList(file + ":2:1: kind.none", file + ":3:6: json.invalid"),
        told.err()
            .lines()
            .map(line -> line.substring(0, line.indexOf(": ", file.length() + 6)))
            .toList());
  }

  @Test
  void after_a_thousand_lines_complaints_are_counted() {
    var told = Told.with("{\"x\":1}\n".repeat(1_500), "map", "-");

    assertEquals(1_001, told.err().lines().count());
    assertTrue(told.err().endsWith("blipscope: 500 more of kind.none\n"), told.err());
  }

  @Test
  void a_call_that_would_be_lost_is_written_and_listed() {
    var big = CONTACT.replace("\"0mn.io\"", "\"" + "x".repeat(33_000) + "\"");

    var told = Told.with(big, "map");

    assertEquals(1, told.code());
    assertEquals(1, told.out().lines().count());
    assertTrue(told.err().startsWith("-:1:1: segment.size: "), told.err());
  }

  @Test
  void another_target_gives_other_ids_and_the_same_target_the_same() {
    var here = Told.with(CONTACT, "map", "--target", "https://api.segment.io");
    var again = Told.with(CONTACT, "map", "--target", "https://api.segment.io");
    var there = Told.with(CONTACT, "map", "--target", "sandbox");

    assertEquals(id(here), id(again));
    assertTrue(!id(here).equals(id(there)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "ftp://x", "https://", "https://key@host", "api.segment.io"})
  void an_unknown_target_is_a_usage_error(String target) {
    var told = Told.with(CONTACT, "map", "--target", target);

    assertEquals(
        new Told(
            2,
            "",
            "blipscope: \""
                + target
                + "\" is no target. Name \"sandbox\", or an endpoint such as"
                + " https://api.segment.io.\n"),
        told);
  }

  @Test
  void an_unknown_profile_is_a_usage_error() {
    assertEquals(
        new Told(
            2,
            "",
            "blipscope: there is no profile and no file called \"nope\"."
                + " Built in are: documented, idiomatic.\n"),
        Told.with(CONTACT, "map", "--profile", "nope"));
  }

  @Test
  void a_profile_file_of_ones_own_is_followed() throws IOException {
    var profile =
        file(
            "mine.json",
            Told.running("profiles", "show", "idiomatic")
                .out()
                .replace("\"/traits/channel\"", "\"/traits/reached_by\""));

    assertTrue(
        Told.with(CONTACT, "map", "--profile", profile)
            .out()
            .contains("\"reached_by\":\"Blip Chat\""));
  }

  @Test
  void an_edited_copy_that_kept_its_name_is_looked_at_as_closely_as_any_other() throws IOException {
    var profile =
        file(
            "mine.json",
            Told.running("profiles", "show")
                .out()
                .replaceFirst(
                    "\"from\": \"\\$direction\", \"words\": [^}]*}", "\"from\": \"/content\""));

    var told =
        Told.with(
            "{\"type\":\"text/plain\",\"content\":\"Segment Consent Preference Updated\","
                + "\"id\":\"1\",\"from\":\"a@0mn.io\",\"to\":\"b@msging.net\",\"metadata\":{}}",
            "map",
            "--profile",
            profile);

    assertEquals(1, told.code());
    assertTrue(told.err().startsWith("-:1:1: segment.consent: "), told.err());
  }

  @Test
  void a_faulty_profile_names_file_line_and_rule() throws IOException {
    var profile =
        file(
            "mine.json",
            Told.running("profiles", "show").out().replace("\"$direction\"", "\"$way\""));

    assertEquals(
        new Told(
            2,
            "",
            profile
                + ":8:32: /message/rules/1/from: \"$way\" is no derived fact. Known are $channel,"
                + " $direction, $text, $contact, $originator, $bot and $author.\n"),
        Told.with(CONTACT, "map", "--profile", profile));
  }

  @Test
  void a_missing_file_does_not_keep_the_others_from_being_mapped() throws IOException {
    var told = Told.running("map", folder.resolve("gone.json").toString(), file("a.json", CONTACT));

    assertEquals(3, told.code());
    assertEquals(1, told.out().lines().count());
    assertTrue(told.err().contains("there is no file or folder called"), told.err());
  }

  @Test
  void calls_can_go_to_a_file_but_not_over_an_input() throws IOException {
    var input = file("a.json", CONTACT);
    var output = folder.resolve("out.ndjson");

    assertEquals(0, Told.running("map", "-o", output.toString(), input).code());
    assertEquals(Told.running("map", input).out(), Files.readString(output));
    assertEquals(2, Told.running("map", "-o", input, input).code());
    assertEquals(CONTACT, Files.readString(Path.of(input)));
  }

  @Test
  void an_output_that_cannot_be_written_is_said() throws IOException {
    var told =
        Told.running(
            "map", "-o", folder.resolve("no/such/out").toString(), file("a.json", CONTACT));

    assertEquals(3, told.code());
    assertTrue(told.err().contains("could not be written"), told.err());
  }

  @Test
  void the_receivers_kind_decides_what_the_payload_does_not() {
    var tie =
        "{\"type\":\"text/plain\",\"content\":\"x\",\"from\":\"a\",\"lastMessageDate\":\"2025\"}";

    assertEquals(1, Told.with("{\"identity\":\"a@0mn.io\"}", "map").code());
    assertEquals(
        0, Told.with("{\"identity\":\"a@0mn.io\"}", "map", "--receiver", "contact").code());
    assertEquals(2, Told.with(tie, "map", "--receiver", "ticket").code());
  }

  @Test
  void control_characters_in_a_payload_never_reach_the_terminal_raw() {
    var told = Told.with("\u001B[31m{\"a\u202E\":1} \u0007bell", "map");

    assertEquals(1, told.code());
    assertTrue(
        told.err().chars().noneMatch(unit -> (unit < ' ' && unit != '\n') || unit == 0x202E),
        told.err());
  }

  // Several threads

  private void threadsGiveTheSame(byte[] input) throws IOException {
    var file = Files.write(folder.resolve("many.json"), input).toString();

    var one = Told.running("map", file);
    var two = Told.running("map", "--threads", "2", file);

    assertEquals(one, two);
  }

  @Test
  void two_threads_write_the_same_calls_and_complaints_in_the_same_order() throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; lines.length() < 3_500_000; i++) {
      lines.append(CONTACT.replace("a@0mn.io", i + "é@0mn.io")).append('\n');
      if (i % 5_000 == 77) {
        lines.append("{\"broken\":\n\n{\"x\":").append(i).append("}\n");
      }
    }
    threadsGiveTheSame(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void payloads_that_span_lines_are_the_same_with_two_threads() throws IOException {
    var pretty = CONTACT.replace(",", ",\n  ").replace("{", "{\n  ");
    threadsGiveTheSame((pretty + "\n").repeat(20_000).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_flood_of_empty_objects_is_told_once_also_with_two_threads() throws IOException {
    String others = (CONTACT + "\n").repeat(8_000);
    String spread = ("{}" + " ".repeat(500) + "\n").repeat(12_000);
    for (String flood : List.of("{}\n".repeat(20_000), spread)) {
      var bytes = (flood + others + "{}\nx\n" + others).getBytes(StandardCharsets.UTF_8);
      threadsGiveTheSame(bytes);
      threadsGiveTheSame((others + flood + others).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_text_that_ends_in_the_middle_is_the_same_with_two_threads() throws IOException {
    var all = (CONTACT + "\n").repeat(20_000).getBytes(StandardCharsets.UTF_8);
    threadsGiveTheSame(Arrays.copyOf(all, all.length - 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65", "-1", "two"})
  void a_strange_number_of_threads_is_a_usage_error(String threads) {
    assertEquals(2, Told.with(CONTACT, "map", "--threads", threads).code());
  }
}
