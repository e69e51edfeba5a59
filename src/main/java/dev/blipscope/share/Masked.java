package dev.blipscope.share;

import dev.blipscope.json.Doc;
import org.jspecify.annotations.Nullable;

/// What a reader gets to see: everything, or what a mask lets through.
record Masked(@Nullable Mask mask) {

  void learn(Doc doc) {
    if (mask != null) {
      mask.learn(doc);
    }
  }

  Doc doc(Doc doc) {
    return mask == null ? doc : OwnJson.read(mask.mask(doc));
  }

  @Nullable Doc docOrNull(@Nullable Doc doc) {
    return doc == null ? null : doc(doc);
  }

  String text(String text) {
    return mask == null ? text : mask.maskText(text);
  }

  String pointer(String pointer) {
    return mask == null ? pointer : mask.maskPointer(pointer);
  }
}
