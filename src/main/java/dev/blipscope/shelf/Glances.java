package dev.blipscope.shelf;

import dev.blipscope.blip.Basis;
import dev.blipscope.blip.ContentType;
import dev.blipscope.blip.Detector;
import dev.blipscope.blip.Fields;
import dev.blipscope.blip.Item;
import dev.blipscope.blip.Kind;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Scanner;
import dev.blipscope.mapping.Fact;
import dev.blipscope.mapping.Grounds;
import dev.blipscope.mapping.Mapper;
import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.Rest;
import dev.blipscope.mapping.Rule;
import dev.blipscope.mapping.Salt;
import dev.blipscope.mapping.Source;
import dev.blipscope.mapping.Value;
import dev.blipscope.segment.SnakeCase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks at rows for a list, a page at a time: what is not in the index is read anew each time.
/// Used by one thread.
public final class Glances {

  /// A payload up to here is read within the time of one frame, and so are fifty.
  private static final int LARGE = 1 << 18;

  private static final int LONGEST = 200;

  private static final Name NAME = Name.of("name");

  private final @Nullable Kind reserved;
  private final Scanner scanner = new Scanner();
  private final Out out = new Out(1 << 10);

  /// The mapping knows best in which field of a content its words are, so it is asked for them.
  private final Mapper words = wordsOnly();

  /// @param reserved the kind that the receiver's URL is kept for, if it is
  public Glances(@Nullable Kind reserved) {
    this.reserved = reserved;
  }

  private static Mapper wordsOnly() {
    var grounds = new Grounds(Basis.ASSUMED, "what a list shows of a message");
    var body = Pointer.of("/properties");
    var rule = new Rule(body.then("words"), new Source.Derived(Fact.TEXT), grounds);
    var plan = new Profile.Plan(body, List.of(rule), List.of(), new Rest.Dropped(grounds));
    var profile =
        new Profile("words", "", Map.of(Kind.MESSAGE, plan, Kind.EVENT, plan, Kind.CONTACT, plan));
    return new Mapper(profile, Salt.of("", ""), SnakeCase::of);
  }

  public Glance of(Batch batch, int row) {
    var time = batch.time(row);
    return new Glance(
        batch.kind(row),
        batch.direction(row),
        batch.via(row),
        time.isPresent() ? time.getAsLong() : null,
        batch.who(row).orElse(null),
        what(batch, row));
  }

  private Glance.What what(Batch batch, int row) {
    var kind = batch.kind(row);
    if (!kind.isObject()) {
      var text = batch.text(row, LONGEST * 3);
      return text.isEmpty() ? new Glance.What.Gone() : beginning(batch, row, text.get());
    }
    if (batch.length(row) > LARGE) {
      return new Glance.What.Large(batch.length(row));
    }
    var text = batch.text(row);
    return text.isPresent()
            && scanner.scan(text.get(), 0, text.get().length, true) == Scanner.Outcome.VALUE
            && scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)
        ? of(scanner.doc())
        : new Glance.What.Gone();
  }

  private static Glance.What beginning(Batch batch, int row, byte[] text) {
    String shown = shown(new String(text, StandardCharsets.UTF_8));
    return batch.kind(row) == RowKind.BROKEN
        ? new Glance.What.Piece(shown, batch.breakage(row).orElse(null))
        : new Glance.What.Beginning(shown);
  }

  /// What an object is about.
  public Glance.What of(Doc doc) {
    var detection = Detector.detect(doc, reserved);
    var kind = detection.kind();
    if (kind == null) {
      var foreign = detection.foreign();
      return foreign == null
          ? new Glance.What.Beginning(shown(doc.written(Doc.ROOT)))
          : new Glance.What.Shape(foreign.shape());
    }
    return switch (kind) {
      case MESSAGE -> message(doc);
      case EVENT -> new Glance.What.Tracked(text(doc, Fields.CATEGORY), text(doc, Fields.ACTION));
      case CONTACT -> new Glance.What.Person(text(doc, NAME));
    };
  }

  private Glance.What message(Doc doc) {
    out.cutTo(0);
    var draft = words.map(Item.of(doc, Kind.MESSAGE), out);
    for (var field : draft.fields()) {
      if ("words".equals(field.name())) {
        return new Glance.What.Words(shown(textOf(field.value(), doc)));
      }
    }
    return new Glance.What.Content(shown(ContentType.of(doc)));
  }

  private static String textOf(Value value, Doc doc) {
    return switch (value) {
      case Value.Original(var node) -> doc.text(node);
      case Value.Text(var text) -> text;
      case Value.Json(var json) -> json;
    };
  }

  private static String text(Doc doc, Name field) {
    int node = Fields.present(doc, field);
    if (node == Doc.NONE) {
      return "";
    }
    return shown(doc.is(node, NodeKind.STRING) ? doc.text(node) : doc.written(node));
  }

  /// The beginning of a text on one line.
  private static String shown(String text) {
    var shown = new StringBuilder(Math.min(text.length(), LONGEST));
    boolean blank = false;
    for (int i = 0; i < text.length() && shown.length() < LONGEST; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (Character.isWhitespace(point) || Character.isISOControl(point)) {
        blank = !shown.isEmpty();
        continue;
      }
      if (blank) {
        shown.append(' ');
        blank = false;
      }
      shown.appendCodePoint(point);
    }
    return shown.toString();
  }
}
