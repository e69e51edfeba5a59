package dev.blipscope.json;

/// What the grammar of JSON, or one of our limits, asked for at the place where a text breaks.
public enum Expected {
  VALUE,
  VALUE_OR_CLOSING_BRACKET,
  NAME,
  NAME_OR_CLOSING_BRACE,
  COLON,
  COMMA_OR_CLOSING_BRACE,
  COMMA_OR_CLOSING_BRACKET,
  CLOSING_QUOTE,
  ESCAPED_CONTROL,
  ESCAPE_LETTER,
  HEX_DIGIT,
  DIGIT,
  NO_LEADING_ZERO,
  VALID_ENCODING,
  END_OF_TEXT,
  NO_BYTE_ORDER_MARK,
  /// A name that no other member of the object has.
  OTHER_NAME,
  /// Both halves of a surrogate pair.
  WHOLE_CHARACTER,
  PAYLOAD,
  /// A request whose body is JSON.
  JSON_BODY,
  /// The rest of a compressed file that was cut or damaged.
  UNDAMAGED,
  SHALLOWER(true),
  FEWER_TOKENS(true),
  SHORTER_NUMBER(true),
  SHORTER_STRING(true),
  SHORTER_NAME(true),
  SMALLER(true),
  SLOWER_EXPANSION(true),
  FEWER_EMPTY(true);

  private final boolean limit;

  Expected() {
    this(false);
  }

  Expected(boolean limit) {
    this.limit = limit;
  }

  /// Whether the text may well be JSON, but asks for more than we give.
  public boolean isLimit() {
    return limit;
  }
}
