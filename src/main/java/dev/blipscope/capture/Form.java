package dev.blipscope.capture;

/// The form in which payloads stood in a text.
public enum Form {
  OBJECT,
  ARRAY,
  /// One object a line.
  LINES,
  /// Objects one after the other, not one a line.
  SEQUENCE,
  JSON_STRING,
  LOG_LINE,
  HAR,
  REQUEST_BIN,
  CURL,
  /// Nothing that holds a payload.
  UNKNOWN
}
