package dev.blipscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Mishap;
import dev.blipscope.ui.ThirdParty.Part;
import java.io.File;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AboutTest {

  private static final Edition EDITION = new Edition(null, "25 (Somebody)", "26", "Linux 6 x");
  private static final Words ENGLISH = Words.in(Locale.ENGLISH);

  /// The class path of the tests holds all that is shipped.
  @Test
  void every_part_is_a_library_that_is_there_and_has_its_licence() {
    var jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(jar -> new File(jar).getName())
            .collect(Collectors.toSet());

    var names = new TreeSet<String>();
    for (var part : ThirdParty.parts()) {
      String name = part.name().substring(part.name().indexOf(':') + 1);
      names.add(name);
      assertTrue(jars.contains(name + "-" + part.version() + ".jar"), part.toString());
      assertTrue(!part.licence().isBlank() && part.address().startsWith("http"), part.toString());
    }
    // One that we name, one that another brings, one without a licence in its own build file.
    assertTrue(names.contains("richtextfx"), names.toString());
    assertTrue(names.contains("wellbehavedfx"), names.toString());
    assertTrue(names.contains("javafx-controls"), names.toString());
    assertTrue(!names.contains("junit-jupiter"), names.toString());
  }

  @Test
  void a_line_of_the_list_is_a_part() {
    assertEquals(
        new Part("a.b:c", "1.0", "MIT; EPL", "https://a.b"),
        Part.of("a.b:c\t1.0\tMIT; EPL\thttps://a.b"));
  }

  @Test
  void a_report_says_what_runs_where_and_at_which_places_it_went_wrong() {
    assertEquals(
        """
        Blipscope (development): B-7F3A
        3 times
        Java 25 (Somebody), JavaFX 26
        System: Linux 6 x

        B-7F3A
        java.lang.ArithmeticException
          at A.b(A.java:1)""",
        MishapReport.of(
            new Mishap("B-7F3A", 3, "B-7F3A\njava.lang.ArithmeticException\n  at A.b(A.java:1)"),
            EDITION,
            ENGLISH));
  }

  @Test
  void the_version_is_that_of_the_jar() {
    assertEquals("1.0", new Edition("1.0", "", "", "").version(ENGLISH));
    assertEquals("development", EDITION.number());
    assertEquals("(development)", EDITION.version(ENGLISH));
  }
}
