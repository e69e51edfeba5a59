package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the objects and fields of one call, and notes each field with its story.
final class Pen {

  private final Doc doc;
  private final Out out;
  private final int start;
  private final List<Filled> fields;

  /// Whether nothing stands yet in the object that is open.
  private boolean first;

  Pen(Doc doc, Out out, List<Filled> fields) {
    this.doc = doc;
    this.out = out;
    this.start = out.size();
    this.fields = fields;
  }

  /// A state to which one can go back.
  record Mark(int size, int filled, boolean first) {}

  Mark mark() {
    return new Mark(out.size(), fields.size(), first);
  }

  boolean hasFilledSince(Mark mark) {
    return fields.size() > mark.filled();
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
    fill(in, name, Doc.NONE, value, story, on);
  }

  /// The value of a member of the payload whose name was just written.
  void copy(Pointer in, int key, Grounds on) {
    fill(in, null, key, new Value.Original(key + 1), new Provenance.Copied(key + 1), on);
  }

  private void fill(
      Pointer in, @Nullable String name, int key, Value value, Provenance story, Grounds on) {
    int from = out.size() - start;
    value.writeTo(out, doc);
    fields.add(new Filled(in, name, key, value, story, on, from, out.size() - start));
  }
}
