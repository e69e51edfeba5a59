package dev.blipscope.ui.control;

import dev.blipscope.json.Plain;

/// Finds the inks of one line of JSON by looking at that line alone: no string of JSON goes beyond
/// its line.
final class LineInk {

  private final String line;
  private final int[] inks;
  private int at;

  private LineInk(String line) {
    this.line = line;
    this.inks = new int[line.length()];
  }

  /// One mix of inks for each UTF-16 unit.
  static int[] of(String line) {
    var ink = new LineInk(line);
    ink.tokens();
    ink.hidden();
    return ink.inks;
  }

  /// Adds an ink between two places.
  static void add(int[] inks, Ink ink, int from, int to) {
    int stop = Math.min(to, inks.length);
    for (int i = Math.max(from, 0); i < stop; i++) {
      inks[i] |= ink.bit();
    }
  }

  /// Blanks wear the ink of what follows them, so that they are no node of their own.
  private void tokens() {
    int from = at;
    skipBlanks();
    while (at < line.length()) {
      var ink = token();
      add(inks, ink, from, at);
      from = at;
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
  }

  private Ink token() {
    return switch (line.charAt(at)) {
      case '{', '}', '[', ']', ',', ':' -> {
        at++;
        yield Ink.PUNCTUATION;
      }
      case '"' -> string();
      default -> word();
    };
  }

  private Ink string() {
    int stop = closingQuote(line, at);
    if (stop == line.length()) {
      at = stop;
      return Ink.INVALID;
    }
    at = stop + 1;
    return isBeforeColon() ? Ink.KEY : Ink.STRING;
  }

  /// Where the string that starts here has its closing quote; the end of the line if it has none.
  static int closingQuote(String line, int openingQuote) {
    int i = openingQuote + 1;
    while (i < line.length() && line.charAt(i) != '"') {
      i += line.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, line.length());
  }

  private boolean isBeforeColon() {
    int i = at;
    while (i < line.length() && line.charAt(i) <= ' ') {
      i++;
    }
    return i < line.length() && line.charAt(i) == ':';
  }

  private Ink word() {
    int from = at;
    while (at < line.length() && " \t{}[],:\"".indexOf(line.charAt(at)) < 0) {
      at++;
    }
    return switch (line.substring(from, at)) {
      case "true", "false", "null" -> Ink.WORD;
      case String word when isNumber(word) -> Ink.NUMBER;
      default -> Ink.INVALID;
    };
  }

  private static boolean isNumber(String word) {
    int i = word.startsWith("-") ? 1 : 0;
    int digits = digits(word, i);
    if (digits == i || (word.charAt(i) == '0' && digits > i + 1)) {
      return false;
    }
    i = digits;
    if (i < word.length() && word.charAt(i) == '.') {
      digits = digits(word, i + 1);
      if (digits == i + 1) {
        return false;
      }
      i = digits;
    }
    if (i < word.length() && (word.charAt(i) | 0x20) == 'e') {
      i++;
      if (i < word.length() && (word.charAt(i) == '+' || word.charAt(i) == '-')) {
        i++;
      }
      digits = digits(word, i);
      if (digits == i) {
        return false;
      }
      i = digits;
    }
    return i == word.length();
  }

  private static int digits(String word, int from) {
    int i = from;
    while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private void hidden() {
    int i = 0;
    while (i < line.length()) {
      int point = line.codePointAt(i);
      int next = i + Character.charCount(point);
      if (point != '\t' && !Plain.isHarmless(point)) {
        add(inks, Ink.HIDDEN, i, next);
      }
      i = next;
    }
  }
}
