package dev.blipscope.mapping;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.Blank;
import dev.blipscope.blip.Item;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Pointer;
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
  private final Notes notes;
  private final OwnNames ownNames;

  /// The names in the object that is being written.
  private TakenNames names = TakenNames.UNWATCHED;

  CallWriter(Item item, Pen pen, MessageIds ids, UnaryOperator<String> columnNames, Notes notes) {
    this.item = item;
    this.pen = pen;
    this.ids = ids;
    this.columnNames = columnNames;
    this.notes = notes;
    this.ownNames = new OwnNames(item.doc(), pen, columnNames, notes);
  }

  void write(Layout.Body body) {
    var around = names;
    names = body.mixed() ? new TakenNames(columnNames) : TakenNames.UNWATCHED;
    pen.open();
    for (var part : body.parts()) {
      part.writeBy(this);
    }
    pen.close();
    names = around;
  }

  void leaf(Layout.Leaf leaf) {
    var found = leaf.finder().find(item);
    if (found instanceof Resolution.Present(var value, var story)) {
      fill(leaf, value, story);
    } else if (found instanceof Resolution.Absent(var why)) {
      miss(leaf, why);
    }
  }

  void keep(Layout.Keep keep) {
    ownNames.keep(keep, names);
  }

  void pour(Layout.Pour pour) {
    ownNames.pour(pour, names);
  }

  void stamp() {
    made(MESSAGE_ID, "messageId", ids.messageId(), Fact.MESSAGE_ID, STAMPED);
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
    notes.missing(leaf.to(), why, leaf.on().in(item));
  }

  void group(Layout.Group group) {
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
  void person(Layout.Person person) {
    var leaf = person.userId();
    if (leaf != null) {
      var found = leaf.finder().find(item);
      if (found instanceof Resolution.Present(var value, var story)) {
        if (isId(value)) {
          fill(leaf, value, story);
          return;
        }
        miss(leaf, new Absence.NoUserId(story));
      } else if (found instanceof Resolution.Absent(var why)) {
        miss(leaf, why);
      }
    }
    var on = person.anonymous().in(item);
    made(ANONYMOUS_ID, "anonymousId", ids.anonymousId(), Fact.ANONYMOUS_ID, on);
  }

  private boolean isId(Value value) {
    String text = value.textIn(item.doc());
    return text != null && !Blank.is(text);
  }

  private void made(Label label, String name, String id, Fact fact, Grounds on) {
    pen.name(label);
    var story = new Provenance.Derived(fact, ids.places());
    pen.value(Pointer.ROOT, name, new Value.Text(id), story, on);
  }
}
