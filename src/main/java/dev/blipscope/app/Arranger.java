package dev.blipscope.app;

import dev.blipscope.session.Event;
import dev.blipscope.session.Job;
import dev.blipscope.session.Lines;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.Deck;
import dev.blipscope.shelf.Facets;
import dev.blipscope.shelf.Marks;
import dev.blipscope.shelf.RowFinder;
import dev.blipscope.shelf.RowSet;
import dev.blipscope.shelf.Search;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Works out what the list shows. Only the last wish counts: those that wait are dropped, and a
/// search for a text that nobody wants any more ends at once.
final class Arranger {

  private final Consumer<Event> tell;
  private final Jobs jobs;
  private final RowFinder finder = new RowFinder();
  private volatile String wanted = "";

  /// The last search, which goes on when there are more rows.
  private @Nullable Found found;

  /// A search, and how far it came.
  ///
  /// @param stopped whether a person had enough of it: what was found by then is what there is
  private record Found(String text, Deck deck, Search search, boolean stopped) {

    /// Whether what was found stays found in a later deck: texts grew at most.
    boolean goesOnIn(Deck later) {
      return deck.batches().stream()
          .allMatch(
              known -> {
                var now = later.batch(known.id());
                return now != null && now.goesOn(known);
              });
    }
  }

  Arranger(Consumer<Event> tell, Jobs jobs) {
    this.tell = tell;
    this.jobs = jobs;
  }

  /// Says what is wanted from now on, before it is worked out; from any thread.
  void want(Session session) {
    wanted = session.listing().filter().text();
  }

  /// Works out a wish; one at a time.
  void arrange(Session session, long version) {
    var listing = session.listing();
    var filter = listing.filter();
    @Nullable RowSet hits = null;
    if (!filter.text().isBlank()) {
      hits = hits(session.deck(), filter.text());
      if (!filter.text().equals(wanted)) {
        return;
      }
    }
    var marks = new Marks(hits, session.survey().codes(), session.outgoing().marks());
    var rows = finder.find(session.deck(), filter, marks, listing.order());
    tell.accept(
        new Event.Arranged(
            version,
            listing.grouped() ? Lines.byContact(rows) : Lines.of(rows),
            Facets.of(session.deck(), filter, marks)));
  }

  private RowSet hits(Deck deck, String text) {
    var last = found;
    boolean goesOn = last != null && last.text().equals(text) && last.goesOnIn(deck);
    if (goesOn && last != null && last.stopped()) {
      return last.search().hits();
    }
    var search = goesOn && last != null ? last.search() : new Search(deck, text);
    search.in(deck);
    boolean stopped = false;
    try (var job = jobs.begin(Job.SEARCHING, text, deck.size())) {
      boolean more = true;
      while (more && !stopped && text.equals(wanted)) {
        more = search.step();
        job.reached(search.progress().done());
        stopped = job.isCancelled();
      }
    }
    found = new Found(text, deck, search, stopped);
    return search.hits();
  }
}
