package dev.blipscope.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;

/// Words of a person, ready as the inside of a JSON string: as UTF-8, and as ASCII with escapes.
final class Text {

  private final byte[] plain;
  private final byte[] escaped;

  private Text(byte[] plain, byte[] escaped) {
    this.plain = plain;
    this.escaped = escaped;
  }

  static Text of(String words) {
    return new Text(
        insideOfString(words, false).getBytes(UTF_8),
        insideOfString(words, true).getBytes(US_ASCII));
  }

  static List<Text> all(String... words) {
    return Stream.of(words).map(Text::of).toList();
  }

  byte[] bytes(boolean ascii) {
    return ascii ? escaped : plain;
  }

  /// The inside of the JSON string that means these words.
  static String insideOfString(String words, boolean ascii) {
    var json = new StringBuilder(words.length() + 16);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        default -> {
          if (c < ' ' || (ascii && c > '~')) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.toString();
  }
}
