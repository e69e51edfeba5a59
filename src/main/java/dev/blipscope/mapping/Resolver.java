package dev.blipscope.mapping;

import dev.blipscope.blip.Item;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Follows a source into a payload, and comes back with a value and its story, or with the story
/// of its absence.
final class Resolver {

  private Resolver() {}

  static Finder of(Source source) {
    return switch (source) {
      case Source.At(var pointer) -> at(pointer);
      case Source.Derived(var fact) -> item -> Facts.of(fact, item);
      case Source.FirstOf(var candidates) ->
          firstOf(candidates.stream().map(Resolver::of).toList());
      case Source.Converted(var input, var to) -> converted(of(input), to);
      case Source.Worded(var input, var words) -> worded(of(input), words);
      case Source.InTypes(var input, var types) -> inTypes(of(input), types);
      case Source.Fixed(var value) -> fixed(value);
    };
  }

  private static Finder at(Pointer pointer) {
    var notThere = new Resolution.Absent(new Absence.NotInPayload(pointer));
    var isNull = new Resolution.Absent(new Absence.IsNull(pointer));
    return item -> {
      int node = pointer.in(item.doc());
      if (node == Doc.NONE) {
        return notThere;
      }
      return item.doc().is(node, NodeKind.NULL)
          ? isNull
          : new Resolution.Present(new Value.Original(node), new Provenance.Copied(node));
    };
  }

  private static Finder converted(Finder input, TargetType to) {
    return item -> Conversion.convert(input.find(item), to, item.doc());
  }

  private static Finder worded(Finder input, Map<String, String> words) {
    return item -> worded(input.find(item), words, item.doc());
  }

  private static Finder fixed(Value value) {
    var found = new Resolution.Present(value, new Provenance.Fixed());
    return item -> found;
  }

  private static Finder firstOf(List<Finder> candidates) {
    return item -> firstOf(candidates, item);
  }

  private static Finder inTypes(Finder input, List<Name> types) {
    var other =
        new Resolution.Absent(new Absence.OtherType(types.stream().map(Name::text).toList()));
    return item -> isOfType(item, types) ? input.find(item) : other;
  }

  private static boolean isOfType(Item item, List<Name> types) {
    for (var type : types) {
      if (item.isOfType(type)) {
        return true;
      }
    }
    return false;
  }

  private static Resolution firstOf(List<Finder> candidates, Item item) {
    List<Absence> passedOver = List.of();
    for (var candidate : candidates) {
      switch (candidate.find(item)) {
        case Resolution.Present(var value, var story) -> {
          return new Resolution.Present(value, new Provenance.Chosen(story, passedOver));
        }
        case Resolution.Absent(var why) -> {
          if (passedOver.isEmpty()) {
            passedOver = new ArrayList<>(candidates.size());
          }
          passedOver.add(why);
        }
      }
    }
    return new Resolution.Absent(new Absence.NoneOf(passedOver));
  }

  private static Resolution worded(Resolution found, Map<String, String> words, Doc doc) {
    if (!(found instanceof Resolution.Present(var value, var story))) {
      return found;
    }
    String text = value.textIn(doc);
    String word = text == null ? null : words.get(text);
    return word == null
        ? new Resolution.Absent(new Absence.NotWorded(story))
        : new Resolution.Present(new Value.Text(word), inWords(story));
  }

  /// A conclusion is ours to word; what was copied becomes another text.
  private static Provenance inWords(Provenance story) {
    return story instanceof Provenance.Derived
        ? story
        : new Provenance.Converted(story, TargetType.TEXT);
  }
}
