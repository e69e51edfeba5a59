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

  static Resolution resolve(Source source, Item item) {
    return switch (source) {
      case Source.At(var pointer) -> at(pointer, item.doc());
      case Source.Derived(var fact) -> Facts.of(fact, item);
      case Source.FirstOf(var candidates) -> firstOf(candidates, item);
      case Source.Converted(var input, var to) ->
          Conversion.convert(resolve(input, item), to, item.doc());
      case Source.Worded(var input, var words) -> worded(resolve(input, item), words, item.doc());
      case Source.InTypes(var input, var types) -> inTypes(input, types, item);
      case Source.Fixed(var value) -> new Resolution.Present(value, new Provenance.Fixed());
    };
  }

  private static Resolution at(Pointer pointer, Doc doc) {
    int node = pointer.in(doc);
    if (node == Doc.NONE) {
      return new Resolution.Absent(new Absence.NotInPayload(pointer));
    }
    return doc.is(node, NodeKind.NULL)
        ? new Resolution.Absent(new Absence.IsNull(pointer))
        : new Resolution.Present(new Value.Original(node), new Provenance.Copied(node));
  }

  private static Resolution firstOf(List<Source> candidates, Item item) {
    List<Absence> passedOver = List.of();
    for (var candidate : candidates) {
      switch (resolve(candidate, item)) {
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
    String text = Conversion.textOf(value, doc);
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

  private static Resolution inTypes(Source input, List<Name> types, Item item) {
    for (var type : types) {
      if (item.isOfType(type)) {
        return resolve(input, item);
      }
    }
    var written = new ArrayList<String>(types.size());
    for (var type : types) {
      written.add(type.text());
    }
    return new Resolution.Absent(new Absence.OtherType(written));
  }
}
