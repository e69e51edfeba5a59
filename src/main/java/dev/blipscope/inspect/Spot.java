package dev.blipscope.inspect;

import dev.blipscope.json.Doc;

/// A value of a payload: the way to it, and the bytes in which it stands.
public record Spot(String pointer, int from, int to) {

  static Spot of(Doc doc, String pointer, int node) {
    return new Spot(pointer, doc.start(node), doc.end(node));
  }
}
