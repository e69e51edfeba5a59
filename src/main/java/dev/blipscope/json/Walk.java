package dev.blipscope.json;

/// Goes through the values of a document in order.
public final class Walk {

  /// Sees each value once, containers before what is in them.
  @FunctionalInterface
  public interface Visitor {

    /// Is shown one value.
    ///
    /// @param pointer the way to it
    /// @param name the nearest member name; empty for the whole
    /// @param superseded whether a later member of the same name replaces it, or what it is in
    void see(int node, String pointer, String name, boolean superseded);
  }

  private final Doc doc;
  private final Visitor visitor;

  private Walk(Doc doc, Visitor visitor) {
    this.doc = doc;
    this.visitor = visitor;
  }

  public static void through(Doc doc, Visitor visitor) {
    through(doc, Doc.ROOT, "", "", visitor);
  }

  /// Goes through one value and all that is in it.
  ///
  /// @param pointer the way to it
  /// @param name the nearest member name
  public static void through(Doc doc, int node, String pointer, String name, Visitor visitor) {
    new Walk(doc, visitor).see(node, pointer, name, false);
  }

  private void see(int node, String pointer, String name, boolean superseded) {
    visitor.see(node, pointer, name, superseded);
    if (doc.is(node, NodeKind.OBJECT)) {
      for (int key = node + 1; key < doc.after(node); key = doc.after(key + 1)) {
        String step = doc.text(key);
        see(
            key + 1,
            pointer + "/" + Pointer.escaped(step),
            step,
            superseded || doc.isSuperseded(key));
      }
    } else if (doc.is(node, NodeKind.ARRAY)) {
      int number = 0;
      for (int item = node + 1; item < doc.after(node); item = doc.after(item)) {
        see(item, pointer + "/" + number++, name, superseded);
      }
    }
  }
}
