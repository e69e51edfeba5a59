package dev.blipscope.mapping;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Place;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.ProfileProblem.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The text of a profile file: gives out its members by type, and notes what is wrong with them.
final class ProfileText {

  private final byte[] bytes;
  private final int from;
  private final Doc doc;
  private final List<ProfileProblem> problems = new ArrayList<>();

  /// @param from where in the bytes the document begins
  ProfileText(byte[] bytes, int from, Doc doc) {
    this.bytes = bytes;
    this.from = from;
    this.doc = doc;
  }

  Doc doc() {
    return doc;
  }

  List<ProfileProblem> problems() {
    return problems;
  }

  void problem(int node, String rule, Sort sort, String detail) {
    var place = Place.of(bytes, 0, from + doc.start(node));
    problems.add(new ProfileProblem(place, rule, sort, detail));
  }

  /// The value of a member, or [Doc#NONE].
  int member(int object, String field) {
    return doc.member(object, Name.of(field));
  }

  boolean has(int object, String field) {
    return member(object, field) != Doc.NONE;
  }

  boolean is(int node, NodeKind kind) {
    return doc.is(node, kind);
  }

  /// Each member must be known here and stand here once.
  void checkFields(int object, String at, Set<String> known) {
    for (int key = object + 1; key < doc.after(object); key = doc.after(key + 1)) {
      String name = doc.text(key);
      String here = at + "/" + Pointer.escaped(name);
      if (!known.contains(name)) {
        problem(key, here, Sort.UNKNOWN_FIELD, inOrder(known));
      } else if (doc.isSuperseded(key)) {
        problem(key, here, Sort.REPEATED_FIELD, name);
      }
    }
  }

  /// Half a character has no UTF-8, so a call that holds one could not be sent.
  void checkCharacters() {
    if (doc.hasLoneSurrogate()) {
      checkCharacters(Doc.ROOT, "");
    }
  }

  private void checkCharacters(int node, String at) {
    if (doc.is(node, NodeKind.OBJECT)) {
      for (int key = node + 1; key < doc.after(node); key = doc.after(key + 1)) {
        String here = at + "/" + Pointer.escaped(doc.text(key));
        checkText(key, here);
        checkCharacters(key + 1, here);
      }
    } else if (doc.is(node, NodeKind.ARRAY)) {
      int number = 0;
      for (int item = node + 1; item < doc.after(node); item = doc.after(item)) {
        checkCharacters(item, at + "/" + number++);
      }
    } else {
      checkText(node, at);
    }
  }

  private void checkText(int node, String at) {
    if ((doc.is(node, NodeKind.STRING) || doc.is(node, NodeKind.KEY))
        && doc.hasLoneSurrogate(node)) {
      problem(node, at, Sort.LONE_SURROGATE, doc.written(node));
    }
  }

  static String inOrder(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }

  /// The value of a member that must be there, or [Doc#NONE].
  int wanted(int object, String at, String field) {
    int value = member(object, field);
    if (value == Doc.NONE) {
      problem(object, at, Sort.MISSING_FIELD, field);
    }
    return value;
  }

  /// The value of a member that must be there and of this kind, or [Doc#NONE].
  int wanted(int object, String at, String field, NodeKind kind, String word) {
    int value = wanted(object, at, field);
    if (value != Doc.NONE && !doc.is(value, kind)) {
      problem(value, at + "/" + field, Sort.WRONG_TYPE, word);
      return Doc.NONE;
    }
    return value;
  }

  /// A text that must be there and say something.
  @Nullable String text(int object, String at, String field) {
    int value = wanted(object, at, field, NodeKind.STRING, "string");
    return value == Doc.NONE ? null : notEmpty(value, at + "/" + field);
  }

  private @Nullable String notEmpty(int string, String at) {
    if (doc.text(string).isEmpty()) {
      problem(string, at, Sort.WRONG_TYPE, "string, not empty");
      return null;
    }
    return doc.text(string);
  }

  /// A text that may be there.
  @Nullable String optionalText(int object, String at, String field) {
    return has(object, field) && wanted(object, at, field, NodeKind.STRING, "string") != Doc.NONE
        ? doc.text(member(object, field))
        : null;
  }

  /// The texts of a list that may be there.
  List<String> texts(int object, String at, String field) {
    if (!has(object, field)) {
      return List.of();
    }
    int list = wanted(object, at, field, NodeKind.ARRAY, "array");
    if (list == Doc.NONE) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    int number = 0;
    for (int item = list + 1; item < doc.after(list); item = doc.after(item)) {
      String here = at + "/" + field + "/" + number++;
      if (doc.is(item, NodeKind.STRING)) {
        texts.add(doc.text(item));
      } else {
        problem(item, here, Sort.WRONG_TYPE, "string");
      }
    }
    return texts;
  }

  /// A pointer that must be there.
  @Nullable Pointer pointer(int object, String at, String field) {
    int value = wanted(object, at, field, NodeKind.STRING, "string");
    return value == Doc.NONE ? null : asPointer(value, at + "/" + field);
  }

  @Nullable Pointer asPointer(int string, String at) {
    try {
      return Pointer.of(doc.text(string));
    } catch (IllegalArgumentException e) {
      problem(string, at, Sort.BAD_POINTER, doc.text(string));
      return null;
    }
  }
}
