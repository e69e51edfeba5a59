package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import org.jspecify.annotations.Nullable;

/// What a rule found, on its way into a call.
public sealed interface Value {

  void writeTo(Out out, Doc doc);

  /// The text of a value that is one.
  @Nullable String textIn(Doc doc);

  /// A value of the payload, to the letter.
  record Original(int node) implements Value {

    @Override
    public void writeTo(Out out, Doc doc) {
      out.tight(doc, node);
    }

    @Override
    public @Nullable String textIn(Doc doc) {
      return doc.is(node, NodeKind.STRING) ? doc.text(node) : null;
    }
  }

  /// A text that we made.
  record Text(String text) implements Value {

    @Override
    public void writeTo(Out out, Doc doc) {
      out.quoted(text);
    }

    @Override
    public String textIn(Doc doc) {
      return text;
    }
  }

  /// JSON that we made: a constant, or a number that stood in a string.
  record Json(String json) implements Value {

    @Override
    public void writeTo(Out out, Doc doc) {
      out.add(json);
    }

    @Override
    public @Nullable String textIn(Doc doc) {
      return null;
    }
  }
}
