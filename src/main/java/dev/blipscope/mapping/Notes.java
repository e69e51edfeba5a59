package dev.blipscope.mapping;

import dev.blipscope.json.Pointer;

/// Is told what stands in a call while it is written, and what does not: each field with its
/// story, for whoever wants to keep it.
public interface Notes {

  /// A field that a rule filled, or that we made.
  ///
  /// @param in the object of the call that holds it
  /// @param from where its value begins in the written call
  /// @param to where its value ends there
  void filled(
      Pointer in, String name, Value value, Provenance story, Grounds grounds, int from, int to);

  /// A member of the payload that stands in the call under its own name.
  void kept(Pointer in, int key, Grounds grounds, int from, int to);

  /// A field that a rule asked for and that is not there.
  void missing(Pointer to, Absence why, Grounds grounds);
}
