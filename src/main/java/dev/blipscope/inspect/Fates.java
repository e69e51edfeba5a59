package dev.blipscope.inspect;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Walk;
import dev.blipscope.mapping.Draft;
import dev.blipscope.mapping.Fact;
import dev.blipscope.mapping.Filled;
import dev.blipscope.mapping.Provenance;
import dev.blipscope.mapping.Rest;
import dev.blipscope.mapping.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Spells a draft out value by value: where each one of the call came from, and which ones of the
/// payload went nowhere.
final class Fates {

  private final Draft draft;
  private final Doc doc;
  private final Doc call;
  private final Map<Integer, String> pointers;

  /// @param call the call that the draft was written as
  Fates(Draft draft, Doc call) {
    this.draft = draft;
    this.doc = draft.item().doc();
    this.call = call;
    this.pointers = pointers();
  }

  /// The ways to all values of the payload that a story speaks of.
  private Map<Integer, String> pointers() {
    var wanted = new BitSet();
    for (var field : draft.fields()) {
      field.story().places().forEach(wanted::set);
      if (field.value() instanceof Value.Original(var node)) {
        wanted.set(node);
      }
    }
    var found = new HashMap<Integer, String>();
    Walk.through(
        doc,
        (node, pointer, _, _) -> {
          if (wanted.get(node)) {
            found.put(node, pointer);
          }
        });
    return found;
  }

  /// Whether there is nothing in a value: it is no container, or an empty one.
  private static boolean isLeaf(Doc doc, int node) {
    return !doc.kind(node).isContainer() || doc.isEmpty(node);
  }

  private Spot spot(int node) {
    return Spot.of(doc, pointers.getOrDefault(node, ""), node);
  }

  // What became of the call

  List<Trace> traces() {
    var values = new ArrayList<Spot>();
    Walk.through(
        call,
        (node, pointer, _, _) -> {
          if (isLeaf(call, node)) {
            values.add(Spot.of(call, pointer, node));
          }
        });
    var traces = new ArrayList<Trace>();
    int next = 0;
    for (var field : draft.fields()) {
      while (values.get(next).to() <= field.from()) {
        traces.add(unfilled(values.get(next++)));
      }
      int first = next;
      while (next < values.size() && values.get(next).to() <= field.to()) {
        next++;
      }
      traces.addAll(traces(field, values.subList(first, next)));
    }
    values.subList(next, values.size()).forEach(value -> traces.add(unfilled(value)));
    return traces;
  }

  private List<Trace> traces(Filled field, List<Spot> values) {
    if (field.value() instanceof Value.Original(var node) && !isLeaf(doc, node)) {
      return copies(field, node, values);
    }
    var from = field.story().places().stream().map(this::spot).toList();
    return values.stream().map(value -> trace(value, field, from)).toList();
  }

  /// A container that was taken whole: each value in it has the story of the whole, and a place of
  /// its own.
  private List<Trace> copies(Filled field, int container, List<Spot> values) {
    var traces = new ArrayList<Trace>();
    Walk.through(
        doc,
        container,
        spot(container).pointer(),
        "",
        (node, pointer, _, superseded) -> {
          if (!superseded && isLeaf(doc, node)) {
            var from = List.of(Spot.of(doc, pointer, node));
            traces.add(trace(values.get(traces.size()), field, from));
          }
        });
    return traces;
  }

  private static Trace trace(Spot value, Filled field, List<Spot> from) {
    return new Trace(
        value.pointer(), field.story(), from, field.grounds(), value.from(), value.to());
  }

  /// An object that is always there, and that nothing of this payload fills.
  private Trace unfilled(Spot value) {
    return new Trace(
        value.pointer(),
        new Provenance.Fixed(),
        List.of(),
        draft.rest().grounds(),
        value.from(),
        value.to());
  }

  // What became of the payload

  List<Unused> unused() {
    var used = new BitSet(doc.count());
    for (var field : draft.fields()) {
      if (!isOnlyHashed(field.story())) {
        for (int place : field.story().places()) {
          used.set(place, doc.after(place));
        }
      }
    }
    var unused = new ArrayList<Unused>();
    var rules = placesOfRules(draft.rest());
    Walk.through(
        doc,
        (node, pointer, _, superseded) -> {
          if (isLeaf(doc, node) && (superseded || !used.get(node))) {
            var why =
                superseded ? new Unused.Reason.Superseded() : notKept(pointer, draft.rest(), rules);
            unused.add(new Unused(Spot.of(doc, pointer, node), why));
          }
        });
    return unused;
  }

  /// The fields that rules filled among those that are kept, each by its name there.
  private Map<String, Filled> placesOfRules(Rest rest) {
    var places = new HashMap<String, Filled>();
    if (rest instanceof Rest.Kept(var to, _)) {
      int depth = to.steps().size();
      for (var field : draft.fields()) {
        var steps = field.pointer(doc).steps();
        if (field.name() != null
            && steps.size() > depth
            && steps.subList(0, depth).equals(to.steps())) {
          places.putIfAbsent(steps.get(depth).text(), field);
        }
      }
    }
    return places;
  }

  /// Why a value is not among the fields that are kept.
  private Unused.Reason notKept(String pointer, Rest rest, Map<String, Filled> rules) {
    var steps = Pointer.of(pointer).steps();
    if (rest instanceof Rest.Dropped || steps.isEmpty()) {
      return new Unused.Reason.LeftOut(rest.grounds());
    }
    var rule = rules.get(steps.getFirst().text());
    return rule == null
        ? new Unused.Reason.Excepted(new Pointer(steps.subList(0, 1)).toString())
        : new Unused.Reason.Displaced(rule.pointer(doc), rule.grounds());
  }

  /// What only an id was made of did not arrive anywhere.
  private static boolean isOnlyHashed(Provenance story) {
    return story instanceof Provenance.Derived(var fact, _)
        && (fact == Fact.MESSAGE_ID || fact == Fact.ANONYMOUS_ID);
  }
}
