package dev.blipscope.app;

import dev.blipscope.blip.Item;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.json.Difference;
import dev.blipscope.json.Doc;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.json.Pointer;
import dev.blipscope.json.Scanner;
import dev.blipscope.mapping.Mapper;
import dev.blipscope.mapping.Profile;
import dev.blipscope.session.Comparison;
import dev.blipscope.session.Desk;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownProfile;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.Batch;
import dev.blipscope.shelf.RowKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Holds against each other what two profiles make of payloads.
final class Comparer {

  /// So many sorts of differences are told apart; who has more of them sees that there are more.
  private static final int MOST_PATTERNS = 1_000;

  private static final int LONGEST_VALUE = 200;
  private static final Pattern ITEM = Pattern.compile("/\\d+(?=/|$)");

  /// From so many payloads the places are taken that an editor proposes.
  private static final int ENOUGH_PAYLOADS = 1_000;

  private static final int ENOUGH_POINTERS = 5_000;
  private static final int LARGE = 1 << 20;

  private final Consumer<Event> tell;
  private final Jobs jobs;
  private volatile long wanted;

  Comparer(Consumer<Event> tell, Jobs jobs) {
    this.tell = tell;
    this.jobs = jobs;
  }

  // Two profiles over everything

  /// Says which comparison is wanted from now on, before it is worked out; from any thread.
  void want(long version) {
    wanted = version;
  }

  /// Works one out, unless another one is wanted by then; one at a time. Whatever happens, it ends.
  void compare(Session session, long version, String one, String other) {
    @Nullable Comparison found = null;
    try {
      found = compared(session, version, one, other);
    } finally {
      tell.accept(new Event.Compared(version, found));
    }
  }

  private @Nullable Comparison compared(Session session, long version, String one, String other) {
    var first = session.profiles().get(one);
    var second = session.profiles().get(other);
    if (first == null || second == null) {
      return null;
    }
    var found = new Found(mapper(session, first.profile()), mapper(session, second.profile()));
    String subject = shortName(first) + " / " + shortName(second);
    boolean whole = true;
    try (var job = jobs.begin(Comparison.JOB, subject, session.deck().left())) {
      long done = 0;
      for (var batch : session.deck().batches()) {
        for (int row = 0; row < batch.size() && whole; row++) {
          if (!session.deck().deleted().contains(batch.id(), row)) {
            found.look(batch, row);
            done++;
            job.reached(done);
            whole = !job.isCancelled() && wanted == version;
          }
        }
      }
    }
    return found.comparison(one, other, whole);
  }

  private static String shortName(KnownProfile known) {
    var last = known.builtIn() ? null : Path.of(known.name()).getFileName();
    return last == null ? known.name() : last.toString();
  }

  private static Mapper mapper(Session session, Profile profile) {
    return Inspector.mapper(profile, session.target());
  }

  /// What was found in the payloads so far.
  private static final class Found {

    private final Mapper one;
    private final Mapper other;
    private final Scanner scanner = new Scanner();
    private final Out out = new Out(1 << 12);
    private final Map<Sort, Example> sorts = new LinkedHashMap<>();
    private int payloads;
    private int differing;
    private long more;

    private record Sort(String pointer, Comparison.Change change) {}

    private record Example(int count, RowKey row, @Nullable String before, @Nullable String after) {

      Example oneMore() {
        return new Example(count + 1, row, before, after);
      }
    }

    Found(Mapper one, Mapper other) {
      this.one = one;
      this.other = other;
    }

    void look(Batch batch, int row) {
      var kind = batch.kind(row).payload();
      var text = kind == null ? null : batch.text(row).orElse(null);
      if (kind == null
          || text == null
          || scanner.scan(text, 0, text.length, true) != Scanner.Outcome.VALUE) {
        return;
      }
      payloads++;
      var item = Item.of(scanner.doc(), kind);
      String before = call(one, item, out);
      String after = call(other, item, out);
      if (!before.equals(after)) {
        note(Difference.between(before, after), new RowKey(batch.id(), row));
      }
    }

    private void note(List<Difference> differences, RowKey row) {
      differing += differences.isEmpty() ? 0 : 1;
      var seen = new HashSet<Sort>();
      for (var difference : differences) {
        var sort =
            new Sort(
                ITEM.matcher(difference.at()).replaceAll("/*"), Comparison.Change.of(difference));
        if (seen.add(sort)) {
          note(sort, difference, row);
        }
      }
    }

    private void note(Sort sort, Difference difference, RowKey row) {
      var known = sorts.get(sort);
      if (known != null) {
        sorts.put(sort, known.oneMore());
      } else if (sorts.size() < MOST_PATTERNS) {
        sorts.put(
            sort, new Example(1, row, brief(difference.expected()), brief(difference.actual())));
      } else {
        more++;
      }
    }

    Comparison comparison(String first, String second, boolean whole) {
      var patterns = new ArrayList<Comparison.Pattern>();
      sorts.forEach(
          (sort, example) ->
              patterns.add(
                  new Comparison.Pattern(
                      sort.pointer(),
                      sort.change(),
                      example.count(),
                      example.row(),
                      example.before(),
                      example.after())));
      patterns.sort(Comparator.comparingInt(Comparison.Pattern::count).reversed());
      return new Comparison(first, second, payloads, differing, patterns, more, whole);
    }
  }

  private static @Nullable String brief(@Nullable String value) {
    return value == null || value.length() <= LONGEST_VALUE
        ? value
        : value.substring(0, LONGEST_VALUE) + "…";
  }

  private static String call(Mapper mapper, Item item, Out out) {
    out.cutTo(0);
    var _ = mapper.map(item, out);
    return out.toString();
  }

  // One payload, before and after

  void compareCall(Session session, Desk desk, Profile before) {
    var explained = desk.reading().explained();
    var inspection = explained == null ? null : explained.inspection();
    var item = inspection == null ? null : inspection.item();
    var call = inspection == null ? null : inspection.call();
    List<Difference> changes = List.of();
    if (item != null && call != null) {
      var out = new Out(item.doc().length() + 512);
      changes =
          Difference.between(call(mapper(session, before), item, out), call.written(Doc.ROOT));
    }
    tell.accept(
        new Event.CallCompared(
            desk.reading(),
            changes.stream()
                .map(
                    change ->
                        new Difference(
                            change.at(), brief(change.expected()), brief(change.actual())))
                .toList()));
  }

  // What there is in payloads

  void findPointers(Session session) {
    var found = new TreeSet<String>();
    var deck = session.deck();
    int step = Math.max(1, deck.size() / ENOUGH_PAYLOADS);
    var scanner = new Scanner();
    for (int number = 0; number < deck.size(); number += step) {
      var seat = deck.seat(number);
      var batch = seat.batch();
      if (!deck.deleted().contains(batch.id(), seat.row())
          && batch.kind(seat.row()).isObject()
          && batch.length(seat.row()) <= LARGE) {
        batch
            .text(seat.row())
            .filter(text -> scanner.scan(text, 0, text.length, true) == Scanner.Outcome.VALUE)
            .ifPresent(_ -> collect(scanner.doc(), Doc.ROOT, "", found));
      }
      if (found.size() > ENOUGH_POINTERS) {
        break;
      }
    }
    tell.accept(new Event.PointersFound(List.copyOf(found)));
  }

  /// Of a list only the first item counts: a rule that names others is rare.
  private static void collect(Doc doc, int node, String at, Set<String> found) {
    if (doc.is(node, NodeKind.OBJECT)) {
      int value;
      for (int key = node + 1; key < doc.after(node); key = doc.after(value)) {
        value = key + 1;
        String pointer = at + "/" + Pointer.escaped(doc.text(key));
        found.add(pointer);
        collect(doc, value, pointer, found);
      }
    } else if (doc.is(node, NodeKind.ARRAY) && !doc.isEmpty(node)) {
      found.add(at + "/0");
      collect(doc, node + 1, at + "/0", found);
    }
  }
}
