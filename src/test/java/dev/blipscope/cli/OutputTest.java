package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {

  private static final String SEED = "sample-payloads/seed/contact-complete-whatsapp.json";

  private static final OutputStream FULL =
      new OutputStream() {
        @Override
        public void write(int one) throws IOException {
          throw new IOException("no space left");
        }
      };

  private static String told(boolean pipe, String line) {
    var err = new ByteArrayOutputStream();
    var shell =
        new Shell(
            InputStream.nullInputStream(),
            new Output(FULL),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            pipe,
            false,
            false,
            Locale.ENGLISH);
    return Main.run(line.split(" ", -1), shell, Told.OUTBOX, _ -> false)
        + " "
        + err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map " + SEED,
        "map -o - " + SEED,
        "inspect " + SEED,
        "inspect --json " + SEED,
        "verify " + SEED,
        "profiles show",
        "profiles list"
      })
  void a_full_disk_behind_standard_output_is_told(String line) {
    assertEquals(
        "3 blipscope: standard output could not be written to its end.\n", told(false, line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"map " + SEED, "inspect " + SEED, "verify " + SEED, "profiles show"})
  void a_reader_that_has_read_enough_is_no_trouble(String line) {
    assertEquals("3 ", told(true, line));
  }
}
