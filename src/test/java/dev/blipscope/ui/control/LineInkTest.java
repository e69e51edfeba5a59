package dev.blipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.StringJoiner;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LineInkTest {

  @Test
  void each_piece_of_a_line_has_its_ink() {
    assertEquals(
        "KEY 'k', PUNCTUATION, STRING 's', PUNCTUATION, NUMBER '-0.5e+7', PUNCTUATION",
        told("  \"k\" : \"s\", -0.5e+7 ]"));
    assertEquals("WORD 'true', PUNCTUATION, WORD 'null', INVALID 'nul'", told("true,null nul"));
  }

  @Test
  void blanks_make_no_piece_of_their_own() {
    assertEquals(
        "[ink-key] 5, [ink-punctuation] 1, [ink-number] 2, [] 1", spans(LineInk.of("  \"k\": 1 ")));
    assertEquals("[] 2", spans(LineInk.of(" \t")));
  }

  @Test
  void an_escaped_quote_does_not_end_a_string() {
    assertEquals("STRING '\\\"', PUNCTUATION, INVALID 'x'", told("\"\\\"\",x"));
  }

  @Test
  void a_string_that_its_line_does_not_end_is_invalid() {
    assertEquals("INVALID 'abc'", told("\"abc"));
    assertEquals("INVALID 'abc\\'", told("\"abc\\"));
  }

  @Test
  void what_looks_like_a_number_is_none() {
    for (String wrong : new String[] {"01", "1.", ".5", "-", "+1", "1e", "0x1", "1_000"}) {
      assertEquals("INVALID '" + wrong + "'", told(wrong), wrong);
    }
  }

  @Test
  void hidden_characters_show_wherever_they_are() {
    assertEquals("STRING 'a', HIDDEN+STRING '\u200B', STRING 'b'", told("\"a\u200Bb\""));
    assertEquals("HIDDEN+INVALID '\uFEFF'", told("\uFEFF"));
    assertEquals("HIDDEN+INVALID '\uD800'", told("\uD800"));
  }

  @Test
  void a_line_that_is_full_of_changes_shows_only_what_is_marked() {
    int[] inks = LineInk.of("{\"k\":1},".repeat(1_000));
    LineInk.add(inks, Ink.PERSONAL, 10, 13);
    LineInk.add(inks, Ink.FINDING_ERROR, 20, 25);
    assertEquals("[] 10, [ink-personal] 3, [] 7, [ink-finding-error] 5, [] 7975", spans(inks));

    for (int i = 0; i < inks.length; i += 2) {
      LineInk.add(inks, Ink.UNUSED, i, i + 1);
    }
    assertEquals("[] 20, [ink-finding-error] 5, [] 7975", spans(inks));
  }

  private static String spans(int[] inks) {
    var told = new StringJoiner(", ");
    Ink.spans(inks).forEach(span -> told.add(span.getStyle() + " " + span.getLength()));
    return told.toString();
  }

  /// The inks of a line, with what they cover but for quotes.
  private static String told(String line) {
    int[] inks = LineInk.of(line);
    var told = new StringJoiner(", ");
    int from = 0;
    for (int i = 1; i <= inks.length; i++) {
      if (i == inks.length || inks[i] != inks[from]) {
        if (inks[from] != Ink.NONE) {
          String covered = line.substring(from, i).strip().replaceAll("^\"|\"$", "");
          told.add(
              Ink.PUNCTUATION.bit() == inks[from]
                  ? "PUNCTUATION"
                  : names(inks[from]) + " '" + covered + "'");
        }
        from = i;
      }
    }
    return told.toString();
  }

  private static String names(int mix) {
    var names = new TreeSet<String>();
    for (var ink : Ink.values()) {
      if (ink.isIn(mix)) {
        names.add(ink.name());
      }
    }
    return String.join("+", names);
  }
}
