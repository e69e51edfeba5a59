package dev.blipscope.session;

import dev.blipscope.capture.Fingerprint;
import dev.blipscope.json.Place;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.shelf.Filter;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of a session outlives the program, but for the texts themselves.
///
/// @param at when it was kept, in milliseconds since 1970
/// @param sources the texts in the order in which the list shows them
/// @param lead the payload that lay open
/// @param profile the name of the profile that payloads were mapped by
/// @param editing whether that profile lay open in its editor
/// @param edits what was typed into profiles and not saved
public record Kept(
    long at,
    List<Text> sources,
    @Nullable RowKey lead,
    Filter filter,
    Order order,
    boolean grouped,
    String profile,
    boolean editing,
    List<Edits> edits) {

  /// What was kept is forgotten when nobody opened it for so long.
  public static final Duration LONGEST = Duration.ofDays(7);

  /// What is kept takes no more than this of the disk, but for a moment.
  public static final long MOST_BYTES = 256L << 20;

  /// A text, and which of its payloads were deleted or selected.
  ///
  /// @param print of a file how it was when it was opened
  /// @param rows how many payloads it had
  /// @param gone the deleted ones as runs
  /// @param chosen the selected ones as runs
  public record Text(
      int id,
      Source.How how,
      String name,
      int number,
      Place start,
      @Nullable String file,
      @Nullable Fingerprint print,
      int rows,
      List<Run> gone,
      List<Run> chosen) {

    public Text {
      gone = List.copyOf(gone);
      chosen = List.copyOf(chosen);
    }

    /// A text in memory of which nothing but itself is known.
    public static Text of(Source source) {
      return new Text(
          source.id(),
          source.how(),
          source.name(),
          source.number(),
          source.start(),
          source.file(),
          source.print(),
          0,
          List.of(),
          List.of());
    }

    /// The text as a source again.
    ///
    /// @param text the text itself
    public Source source(String text) {
      return new Source(id, how, name, number, start, text, null, null);
    }

    /// The same text when it turned out to be another: what was known of its payloads is void.
    public Text changed() {
      return new Text(id, how, name, number, start, file, null, 0, List.of(), List.of());
    }

    /// The same text when more of its payloads were deleted.
    Text without(List<Run> more) {
      var all = new ArrayList<>(gone);
      all.addAll(more);
      return new Text(id, how, name, number, start, file, print, rows, all, chosen);
    }

    boolean isGone() {
      return gone.size() == 1 && gone.getFirst().equals(new Run(0, rows));
    }
  }

  /// What was typed into a profile and not saved.
  ///
  /// @param saved what stood on the disk then
  public record Edits(String profile, String text, String saved) {

    static Edits of(KnownProfile known) {
      return new Edits(known.name(), known.text(), known.saved());
    }
  }

  /// Payloads that follow each other: the first one, and the one behind the last.
  public record Run(int from, int to) {}

  public static final Kept NOTHING =
      new Kept(
          0,
          List.of(),
          null,
          Filter.ALL,
          Order.AS_THEY_STAND,
          false,
          Profiles.DEFAULT,
          false,
          List.of());

  public Kept {
    sources = List.copyOf(sources);
    edits = List.copyOf(edits);
  }

  /// What of this session is worth keeping. A text of which nothing is left is not.
  public static Kept of(Session session, long at) {
    var texts = new ArrayList<Text>();
    var chosen = RowSet.of(session.chosen());
    for (var batch : session.deck().batches()) {
      var source = session.pile().sources().get(batch.id());
      if (source != null && source.how() != Source.How.STREAM) {
        var text =
            new Text(
                source.id(),
                source.how(),
                source.name(),
                source.number(),
                source.start(),
                source.file(),
                source.print(),
                batch.size(),
                runs(session.deck().deleted(), batch.id(), batch.size()),
                runs(chosen, batch.id(), batch.size()));
        if (!text.isGone()) {
          texts.add(text);
        }
      }
    }
    var listing = session.listing();
    return new Kept(
        at,
        texts,
        session.opening().lead(),
        // Next time no row has a postmark.
        listing.filter().withPostmarks(Set.of()),
        listing.order(),
        listing.grouped(),
        session.profile(),
        session.editing() != null,
        session.profiles().values().stream()
            .filter(KnownProfile::isUnsaved)
            .map(Edits::of)
            .toList());
  }

  /// What is worth keeping while all this is being opened again: also what the session does not
  /// have yet.
  public Kept during(Session session, long now) {
    var known = of(session, now);
    var opened = new LinkedHashMap<Integer, Text>();
    known.sources().forEach(text -> opened.put(text.id(), text));
    var texts = new ArrayList<Text>();
    for (var text : sources) {
      var again = opened.remove(text.id());
      if (again != null) {
        texts.add(text.without(again.gone()));
      } else if (!session.pile().sources().containsKey(text.id())) {
        texts.add(text);
      }
    }
    texts.addAll(opened.values());
    var typed = new LinkedHashMap<String, Edits>();
    edits.forEach(each -> typed.put(each.profile(), each));
    known.edits().forEach(each -> typed.put(each.profile(), each));
    return new Kept(
        now, texts, lead, filter, order, grouped, profile, editing, List.copyOf(typed.values()));
  }

  /// What is worth keeping when all this was opened again but for these texts, which may open
  /// another time.
  public Kept after(Session session, long now) {
    var kept = of(session, now);
    var known = session.pile().sources();
    var files = kept.sources.stream().map(Text::file).filter(Objects::nonNull).toList();
    var texts = new ArrayList<>(kept.sources);
    sources.stream()
        .filter(text -> !known.containsKey(text.id()) && !files.contains(text.file()))
        .forEach(texts::add);
    return kept.with(texts);
  }

  private static List<Run> runs(RowSet marked, int batch, int rows) {
    if (marked.count(batch) == 0) {
      return List.of();
    }
    var runs = new ArrayList<Run>();
    int from = -1;
    for (int row = 0; row <= rows; row++) {
      boolean in = row < rows && marked.contains(batch, row);
      if (in && from < 0) {
        from = row;
      } else if (!in && from >= 0) {
        runs.add(new Run(from, row));
        from = -1;
      }
    }
    return runs;
  }

  /// All payloads that were deleted.
  RowSet gone() {
    var gone = new ArrayList<RowKey>();
    sources.forEach(text -> add(gone, text, text.gone()));
    return RowSet.of(gone);
  }

  /// All payloads that were selected.
  Set<RowKey> chosen() {
    var chosen = new HashSet<RowKey>();
    sources.forEach(text -> add(chosen, text, text.chosen()));
    return chosen;
  }

  private static void add(Collection<RowKey> to, Text text, List<Run> runs) {
    for (var run : runs) {
      for (int row = run.from(); row < Math.min(run.to(), text.rows()); row++) {
        to.add(new RowKey(text.id(), row));
      }
    }
  }

  /// The same with other texts.
  public Kept with(List<Text> others) {
    return new Kept(at, others, lead, filter, order, grouped, profile, editing, edits);
  }

  /// The same but for the moment.
  public boolean isLike(Kept other) {
    return equals(
        new Kept(
            at,
            other.sources,
            other.lead,
            other.filter,
            other.order,
            other.grouped,
            other.profile,
            other.editing,
            other.edits));
  }
}
