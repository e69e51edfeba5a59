package dev.blipscope.json;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value as a list of words, such as `{`, `name a`, `number 1`, `}`.
final class Tokens {

  private Tokens() {}

  static List<String> of(Doc doc) {
    return of(doc, Doc.ROOT);
  }

  static List<String> of(Doc doc, int node) {
    var tokens = new ArrayList<String>();
    add(doc, node, tokens);
    return tokens;
  }

  private static void add(Doc doc, int node, List<String> to) {
    switch (doc.kind(node)) {
      case OBJECT -> {
        to.add("{");
        for (int key = node + 1; key < doc.after(node); key = doc.after(key + 1)) {
          add(doc, key, to);
          add(doc, key + 1, to);
        }
        to.add("}");
      }
      case ARRAY -> {
        to.add("[");
        for (int item = node + 1; item < doc.after(node); item = doc.after(item)) {
          add(doc, item, to);
        }
        to.add("]");
      }
      case KEY -> to.add("name " + doc.text(node));
      case STRING -> to.add("text " + doc.text(node));
      case NUMBER -> to.add("number " + doc.written(node));
      case TRUE, FALSE, NULL -> to.add(doc.written(node));
    }
  }

  /// The same as maps, in which the last member of a name counts, lists and words.
  static Object tree(List<String> tokens) {
    return tree(tokens.iterator());
  }

  private static Object tree(Iterator<String> tokens) {
    var first = tokens.next();
    return switch (first) {
      case "{" -> members(tokens);
      case "[" -> items(tokens);
      default -> first;
    };
  }

  private static Map<String, Object> members(Iterator<String> tokens) {
    var members = new LinkedHashMap<String, Object>();
    for (var name = tokens.next(); !name.equals("}"); name = tokens.next()) {
      members.put(name.substring("name ".length()), tree(tokens));
    }
    return members;
  }

  private static List<Object> items(Iterator<String> tokens) {
    var items = new ArrayList<Object>();
    for (var first = tokens.next(); !first.equals("]"); first = tokens.next()) {
      items.add(
          switch (first) {
            case "{" -> members(tokens);
            case "[" -> items(tokens);
            default -> first;
          });
    }
    return items;
  }
}
