package dev.blipscope.check;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Place;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Units;
import dev.blipscope.json.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What is valid JSON and still bites: names that stand twice, halves of characters.
final class JsonChecks {

  private final Doc doc;
  private final IntFunction<Place> places;
  private final Units units;
  private final List<Finding> findings = new ArrayList<>();

  private JsonChecks(Doc doc, IntFunction<Place> places) {
    this.doc = doc;
    this.places = places;
    this.units = Units.of(doc);
  }

  /// @param places where in the whole input a byte of the payload stands
  static List<Finding> of(Doc doc, IntFunction<Place> places) {
    if (!doc.repeatsNames() && !doc.hasLoneSurrogate()) {
      return List.of();
    }
    var checks = new JsonChecks(doc, places);
    Walk.through(doc, (node, pointer, _, _) -> checks.see(node, pointer));
    return checks.findings;
  }

  private void see(int node, String pointer) {
    if (doc.is(node, NodeKind.OBJECT)) {
      for (int key = node + 1; key < doc.after(node); key = doc.after(key + 1)) {
        String name = doc.text(key);
        String here = pointer + "/" + Pointer.escaped(name);
        if (doc.isSuperseded(key)) {
          repeated(key, here, name);
        }
        if (doc.hasLoneSurrogate(key)) {
          half(key, here);
        }
      }
    } else if (doc.is(node, NodeKind.STRING) && doc.hasLoneSurrogate(node)) {
      half(node, pointer);
    }
  }

  /// The earlier member counts for nothing, so that it can go; behind it there always is another.
  private void repeated(int key, String pointer, String name) {
    int from = doc.start(key);
    var without = new Mend(units.at(from), units.at(doc.start(doc.after(key + 1))), "");
    add(
        Code.JSON_DUPLICATE_KEY,
        new Where.InPayload(pointer, from, doc.end(key + 1)),
        List.of(name),
        breakage(from, Expected.OTHER_NAME, without));
  }

  private void half(int node, String pointer) {
    add(
        Code.JSON_LONE_SURROGATE,
        Paths.at(doc, pointer, node),
        List.of(),
        breakage(doc.start(node), Expected.WHOLE_CHARACTER, null));
  }

  private Breakage breakage(int at, Expected expected, @Nullable Mend mend) {
    return new Breakage(places.apply(at), units.at(at), expected, mend);
  }

  private void add(Code code, Where where, List<String> words, Breakage breakage) {
    findings.add(new Finding(code, code.usual(), where, words, breakage));
  }
}
