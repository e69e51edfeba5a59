package dev.blipscope.session;

/// What a person points at, so that everything that belongs to it is marked.
public sealed interface Focus {

  record Nothing() implements Focus {}

  /// A place in the shown text of the payload.
  record InPayload(int offset) implements Focus {}

  /// A field of the call, also one that is absent.
  record InCall(String pointer) implements Focus {}

  /// A finding, by its number.
  record OnFinding(int number) implements Focus {}
}
