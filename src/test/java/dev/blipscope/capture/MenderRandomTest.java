package dev.blipscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/// Payloads that are broken in one of the usual ways are mended to what they were.
class MenderRandomTest {

  private static final int TRIALS = 3_000;

  /// Breaks a text at a place that fits, or answers it as it was if there is none.
  private interface Break extends BiFunction<Shuffled, String, String> {}

  private static void assertMended(Break broken) {
    for (long seed = 1; seed <= TRIALS; seed++) {
      var shuffled = new Shuffled(seed);
      String text = shuffled.below(2) == 0 ? shuffled.payload() : shuffled.pretty();
      String now = broken.apply(shuffled, text);
      if (!now.equals(text)) {
        var mend = Mender.mend(now);
        String mended = mend == null ? "not mended" : mend.applyTo(now);
        assertEquals(tokens(text), tokens(mended), "seed " + seed + ": " + now);
      }
    }
  }

  private static String tokens(String text) {
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    return scanner.scan(bytes, 0, bytes.length, true) == Scanner.Outcome.VALUE
        ? new Out(bytes.length).tokens(scanner.doc(), Doc.ROOT).toString()
        : text;
  }

  /// The places outside of strings where one of these signs stands.
  private static List<Integer> places(String text, String signs) {
    var places = new ArrayList<Integer>();
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char found = text.charAt(i);
      if (inString) {
        if (found == '\\') {
          i++;
        } else {
          inString = found != '"';
        }
      } else {
        if (signs.indexOf(found) >= 0) {
          places.add(i);
        }
        inString = found == '"';
      }
    }
    return places;
  }

  private static Break inserted(String more, String before) {
    return (shuffled, text) -> {
      var places = places(text, before);
      int at = shuffled.one(places);
      return text.substring(0, at) + more + text.substring(at);
    };
  }

  @Test
  void a_comma_too_many() {
    assertMended(
        (shuffled, text) -> {
          var places = places(text, "}]");
          places.removeIf(at -> isBehindOpener(text, at));
          if (places.isEmpty()) {
            return text;
          }
          int at = shuffled.one(places);
          return text.substring(0, at) + "," + text.substring(at);
        });
  }

  private static boolean isBehindOpener(String text, int at) {
    String before = text.substring(0, at).strip();
    return before.endsWith("{") || before.endsWith("[");
  }

  @Test
  void a_comma_that_is_missing() {
    assertMended(
        (shuffled, text) -> {
          var places = places(text, ",");
          if (places.isEmpty()) {
            return text;
          }
          int at = shuffled.one(places);
          return text.substring(0, at) + " " + text.substring(at + 1);
        });
  }

  @Test
  void comments() {
    assertMended(inserted("/* it's \"x\" } */", "{}[]:,"));
    assertMended(inserted("// it's \"x\" }\n", "{}[]:,"));
    assertMended(inserted("# it's \"x\" }\n", "{}[]:,"));
  }

  @Test
  void signs_that_nobody_sees() {
    assertMended(inserted("\uFEFF", "{}[]:,"));
    assertMended(inserted("\u00A0\u200B", "{}[]:,"));
  }

  @Test
  void a_last_bracket_that_is_missing() {
    assertMended((shuffled, text) -> text.substring(0, text.length() - 1));
  }

  @Test
  void the_end_of_all_brackets_missing() {
    assertMended((shuffled, text) -> text.replaceAll("[\\s}\\]]+$", ""));
  }

  @Test
  void a_colon_that_is_missing() {
    assertMended(
        (shuffled, text) -> {
          int at = shuffled.one(places(text, ":"));
          return text.substring(0, at) + " " + text.substring(at + 1);
        });
  }

  @Test
  void other_quotes_around_all_strings() {
    assertMended((shuffled, text) -> quoted(text, '\'', '\''));
    assertMended((shuffled, text) -> quoted(text, '“', '”'));
    assertMended((shuffled, text) -> quoted(text, '«', '»'));
  }

  private static String quoted(String text, char open, char close) {
    var quoted = new StringBuilder(text);
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        quoted.setCharAt(i, inString ? close : open);
        inString = !inString;
      }
    }
    return quoted.toString();
  }

  @Test
  void names_without_quotes() {
    assertMended((shuffled, text) -> text.replaceAll("\"(oi)\"(\\s*:)", "$1$2"));
  }

  @Test
  void words_of_python() {
    assertMended(
        (shuffled, text) ->
            text.replaceAll("\\btrue\\b", "True")
                .replaceAll("\\bfalse\\b", "False")
                .replaceAll("\\bnull\\b", "None"));
  }
}
