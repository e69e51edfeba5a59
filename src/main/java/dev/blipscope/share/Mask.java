package dev.blipscope.share;

import dev.blipscope.check.PersonalData;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;
import dev.blipscope.segment.SnakeCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts stable placeholders in the place of private data: `‹phone 1›` is the same phone wherever
/// it stands, as long as one mask is used. What was learnt in one document is found in the others
/// too, so learn all before the first is copied. Used by one thread.
public final class Mask {

  private static final int SHORTEST_PART = 3;

  private final Placeholders placeholders;
  private final Known known = new Known();

  private Mask(Words words) {
    this.placeholders = new Placeholders(words);
  }

  /// A mask whose placeholders are in this language: English, unless it is Portuguese.
  public static Mask in(Locale locale) {
    return new Mask(Words.in(locale));
  }

  /// Meets everything private in a document.
  public void learn(Doc doc) {
    learn(doc, Doc.ROOT, "", "");
  }

  private void learn(Doc doc, int node, String key, String pointer) {
    switch (doc.kind(node)) {
      case OBJECT -> {
        for (int name = node + 1; name < doc.after(node); name = doc.after(name + 1)) {
          String step = doc.text(name);
          learnName(step);
          learn(doc, name + 1, inside(key, step), pointer + "/" + Pointer.escaped(step));
        }
      }
      case ARRAY -> {
        for (int item = node + 1; item < doc.after(node); item = doc.after(item)) {
          learn(doc, item, key, pointer);
        }
      }
      case STRING -> {
        String text = doc.text(node);
        for (var piece : pieces(key, pointer, text)) {
          learn(piece.kind(), text.substring(piece.from(), piece.to()));
        }
      }
      case NUMBER -> {
        String written = doc.written(node);
        kindOfNumber(key, written).ifPresent(kind -> learn(kind, written));
      }
      case TRUE, FALSE, NULL, KEY -> {}
    }
  }

  private void learn(Private kind, String value) {
    placeholders.of(kind, value);
    known.add(value, kind);
    if (kind == Private.NAME) {
      for (String part : value.split("\\s+", -1)) {
        if (part.length() >= SHORTEST_PART && Character.isUpperCase(part.charAt(0))) {
          placeholders.alias(kind, value, part);
          known.add(part, kind);
        }
      }
    }
  }

  /// A name of a member that is private is met again as the name of a column.
  private void learnName(String name) {
    for (var piece : Finder.find("", name)) {
      String value = name.substring(piece.from(), piece.to());
      learn(piece.kind(), value);
      placeholders.alias(piece.kind(), value, SnakeCase.of(value));
      known.add(SnakeCase.of(value), piece.kind());
    }
  }

  /// The document with nothing changed but what is private: names, order, blanks and the types of
  /// all values stay.
  public byte[] mask(Doc doc) {
    learn(doc);
    return new Copy(doc).written();
  }

  /// A text of any kind: a message, a title, a piece of broken JSON.
  public String maskText(String text) {
    return replaced(text, pieces("", "", text));
  }

  /// The value of a field.
  public String maskText(String key, String text) {
    return replaced(text, pieces(key, "/" + Pointer.escaped(key), text));
  }

  /// A pointer, whose steps may be private.
  public String maskPointer(String pointer) {
    var masked = new StringBuilder();
    for (var step : Pointer.of(pointer).steps()) {
      masked.append('/').append(Pointer.escaped(maskName(step.text())));
    }
    return masked.toString();
  }

  /// The name of a member. Blip's own names are words of small letters and stay, whoever is called
  /// so.
  private String maskName(String name) {
    return isPlainWord(name) ? name : maskText(name);
  }

  private static boolean isPlainWord(String name) {
    return name.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /// Under which name a value counts: that of its member, or a more private one around it.
  private static String inside(String key, String step) {
    boolean deeper =
        PersonalKeys.kindOf(step).isEmpty()
            && PersonalKeys.kindOf(key).filter(PersonalKeys::goesDeeper).isPresent();
    return deeper ? key : step;
  }

  private List<Piece> pieces(String key, String pointer, String text) {
    var kind = PersonalKeys.kindOf(key).filter(found -> Finder.isLikely(found, text));
    var found = new ArrayList<Piece>();
    if (kind.isPresent() && !(kind.get() == Private.NAME && isOfThing(pointer))) {
      found.addAll(Finder.whole(kind.get(), text, 0, text.length()));
    }
    found.addAll(Finder.find(key, text));
    known.find(text, found);
    return Piece.joined(found);
  }

  private static boolean isOfThing(String pointer) {
    return PersonalData.isNameOfThing(pointer);
  }

  private String replaced(String text, List<Piece> pieces) {
    if (pieces.isEmpty()) {
      return text;
    }
    var masked = new StringBuilder(text.length());
    int done = 0;
    for (var piece : pieces) {
      String value = text.substring(piece.from(), piece.to());
      masked.append(text, done, piece.from()).append(placeholders.of(piece.kind(), value));
      done = piece.to();
    }
    return masked.append(text, done, text.length()).toString();
  }

  private Optional<Private> kindOfNumber(String key, String written) {
    return PersonalKeys.kindOf(key)
        .or(() -> PersonalData.in(key, written, true).stream().map(Private::of).findFirst())
        .or(() -> placeholders.kindOf(written))
        .or(() -> Finder.find(key, written).stream().map(Piece::kind).findFirst());
  }

  /// One document on its way out.
  private final class Copy {

    private final Doc doc;
    private final Out out;
    private int done;

    private Copy(Doc doc) {
      this.doc = doc;
      this.out = new Out(doc.length() + 64);
    }

    byte[] written() {
      value(Doc.ROOT, "", "");
      return out.slice(doc, done, doc.length()).toBytes();
    }

    private void value(int node, String key, String pointer) {
      switch (doc.kind(node)) {
        case OBJECT -> {
          for (int name = node + 1; name < doc.after(node); name = doc.after(name + 1)) {
            String step = doc.text(name);
            text(name, step, maskName(step));
            value(name + 1, inside(key, step), pointer + "/" + Pointer.escaped(step));
          }
        }
        case ARRAY -> {
          for (int item = node + 1; item < doc.after(node); item = doc.after(item)) {
            value(item, key, pointer);
          }
        }
        case STRING -> {
          String text = doc.text(node);
          text(node, text, replaced(text, pieces(key, pointer, text)));
        }
        case NUMBER -> {
          String written = doc.written(node);
          kindOfNumber(key, written)
              .ifPresent(kind -> skip(node).add(placeholders.ofNumber(kind, written)));
        }
        case TRUE, FALSE, NULL, KEY -> {}
      }
    }

    private void text(int node, String text, String masked) {
      if (!masked.equals(text)) {
        skip(node).quoted(masked);
      }
    }

    /// Copies everything before a value, and leaves the value out.
    private Out skip(int node) {
      out.slice(doc, done, doc.start(node));
      done = doc.end(node);
      return out;
    }
  }
}
