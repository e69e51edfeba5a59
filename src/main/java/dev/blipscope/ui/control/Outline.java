package dev.blipscope.ui.control;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Plain;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// All places of a text by their names, to choose one and go there.
///
/// @param complete whether these are all of them
record Outline(List<Entry> entries, boolean complete) {

  static final int MOST = 20_000;

  private static final int BEGINNING = 60;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// One place.
  ///
  /// @param start the first unit of the value that stands there
  record Entry(String pointer, String beginning, int start, int end) {

    boolean isCalled(String words) {
      String name = pointer.toLowerCase(Locale.ROOT);
      return BLANKS.splitAsStream(words.toLowerCase(Locale.ROOT)).allMatch(name::contains);
    }
  }

  Outline {
    entries = List.copyOf(entries);
  }

  static Outline of(Parsed.Values values) {
    var entries = new ArrayList<Entry>();
    int before = 0;
    int bytesBefore = 0;
    boolean several = values.docs().size() > 1;
    for (int i = 0; i < values.docs().size(); i++) {
      var doc = values.docs().get(i);
      before += values.starts().get(i) - bytesBefore;
      var units = Units.of(doc);
      new Walk(doc, units, before, entries).value(Doc.ROOT, several ? "/" + i : "");
      before += units.at(doc.length());
      bytesBefore = values.starts().get(i) + doc.length();
    }
    return new Outline(
        entries.size() > MOST ? entries.subList(0, MOST) : entries, entries.size() <= MOST);
  }

  /// Goes through a document and notes what it passes.
  private record Walk(Doc doc, Units units, int before, List<Entry> entries) {

    void value(int node, String pointer) {
      if (entries.size() > MOST) {
        return;
      }
      entries.add(
          new Entry(
              pointer,
              beginning(node),
              before + units.at(doc.start(node)),
              before + units.at(doc.end(node))));
      if (!doc.kind(node).isContainer()) {
        return;
      }
      boolean object = doc.is(node, NodeKind.OBJECT);
      int index = 0;
      for (int child = node + 1; child < doc.after(node); child = doc.after(child)) {
        if (object) {
          String name = Pointer.escaped(doc.text(child));
          child++;
          value(child, pointer + "/" + name);
        } else {
          value(child, pointer + "/" + index++);
        }
      }
    }

    private String beginning(int node) {
      return switch (doc.kind(node)) {
        case OBJECT -> doc.isEmpty(node) ? "{}" : "{…}";
        case ARRAY -> doc.isEmpty(node) ? "[]" : "[…]";
        case STRING, NUMBER, TRUE, FALSE, NULL, KEY -> Plain.brief(doc.written(node), BEGINNING);
      };
    }
  }
}
