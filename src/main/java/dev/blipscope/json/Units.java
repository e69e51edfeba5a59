package dev.blipscope.json;

/// Turns places in the bytes of a document into places in its text, which counts UTF-16 units.
public final class Units {

  private static final int STEP = 64;

  private final Doc doc;

  /// The place in the text of each 64th byte; empty for ASCII, where the two are the same.
  private final int[] marks;

  private Units(Doc doc, int[] marks) {
    this.doc = doc;
    this.marks = marks;
  }

  public static Units of(Doc doc) {
    if (doc.isAscii()) {
      return new Units(doc, new int[0]);
    }
    int[] marks = new int[doc.length() / STEP + 1];
    int units = 0;
    for (int i = 0; i < doc.length(); i++) {
      if (i % STEP == 0) {
        marks[i / STEP] = units;
      }
      units += Strings.units(doc.at(i));
    }
    if (doc.length() % STEP == 0) {
      marks[doc.length() / STEP] = units;
    }
    return new Units(doc, marks);
  }

  public int at(int offset) {
    if (marks.length == 0) {
      return offset;
    }
    int mark = Math.min(offset / STEP, marks.length - 1);
    int units = marks[mark];
    for (int i = mark * STEP; i < offset; i++) {
      units += Strings.units(doc.at(i));
    }
    return units;
  }
}
