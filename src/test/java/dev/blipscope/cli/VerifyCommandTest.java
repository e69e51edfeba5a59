package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  private static final String CONTACT =
      "{\"lastMessageDate\":\"2025-01-08T20:23:51.110Z\",\"identity\":\"a@0mn.io\","
          + "\"source\":\"0mn.io\"}";

  @TempDir private Path folder;

  @Test
  void every_sample_is_what_the_file_beside_it_says() {
    var told = Told.running("verify", "sample-payloads");

    assertEquals(0, told.code(), told.out() + told.err());
  }

  @Test
  void a_sample_without_expectation_is_different_until_it_is_accepted() throws IOException {
    var sample = Files.writeString(folder.resolve("a.json"), CONTACT).toString();

    assertEquals(1, Told.running("verify", sample).code());
    assertEquals(
        "1 accepted, 0 as expected before\n", Told.running("verify", "--accept", sample).out());
    assertEquals(new Told(0, "1 as expected, 0 different\n", ""), Told.running("verify", sample));
  }

  @Test
  void a_difference_is_shown_where_it_is() throws IOException {
    var sample = Files.writeString(folder.resolve("a.json"), CONTACT);
    Told.running("verify", "--accept", sample.toString());
    Files.writeString(sample, CONTACT.replace("\"source\":\"0mn.io\"", "\"source\":7"));

    var told = Told.running("verify", folder.toString());

    assertEquals(1, told.code());
    assertTrue(
        told.out().contains("  /payloads/0/calls/0/traits/source\n    - \"0mn.io\"\n    + 7\n"),
        told.out());
  }

  @Test
  void an_expectation_whose_sample_is_gone_is_told() throws IOException {
    var sample = Files.writeString(folder.resolve("a.json"), CONTACT);
    Told.running("verify", "--accept", sample.toString());
    Files.delete(sample);

    var told = Told.running("verify", folder.toString());

    assertEquals(1, told.code());
    assertTrue(told.out().contains("this expectation belongs to no sample"), told.out());
  }

  @Test
  void two_samples_with_one_expectation_are_told() throws IOException {
    Files.writeString(folder.resolve("a.json"), CONTACT);
    Files.writeString(folder.resolve("a.ndjson"), CONTACT.replace("a@0mn.io", "b@0mn.io"));

    for (int i = 0; i < 2; i++) {
      var told = Told.running("verify", "--accept", folder.toString());

      assertEquals(1, told.code());
      assertTrue(
          told.out().contains("a.ndjson  has the expectation of " + folder.resolve("a.json")),
          told.out());
    }
    assertTrue(Files.readString(folder.resolve("a.expected.json")).contains("a@0mn.io"));
  }

  @Test
  void a_missing_folder_is_told() {
    assertEquals(3, Told.running("verify", folder.resolve("gone").toString()).code());
  }
}
