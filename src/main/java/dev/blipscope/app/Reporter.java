package dev.blipscope.app;

import dev.blipscope.segment.Attempt;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Postmark;
import dev.blipscope.segment.Target;
import dev.blipscope.session.Delivery;
import dev.blipscope.session.Event;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.shelf.RowKey;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells how far everything is that was sent, and what became of the call of one payload.
///
/// Whoever looks tells before the next one looks: an older standing that is told last would stay.
final class Reporter {

  private final Consumer<Event> tell;
  private final InstantSource clock;
  private final OutboxKeeper outbox;
  private final Runs runs;
  private final SandboxRoom sandbox;
  private final Eras eras;
  private final AtomicBoolean news = new AtomicBoolean();
  private volatile @Nullable RowKey followed;
  private volatile @Nullable Story read;

  Reporter(
      Consumer<Event> tell,
      InstantSource clock,
      OutboxKeeper outbox,
      Runs runs,
      SandboxRoom sandbox,
      Eras eras) {
    this.tell = tell;
    this.clock = clock;
    this.outbox = outbox;
    this.runs = runs;
    this.sandbox = sandbox;
    this.eras = eras;
  }

  /// There is something that was not told yet.
  void addNews() {
    news.set(true);
  }

  /// Whether there was something; from now on there is not.
  boolean takeNews() {
    return news.getAndSet(false);
  }

  synchronized void publish() {
    tell(runs.standing());
    try {
      tellFollowed();
    } catch (IOException e) {
      // What the disk does not give back is not shown; how far calls are is.
      addNews();
    }
  }

  /// Tells what became of the calls of a payload, from now on until another one is followed.
  synchronized void follow(RowKey row) throws IOException {
    followed = row;
    tellFollowed();
  }

  /// The payload that is followed.
  @Nullable RowKey followed() {
    return followed;
  }

  synchronized void clear() {
    followed = null;
    read = null;
  }

  private void tellFollowed() throws IOException {
    var row = followed;
    if (row != null && !eras.isEnded()) {
      var found = runs.latest(row);
      tell(
          new OutgoingEvent.DeliveriesFound(
              row, found.isEmpty() ? List.of() : List.of(delivery(row, found.get()))));
    }
  }

  private Delivery delivery(RowKey row, Runs.Found found) throws IOException {
    var run = found.run();
    var consignment = run.consignment();
    var told = story(run, found.call());
    String id = told.id();
    var until = run.waiting();
    boolean waits = until != null && !told.settled();
    boolean again =
        !waits
            && switch (Postmark.of(told.state())) {
              case REFUSED, FAILED, UNCERTAIN -> !told.settled();
              case NONE, QUEUED, SENDING, ACCEPTED -> false;
            };
    // What is tried again by itself waits for its turn, whatever the last try led to.
    var state = again ? new CallState.Queued() : told.state();
    return new Delivery(
        row,
        consignment.target(),
        run.host(),
        id,
        state,
        told.tries(),
        waits && until != null ? Duration.between(clock.instant(), until) : null,
        consignment.endpoint().equals(Target.SANDBOX.endpoint()) ? sandbox.of(id) : List.of());
  }

  /// What lies on the disk about a call, as it was when it was in this state.
  private record Story(
      Run run,
      int call,
      CallState state,
      boolean settled,
      int number,
      String id,
      List<Attempt> tries) {}

  /// Reads what lies on the disk about a call, unless nothing happened to it since the last time:
  /// this is asked for several times a second while others are sent.
  private Story story(Run run, int call) throws IOException {
    var consignment = run.consignment();
    var state = consignment.state(call);
    boolean settled = consignment.isSettled(call);
    int number = consignment.tries(call);
    var before = read;
    if (before != null
        && before.run() == run
        && before.call() == call
        && before.state().equals(state)
        && before.settled() == settled
        && before.number() == number) {
      return before;
    }
    var now =
        new Story(
            run,
            call,
            state,
            settled,
            number,
            outbox.open().messageId(consignment, call),
            outbox.open().story(consignment, call));
    read = now;
    return now;
  }

  private void tell(OutgoingEvent what) {
    tell.accept(new Event.OfSending(what));
  }
}
