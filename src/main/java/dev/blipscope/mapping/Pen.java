package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;

/// Writes the objects and fields of one call, and has each field noted.
final class Pen {

  private final Doc doc;
  private final Out out;
  private final int start;
  private final Notes notes;
  private int filled;

  /// Whether nothing stands yet in the object that is open.
  private boolean first;

  Pen(Doc doc, Out out, Notes notes) {
    this.doc = doc;
    this.out = out;
    this.start = out.size();
    this.notes = notes;
  }

  /// A state to which one can go back.
  record Mark(int size, int filled, boolean first) {}

  Mark mark() {
    return new Mark(out.size(), filled, first);
  }

  boolean hasFilledSince(Mark mark) {
    return filled > mark.filled();
  }

  /// Takes back what was written since, which filled no field.
  void backTo(Mark mark) {
    out.cutTo(mark.size());
    first = mark.first();
  }

  void open() {
    out.add('{');
    first = true;
  }

  void close() {
    out.add('}');
    first = false;
  }

  void name(Label label) {
    comma();
    label.writeTo(out);
  }

  void name(String name) {
    comma();
    out.quoted(name).add(':');
  }

  /// The name of a member of the payload, to the letter.
  void name(int key) {
    comma();
    out.slice(doc, doc.start(key), doc.end(key)).add(':');
  }

  private void comma() {
    if (!first) {
      out.add(',');
    }
    first = false;
  }

  /// A value whose name was just written.
  void value(Pointer in, String name, Value value, Provenance story, Grounds on) {
    int from = out.size() - start;
    value.writeTo(out, doc);
    filled++;
    notes.filled(in, name, value, story, on, from, out.size() - start);
  }

  /// The value of a member of the payload whose name was just written.
  void copy(Pointer in, int key, Grounds on) {
    int from = out.size() - start;
    out.tight(doc, key + 1);
    filled++;
    notes.kept(in, key, on, from, out.size() - start);
  }

  /// All members of an object that is written tightly, as they stand there.
  void copyAll(Pointer in, int object, Grounds on) {
    if (doc.isEmpty(object)) {
      return;
    }
    comma();
    int inside = doc.start(object) + 1;
    int shift = out.size() - start - inside;
    out.slice(doc, inside, doc.end(object) - 1);
    for (int key = object + 1; key < doc.after(object); key = doc.after(key + 1)) {
      filled++;
      notes.kept(in, key, on, doc.start(key + 1) + shift, doc.end(key + 1) + shift);
    }
  }
}
