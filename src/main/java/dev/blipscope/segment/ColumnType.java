package dev.blipscope.segment;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import java.util.Locale;
import java.util.regex.Pattern;

/// The type that a warehouse gives a column, by the first value that comes in.
public enum ColumnType {
  TIMESTAMP("timestamp"),
  INTEGER("integer"),
  FLOAT("float"),
  BOOLEAN("boolean"),
  VARCHAR("varchar");

  // A date of birth becomes a timestamp, too, as a schema from a real warehouse shows.
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])"
              + "(?:[T ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?"
              + "(?:Z|[+-]\\d{2}:?\\d{2})?)?");
  private static final int LONGEST_MOMENT = 40;
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?");

  /// A column for whole numbers has eight bytes: at most 19 digits and a sign.
  private static final int LONGEST_INTEGER = 20;

  private final String word;

  ColumnType(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// The type for a value that is neither null nor an object. The type in JSON decides: digits in a
  /// string stay text.
  static ColumnType of(Doc doc, int node) {
    return switch (doc.kind(node)) {
      case NUMBER -> isInteger(doc.written(node)) ? INTEGER : FLOAT;
      case TRUE, FALSE -> BOOLEAN;
      case STRING -> isMoment(doc, node) ? TIMESTAMP : VARCHAR;
      // An array is stored as its text.
      case ARRAY -> VARCHAR;
      case OBJECT, NULL, KEY -> throw new IllegalArgumentException("no column holds this");
    };
  }

  private static boolean isInteger(String written) {
    if (written.length() > LONGEST_INTEGER) {
      return false;
    }
    try {
      Long.parseLong(written);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isMoment(Doc doc, int node) {
    return doc.end(node) - doc.start(node) <= LONGEST_MOMENT
        && MOMENT.matcher(doc.text(node)).matches();
  }

  /// What is left of a later value when it is cast to this type.
  enum Cast {
    WHOLE,
    TRUNCATED,
    /// Values that cannot be cast "may be dropped".
    DROPPED
  }

  Cast cast(Doc doc, int node) {
    var found = of(doc, node);
    if (found == this || this == VARCHAR) {
      return Cast.WHOLE;
    }
    return switch (found) {
      case INTEGER -> this == FLOAT ? Cast.WHOLE : Cast.DROPPED;
      case FLOAT -> this == INTEGER ? Cast.TRUNCATED : Cast.DROPPED;
      case VARCHAR -> isSpelledIn(doc, node) ? Cast.WHOLE : Cast.DROPPED;
      case BOOLEAN, TIMESTAMP -> Cast.DROPPED;
    };
  }

  /// Whether a text spells a value of this type.
  private boolean isSpelledIn(Doc doc, int node) {
    if (!doc.is(node, NodeKind.STRING)) {
      return false;
    }
    String text = doc.text(node);
    return switch (this) {
      case INTEGER -> WHOLE.matcher(text).matches();
      case FLOAT -> DECIMAL.matcher(text).matches();
      case BOOLEAN ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "false" -> true;
            default -> false;
          };
      case TIMESTAMP, VARCHAR -> false;
    };
  }
}
