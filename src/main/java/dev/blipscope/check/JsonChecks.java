package dev.blipscope.check;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Walk;
import java.util.ArrayList;
import java.util.List;

/// What is valid JSON and still bites: names that stand twice, halves of characters.
final class JsonChecks {

  private JsonChecks() {}

  static List<Finding> of(Doc doc) {
    var findings = new ArrayList<Finding>();
    if (doc.repeatsNames() || doc.hasLoneSurrogate()) {
      Walk.through(doc, (node, pointer, _, _) -> see(doc, pointer, node, findings));
    }
    return findings;
  }

  private static void see(Doc doc, String pointer, int node, List<Finding> findings) {
    if (doc.is(node, NodeKind.OBJECT)) {
      for (int key = node + 1; key < doc.after(node); key = doc.after(key + 1)) {
        String name = doc.text(key);
        String here = pointer + "/" + Pointer.escaped(name);
        if (doc.isSuperseded(key)) {
          findings.add(
              Finding.of(
                  Code.JSON_DUPLICATE_KEY,
                  new Where.InPayload(here, doc.start(key), doc.end(key + 1)),
                  name));
        }
        if (doc.hasLoneSurrogate(key)) {
          findings.add(Finding.of(Code.JSON_LONE_SURROGATE, Paths.at(doc, here, key)));
        }
      }
    } else if (doc.is(node, NodeKind.STRING) && doc.hasLoneSurrogate(node)) {
      findings.add(Finding.of(Code.JSON_LONE_SURROGATE, Paths.at(doc, pointer, node)));
    }
  }
}
