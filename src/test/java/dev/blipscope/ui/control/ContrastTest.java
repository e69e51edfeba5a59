package dev.blipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// WCAG 2.2, 1.4.3 and 1.4.11: text stands out by 4.5, a shape by 3.
class ContrastTest {

  private static final Pattern COLOUR =
      Pattern.compile("-((?:ink|ground|edge)-[a-z]+): (#\\w{6});");
  private static final Color WHITE = Color.web("#ffffff");
  private static final Color PRIMER_DARK = Color.web("#0d1117");

  @Test
  void all_inks_can_be_read_on_all_grounds_of_the_light_theme() throws IOException {
    check(block(".json-editor {"), WHITE);
  }

  @Test
  void all_inks_can_be_read_on_all_grounds_of_the_dark_theme() throws IOException {
    check(block(".root.dark .json-editor {"), PRIMER_DARK);
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
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    double contrast = (lighter + 0.05) / (darker + 0.05);
    assertTrue(contrast >= least, () -> "%s: %.2f".formatted(what, contrast));
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static Map<String, Color> block(String selector) throws IOException {
    try (var in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream("editor.css"))) {
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int start = sheet.indexOf("\n" + selector);
      var colours = new HashMap<String, Color>();
      COLOUR
          .matcher(sheet.substring(start, sheet.indexOf('}', start)))
          .results()
          .forEach(found -> colours.put(found.group(1), Color.web(found.group(2))));
      return colours;
    }
  }
}
