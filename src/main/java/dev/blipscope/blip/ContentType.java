package dev.blipscope.blip;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;

/// The MIME type of a message's content. Letter case makes no difference in it, and its parameters
/// (`; charset=utf-8`) do not count.
public final class ContentType {

  private ContentType() {}

  /// The type in small letters and without parameters; empty if the payload has none.
  public static String of(Doc doc) {
    int type = Fields.string(doc, Fields.TYPE);
    return type == Doc.NONE ? "" : plain(doc.text(type));
  }

  /// A type by which messages can be asked for: in small letters and without parameters.
  public static Name named(String written) {
    return Name.of(plain(written));
  }

  /// Whether the content is of this type, which is written in small letters.
  static boolean is(Doc doc, Name type) {
    int found = Fields.string(doc, Fields.TYPE);
    return found != Doc.NONE
        && (doc.isText(found, type)
            || (!isPlain(doc, found) && plain(doc.text(found)).equals(type.text())));
  }

  private static String plain(String written) {
    int parameters = written.indexOf(';');
    String type = parameters < 0 ? written : written.substring(0, parameters);
    return Letters.lower(type.strip());
  }

  /// Whether a string surely is a type in small letters and nothing more.
  private static boolean isPlain(Doc doc, int string) {
    for (int i = doc.start(string) + 1; i < doc.end(string) - 1; i++) {
      byte found = doc.at(i);
      boolean usual = (found >= 'a' && found <= 'z') || (found >= '+' && found <= '9');
      if (!usual) {
        return false;
      }
    }
    return true;
  }
}
