package dev.blipscope.app;

import dev.blipscope.delivery.AnalyticsCourier;
import dev.blipscope.delivery.Pace;
import dev.blipscope.delivery.Postman;
import dev.blipscope.delivery.Tries;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownTarget.Tested;
import dev.blipscope.session.Notice;
import dev.blipscope.session.OutgoingEffect;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Does what has to do with what leaves: targets and their keys, sending, and the sandbox.
final class Outward implements AutoCloseable {

  private static final String OUTBOX = "outbox";
  private static final int DIGITS = 36;

  private final Consumer<Event> tell;
  private final Folders folders;
  private final Runnable settle;
  private final Keys keys;
  private final SandboxRoom sandbox;
  private final Sender sender;
  private final TargetTest tests;
  private final Supplier<String> ids;

  /// What may ask a person to unlock something is done one after the other, on a thread of its own.
  private final Lane keychain = Lane.ofLongWork("keychain");

  private final Lane targets = new Lane();
  private final Lane following = new Lane();

  /// @param settle waits until what was typed is part of the session
  Outward(
      Consumer<Event> tell,
      Jobs jobs,
      Folders folders,
      InstantSource clock,
      Keys keys,
      Runnable settle) {
    this.tell = tell;
    this.folders = folders;
    this.settle = settle;
    this.keys = keys;
    var chance = new SecureRandom();
    this.ids = () -> Long.toString(chance.nextLong() >>> 1, DIGITS);
    var couriers = AnalyticsCourier.opening(clock, System::nanoTime);
    this.sandbox = new SandboxRoom(tell, clock);
    this.tests = new TargetTest(couriers, System::nanoTime, ids);
    this.sender =
        new Sender(
            tell,
            jobs,
            folders.session().resolve(OUTBOX),
            clock,
            keys,
            sandbox,
            new Deliverer.World(
                couriers,
                Pace.USUAL,
                Tries.USUAL,
                new Postman.World(clock, System::nanoTime, chance::nextDouble, Outward::pass)));
  }

  /// Tells what is known from last time.
  void begin() throws IOException {
    tell(new OutgoingEvent.TargetsRead(TargetsFile.read(folders.settings())));
    sending(sender.leftovers()::begin);
  }

  /// Does something when what was wanted before it is done; of some things only the newest counts.
  void inTurn(OutgoingEffect.InTurn effect, Runnable task) {
    switch (effect) {
      case OutgoingEffect.KeepTargets _ -> targets.run(OutgoingEffect.KeepTargets.class, task);
      case OutgoingEffect.Discard _ -> targets.run(effect, task);
      case OutgoingEffect.Follow _ -> following.run(OutgoingEffect.Follow.class, task);
      case OutgoingEffect.KeepKey _, OutgoingEffect.FetchKey _, OutgoingEffect.ForgetKey _ ->
          keychain.run(effect, task);
    }
  }

  void run(Session session, OutgoingEffect effect) throws IOException {
    switch (effect) {
      case OutgoingEffect.KeepTargets(var targets) ->
          TargetsFile.write(folders.settings(), targets);
      case OutgoingEffect.KeepKey(var name, var key) ->
          tell(new OutgoingEvent.KeyKept(name, keys.keep(name, key)));
      case OutgoingEffect.FetchKey(var name) ->
          tell(new OutgoingEvent.KeyFetched(name, keys.fetch(name).orElse(null)));
      case OutgoingEffect.ForgetKey(var name) -> keys.forget(name);
      case OutgoingEffect.Test(var target) -> test(target);
      case OutgoingEffect.Settle(boolean shown, boolean newIds, var to) -> {
        settle.run();
        tell(new OutgoingEvent.SendSettled(shown, newIds, to));
      }
      case OutgoingEffect.Prepare(long number, boolean shown, boolean newIds) ->
          sender
              .orders()
              .prepare(
                  new Order(session, session.outgoing().inUse(), shown, newIds ? ids : null),
                  number);
      case OutgoingEffect.Send(long number) -> sending(() -> sender.orders().send(number));
      case OutgoingEffect.DropPrepared(long number) -> sender.orders().drop(number);
      case OutgoingEffect.Retry(long number, var id) ->
          sending(() -> sender.orders().retry(session, number, id));
      case OutgoingEffect.Resume() -> sending(() -> sender.leftovers().resume(session));
      case OutgoingEffect.Discard() -> sending(sender.leftovers()::discard);
      case OutgoingEffect.Recall() -> sender.leftovers().recall(session);
      case OutgoingEffect.Unmark(var row) -> sender.unmark(row);
      case OutgoingEffect.Follow(var row) -> sender.reporter().follow(row);
      case OutgoingEffect.WakeSandbox() -> wake();
      case OutgoingEffect.ClearSandbox() -> sandbox.clear();
      case OutgoingEffect.SetFaults(var faults) -> sandbox.fail(faults);
    }
  }

  private static boolean pass(Duration time, CountDownLatch unless) {
    try {
      unless.await(time.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Something with the outbox.
  @FunctionalInterface
  private interface Sending {
    void run() throws IOException;
  }

  private static void sending(Sending what) throws IOException {
    try {
      what.run();
    } catch (OutboxKeeper.Taken said) {
      // The person was told.
    }
  }

  private @Nullable Endpoint wake() {
    try {
      return sandbox.awake();
    } catch (IOException noPort) {
      tell.accept(new Event.Said(Notice.Weight.FAILED, "notice.sandbox-failed", List.of()));
      return null;
    }
  }

  /// Every test ends, also one that a mistake of ours broke off.
  private void test(Target target) {
    Tested found = new Tested.NotReached(Why.of(Reason.BROKEN_OFF, ""));
    try {
      found = tested(target);
    } finally {
      tell(new OutgoingEvent.TargetTested(target.name(), found));
    }
  }

  private Tested tested(Target target) {
    if (target.isSandbox()) {
      var endpoint = wake();
      return endpoint == null
          ? new Tested.NotReached(Why.of(Reason.REFUSED_CONNECTION, ""))
          : tests.test(endpoint, () -> WriteKey.SANDBOX);
    }
    return Endpoint.read(target.endpoint()) instanceof Endpoint.Answer.Good(var endpoint)
        ? tests.test(endpoint, () -> key(target))
        : new Tested.NotReached(Why.of(Reason.UNKNOWN_HOST, target.endpoint()));
  }

  /// The key of a target, which is not there yet if the target was not in use since the start.
  private WriteKey key(Target target) {
    return target.writeKey().isEmpty()
        ? keys.fetch(target.name()).orElse(WriteKey.NONE)
        : target.writeKey();
  }

  private void tell(OutgoingEvent what) {
    tell.accept(new Event.OfSending(what));
  }

  /// Takes away everything that was sent. Targets and keys stay: they are no part of the session.
  void erase() throws IOException {
    sending(sender::erase);
    sandbox.sleep();
  }

  @Override
  public void close() throws IOException {
    // What somebody gave up is given up also if he leaves at once.
    targets.drain();
    sender.close();
    keychain.drain();
    sandbox.close();
  }
}
