package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The test suite of all JSON readers, https://github.com/nst/JSONTestSuite.
/// Here a file may also be a sequence of values, a log line or a string with JSON.
class JsonTestSuiteTest {

  private static final Path SUITE =
      Path.of("src", "test", "resources", "jsontestsuite", "test_parsing");

  private static List<Path> files(String start) throws IOException {
    try (var files = Files.list(SUITE)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(start))
          .sorted()
          .toList();
    }
  }

  private static List<Seen> seen(Path file) {
    try (var inputs = Inputs.of(List.of(file.toString()), InputStream.nullInputStream())) {
      return inputs.next() instanceof Inputs.Opened.Text(_, var feed) ? Seen.all(feed) : List.of();
    }
  }

  private static List<String> without(List<Path> files, boolean trouble) {
    var names = new ArrayList<String>();
    for (var file : files) {
      if (seen(file).stream().anyMatch(Seen::isTrouble) != trouble) {
        names.add(String.valueOf(file.getFileName()));
      }
    }
    return names;
  }

  @Test
  void what_every_reader_must_accept_is_no_trouble() throws IOException {
    assertEquals(List.of(), without(files("y_"), false));
  }

  @Test
  void what_every_reader_must_refuse_is_a_trouble() throws IOException {
    // Here these two are several values one after the other.
    assertEquals(
        List.of("n_structure_double_array.json", "n_structure_object_with_trailing_garbage.json"),
        without(files("n_"), true));
  }

  @Test
  void whatever_a_reader_may_decide_there_is_an_answer() throws IOException {
    for (var file : files("i_")) {
      assertEquals(1, Math.min(1, seen(file).size()), file::toString);
    }
  }

  @Test
  void a_mend_of_anything_refused_is_sound() throws IOException {
    for (var file : files("n_")) {
      for (var seen : seen(file)) {
        if (seen.isTrouble()) {
          FeedRandomTest.assertIsSound(seen.theTrouble());
        }
      }
    }
  }
}
