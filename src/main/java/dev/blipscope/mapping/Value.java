package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;

/// What a rule found, on its way into a call.
public sealed interface Value {

  /// A value of the payload, to the letter.
  record Original(int node) implements Value {}

  /// A text that we made.
  record Text(String text) implements Value {}

  /// JSON that we made: a constant, or a number that stood in a string.
  record Json(String json) implements Value {}

  default void writeTo(Out out, Doc doc) {
    switch (this) {
      case Original(var node) -> out.tight(doc, node);
      case Text(var text) -> out.quoted(text);
      case Json(var json) -> out.add(json);
    }
  }
}
