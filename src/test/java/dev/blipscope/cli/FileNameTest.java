package dev.blipscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  /// A name that no file of any system can have.
  private static final String ODD = "a\0b";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3 | there is no file or folder called "a⟦U+0000⟧b". | map ODD
          3 | there is no file or folder called "a⟦U+0000⟧b". | map --threads 2 ODD
          3 | there is no file or folder called "a⟦U+0000⟧b". | inspect ODD
          3 | there is no file or folder called "a⟦U+0000⟧b". | verify ODD
          3 | there is no file or folder called "a⟦U+0000⟧b". | profiles check ODD
          3 | "a⟦U+0000⟧b" could not be written. Check the folder, its permissions and the free space. | map -o ODD
          3 | "a⟦U+0000⟧b" could not be written. Check the folder, its permissions and the free space. | map -o ODD ODD
          2 | there is no profile and no file called "a⟦U+0000⟧b". Built in are: documented, idiomatic. | map --profile ODD
          """)
  void a_name_that_no_file_can_have_is_told_in_a_sentence(int code, String said, String line) {
    String[] args = line.split(" ", -1);
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].replace("ODD", ODD);
    }

    var told = Told.running(args);

    assertEquals(code, told.code());
    assertEquals("blipscope: " + said, told.err().lines().findFirst().orElse(""));
  }
}
