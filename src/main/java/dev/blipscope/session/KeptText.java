package dev.blipscope.session;

import dev.blipscope.blip.Channel;
import dev.blipscope.blip.Direction;
import dev.blipscope.capture.Fingerprint;
import dev.blipscope.check.Code;
import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowKind;
import dev.blipscope.shelf.Via;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    write(kept.filter(), out);
    out.add(",\"by\":").quoted(kept.order().by().name());
    out.add(",\"descending\":").add(Boolean.toString(kept.order().descending()));
    out.add(",\"grouped\":").add(Boolean.toString(kept.grouped()));
    out.add(",\"profile\":").quoted(kept.profile());
    out.add(",\"editing\":").add(Boolean.toString(kept.editing()));
    write(kept.edits(), out);
    return out.add('}').toBytes();
  }

  private static void write(List<Kept.Edits> all, Out out) {
    out.add(",\"edits\":[");
    String comma = "";
    for (var edits : all) {
      out.add(comma).add("{\"profile\":").quoted(edits.profile());
      out.add(",\"text\":").quoted(edits.text());
      out.add(",\"saved\":").quoted(edits.saved()).add('}');
      comma = ",";
    }
    out.add(']');
  }

  private static void write(Filter filter, Out out) {
    out.add(",\"query\":").quoted(filter.text());
    names(",\"kinds\":[", filter.kinds(), Enum::name, out);
    names(",\"directions\":[", filter.directions(), Enum::name, out);
    names(",\"vias\":[", filter.vias(), KeptText::name, out);
    names(",\"codes\":[", filter.codes(), Enum::name, out);
    if (filter.from() != null) {
      out.add(",\"from\":").add(filter.from());
    }
    if (filter.to() != null) {
      out.add(",\"to\":").add(filter.to());
    }
  }

  private static String name(Via via) {
    return switch (via) {
      case Via.Known(var channel) -> "KNOWN." + channel.name();
      case Via.Unknown unknown -> unknown.name();
    };
  }

  /// All places that a filter can ask for.
  private static List<Via> vias() {
    return Stream.<Via>concat(
            Arrays.stream(Channel.values()).map(Via.Known::new),
            Arrays.stream(Via.Unknown.values()))
        .toList();
  }

  private static <T> void names(String key, Set<T> constants, Function<T, String> name, Out out) {
    out.add(key);
    String comma = "";
    for (var one : constants.stream().map(name).sorted().toList()) {
      out.add(comma).quoted(one);
      comma = ",";
    }
    out.add(']');
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
    var print = text.print();
    if (print != null) {
      out.add(",\"print\":[").add(print.size()).add(',').add(print.modified());
      out.add(',').add(print.ends()).add(']');
    }
    out.add(",\"rows\":").add(text.rows());
    runs(",\"gone\":[", text.gone(), out);
    runs(",\"chosen\":[", text.chosen(), out);
    out.add('}');
  }

  private static void runs(String key, List<Kept.Run> runs, Out out) {
    out.add(key);
    String comma = "";
    for (var run : runs) {
      out.add(comma).add(run.from()).add(',').add(run.to());
      comma = ",";
    }
    out.add(']');
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
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException other) {
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
          filter(),
          new Order(Order.By.valueOf(text(Doc.ROOT, "by")), is("descending")),
          is("grouped"),
          doc.member(Doc.ROOT, Name.of("profile")) == Doc.NONE
              ? Profiles.DEFAULT
              : text(Doc.ROOT, "profile"),
          doc.member(Doc.ROOT, Name.of("editing")) != Doc.NONE && is("editing"),
          edits());
    }

    private List<Kept.Edits> edits() {
      var all = new ArrayList<Kept.Edits>();
      int array = doc.member(Doc.ROOT, Name.of("edits"));
      if (array != Doc.NONE) {
        for (int item = array + 1; item < doc.after(array); item = doc.after(item)) {
          all.add(new Kept.Edits(text(item, "profile"), text(item, "text"), text(item, "saved")));
        }
      }
      return all;
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
                print(item),
                number(item, "rows"),
                runs(item, "gone"),
                runs(item, "chosen")));
      }
      return all;
    }

    private @Nullable String file(int item) {
      int node = doc.member(item, Name.of("file"));
      return node == Doc.NONE ? null : doc.text(node);
    }

    private @Nullable Fingerprint print(int item) {
      long[] found = numbers(item, "print");
      return found.length == 3 ? new Fingerprint(found[0], found[1], found[2]) : null;
    }

    private Filter filter() {
      return new Filter(
          constants(List.of(RowKind.values()), Enum::name, "kinds"),
          constants(List.of(Direction.values()), Enum::name, "directions"),
          constants(vias(), KeptText::name, "vias"),
          constants(List.of(Code.values()), Enum::name, "codes"),
          text(Doc.ROOT, "query"),
          moment("from"),
          moment("to"),
          Set.of());
    }

    private @Nullable Long moment(String name) {
      int node = doc.member(Doc.ROOT, Name.of(name));
      return node == Doc.NONE ? null : Long.valueOf(doc.written(node));
    }

    /// Those that this program knows, too.
    private <T> Set<T> constants(List<T> all, Function<T, String> naming, String name) {
      var names = new HashSet<String>();
      int array = doc.member(Doc.ROOT, Name.of(name));
      if (array != Doc.NONE) {
        for (int item = array + 1; item < doc.after(array); item = doc.after(item)) {
          names.add(doc.text(item));
        }
      }
      return all.stream()
          .filter(one -> names.contains(naming.apply(one)))
          .collect(Collectors.toUnmodifiableSet());
    }

    private List<Kept.Run> runs(int item, String name) {
      long[] all = numbers(item, name);
      var runs = new ArrayList<Kept.Run>();
      for (int i = 0; i + 1 < all.length; i += 2) {
        runs.add(new Kept.Run(Math.toIntExact(all[i]), Math.toIntExact(all[i + 1])));
      }
      return runs;
    }

    private @Nullable RowKey lead() {
      long[] found = numbers(Doc.ROOT, "lead");
      return found.length == 2
          ? new RowKey(Math.toIntExact(found[0]), Math.toIntExact(found[1]))
          : null;
    }

    /// The numbers of an array; none if it is not there.
    private long[] numbers(int object, String name) {
      int array = doc.member(object, Name.of(name));
      if (array == Doc.NONE) {
        return new long[0];
      }
      long[] all = new long[doc.after(array) - array - 1];
      for (int i = 0; i < all.length; i++) {
        all[i] = Long.parseLong(doc.written(array + 1 + i));
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
