package dev.blipscope.check;

/// The place that a finding is about.
public sealed interface Where {

  /// A value of the payload.
  ///
  /// @param pointer the way to it
  /// @param from its first byte in the payload
  /// @param to the byte behind it; the same if the value should be there and is not
  record InPayload(String pointer, int from, int to) implements Where {}

  /// A field of a call.
  ///
  /// @param pointer the way to it
  /// @param from its first byte in the call
  /// @param to the byte behind it; the same if the field should be there and is not
  record InCall(String pointer, int from, int to) implements Where {}

  /// The text around or instead of a payload.
  record InInput() implements Where {}

  /// The pointer, empty for the whole.
  default String pointer() {
    return switch (this) {
      case InPayload(var pointer, _, _) -> pointer;
      case InCall(var pointer, _, _) -> pointer;
      case InInput() -> "";
    };
  }
}
