package dev.blipscope.session;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is kept of a session as a JSON text.
public final class KeptText {

  private KeptText() {}

  public static byte[] of(Kept kept) {
    var out = new Out(1024);
    out.add("{\"at\":").add(kept.at());
    out.add(",\"sources\":[");
    String comma = "";
    for (var text : kept.sources()) {
      out.add(comma);
      write(text, out);
      comma = ",";
    }
    out.add(']');
    var lead = kept.lead();
    if (lead != null) {
      out.add(",\"lead\":[").add(lead.batch()).add(',').add(lead.row()).add(']');
    }
    out.add(",\"query\":").quoted(kept.query());
    out.add(",\"by\":").quoted(kept.order().by().name());
    out.add(",\"descending\":").add(Boolean.toString(kept.order().descending()));
    out.add(",\"grouped\":").add(Boolean.toString(kept.grouped()));
    return out.add(",\"profile\":").quoted(kept.profile()).add('}').toBytes();
  }

  private static void write(Kept.Text text, Out out) {
    out.add("{\"id\":").add(text.id());
    out.add(",\"how\":").quoted(text.how().name());
    out.add(",\"name\":").quoted(text.name());
    out.add(",\"number\":").add(text.number());
    out.add(",\"line\":").add(text.start().line());
    out.add(",\"column\":").add(text.start().column());
    out.add(",\"offset\":").add(text.start().offset());
    if (text.file() != null) {
      out.add(",\"file\":").quoted(text.file());
    }
    out.add(",\"rows\":").add(text.rows());
    out.add(",\"gone\":[");
    String comma = "";
    for (var run : text.gone()) {
      out.add(comma).add(run.from()).add(',').add(run.to());
      comma = ",";
    }
    out.add("]}");
  }

  /// Nothing if the text is not ours, or of a newer program.
  public static Optional<Kept> read(byte[] text) {
    var scanner = new Scanner();
    if (scanner.scan(text, 0, text.length, true) != Scanner.Outcome.VALUE
        || !scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Reader(scanner.doc()).kept());
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  /// Takes the members out of a document.
  private record Reader(Doc doc) {

    Kept kept() {
      return new Kept(
          Long.parseLong(written(Doc.ROOT, "at")),
          sources(),
          lead(),
          text(Doc.ROOT, "query"),
          new Order(Order.By.valueOf(text(Doc.ROOT, "by")), is("descending")),
          is("grouped"),
          doc.member(Doc.ROOT, Name.of("profile")) == Doc.NONE
              ? Profiles.DEFAULT
              : text(Doc.ROOT, "profile"));
    }

    private List<Kept.Text> sources() {
      var all = new ArrayList<Kept.Text>();
      int array = member(Doc.ROOT, "sources");
      for (int item = array + 1; item < doc.after(array); item = doc.after(item)) {
        all.add(
            new Kept.Text(
                number(item, "id"),
                Source.How.valueOf(text(item, "how")),
                text(item, "name"),
                number(item, "number"),
                new Place(number(item, "line"), number(item, "column"), number(item, "offset")),
                file(item),
                number(item, "rows"),
                runs(member(item, "gone"))));
      }
      return all;
    }

    private @Nullable String file(int item) {
      int node = doc.member(item, Name.of("file"));
      return node == Doc.NONE ? null : doc.text(node);
    }

    private List<Kept.Run> runs(int array) {
      int[] all = numbers(array);
      var runs = new ArrayList<Kept.Run>();
      for (int i = 0; i + 1 < all.length; i += 2) {
        runs.add(new Kept.Run(all[i], all[i + 1]));
      }
      return runs;
    }

    private @Nullable RowKey lead() {
      int node = doc.member(Doc.ROOT, Name.of("lead"));
      int[] found = node == Doc.NONE ? new int[0] : numbers(node);
      return found.length == 2 ? new RowKey(found[0], found[1]) : null;
    }

    private int[] numbers(int array) {
      int[] all = new int[doc.after(array) - array - 1];
      for (int i = 0; i < all.length; i++) {
        all[i] = Integer.parseInt(doc.written(array + 1 + i));
      }
      return all;
    }

    private boolean is(String name) {
      return doc.is(member(Doc.ROOT, name), NodeKind.TRUE);
    }

    private String text(int object, String name) {
      return doc.text(member(object, name));
    }

    private int number(int object, String name) {
      return Integer.parseInt(written(object, name));
    }

    private String written(int object, String name) {
      return doc.written(member(object, name));
    }

    private int member(int object, String name) {
      int node = doc.member(object, Name.of(name));
      if (node == Doc.NONE) {
        throw new IllegalArgumentException("what is kept of a session has " + name);
      }
      return node;
    }
  }
}
