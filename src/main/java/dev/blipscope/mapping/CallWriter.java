package dev.blipscope.mapping;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Item;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
import java.util.List;
import java.util.function.UnaryOperator;

/// Follows the layout of a call for one payload, and notes of each value that is missing why.
final class CallWriter {

  private static final Grounds STAMPED =
      new Grounds(Basis.ASSUMED, "the same payload to the same target has the same id");
  private static final Label ANONYMOUS_ID = Label.of("anonymousId");
  private static final Label MESSAGE_ID = Label.of("messageId");

  private final Item item;
  private final Pen pen;
  private final MessageIds ids;
  private final UnaryOperator<String> columnNames;
  private final List<Missing> missing;
  private final OwnNames ownNames;

  /// The names in the object that is being written.
  private TakenNames names = TakenNames.UNWATCHED;

  CallWriter(
      Item item,
      Pen pen,
      MessageIds ids,
      UnaryOperator<String> columnNames,
      List<Missing> missing) {
    this.item = item;
    this.pen = pen;
    this.ids = ids;
    this.columnNames = columnNames;
    this.missing = missing;
    this.ownNames = new OwnNames(item.doc(), pen, columnNames, missing);
  }

  void write(Layout.Body body) {
    var around = names;
    names = body.mixed() ? new TakenNames(columnNames) : TakenNames.UNWATCHED;
    pen.open();
    for (var part : body.parts()) {
      switch (part) {
        case Layout.Leaf leaf -> leaf(leaf);
        case Layout.Group group -> group(group);
        case Layout.Keep keep -> ownNames.keep(keep, names);
        case Layout.Pour pour -> ownNames.pour(pour, names);
        case Layout.Person person -> person(person);
        case Layout.Stamp _ ->
            made(MESSAGE_ID, "messageId", ids.messageId(), Fact.MESSAGE_ID, STAMPED);
      }
    }
    pen.close();
    names = around;
  }

  private void leaf(Layout.Leaf leaf) {
    switch (Resolver.resolve(leaf.source(), item)) {
      case Resolution.Present(var value, var story) -> fill(leaf, value, story);
      case Resolution.Absent(var why) -> miss(leaf, why);
    }
  }

  private void fill(Layout.Leaf leaf, Value value, Provenance story) {
    pen.name(leaf.label());
    pen.value(leaf.in(), leaf.name(), value, story, leaf.on().in(item));
    names.add(leaf.name());
    if (leaf.takes()) {
      ownNames.take(copied(story));
    }
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

  private void miss(Layout.Leaf leaf, Absence why) {
    missing.add(new Missing(leaf.to(), why, leaf.on().in(item)));
  }

  private void group(Layout.Group group) {
    var before = pen.mark();
    pen.name(group.label());
    write(group.body());
    if (pen.hasFilledSince(before) || group.always()) {
      names.add(group.name());
    } else {
      pen.backTo(before);
    }
  }

  /// Never both ids, never neither.
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
    var on = person.anonymous().in(item);
    made(ANONYMOUS_ID, "anonymousId", ids.anonymousId(), Fact.ANONYMOUS_ID, on);
  }

  private boolean isId(Value value) {
    String text = Conversion.textOf(value, item.doc());
    return text != null && !text.isBlank();
  }

  private void made(Label label, String name, String id, Fact fact, Grounds on) {
    pen.name(label);
    var story = new Provenance.Derived(fact, ids.places());
    pen.value(Pointer.ROOT, name, new Value.Text(id), story, on);
  }
}
