package dev.blipscope.app;

import dev.blipscope.delivery.Consignment;
import dev.blipscope.segment.Postmark;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.Outgoing;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.shelf.Postmarks;
import dev.blipscope.shelf.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// All that was sent, and which call was the last one of each payload.
///
/// May be asked from anywhere at any time.
final class Runs {

  private final List<Run> all = new ArrayList<>();
  private final Trail trail = new Trail();
  private final Postmarks.Sheet marks = new Postmarks.Sheet();

  /// A call and where it is on its way.
  record Found(Run run, int call) {}

  synchronized List<Run> all() {
    return List.copyOf(all);
  }

  Optional<Run> of(Consignment consignment) {
    return all().stream().filter(run -> run.consignment() == consignment).findFirst();
  }

  /// Puts calls to their payloads; whether they are still wanted.
  boolean enter(Run run) {
    synchronized (this) {
      if (run.isStale()) {
        return false;
      }
      run.number(all.size());
      all.add(run);
    }
    for (int call = 0; call < run.waybill().size(); call++) {
      enter(run, call);
    }
    return true;
  }

  private synchronized void enter(Run run, int call) {
    var row = run.waybill().row(call);
    if (!run.isRecalled() || !isSentSince(row)) {
      trail.put(row, run.number(), call);
      marks.put(row, run.mark(call));
    }
  }

  /// Whether a payload was sent after the start.
  private boolean isSentSince(RowKey row) {
    return latest(row).filter(found -> !found.run().isRecalled()).isPresent();
  }

  /// The last call of a payload.
  synchronized Optional<Found> latest(RowKey row) {
    long found = trail.of(row);
    return found == Trail.NONE
        ? Optional.empty()
        : Optional.of(new Found(all.get(Trail.run(found)), Trail.call(found)));
  }

  /// Whether a payload was sent to a target, as it is now.
  boolean wasSent(RowKey row, KnownTarget to) {
    return marks.of(row) != Postmark.NONE
        && latest(row)
            .filter(found -> found.run().consignment().target().equals(to.name()))
            .isPresent();
  }

  /// Puts how far a call came to its payload, unless that was changed or sent again since.
  void mark(Run run, int call) {
    var mark = run.take(call);
    if (call < run.waybill().size()) {
      mark(run, call, mark);
    }
  }

  private synchronized void mark(Run run, int call, Postmark mark) {
    var row = run.waybill().row(call);
    if (trail.isNewest(row, run.number(), call)) {
      marks.put(row, mark);
    }
  }

  /// A payload was changed: what was sent of it was another call.
  ///
  /// @return whether it had a mark
  synchronized boolean unmark(RowKey row) {
    boolean marked = marks.of(row) != Postmark.NONE;
    trail.overtake(row);
    marks.put(row, Postmark.NONE);
    return marked;
  }

  /// How far everything is.
  OutgoingEvent.Moved standing() {
    int[] sums = new int[6];
    var seen = new HashMap<String, Outgoing.Seen>();
    synchronized (this) {
      for (var run : all.stream().filter(each -> !each.isResting()).toList()) {
        sums[0] += run.count(Postmark.QUEUED);
        sums[1] += run.count(Postmark.SENDING);
        sums[2] += run.count(Postmark.ACCEPTED);
        sums[3] += run.count(Postmark.REFUSED);
        sums[4] += run.count(Postmark.FAILED);
        sums[5] += run.count(Postmark.UNCERTAIN);
        seen.merge(
            run.consignment().target(),
            run.seen(),
            (one, other) ->
                new Outgoing.Seen(
                    one.tracks() + other.tracks(), one.identifies() + other.identifies()));
      }
    }
    return new OutgoingEvent.Moved(
        marks.taken(),
        new Outgoing.Totals(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]),
        seen);
  }

  synchronized void clear() {
    marks.clear();
    trail.clear();
    all.clear();
  }
}
