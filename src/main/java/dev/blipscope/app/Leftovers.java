package dev.blipscope.app;

import dev.blipscope.delivery.Consignment;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.session.Ask;
import dev.blipscope.session.Event;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;

/// What was sent before the start: shows what became of it, and goes on with what was not settled
/// or gives it up.
final class Leftovers {

  private final Consumer<Event> tell;
  private final OutboxKeeper outbox;
  private final Runs runs;
  private final Reporter reporter;
  private final Recipients recipients;
  private final Deliverer deliverer;
  private final Eras eras;

  Leftovers(
      Consumer<Event> tell,
      OutboxKeeper outbox,
      Runs runs,
      Reporter reporter,
      Recipients recipients,
      Deliverer deliverer,
      Eras eras) {
    this.tell = tell;
    this.outbox = outbox;
    this.runs = runs;
    this.reporter = reporter;
    this.recipients = recipients;
    this.deliverer = deliverer;
    this.eras = eras;
  }

  /// Looks whether calls are left from last time, and asks what is to become of them.
  void begin() throws IOException {
    var left = unfinished();
    if (!left.isEmpty()) {
      var hosts = new HashMap<String, Integer>();
      int calls = 0;
      for (var each : left) {
        int open = each.open().size();
        calls += open;
        hosts.merge(host(each), open, Integer::sum);
      }
      tell.accept(
          new Event.OfSending(new OutgoingEvent.LeftOver(new Ask.Unfinished(calls, hosts))));
    }
  }

  private static String host(Consignment consignment) {
    return Endpoint.read(consignment.endpoint()) instanceof Endpoint.Answer.Good(var read)
        ? read.host()
        : consignment.target();
  }

  /// Only what was in the outbox at the start: what somebody sends meanwhile lies there before it
  /// is known to be on its way.
  private List<Consignment> unfinished() throws IOException {
    // Who cannot have it is told.
    outbox.open();
    var known = runs.all().stream().filter(run -> !run.isResting()).map(Run::consignment).toList();
    return outbox.before().stream()
        .filter(each -> !each.isSettled())
        .filter(each -> !known.contains(each))
        .toList();
  }

  /// Puts what was sent before the start to its payloads, as far as they are what they were.
  void recall(Session session) {
    var era = eras.now();
    for (var each : outbox.before()) {
      if (runs.of(each).isEmpty()) {
        var waybill = new Waybill();
        for (int call = 0; call < each.size() && !era.isOver(); call++) {
          each.origin(call)
              .flatMap(origin -> Waybill.row(session.deck(), origin))
              .ifPresentOrElse(row -> waybill.add(row, false), waybill::addLost);
        }
        runs.enter(Run.recalled(each, waybill, host(each), era));
      }
    }
    reporter.publish();
  }

  /// Goes on with the calls of last time.
  void resume(Session session) throws IOException {
    var era = eras.now();
    for (var each : unfinished()) {
      recipients
          .of(session, each)
          .ifPresent(
              to ->
                  runs.of(each)
                      .ifPresentOrElse(
                          run -> deliverer.wake(run, to.key()),
                          () ->
                              deliverer.start(
                                  new Run(each, new Waybill(), to.target().host(), era),
                                  to.key())));
    }
  }

  /// Gives the calls of last time up.
  void discard() throws IOException {
    for (var each : unfinished()) {
      outbox.open().discard(each);
      runs.of(each).ifPresent(this::mark);
    }
    reporter.publish();
  }

  private void mark(Run run) {
    for (int call = 0; call < run.waybill().size(); call++) {
      runs.mark(run, call);
    }
  }
}
