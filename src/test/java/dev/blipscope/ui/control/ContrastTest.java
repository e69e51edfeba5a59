package dev.blipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// WCAG 2.2, 1.4.3 and 1.4.11: text stands out by 4.5, a shape by 3.
class ContrastTest {

  private static final Pattern COLOUR =
      Pattern.compile("-((?:ink|ground|edge)-[a-z]+): (#\\w{6});");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)\\}");
  private static final Pattern OF_A_LINE =
      Pattern.compile("\\.paragraph-text|\\.text\\.|\\.lineno|\\.sign");
  private static final Pattern HEX = Pattern.compile("#\\w{6}");
  private static final String LIGHT = ".json-editor {";
  private static final String DARK = ".root.dark .json-editor {";
  private static final Color WHITE = Color.web("#ffffff");
  private static final Color PRIMER_DARK = Color.web("#0d1117");

  @Test
  void all_inks_can_be_read_on_all_grounds_of_the_light_theme() throws IOException {
    check(block(LIGHT), WHITE);
  }

  @Test
  void all_inks_can_be_read_on_all_grounds_of_the_dark_theme() throws IOException {
    check(block(DARK), PRIMER_DARK);
  }

  @Test
  void what_a_line_wears_are_colours_of_its_theme_that_it_names_itself() throws IOException {
    int rules = 0;
    for (var rule : RULE.matcher(sheet()).results().toList()) {
      boolean dark = rule.group(1).contains(".dark");
      if (OF_A_LINE.matcher(rule.group(1)).find()) {
        var theirs = new HashSet<>(block(dark ? DARK : LIGHT).values());
        theirs.add(Color.web(dark ? "#c9d1d9" : "#24292f"));
        assertFalse(rule.group(2).matches("(?s).*: -(ink|ground|edge|color)-.*"), rule::group);
        HEX.matcher(rule.group(2))
            .results()
            .forEach(hex -> assertTrue(theirs.contains(Color.web(hex.group())), rule::group));
        rules++;
      }
    }
    assertTrue(rules > 30, "only " + rules + " rules were found");
  }

  private static void check(Map<String, Color> colours, Color paper) {
    assertEquals(18, colours.size());
    colours.forEach(
        (name, colour) -> {
          if (name.startsWith("ink")) {
            stands(name + " on paper", colour, paper, 4.5);
          }
          if (name.startsWith("edge")) {
            stands(name + " on paper", colour, paper, 3);
          }
        });
    for (String ground : new String[] {"linked", "hit", "current", "selection"}) {
      for (String ink : new String[] {"key", "string", "number", "word", "punctuation"}) {
        stands(
            ink + " on " + ground,
            Objects.requireNonNull(colours.get("ink-" + ink)),
            Objects.requireNonNull(colours.get("ground-" + ground)),
            4.5);
      }
    }
    stands(
        "error on broken",
        Objects.requireNonNull(colours.get("ink-error")),
        Objects.requireNonNull(colours.get("ground-broken")),
        4.5);
  }

  private static void stands(String what, Color one, Color other, double least) {
    double contrast = Contrast.of(one, other);
    assertTrue(contrast >= least, () -> "%s: %.2f".formatted(what, contrast));
  }

  private static Map<String, Color> block(String selector) throws IOException {
    String sheet = sheet();
    int start = sheet.indexOf("\n" + selector);
    var colours = new HashMap<String, Color>();
    COLOUR
        .matcher(sheet.substring(start, sheet.indexOf('}', start)))
        .results()
        .forEach(found -> colours.put(found.group(1), Color.web(found.group(2))));
    return colours;
  }

  private static String sheet() throws IOException {
    try (var in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream("editor.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
