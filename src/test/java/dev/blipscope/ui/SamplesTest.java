package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamplesTest {

  private static final Path FOLDER = Path.of("sample-payloads");

  @Test
  void the_list_of_samples_names_every_file_of_their_folder() throws IOException {
    var there = new TreeSet<String>();
    try (var files = Files.walk(FOLDER)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith(".expected.json") && !name.equals("README.md"))
          .forEach(there::add);
    }
    var listed = new TreeSet<>(Samples.all().stream().map(Samples.Sample::name).toList());

    assertEquals(there, listed, "src/main/resources/dev/blipscope/ui/samples.txt lists them");
  }

  @Test
  void every_sample_is_on_the_class_path() {
    for (var sample : Samples.all()) {
      assertNotNull(
          Samples.class.getResource("/dev/blipscope/samples/" + sample.name()), sample.name());
    }
  }

  @Test
  void a_newcomer_sees_a_sample_that_there_is() {
    assertTrue(Samples.all().contains(new Samples.Sample(Samples.FIRST)));
  }

  @Test
  void a_sample_is_called_by_words() {
    var sample = new Samples.Sample("seed/message-plain-text-whatsapp.json");

    assertEquals("seed", sample.folder());
    assertEquals("Message plain text whatsapp", sample.title());
  }
}
