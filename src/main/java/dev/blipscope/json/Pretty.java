package dev.blipscope.json;

/// Lays a document out for the eye: what is short on one line, the rest indented. Tokens stay.
public final class Pretty {

  private static final int SHORT = 96;

  private final Doc doc;
  private final Out out;

  private Pretty(Doc doc, Out out) {
    this.doc = doc;
    this.out = out;
  }

  public static String of(Doc doc) {
    var out = new Out(doc.length() * 2);
    new Pretty(doc, out).value(Doc.ROOT, 0);
    return out.add('\n').toString();
  }

  private void value(int node, int indentation) {
    boolean container = doc.kind(node).isContainer();
    if (!container || isShort(node)) {
      out.tokens(doc, node);
      return;
    }
    boolean object = doc.is(node, NodeKind.OBJECT);
    out.add(object ? '{' : '[');
    String separator = "";
    for (int child = node + 1; child < doc.after(node); child = doc.after(child)) {
      out.add(separator).add('\n').add(" ".repeat(indentation + 2));
      separator = ",";
      if (object) {
        out.slice(doc, doc.start(child), doc.end(child)).add(": ");
        child++;
      }
      value(child, indentation + 2);
    }
    out.add('\n').add(" ".repeat(indentation)).add(object ? '}' : ']');
  }

  /// The whole is always spread out, so that its members stand on lines of their own.
  private boolean isShort(int node) {
    if (doc.isEmpty(node)) {
      return true;
    }
    return node != Doc.ROOT && doc.end(node) - doc.start(node) <= SHORT && isFlat(node);
  }

  private boolean isFlat(int node) {
    for (int inner = node + 1; inner < doc.after(node); inner++) {
      if (doc.kind(inner).isContainer()) {
        return false;
      }
    }
    return true;
  }
}
