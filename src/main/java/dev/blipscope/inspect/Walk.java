package dev.blipscope.inspect;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;

/// Goes through the values of a document in order.
final class Walk {

  /// Sees each value once, containers before what is in them.
  @FunctionalInterface
  interface Visitor {

    /// Is shown one value.
    ///
    /// @param superseded whether a later member of the same name replaces it, or what it is in
    void see(int node, String pointer, boolean superseded);
  }

  private final Doc doc;
  private final Visitor visitor;

  private Walk(Doc doc, Visitor visitor) {
    this.doc = doc;
    this.visitor = visitor;
  }

  static void through(Doc doc, Visitor visitor) {
    through(doc, Doc.ROOT, "", visitor);
  }

  /// @param from the value to begin with
  /// @param pointer the way to it
  static void through(Doc doc, int from, String pointer, Visitor visitor) {
    new Walk(doc, visitor).see(from, pointer, false);
  }

  /// Whether there is nothing in a value: it is no container, or an empty one.
  static boolean isLeaf(Doc doc, int node) {
    return !doc.kind(node).isContainer() || doc.isEmpty(node);
  }

  private void see(int node, String pointer, boolean superseded) {
    visitor.see(node, pointer, superseded);
    if (doc.is(node, NodeKind.OBJECT)) {
      for (int key = node + 1; key < doc.after(node); key = doc.after(key + 1)) {
        see(
            key + 1,
            pointer + "/" + Pointer.escaped(doc.text(key)),
            superseded || doc.isSuperseded(key));
      }
    } else if (doc.is(node, NodeKind.ARRAY)) {
      int number = 0;
      for (int item = node + 1; item < doc.after(node); item = doc.after(item)) {
        see(item, pointer + "/" + number++, superseded);
      }
    }
  }
}
