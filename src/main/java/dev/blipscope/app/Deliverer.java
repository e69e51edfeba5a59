package dev.blipscope.app;

import dev.blipscope.delivery.Consignment;
import dev.blipscope.delivery.Courier;
import dev.blipscope.delivery.Pace;
import dev.blipscope.delivery.Postman;
import dev.blipscope.delivery.Tries;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Event;
import dev.blipscope.session.Notice;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Puts what is in the outbox on the wire, one consignment after the other, and tells how far it
/// is a few times a second.
final class Deliverer {

  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(100);

  /// What the world outside is made of.
  record World(Courier.Opening couriers, Pace pace, Tries tries, Postman.World postman) {}

  private final Consumer<Event> tell;
  private final Jobs jobs;
  private final InstantSource clock;
  private final OutboxKeeper outbox;
  private final Runs runs;
  private final Reporter reporter;
  private final SandboxRoom sandbox;
  private final World world;
  private final Eras eras;
  private final Lane lane = Lane.ofLongWork("sending");
  private volatile @Nullable Postman postman;

  Deliverer(
      Consumer<Event> tell,
      Jobs jobs,
      InstantSource clock,
      OutboxKeeper outbox,
      Runs runs,
      Reporter reporter,
      SandboxRoom sandbox,
      World world,
      Eras eras) {
    this.tell = tell;
    this.jobs = jobs;
    this.clock = clock;
    this.outbox = outbox;
    this.runs = runs;
    this.reporter = reporter;
    this.sandbox = sandbox;
    this.world = world;
    this.eras = eras;
  }

  void start(Run run, WriteKey key) {
    if (runs.enter(run)) {
      begin(run, key);
    }
  }

  /// Goes on with what was recalled.
  void wake(Run run, WriteKey key) {
    run.wake();
    begin(run, key);
  }

  private void begin(Run run, WriteKey key) {
    reporter.publish();
    lane.run(
        run,
        () -> {
          if (!run.isStale()) {
            deliver(run, key);
          }
        });
  }

  private void deliver(Run run, WriteKey key) {
    var consignment = run.consignment();
    boolean inside = consignment.endpoint().equals(Target.SANDBOX.endpoint());
    try (var job = jobs.begin("job.sending", consignment.target(), consignment.size())) {
      var endpoint = inside ? sandbox.awake() : endpoint(consignment);
      var way =
          new Postman(
              outbox.open(),
              world.couriers(),
              world.pace(),
              world.tries(),
              world.postman(),
              ear(run));
      postman = way;
      // Whoever closes or erases looks for the postman after that is to be seen here.
      if (run.isStale()) {
        return;
      }
      var over = new AtomicBoolean();
      var watch = Thread.startVirtualThread(() -> watch(run, job, way, over));
      try {
        way.deliver(consignment, inside ? WriteKey.SANDBOX : key, endpoint);
      } finally {
        over.set(true);
        LockSupport.unpark(watch);
        join(watch);
      }
    } catch (IOException e) {
      if (!eras.isEnded() && inside && !(e instanceof OutboxKeeper.Taken)) {
        tell.accept(new Event.Said(Notice.Weight.FAILED, "notice.sandbox-failed", List.of()));
      }
    } finally {
      postman = null;
      run.waitUntil(null);
      giveUp(run);
      reporter.publish();
    }
  }

  /// A delivery that broke off leaves no call without an end, unless the program ends: then they
  /// are asked about at the next start.
  private void giveUp(Run run) {
    var consignment = run.consignment();
    if (run.isStale() || consignment.isSettled()) {
      return;
    }
    var open = consignment.open();
    try {
      outbox.open().giveUp(consignment, CallState.Why.of(CallState.Reason.CANCELLED));
    } catch (IOException e) {
      // The program ends meanwhile.
      return;
    }
    var ear = ear(run);
    for (int call : open) {
      ear.moved(consignment, call, consignment.state(call));
    }
  }

  private static void join(Thread watch) {
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Endpoint endpoint(Consignment consignment) throws IOException {
    return switch (Endpoint.read(consignment.endpoint())) {
      case Endpoint.Answer.Good(var endpoint) -> endpoint;
      case Endpoint.Answer.Bad _ -> throw new IOException("an endpoint was checked before");
    };
  }

  /// Tells how far it is, and hears whether somebody wants it to stop.
  private void watch(Run run, Jobs.Running job, Postman way, AtomicBoolean over) {
    boolean cancelled = false;
    while (!over.get()) {
      LockSupport.parkNanos(BETWEEN_REPORTS.toNanos());
      job.reached(run.consignment().tally().settled());
      if (job.isCancelled() && !cancelled) {
        cancelled = true;
        way.cancel();
      }
      if (reporter.takeNews() || run.waiting() != null) {
        reporter.publish();
      }
    }
  }

  private Postman.Listener ear(Run run) {
    return new Postman.Listener() {
      @Override
      public void moved(Consignment consignment, int call, CallState state) {
        run.waitUntil(null);
        runs.mark(run, call);
        if (state instanceof CallState.Accepted) {
          run.accepted(call);
        }
        reporter.addNews();
      }

      @Override
      public void waits(Consignment consignment, Duration time, CallState.Why why) {
        run.waitUntil(clock.instant().plus(time));
        reporter.addNews();
      }
    };
  }

  /// Stops what is on its way.
  void stop() {
    var now = postman;
    if (now != null) {
      now.cancel();
    }
  }

  /// Waits until nothing is on its way.
  void drain() {
    lane.drain();
  }
}
