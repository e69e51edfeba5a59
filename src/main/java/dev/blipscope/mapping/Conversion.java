package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Scanner;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes another type of a value that was found, or says that it cannot be one.
final class Conversion {

  private Conversion() {}

  static Resolution convert(Resolution found, TargetType to, Doc doc) {
    if (!(found instanceof Resolution.Present(var value, var story)) || isAlready(value, to, doc)) {
      return found;
    }
    var converted =
        switch (to) {
          case TEXT -> asText(value, doc);
          case NUMBER -> number(plain(value, doc));
          case BOOLEAN -> bool(plain(value, doc));
          case INSTANT -> instant(plain(value, doc));
        };
    return converted == null
        ? new Resolution.Absent(new Absence.NotConvertible(story, to))
        : new Resolution.Present(converted, new Provenance.Converted(story, to));
  }

  /// An instant is always written anew, all others stay to the letter where they can.
  private static boolean isAlready(Value value, TargetType to, Doc doc) {
    return switch (value) {
      case Value.Original(var node) ->
          switch (to) {
            case TEXT -> doc.is(node, NodeKind.STRING);
            case NUMBER -> doc.is(node, NodeKind.NUMBER);
            case BOOLEAN -> doc.kind(node).isBoolean();
            case INSTANT -> false;
          };
      case Value.Text _ -> to == TargetType.TEXT;
      case Value.Json _ -> false;
    };
  }

  /// A value as text: JSON, if it was none.
  static Value asText(Value value, Doc doc) {
    var json = new Out(64);
    value.writeTo(json, doc);
    return new Value.Text(json.toString());
  }

  private static @Nullable Value number(@Nullable String text) {
    return text != null && isNumber(text) ? new Value.Json(text) : null;
  }

  private static boolean isNumber(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    return scanner.scan(bytes, 0, bytes.length, true) == Scanner.Outcome.VALUE
        && scanner.end() == bytes.length
        && scanner.doc().is(Doc.ROOT, NodeKind.NUMBER);
  }

  private static @Nullable Value bool(@Nullable String text) {
    if (text == null) {
      return null;
    }
    // Blip writes both "True" and "true".
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> new Value.Json("true");
      case "false" -> new Value.Json("false");
      default -> null;
    };
  }

  private static @Nullable Value instant(@Nullable String text) {
    String written = text == null ? null : Instants.inUtc(text);
    return written == null ? null : new Value.Text(written);
  }

  /// The text of a value, also of a constant that is none.
  private static @Nullable String plain(Value value, Doc doc) {
    return value instanceof Value.Json(var json) ? json : value.textIn(doc);
  }
}
