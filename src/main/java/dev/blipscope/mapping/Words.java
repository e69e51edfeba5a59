package dev.blipscope.mapping;

import dev.blipscope.blip.ContentType;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the words in the content of a message: which field holds them depends on its type.
final class Words {

  private static final String ANY_TEXT = "text/";
  private static final String REACTION = "application/vnd.lime.reaction+json";
  private static final String JSON = "application/json";

  private static final Pointer CONTENT = Pointer.of("/content");
  private static final Pointer EMOJI = Pointer.of("/content/emoji/values");
  private static final Pointer COMPONENTS = Pointer.of("/content/templateContent/components");
  private static final Name TYPE = Name.of("type");
  private static final Name TEXT = Name.of("text");
  private static final Name BODY = Name.of("BODY");
  private static final int MOST_DIGITS = 7;

  /// Where the words may stand, the best place first; where they are empty another may have some.
  private static final Map<String, List<Pointer>> PLACES =
      Map.ofEntries(
          places("application/vnd.lime.media-link+json", "text", "title"),
          places("application/vnd.lime.web-link+json", "text", "title"),
          places("application/vnd.lime.location+json", "text"),
          places("application/vnd.lime.select+json", "text"),
          places("application/vnd.lime.ssml-text+json", "text"),
          places(
              "application/vnd.lime.document-select+json",
              "header/value",
              "header/value/text",
              "header/value/title"),
          places(
              "application/vnd.lime.list+json",
              "header/value",
              "header/value/text",
              "header/value/title"),
          places("application/vnd.lime.container+json", "value", "value/text", "value/title"),
          places("application/vnd.lime.external+json", "content", "content/text", "content/title"),
          places("application/vnd.lime.input+json", "label/value", "label/value/text"),
          places("application/vnd.lime.copy-and-paste+json", "body", "header"),
          places("application/vnd.lime.satisfaction-survey+json", "question"),
          places(
              "application/vnd.lime.reply+json",
              "replied/value",
              "replied/value/text",
              "replied/value/title"),
          places(JSON, "interactive/body/text", "text"));

  private Words() {}

  private static Map.Entry<String, List<Pointer>> places(String type, String... inContent) {
    return Map.entry(
        type, Stream.of(inContent).map(place -> Pointer.of("/content/" + place)).toList());
  }

  static Resolution.@Nullable Present of(Item item) {
    if (item.kind() != Kind.MESSAGE) {
      return null;
    }
    var doc = item.doc();
    String type = ContentType.of(doc);
    return switch (type) {
      case REACTION -> emoji(doc);
      default -> {
        int words = place(type, doc);
        yield words == Doc.NONE ? null : present(new Value.Original(words), words);
      }
    };
  }

  private static Resolution.Present present(Value words, int node) {
    return new Resolution.Present(words, Provenance.Derived.of(Fact.TEXT, node));
  }

  private static int place(String type, Doc doc) {
    if (type.startsWith(ANY_TEXT)) {
      return stringAt(CONTENT, doc);
    }
    int empty = Doc.NONE;
    for (var place : PLACES.getOrDefault(type, List.of())) {
      int node = stringAt(place, doc);
      if (node != Doc.NONE && !doc.text(node).isEmpty()) {
        return node;
      }
      empty = empty == Doc.NONE ? node : empty;
    }
    int body = type.equals(JSON) ? templateBody(doc) : Doc.NONE;
    return body == Doc.NONE ? empty : body;
  }

  private static int stringAt(Pointer place, Doc doc) {
    int node = place.in(doc);
    return node != Doc.NONE && doc.is(node, NodeKind.STRING) ? node : Doc.NONE;
  }

  /// The text of a template's body; it has a header, a footer and buttons, too.
  private static int templateBody(Doc doc) {
    int components = COMPONENTS.in(doc);
    if (components == Doc.NONE || !doc.is(components, NodeKind.ARRAY)) {
      return Doc.NONE;
    }
    for (int part = components + 1; part < doc.after(components); part = doc.after(part)) {
      int text = textOfBody(doc, part);
      if (text != Doc.NONE) {
        return text;
      }
    }
    return Doc.NONE;
  }

  private static int textOfBody(Doc doc, int component) {
    if (!doc.is(component, NodeKind.OBJECT)) {
      return Doc.NONE;
    }
    int type = doc.member(component, TYPE);
    int text = doc.member(component, TEXT);
    return type != Doc.NONE
            && doc.isText(type, BODY)
            && text != Doc.NONE
            && doc.is(text, NodeKind.STRING)
        ? text
        : Doc.NONE;
  }

  /// A reaction holds the code points of its emoji as numbers.
  private static Resolution.@Nullable Present emoji(Doc doc) {
    int points = EMOJI.in(doc);
    if (points == Doc.NONE || !doc.is(points, NodeKind.ARRAY) || doc.isEmpty(points)) {
      return null;
    }
    var emoji = new StringBuilder();
    for (int item = points + 1; item < doc.after(points); item = doc.after(item)) {
      int point = codePoint(doc, item);
      if (point < 0) {
        return null;
      }
      emoji.appendCodePoint(point);
    }
    return present(new Value.Text(emoji.toString()), points);
  }

  private static int codePoint(Doc doc, int node) {
    if (!doc.is(node, NodeKind.NUMBER) || doc.end(node) - doc.start(node) > MOST_DIGITS) {
      return -1;
    }
    int point = 0;
    for (int i = doc.start(node); i < doc.end(node); i++) {
      if (!Character.isDigit(doc.at(i))) {
        return -1;
      }
      point = point * 10 + doc.at(i) - '0';
    }
    boolean written = Character.isValidCodePoint(point) && !isSurrogate(point);
    return written ? point : -1;
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
