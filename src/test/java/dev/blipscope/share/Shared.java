package dev.blipscope.share;

import dev.blipscope.check.PersonalData;
import dev.blipscope.inspect.Inspection;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.inspect.Origin;
import dev.blipscope.inspect.Samples;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the tests of this room hand around.
final class Shared {

  private Shared() {}

  /// Every readable sample as it is handed to somebody.
  static List<Handed> samples() {
    var inspector = new Inspector(Profiles.usual(), Target.SANDBOX, null);
    var handed = new ArrayList<Handed>();
    for (var file : Samples.files()) {
      int index = 0;
      for (var inspection : Samples.inspections(file, inspector).toList()) {
        handed.add(handed(file.getFileName().toString(), ++index, inspection));
      }
    }
    return handed;
  }

  static Handed handed(Doc payload) {
    var inspector = new Inspector(Profiles.usual(), Target.SANDBOX, null);
    return handed("pasted", 1, inspector.inspect(payload));
  }

  private static Handed handed(String source, int index, Inspection inspection) {
    var doc = inspection.doc();
    return new Handed(
        new Origin(source, index, 1, "json"), doc == null ? "" : doc.written(Doc.ROOT), inspection);
  }

  static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /// The personal values that the detector sees in a document.
  static Set<String> personal(Doc doc) {
    var found = new TreeSet<String>();
    personal(doc, Doc.ROOT, "", "", found);
    return found;
  }

  private static void personal(Doc doc, int node, String key, String pointer, Set<String> into) {
    if (doc.is(node, NodeKind.OBJECT)) {
      for (int name = node + 1; name < doc.after(node); name = doc.after(name + 1)) {
        String step = doc.text(name);
        personal(doc, name + 1, step, pointer + "/" + Pointer.escaped(step), into);
      }
    } else if (doc.is(node, NodeKind.ARRAY)) {
      for (int item = node + 1; item < doc.after(node); item = doc.after(item)) {
        personal(doc, item, key, pointer, into);
      }
    } else if (doc.is(node, NodeKind.STRING) || doc.is(node, NodeKind.NUMBER)) {
      boolean number = doc.is(node, NodeKind.NUMBER);
      String text = number ? doc.written(node) : doc.text(node);
      for (var spot : PersonalData.spots(key, text, number)) {
        if (!PersonalData.isNameOfThing(pointer)) {
          into.add(text.substring(spot.from(), spot.to()));
        }
      }
    }
  }
}
