package dev.blipscope.share;

import java.util.ArrayList;
import java.util.stream.Collectors;

/// Values as they are written in the source of a Java program.
final class JavaText {

  /// A constant of a class file has at most 65,535 bytes, and a character at most three.
  private static final int LONGEST = 20_000;

  private JavaText() {}

  static String literal(String text) {
    if (text.length() <= LONGEST) {
      return quoted(text);
    }
    var parts = new ArrayList<String>();
    for (int from = 0; from < text.length(); from += LONGEST) {
      parts.add(text.substring(from, Math.min(from + LONGEST, text.length())));
    }
    return parts.stream()
        .map(JavaText::quoted)
        .collect(Collectors.joining(", ", "String.join(\"\", ", ")"));
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (isPlain(text, i)) {
            quoted.append(c);
          } else {
            quoted.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /// Whether a reader sees the character and a compiler takes it, wherever the text is pasted.
  private static boolean isPlain(String text, int at) {
    char c = text.charAt(at);
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      case Character.SURROGATE -> isPaired(text, at);
      default -> true;
    };
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /// A number of JSON with all its digits.
  static String number(String written) {
    if (written.matches("0|-?[1-9][0-9]{0,8}")) {
      return written;
    }
    if (written.matches("-?[1-9][0-9]{0,17}")) {
      return written + "L";
    }
    return "new BigDecimal(\"" + written + "\")";
  }
}
