package dev.blipscope.check;

/// The place that a finding is about.
public sealed interface Where {

  /// A value of the payload.
  ///
  /// @param pointer the way to it
  /// @param from its first byte in the payload
  /// @param to the byte behind it
  record InPayload(String pointer, int from, int to) implements Where {}

  /// A field of a call, by its pointer.
  record InCall(String pointer) implements Where {}

  /// The text around or instead of a payload.
  record InInput() implements Where {}

  /// The pointer, empty for the whole.
  default String pointer() {
    return switch (this) {
      case InPayload(var pointer, _, _) -> pointer;
      case InCall(var pointer) -> pointer;
      case InInput() -> "";
    };
  }
}
