package dev.blipscope.mapping;

import dev.blipscope.blip.ContentType;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.ProfileProblem.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads from a row of a profile where it takes its value.
final class SourceReader {

  private static final Set<String> CANDIDATE = Set.of("from", "types");

  private final ProfileText file;
  private final Kind kind;

  SourceReader(ProfileText file, Kind kind) {
    this.file = file;
    this.kind = kind;
  }

  @Nullable Source read(int rule, String at) {
    var source = unchanged(rule, at);
    if (source == null) {
      return null;
    }
    return inTypes(rule, at, converted(rule, at, worded(rule, at, source)));
  }

  private @Nullable Source unchanged(int rule, String at) {
    int from = file.member(rule, "from");
    int value = file.member(rule, "value");
    if (from == Doc.NONE && value == Doc.NONE) {
      file.problem(rule, at, Sort.NO_SOURCE, "from, value, each");
      return null;
    }
    if (from != Doc.NONE && value != Doc.NONE) {
      file.problem(rule, at, Sort.TWO_SOURCES, "from, value");
      return null;
    }
    return value != Doc.NONE ? new Source.Fixed(constant(value)) : from(from, at + "/from");
  }

  private Value constant(int node) {
    return file.is(node, NodeKind.STRING)
        ? new Value.Text(file.doc().text(node))
        : new Value.Json(new Out(32).tight(file.doc(), node).toString());
  }

  private @Nullable Source from(int node, String at) {
    if (file.is(node, NodeKind.STRING)) {
      return one(node, at);
    }
    if (!file.is(node, NodeKind.ARRAY) || file.doc().isEmpty(node)) {
      file.problem(
          node,
          at,
          Sort.WRONG_TYPE,
          file.is(node, NodeKind.ARRAY) ? "array, not empty" : "string, array");
      return null;
    }
    var candidates = new ArrayList<Source>();
    int number = 0;
    for (int item = node + 1; item < file.doc().after(node); item = file.doc().after(item)) {
      var candidate = candidate(item, at + "/" + number++);
      if (candidate != null) {
        candidates.add(candidate);
      }
    }
    return new Source.FirstOf(candidates);
  }

  private @Nullable Source candidate(int node, String at) {
    if (file.is(node, NodeKind.STRING)) {
      return one(node, at);
    }
    if (!file.is(node, NodeKind.OBJECT)) {
      file.problem(node, at, Sort.WRONG_TYPE, "string, object");
      return null;
    }
    file.checkFields(node, at, CANDIDATE);
    int from = file.wanted(node, at, "from", NodeKind.STRING, "string");
    if (file.wanted(node, at, "types") == Doc.NONE || from == Doc.NONE) {
      return null;
    }
    var source = one(from, at + "/from");
    return source == null ? null : inTypes(node, at, source);
  }

  private @Nullable Source one(int string, String at) {
    String written = file.doc().text(string);
    if (!written.startsWith("$")) {
      var pointer = file.asPointer(string, at);
      return pointer == null ? null : new Source.At(pointer);
    }
    var fact = Fact.ofRule(written);
    if (fact.isEmpty()) {
      file.problem(string, at, Sort.UNKNOWN_FACT, written);
      return null;
    }
    return new Source.Derived(fact.get());
  }

  private Source worded(int rule, String at, Source source) {
    if (!file.has(rule, "words")) {
      return source;
    }
    int words = file.wanted(rule, at, "words", NodeKind.OBJECT, "object");
    if (words == Doc.NONE) {
      return source;
    }
    var doc = file.doc();
    var table = new HashMap<String, String>();
    for (int key = words + 1; key < doc.after(words); key = doc.after(key + 1)) {
      String here = at + "/words/" + Pointer.escaped(doc.text(key));
      if (doc.isSuperseded(key)) {
        file.problem(key, here, Sort.REPEATED_FIELD, doc.text(key));
      } else if (doc.is(key + 1, NodeKind.STRING)) {
        table.put(doc.text(key), doc.text(key + 1));
      } else {
        file.problem(key + 1, here, Sort.WRONG_TYPE, "string");
      }
    }
    return new Source.Worded(source, table);
  }

  private Source converted(int rule, String at, Source source) {
    int as = file.member(rule, "as");
    if (as == Doc.NONE) {
      return source;
    }
    var type =
        file.is(as, NodeKind.STRING) ? TargetType.of(file.doc().text(as)).orElse(null) : null;
    if (type == null) {
      file.problem(as, at + "/as", Sort.UNKNOWN_TYPE, file.doc().written(as));
      return source;
    }
    return new Source.Converted(source, type);
  }

  private Source inTypes(int object, String at, Source source) {
    int list = file.member(object, "types");
    if (list == Doc.NONE) {
      return source;
    }
    if (kind != Kind.MESSAGE) {
      file.problem(list, at + "/types", Sort.NOT_FOR_THIS_KIND, "types");
      return source;
    }
    if (file.is(list, NodeKind.ARRAY) && file.doc().isEmpty(list)) {
      file.problem(list, at + "/types", Sort.WRONG_TYPE, "array, not empty");
      return source;
    }
    List<Name> types = file.texts(object, at, "types").stream().map(ContentType::named).toList();
    return new Source.InTypes(source, types);
  }
}
