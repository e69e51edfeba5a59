package dev.blipscope.json;

import java.util.List;
import java.util.Random;

/// Made-up JSON, spelled in as many ways as JSON allows.
final class Texts {

  private static final List<String> BLANKS = List.of(" ", "\n", "\r\n", "\t", "  ", "\n  ");
  private static final List<String> NUMBERS =
      List.of("0", "-0", "7", "12345678901234567890", "1.0", "-1.50", "1e400", "2E+05", "3.1e-7");
  private static final List<String> CHARACTERS =
      List.of(
          "a", "b", "word", " ", "\"", "\\", "/", "\b", "\f", "\n", "\r", "\t", "\0", "\u007f", "é",
          "\u07ff", "\u0800", "\u2028", "\uffff", "😀", "\ud800", "\udfff");

  private final Random random;
  private final boolean spaced;

  Texts(Random random, boolean spaced) {
    this.random = random;
    this.spaced = spaced;
  }

  String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> "true";
      case 1 -> one(List.of("false", "null"));
      case 2 -> one(NUMBERS);
      case 3, 4 -> spelled(text());
      case 5 -> array(depth);
      default -> object(depth);
    };
  }

  String array(int depth) {
    var written = new StringBuilder("[").append(blanks());
    for (int i = random.nextInt(5); i > 0; i--) {
      written.append(value(depth - 1)).append(blanks());
      if (i > 1) {
        written.append(',').append(blanks());
      }
    }
    return written.append(']').toString();
  }

  String object(int depth) {
    var written = new StringBuilder("{").append(blanks());
    for (int i = random.nextInt(5); i > 0; i--) {
      written.append(spelled(text())).append(blanks()).append(':').append(blanks());
      written.append(value(depth - 1)).append(blanks());
      if (i > 1) {
        written.append(',').append(blanks());
      }
    }
    return written.append('}').toString();
  }

  String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(random.nextInt(3) == 0 ? one(CHARACTERS) : "a");
    }
    return text.toString();
  }

  /// A string that stands for this text, each character written in one of its ways.
  String spelled(String text) {
    var written = new StringBuilder("\"");
    text.codePoints().forEach(point -> written.append(spelled(point)));
    return written.append('"').toString();
  }

  private String spelled(int point) {
    boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    String letter = letter(point);
    if (!letter.isEmpty() && random.nextBoolean()) {
      return "\\" + letter;
    }
    boolean plain = point >= ' ' && point != '"' && point != '\\' && !lone;
    if (plain && random.nextInt(4) > 0) {
      return Character.toString(point);
    }
    var escapes = new StringBuilder();
    for (char unit : Character.toChars(point)) {
      escapes.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) unit));
    }
    return escapes.toString();
  }

  private static String letter(int point) {
    return switch (point) {
      case '"', '\\', '/' -> Character.toString(point);
      case '\b' -> "b";
      case '\f' -> "f";
      case '\n' -> "n";
      case '\r' -> "r";
      case '\t' -> "t";
      default -> "";
    };
  }

  String blanks() {
    return spaced && random.nextInt(3) == 0 ? one(BLANKS) : "";
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
