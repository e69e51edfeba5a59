package dev.blipscope.mapping;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Item;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Writes one call, and notes of each field how it came to be, and of each that is missing why.
final class CallWriter {

  private static final Grounds STAMPED =
      new Grounds(Basis.ASSUMED, "the same payload to the same target has the same id");
  private static final Label ANONYMOUS_ID = Label.of("anonymousId");
  private static final Label MESSAGE_ID = Label.of("messageId");
  private static final String UNNAMED = "unnamed";

  private final Item item;
  private final Doc doc;
  private final Out out;
  private final int start;
  private final MessageIds ids;
  private final UnaryOperator<String> columnNames;
  private final List<Filled> fields;
  private final List<Missing> missing;

  /// What rules copied, so that it is not kept under its own name as well.
  private Set<Integer> taken = Set.of();

  /// The names in the object that is being written.
  private TakenNames names = TakenNames.UNWATCHED;

  /// Whether nothing stands in it yet.
  private boolean first;

  CallWriter(
      Item item,
      Out out,
      MessageIds ids,
      UnaryOperator<String> columnNames,
      List<Filled> fields,
      List<Missing> missing) {
    this.item = item;
    this.doc = item.doc();
    this.out = out;
    this.start = out.size();
    this.ids = ids;
    this.columnNames = columnNames;
    this.fields = fields;
    this.missing = missing;
  }

  void write(Layout.Body body) {
    var around = names;
    names = body.mixed() ? new TakenNames(columnNames) : TakenNames.UNWATCHED;
    out.add('{');
    first = true;
    for (var part : body.parts()) {
      switch (part) {
        case Layout.Leaf leaf -> leaf(leaf);
        case Layout.Group group -> group(group);
        case Layout.Keep keep -> keep(keep);
        case Layout.Pour pour -> pour(pour);
        case Layout.Person person -> person(person);
        case Layout.Stamp _ -> stamp();
      }
    }
    out.add('}');
    first = false;
    names = around;
  }

  private void comma() {
    if (!first) {
      out.add(',');
    }
    first = false;
  }

  private void fill(
      Pointer in, @Nullable String name, int key, Value value, Provenance story, Grounds on) {
    int from = out.size() - start;
    value.writeTo(out, doc);
    fields.add(new Filled(in, name, key, value, story, on, from, out.size() - start));
  }

  // What one rule fills

  private void leaf(Layout.Leaf leaf) {
    switch (Resolver.resolve(leaf.source(), item)) {
      case Resolution.Present(var value, var story) -> fill(leaf, value, story);
      case Resolution.Absent(var why) -> miss(leaf, why);
    }
  }

  private void fill(Layout.Leaf leaf, Value value, Provenance story) {
    comma();
    leaf.label().writeTo(out);
    fill(leaf.in(), leaf.name(), Doc.NONE, value, story, leaf.on().in(item));
    names.add(leaf.name());
    if (leaf.takes()) {
      take(copied(story));
    }
  }

  private void miss(Layout.Leaf leaf, Absence why) {
    missing.add(new Missing(leaf.to(), why, leaf.on().in(item)));
  }

  private void take(int node) {
    if (taken.isEmpty()) {
      taken = new HashSet<>();
    }
    taken.add(node);
  }

  /// The value that was copied whole, or [Doc#NONE].
  private static int copied(Provenance story) {
    return switch (story) {
      case Provenance.Copied(var from) -> from;
      case Provenance.Chosen(var winner, _) -> copied(winner);
      case Provenance.Converted(var input, _) -> copied(input);
      case Provenance.Derived _, Provenance.Fixed _ -> Doc.NONE;
    };
  }

  private void group(Layout.Group group) {
    int before = out.size();
    int filled = fields.size();
    boolean wasFirst = first;
    comma();
    group.label().writeTo(out);
    write(group.body());
    if (fields.size() == filled && !group.always()) {
      out.cutTo(before);
      first = wasFirst;
    } else {
      names.add(group.name());
    }
  }

  // Who it is about, and the id of the call

  private void person(Layout.Person person) {
    var leaf = person.userId();
    if (leaf != null) {
      switch (Resolver.resolve(leaf.source(), item)) {
        case Resolution.Present(var value, var story) -> {
          if (isId(value)) {
            fill(leaf, value, story);
            return;
          }
          miss(leaf, new Absence.NoUserId(story));
        }
        case Resolution.Absent(var why) -> miss(leaf, why);
      }
    }
    made(
        ANONYMOUS_ID,
        "anonymousId",
        ids.anonymousId(),
        Fact.ANONYMOUS_ID,
        person.anonymous().in(item));
  }

  private boolean isId(Value value) {
    String text = Conversion.textOf(value, doc);
    return text != null && !text.isBlank();
  }

  private void stamp() {
    made(MESSAGE_ID, "messageId", ids.messageId(), Fact.MESSAGE_ID, STAMPED);
  }

  private void made(Label label, String name, String id, Fact fact, Grounds on) {
    comma();
    label.writeTo(out);
    var story = new Provenance.Derived(fact, ids.places());
    fill(Pointer.ROOT, name, Doc.NONE, new Value.Text(id), story, on);
  }

  // What the payload itself names

  private void keep(Layout.Keep keep) {
    for (var spread : keep.spreads()) {
      takePoured(spread);
    }
    for (int key = Doc.ROOT + 1; key < doc.after(Doc.ROOT); key = doc.after(key + 1)) {
      if (!doc.isSuperseded(key) && !isTaken(key)) {
        comma();
        out.slice(doc, doc.start(key), doc.end(key)).add(':');
        fill(
            keep.to(),
            null,
            key,
            new Value.Original(key + 1),
            new Provenance.Copied(key + 1),
            keep.grounds());
      }
    }
  }

  private void takePoured(Spread spread) {
    int object = spread.each().in(doc);
    if (object == Doc.ROOT) {
      for (int key = object + 1; key < doc.after(object); key = doc.after(key + 1)) {
        if (!doc.isNamed(key, spread.except())) {
          take(key + 1);
        }
      }
    } else if (isObject(object)) {
      take(object);
    }
  }

  /// Whether a rule has taken the field of the payload, or the name of it.
  private boolean isTaken(int key) {
    if (!taken.isEmpty() && taken.contains(key + 1)) {
      return true;
    }
    if (!names.isWatched()) {
      return false;
    }
    String name = doc.text(key);
    if (names.holds(name)) {
      return true;
    }
    names.add(name);
    return false;
  }

  private boolean isObject(int node) {
    return node != Doc.NONE && doc.is(node, NodeKind.OBJECT);
  }

  private void pour(Layout.Pour pour) {
    var spread = pour.spread();
    int object = spread.each().in(doc);
    if (!isObject(object)) {
      missing.add(new Missing(pour.many(), absence(pour, object), spread.grounds()));
      return;
    }
    for (int key = object + 1; key < doc.after(object); key = doc.after(key + 1)) {
      if (!doc.isSuperseded(key) && !doc.isNamed(key, spread.except())) {
        pour(spread, key);
      }
    }
  }

  private Absence absence(Layout.Pour pour, int node) {
    var each = pour.spread().each();
    if (node == Doc.NONE) {
      return new Absence.NotInPayload(each);
    }
    return doc.is(node, NodeKind.NULL)
        ? new Absence.IsNull(each)
        : new Absence.NotInPayload(each.then(Layout.MANY));
  }

  private void pour(Spread spread, int key) {
    String column = columnNames.apply(doc.text(key));
    String name = names.free(spread.prefix() + (column.isEmpty() ? UNNAMED : column));
    Value value = new Value.Original(key + 1);
    Provenance story = new Provenance.Copied(key + 1);
    // Objects and arrays become text: flattened by a warehouse, their columns could collide.
    if (doc.kind(key + 1).isContainer()) {
      value = Conversion.asText(value, doc);
      story = new Provenance.Converted(story, TargetType.TEXT);
    }
    comma();
    out.quoted(name).add(':');
    fill(spread.to(), name, Doc.NONE, value, story, spread.grounds());
  }
}
