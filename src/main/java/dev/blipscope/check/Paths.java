package dev.blipscope.check;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;

/// Tells where in a payload or a call something stands.
final class Paths {

  private Paths() {}

  /// The place of a value that is there.
  static Where at(Doc doc, String pointer, int node) {
    return new Where.InPayload(pointer, doc.start(node), doc.end(node));
  }

  static Where at(Doc doc, int node, String... steps) {
    var pointer = new StringBuilder();
    for (String step : steps) {
      pointer.append('/').append(Pointer.escaped(step));
    }
    return at(doc, pointer.toString(), node);
  }

  /// The place of a value that is somewhere in the document, found from the top.
  static Where of(Doc doc, int wanted) {
    var pointer = new StringBuilder();
    int node = Doc.ROOT;
    while (node != wanted) {
      boolean object = doc.is(node, NodeKind.OBJECT);
      int number = 0;
      int child = node + 1;
      while (doc.after(object ? child + 1 : child) <= wanted) {
        child = doc.after(object ? child + 1 : child);
        number++;
      }
      pointer.append('/').append(object ? Pointer.escaped(doc.text(child)) : number);
      node = object ? child + 1 : child;
    }
    return at(doc, pointer.toString(), wanted);
  }

  static Where whole(Doc doc) {
    return at(doc, "", Doc.ROOT);
  }

  /// The place in a call of a field that is there, or should be.
  static Where inCall(Doc call, String pointer) {
    return inCall(call, pointer, Pointer.of(pointer).in(call));
  }

  /// @param node the field, or [Doc#NONE]
  static Where inCall(Doc call, String pointer, int node) {
    return node == Doc.NONE
        ? new Where.InCall(pointer, 0, 0)
        : new Where.InCall(pointer, call.start(node), call.end(node));
  }

  /// The place where a value should be and is not.
  static Where missing(String pointer) {
    return new Where.InPayload(pointer, 0, 0);
  }
}
