package dev.blipscope.ui;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Scanner;
import dev.blipscope.share.Mask;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a reader gets to see of private data: all of it, or stable placeholders while somebody
/// presents. Whatever a pane shows of a payload passes here. Used by the JavaFX thread.
public final class Cover {

  /// Shows everything.
  static final Cover NONE = new Cover(null);

  // A mask writes no more than it read, but for its placeholders.
  private static final Limits OWN =
      new Limits(1 << 20, 1 << 28, 1 << 30, 1 << 30, 1 << 30, 1 << 30);

  private final @Nullable Mask mask;

  private Cover(@Nullable Mask mask) {
    this.mask = mask;
  }

  /// A cover whose placeholders are in this language. One window uses one of them, so that a person
  /// has the same placeholder in all panes.
  static Cover in(Locale locale) {
    return new Cover(Mask.in(locale));
  }

  /// This cover, or none.
  Cover when(boolean presenting) {
    return presenting ? this : NONE;
  }

  /// Meets everything private in a document, before anything of it is shown.
  void learn(Doc doc) {
    if (mask != null) {
      mask.learn(doc);
    }
  }

  /// The document as it may be seen: its nodes have the numbers that they had.
  Doc doc(Doc doc) {
    if (mask == null) {
      return doc;
    }
    byte[] json = mask.mask(doc);
    var scanner = new Scanner(OWN);
    if (scanner.scan(json, 0, json.length, true) != Scanner.Outcome.VALUE) {
      throw new IllegalStateException("what was masked must still be JSON");
    }
    return scanner.doc().kept();
  }

  String text(String text) {
    return mask == null ? text : mask.maskText(text);
  }

  String pointer(String pointer) {
    return mask == null ? pointer : mask.maskPointer(pointer);
  }
}
