package dev.blipscope.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Texts of all kinds by a seed: payloads in random forms, and what goes wrong with them.
public final class Shuffled {

  private static final String[] STRINGS = {
    "\"\"",
    "\"oi\"",
    "\"Olá, tudo bem?\"",
    "\"d'água\"",
    "\"a \\\"b\\\" {c} [d], e: f\"",
    "\"👋🏽\"",
    "\"\\ud83d\\udc4b\"",
    "\"\\ud83d\"",
    "\"linha\\n\\tdois\"",
    "\"C:\\\\x\"",
    "\"// kein # Kommentar /* */\"",
    "\"5511900000000@wa.gw.msging.net\"",
    "\"x̂ﷺ\""
  };

  private static final String[] SCALARS = {
    "0", "-1", "1.50", "1e5", "12345678901234567890", "true", "false", "null"
  };

  private static final String[] JUNK = {
    "\uFEFF",
    "lixo",
    "}",
    "]",
    ",",
    ";",
    "took 12 ms",
    "// fim",
    "'x'",
    "\\",
    "ã",
    "\u0000",
    "“",
    ":",
    "01",
    "-",
    "\"aberto",
    "tru",
    "NaN"
  };

  private final Random random;

  public Shuffled(long seed) {
    this.random = new Random(seed);
  }

  Random random() {
    return random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }

  String one(String... of) {
    return of[below(of.length)];
  }

  String value(int depth) {
    return switch (below(depth > 0 ? 8 : 4)) {
      case 0, 1, 2 -> one(STRINGS);
      case 3 -> one(SCALARS);
      case 4, 5 -> object(depth - 1, below(3));
      default -> array(depth - 1);
    };
  }

  private String array(int depth) {
    var items = new ArrayList<String>();
    for (int i = below(3); i > 0; i--) {
      items.add(value(depth));
    }
    return "[" + blank() + String.join("," + blank(), items) + blank() + "]";
  }

  private String object(int depth, int least) {
    var members = new ArrayList<String>();
    for (int i = least + below(3); i > 0; i--) {
      members.add(one(STRINGS) + blank() + ":" + blank() + value(depth));
    }
    return "{" + blank() + String.join("," + blank(), members) + blank() + "}";
  }

  private String blank() {
    return below(6) == 0 ? one(" ", "  ", "\t") : "";
  }

  /// An object on one line.
  public String payload() {
    return object(2, 1);
  }

  /// An object as people and tools lay it out on several lines.
  String pretty() {
    var laidOut = new StringBuilder();
    String text = payload();
    boolean inString = false;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char found = text.charAt(i);
      if (inString && found == '\\') {
        laidOut.append(found).append(text.charAt(++i));
        continue;
      }
      if (found == '"') {
        inString = !inString;
      } else if (!inString && (found == '}' || found == ']')) {
        newLine(laidOut, --depth);
      }
      laidOut.append(found);
      if (!inString && (found == '{' || found == '[')) {
        newLine(laidOut, ++depth);
      } else if (!inString && found == ',') {
        newLine(laidOut, depth);
      }
    }
    return laidOut.toString();
  }

  private static void newLine(StringBuilder text, int depth) {
    text.append('\n').append("  ".repeat(depth));
  }

  List<String> payloads(int most) {
    var all = new ArrayList<String>();
    for (int i = 1 + below(most); i > 0; i--) {
      all.add(payload());
    }
    return all;
  }

  /// Some text that holds payloads, sound ones and others, in any form.
  public String anyText() {
    var text = new StringBuilder();
    for (int i = below(6); i >= 0; i--) {
      switch (below(12)) {
        case 0, 1, 2, 3 -> text.append(payload()).append(one("\n", "\n", "", "\r\n", "\n\n", " "));
        case 4 -> text.append(pretty()).append('\n');
        case 5 ->
            text.append('[')
                .append(String.join(one(",", ", ", ",\n  "), payloads(4)))
                .append(one("]", "]\n", "", ",]"));
        case 6 -> text.append(one(JUNK)).append(one("", "\n", " "));
        case 7 -> text.append(mutated(payload())).append('\n');
        case 8 -> text.append("12:00 INFO [x] body=").append(payload()).append('\n');
        case 9 -> text.append(quoted(payload())).append('\n');
        case 10 -> text.append(value(1)).append('\n');
        default -> text.append(one(" ", "\n", "\t\n"));
      }
    }
    return text.toString();
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /// The text with one to three things done to it that go wrong in practice.
  public String mutated(String text) {
    String now = text;
    for (int i = below(3); i >= 0 && !now.isEmpty(); i--) {
      int at = below(now.length());
      now =
          switch (below(5)) {
            case 0 -> now.substring(0, at) + now.substring(at + 1);
            case 1 -> now.substring(0, at) + one(JUNK) + now.substring(at);
            case 2 -> now.substring(0, at) + now.charAt(at) + now.substring(at);
            case 3 -> now.substring(0, at);
            default -> now.replace(one("\"", ",", ":", "{", "}"), one("'", "", "“", ";"));
          };
    }
    return now;
  }

  /// Bytes of a text, some of them no UTF-8.
  public byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = below(4) - 2; i > 0 && bytes.length > 0; i--) {
      bytes[below(bytes.length)] = (byte) below(256);
    }
    return bytes;
  }
}
