package dev.blipscope.ui.control;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Place;
import dev.blipscope.json.Pretty;

/// What came of laying a text out for the eye.
sealed interface Layout {

  /// It was laid out.
  ///
  /// @param caret where what stood at the caret stands now
  record Done(String text, int caret) implements Layout {}

  /// The text is no JSON from this place on, and stays as it is.
  record Broken(Place at) implements Layout {}

  /// Laid out, it would be more than an editor can hold.
  record TooBig() implements Layout {}

  static Layout of(String text, int caret) {
    return switch (Parsed.of(text)) {
      case Parsed.Broken(var at) -> new Broken(at);
      case Parsed.Values(var docs, _) -> {
        var pretty = new StringBuilder(text.length() * 2);
        for (Doc doc : docs) {
          pretty.append(Pretty.of(doc));
        }
        String laidOut = pretty.toString();
        yield JsonEditor.canHold(laidOut)
            ? new Done(laidOut, place(laidOut, text, caret))
            : new TooBig();
      }
    };
  }

  /// How many units that are no blanks stand before a place: laying out changes only blanks.
  private static int ink(String text, int place) {
    int ink = 0;
    for (int i = 0; i < place; i++) {
      if (text.charAt(i) > ' ') {
        ink++;
      }
    }
    return ink;
  }

  private static int place(String laidOut, String text, int caret) {
    int left = ink(text, caret);
    int i = 0;
    while (i < laidOut.length() && left > 0) {
      if (laidOut.charAt(i) > ' ') {
        left--;
      }
      i++;
    }
    boolean before = caret < text.length() && text.charAt(caret) > ' ';
    while (before && i < laidOut.length() && laidOut.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }
}
