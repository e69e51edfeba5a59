package dev.blipscope.inspect;

import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Pretty;
import dev.blipscope.json.Scanner;
import dev.blipscope.json.Units;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A document as a person sees it: its text, and where in this text each value stands.
public final class Shown {

  /// A piece of the text, in UTF-16 units.
  public record Range(int start, int end) {

    public boolean holds(int offset) {
      return start <= offset && offset <= end;
    }
  }

  private final Doc doc;
  private final String text;
  private final Units units;

  private Shown(Doc doc, String text) {
    this.doc = doc;
    this.text = text;
    this.units = Units.of(doc);
  }

  /// The document to the letter.
  public static Shown asWritten(Doc doc) {
    return new Shown(doc, doc.written(Doc.ROOT));
  }

  /// The document laid out over several lines.
  public static Shown laidOut(Doc doc) {
    String text = Pretty.of(doc);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner(Inspector.OWN);
    if (scanner.scan(bytes, 0, bytes.length, true) != Scanner.Outcome.VALUE) {
      throw new IllegalStateException("what was laid out must still be JSON");
    }
    return new Shown(scanner.doc().kept(), text);
  }

  public String text() {
    return text;
  }

  /// Where a value stands; nothing if the pointer leads nowhere.
  public Optional<Range> at(String pointer) {
    int node = Pointer.of(pointer).in(doc);
    return node == Doc.NONE ? Optional.empty() : Optional.of(range(doc.start(node), doc.end(node)));
  }

  /// Where bytes of the document stand.
  public Range range(int from, int to) {
    return new Range(units.at(from), units.at(to));
  }

  /// The way to the innermost value at a place of the text. A member's name stands for its value.
  public String pointerAt(int offset) {
    var pointer = new StringBuilder();
    int node = Doc.ROOT;
    while (true) {
      int inner = inner(node, offset, pointer);
      if (inner == Doc.NONE) {
        return pointer.toString();
      }
      node = inner;
    }
  }

  private int inner(int node, int offset, StringBuilder pointer) {
    boolean object = doc.is(node, NodeKind.OBJECT);
    if (!object && !doc.is(node, NodeKind.ARRAY)) {
      return Doc.NONE;
    }
    int number = 0;
    for (int child = node + 1; child < doc.after(node); child = doc.after(child)) {
      int from = child;
      if (object) {
        child++;
      }
      if (units.at(doc.end(child)) >= offset) {
        if (units.at(doc.start(from)) > offset) {
          return Doc.NONE;
        }
        pointer.append('/').append(object ? Pointer.escaped(doc.text(from)) : number);
        return child;
      }
      number++;
    }
    return Doc.NONE;
  }
}
