package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import org.jspecify.annotations.Nullable;

/// One field of a call: what stands there, how it came to be and on whose word.
///
/// @param in the object of the call that holds it
/// @param name its name there; none for a field that keeps the name it has in the payload
/// @param key the payload's member whose name it keeps, or [Doc#NONE]
/// @param from where its value begins in the written call
/// @param to where its value ends there
public record Filled(
    Pointer in,
    @Nullable String name,
    int key,
    Value value,
    Provenance story,
    Grounds grounds,
    int from,
    int to) {

  /// Where in the call it stands.
  public Pointer pointer(Doc doc) {
    return in.then(name == null ? doc.text(key) : name);
  }
}
