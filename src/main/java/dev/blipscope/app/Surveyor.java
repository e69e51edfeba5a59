package dev.blipscope.app;

import dev.blipscope.check.Code;
import dev.blipscope.inspect.Inspector;
import dev.blipscope.mapping.Profile;
import dev.blipscope.segment.Target;
import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.session.Survey;
import dev.blipscope.shelf.Batch;
import dev.blipscope.shelf.Cause;
import dev.blipscope.shelf.Deck;
import dev.blipscope.shelf.Progress;
import dev.blipscope.shelf.RowSet;
import dev.blipscope.shelf.Tally;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out what is to be said about all payloads, text by text. What is known of a text stays
/// known until the text, the profile or the target changes; a wish that was overtaken ends at once.
final class Surveyor {

  /// Time between two reports of what was found, in milliseconds: they make the list count anew,
  /// which takes the longer the more payloads there are.
  private static final long BETWEEN_REPORTS = 500;

  private static final int PAYLOADS_A_MILLI = 400;

  /// A text with fewer payloads is looked at anew when it grows.
  private static final int FEW = 1_000;

  private final Consumer<Event> tell;
  private final Jobs jobs;
  private final InstantSource clock;
  private final Courtesy courtesy;
  private volatile long newest;

  private @Nullable Ruled rules;
  private final Map<Integer, Looked> known = new HashMap<>();

  /// What findings depend on beside the payloads.
  private record Ruled(Profile profile, Target target) {}

  /// What is known of one text.
  private static final class Looked {
    private final Inspector inspector;
    private Batch batch;

    /// Who can go on when the text grows, or is not done yet.
    private @Nullable Tally tally;

    private boolean done;
    private List<Cause> causes = List.of();
    private Map<Code, RowSet> codes = Map.of();

    Looked(Batch batch, Inspector inspector) {
      this.batch = batch;
      this.inspector = inspector;
    }

    boolean isDone(Batch now) {
      return done && now.equals(batch);
    }

    /// Looks at some more payloads of the text as it is now.
    void further(Batch now) {
      var deck = new Deck(List.of(now), RowSet.EMPTY);
      var going = tally != null && now.goesOn(batch) ? tally : new Tally(deck, inspector);
      if (!now.equals(batch)) {
        going.in(deck);
      }
      done = !going.step();
      batch = now;
      tally = going;
      if (done) {
        keep(going);
        tally = now.size() < FEW ? null : going;
      }
    }

    /// Takes what was found by now.
    void take() {
      if (tally != null && !done) {
        keep(tally);
      }
    }

    private void keep(Tally from) {
      causes = from.causes();
      codes = from.codes();
    }

    int rows() {
      return done ? batch.size() : tally == null ? 0 : tally.progress().done();
    }
  }

  Surveyor(Consumer<Event> tell, Jobs jobs, InstantSource clock, Courtesy courtesy) {
    this.tell = tell;
    this.jobs = jobs;
    this.clock = clock;
    this.courtesy = courtesy;
  }

  /// Says which wish counts from now on, before it is worked out; from any thread.
  void want(long version) {
    newest = version;
  }

  /// Works out a wish; one at a time.
  void survey(Session session, long version) {
    var now = new Ruled(session.profileInUse().profile(), session.target());
    if (!now.equals(rules)) {
      known.clear();
      rules = now;
    }
    var deck = session.deck();
    known.keySet().retainAll(deck.batches().stream().map(Batch::id).collect(Collectors.toSet()));
    var inspector = Looker.inspector(session);
    try (var job = jobs.begin("job.surveying", "", deck.size())) {
      look(deck, version, inspector, job);
    }
    report(deck, version);
  }

  private void look(Deck deck, long version, Inspector inspector, Jobs.Running job) {
    long pause = BETWEEN_REPORTS + deck.size() / PAYLOADS_A_MILLI;
    long told = clock.millis();
    int before = 0;
    for (var batch : deck.batches()) {
      var looked = known.computeIfAbsent(batch.id(), _ -> new Looked(batch, inspector));
      while (!looked.isDone(batch)) {
        if (job.isCancelled() || newest != version) {
          return;
        }
        courtesy.giveWay();
        looked.further(batch);
        job.reached(before + looked.rows());
        if (clock.millis() - told >= pause) {
          report(deck, version);
          told = clock.millis();
        }
      }
      before += batch.size();
    }
  }

  private void report(Deck deck, long version) {
    var causes = new ArrayList<Cause>();
    var codes = new EnumMap<Code, List<RowSet>>(Code.class);
    int rows = 0;
    for (var batch : deck.batches()) {
      var looked = known.get(batch.id());
      if (looked != null) {
        looked.take();
        causes.addAll(looked.causes);
        looked.codes.forEach(
            (code, some) -> codes.computeIfAbsent(code, _ -> new ArrayList<>()).add(some));
        rows += looked.rows();
      }
    }
    var joined = new EnumMap<Code, RowSet>(Code.class);
    codes.forEach((code, some) -> joined.put(code, RowSet.union(some)));
    tell.accept(
        new Event.Tallied(
            new Survey(version, Cause.joined(causes), joined, new Progress(rows, deck.size()))));
  }
}
