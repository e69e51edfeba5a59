package dev.blipscope.session;

import dev.blipscope.json.Place;
import dev.blipscope.mapping.Profiles;
import dev.blipscope.shelf.Order;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a session outlives the program, but for the texts themselves.
///
/// @param at when it was kept, in milliseconds since 1970
/// @param sources the texts in the order in which the list shows them
/// @param lead the payload that lay open
/// @param profile the name of the profile that payloads were mapped by
public record Kept(
    long at,
    List<Text> sources,
    @Nullable RowKey lead,
    String query,
    Order order,
    boolean grouped,
    String profile) {

  /// A text, and which of its payloads were deleted.
  ///
  /// @param rows how many payloads it had
  /// @param gone the deleted ones as runs: the first one, and the one behind the last
  public record Text(
      int id,
      Source.How how,
      String name,
      int number,
      Place start,
      @Nullable String file,
      int rows,
      List<Run> gone) {

    public Text {
      gone = List.copyOf(gone);
    }

    /// The text as a source again.
    ///
    /// @param text the text itself, if it was in memory
    public Source source(@Nullable String text) {
      return new Source(id, how, name, number, start, text, file);
    }

    boolean isGone() {
      return gone.size() == 1 && gone.getFirst().equals(new Run(0, rows));
    }
  }

  /// Payloads that follow each other.
  public record Run(int from, int to) {}

  public static final Kept NOTHING =
      new Kept(0, List.of(), null, "", Order.AS_THEY_STAND, false, Profiles.DEFAULT);

  public Kept {
    sources = List.copyOf(sources);
  }

  /// What of this session is worth keeping. A text of which nothing is left is not.
  public static Kept of(Session session, long at) {
    var texts = new ArrayList<Text>();
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
                batch.size(),
                runs(session.deck().deleted(), batch.id(), batch.size()));
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
        listing.filter().text(),
        listing.order(),
        listing.grouped(),
        session.profile());
  }

  private static List<Run> runs(RowSet deleted, int batch, int rows) {
    var runs = new ArrayList<Run>();
    int from = -1;
    for (int row = 0; row <= rows; row++) {
      boolean gone = row < rows && deleted.contains(batch, row);
      if (gone && from < 0) {
        from = row;
      } else if (!gone && from >= 0) {
        runs.add(new Run(from, row));
        from = -1;
      }
    }
    return runs;
  }

  /// All payloads that were deleted.
  RowSet gone() {
    var gone = new ArrayList<RowKey>();
    for (var text : sources) {
      for (var run : text.gone()) {
        for (int row = run.from(); row < run.to(); row++) {
          gone.add(new RowKey(text.id(), row));
        }
      }
    }
    return RowSet.of(gone);
  }

  /// The same but for the moment.
  public boolean isLike(Kept other) {
    return equals(
        new Kept(
            at, other.sources, other.lead, other.query, other.order, other.grouped, other.profile));
  }
}
