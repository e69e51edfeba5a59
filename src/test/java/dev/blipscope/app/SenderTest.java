package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.delivery.Courier;
import dev.blipscope.delivery.Exchange;
import dev.blipscope.delivery.Pace;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.delivery.Postman;
import dev.blipscope.delivery.Tries;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Postmark;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Delivery;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.Outgoing;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.RowKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sender with couriers that do what a test says.
class SenderTest {

  private static final long PATIENCE_SECONDS = 20;
  private static final int MANY = 3_000;

  /// Of a thread that is done or waits for another one.
  private static final Set<Thread.State> STOPPED =
      Set.of(
          Thread.State.TERMINATED,
          Thread.State.BLOCKED,
          Thread.State.WAITING,
          Thread.State.TIMED_WAITING);

  private static final String MESSAGE =
      "{\"type\":\"text/plain\",\"content\":\"Oi\",\"id\":\"1\",\"from\":\"ana@0mn.io\","
          + "\"to\":\"b@msging.net\",\"metadata\":"
          + "{\"#envelope.storageDate\":\"2025-01-08T16:35:14Z\"}}";

  private static final KnownTarget THERE =
      new KnownTarget(
          new Target("there", "http://127.0.0.1:9", WriteKey.of("madeUpKeyOfNobody")),
          KnownTarget.KeyPlace.SESSION,
          null);

  /// A courier whose calls are all accepted as soon as a test says so.
  private static final class Slow implements Courier {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch on = new CountDownLatch(1);

    @Override
    public List<Exchange> carry(List<Parcel> parcels, Runnable meanwhile) {
      begun.countDown();
      await(on);
      return List.of(answered(parcels, 200));
    }

    @Override
    public void cancel() {
      on.countDown();
    }

    @Override
    public void close() {}
  }

  private static Exchange answered(List<Parcel> parcels, int status) {
    var answer = new Exchange.Answer(status, "HTTP/1.1 " + status, "", "{\"success\": true}", true);
    return new Exchange(parcels, Instant.EPOCH, Duration.ZERO, "POST", "", "", answer, null);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it did not come to it");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @TempDir Path folder;

  private final LinkedBlockingQueue<Event> told = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Courier.Opening> couriers = new LinkedBlockingQueue<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final List<OutgoingEvent.LeftOver> asked = new CopyOnWriteArrayList<>();
  private final Stage stage = new Stage();
  private Sender sender = sender(Path.of(""));

  private void tell(Event event) {
    if (event instanceof Event.OfSending(OutgoingEvent.LeftOver left)) {
      asked.add(left);
    }
    told.add(event);
  }

  private Sender sender(Path where) {
    return sender(where, this::tell);
  }

  private Sender sender(Path where, Consumer<Event> tell) {
    return new Sender(
        tell,
        new Jobs(told::add, InstantSource.system()),
        where,
        InstantSource.system(),
        new SessionKeys(),
        new SandboxRoom(told::add, InstantSource.system()),
        new Deliverer.World(
            (endpoint, key) -> {
              opened.incrementAndGet();
              return couriers.remove().open(endpoint, key);
            },
            Pace.USUAL,
            Tries.USUAL,
            new Postman.World(InstantSource.system(), System::nanoTime, () -> 0, (_, _) -> true)));
  }

  @BeforeEach
  void begin() {
    sender = sender(folder);
  }

  @AfterEach
  void close() {
    sender.close();
    stage.close();
  }

  private Session pasted() throws InterruptedException {
    stage.tell(new Event.TextPasted(MESSAGE));
    return stage.until(now -> now.listing().isSettled() && now.desk() != null);
  }

  private static RowKey row(Session session) {
    return Objects.requireNonNull(session.desk()).row();
  }

  private void send(Session session, long number) throws Exception {
    sender.orders().prepare(new Order(session, THERE, false, null), number);
    sender.orders().send(number);
  }

  /// A payload that was pasted, sent and accepted.
  private Session sent() throws Exception {
    var slow = new Slow();
    slow.on.countDown();
    couriers.add((_, _) -> slow);
    var session = pasted();
    send(session, 1);
    until(moved -> moved.totals().accepted() == 1);
    return session;
  }

  private OutgoingEvent.Moved until(Predicate<OutgoingEvent.Moved> wanted) throws Exception {
    while (true) {
      var next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("it did not come to it");
      }
      if (next instanceof Event.OfSending(OutgoingEvent.Moved moved) && wanted.test(moved)) {
        return moved;
      }
    }
  }

  @Test
  void a_mistake_of_ours_fails_its_order_and_the_next_one_is_sent() throws Exception {
    var heard = new LinkedBlockingQueue<Throwable>();
    couriers.add(
        (_, _) -> {
          Thread.currentThread().setUncaughtExceptionHandler((_, mistake) -> heard.add(mistake));
          throw new IllegalStateException("read otherwise");
        });
    var session = pasted();

    send(session, 1);
    var failed = until(moved -> moved.totals().failed() == 1);
    assertEquals(Postmark.FAILED, failed.marks().of(row(session)));
    assertEquals(
        IllegalStateException.class,
        Objects.requireNonNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).getClass());

    var slow = new Slow();
    slow.on.countDown();
    couriers.add((_, _) -> slow);
    send(session, 2);
    until(moved -> moved.totals().accepted() == 1);
  }

  @Test
  void what_waits_when_all_is_erased_is_never_sent() throws Exception {
    var slow = new Slow();
    couriers.add((_, _) -> slow);
    couriers.add((_, _) -> new Slow());
    var session = pasted();
    send(session, 1);
    await(slow.begun);
    send(session, 2);

    sender.erase();

    var now = until(moved -> moved.totals().equals(Outgoing.Totals.NONE));
    assertEquals(Postmark.NONE, now.marks().of(row(session)));
    assertEquals(1, opened.get());
  }

  @Test
  void what_was_sent_of_a_text_that_changed_leaves_no_mark_on_the_new_one() throws Exception {
    var slow = new Slow();
    couriers.add((_, _) -> slow);
    var session = pasted();
    send(session, 1);
    await(slow.begun);

    sender.unmark(row(session));
    slow.on.countDown();

    var now = until(moved -> moved.totals().accepted() == 1);
    assertEquals(Postmark.NONE, now.marks().of(row(session)));
  }

  @Test
  void a_mark_that_was_told_while_a_text_changed_is_taken_back() throws Exception {
    var session = sent();

    sender.unmark(row(session));

    until(moved -> moved.marks().of(row(session)) == Postmark.NONE);
  }

  @Test
  void the_mark_of_a_payload_that_was_sent_twice_is_that_of_the_second_time() throws Exception {
    var first = new Slow();
    var second = new Slow();
    couriers.add((_, _) -> first);
    couriers.add((_, _) -> second);
    var session = pasted();
    send(session, 1);
    await(first.begun);
    send(session, 2);
    until(moved -> moved.totals().queued() == 1);
    first.on.countDown();
    var queued = until(moved -> moved.totals().accepted() == 1);
    assertNotEquals(Postmark.ACCEPTED, queued.marks().of(row(session)));
    await(second.begun);
    second.on.countDown();
    var both = until(moved -> moved.totals().accepted() == 2);
    assertEquals(Postmark.ACCEPTED, both.marks().of(row(session)));
  }

  @Test
  void a_call_that_waits_for_its_second_chance_is_queued_and_not_refused() throws Exception {
    var slow = new Slow();
    couriers.add(
        (_, _) ->
            new Courier() {
              @Override
              public List<Exchange> carry(List<Parcel> parcels, Runnable meanwhile) {
                return parcels.size() == 1
                    ? slow.carry(parcels, meanwhile)
                    : List.of(answered(parcels, 413));
              }

              @Override
              public void cancel() {
                slow.cancel();
              }

              @Override
              public void close() {}
            });
    stage.tell(new Event.TextPasted(MESSAGE + "\n" + MESSAGE.replace("\"1\"", "\"2\"")));
    var session = stage.until(now -> now.listing().isSettled() && now.listing().rows().size() == 2);
    sender.orders().prepare(new Order(session, THERE, true, null), 1);
    sender.orders().send(1);
    await(slow.begun);
    told.clear();

    sender.reporter().follow(session.listing().rows().key(1));

    var found = delivery();
    assertEquals(new CallState.Queued(), found.state());
    assertEquals(1, found.tries().size());
    slow.on.countDown();
    Delivery last = found;
    while (!last.state().equals(new CallState.Accepted())) {
      last = delivery();
    }
    assertEquals(2, last.tries().size());
  }

  @Test
  void who_leaves_does_not_wait_until_the_last_call_is_in_the_outbox() throws Exception {
    stage.tell(new Event.TextPasted((MESSAGE + "\n").repeat(50)));
    var session =
        stage.until(now -> now.listing().isSettled() && now.listing().rows().size() == 50);
    var made = new AtomicInteger();
    var order =
        new Order(
            session,
            THERE,
            true,
            () -> {
              sender.close();
              return Integer.toString(made.incrementAndGet());
            });
    sender.orders().prepare(order, 1);

    assertThrows(CancellationException.class, () -> sender.orders().send(1));

    assertTrue(made.get() < 3, made::toString);
  }

  /// The program may still look for what is left while somebody already sends.
  @Test
  void what_is_being_sent_is_not_left_over_from_last_time() throws Exception {
    var slow = new Slow();
    slow.on.countDown();
    couriers.add((_, _) -> slow);
    stage.tell(new Event.OfSending(new OutgoingEvent.TargetsRead(List.of(THERE))));
    stage.tell(new Event.TextPasted(MESSAGE + "\n" + MESSAGE.replace("\"1\"", "\"2\"")));
    var session = stage.until(now -> now.listing().isSettled() && now.listing().rows().size() == 2);
    var made = new AtomicInteger();
    var order =
        new Order(
            session,
            THERE,
            true,
            () -> {
              assertDoesNotThrow(() -> sender.leftovers().begin());
              assertDoesNotThrow(() -> sender.leftovers().resume(session));
              assertDoesNotThrow(() -> sender.leftovers().discard());
              return Integer.toString(made.incrementAndGet());
            });
    sender.orders().prepare(order, 1);
    sender.orders().send(1);

    until(moved -> moved.totals().accepted() == 2);
    assertEquals(2, made.get());
    assertEquals(1, sender.runs().all().size());
    assertEquals(List.of(), asked);
  }

  /// Who tells an older standing after a newer one leaves it on the screen for good.
  @Test
  void the_last_standing_that_is_told_is_the_newest() throws Exception {
    var session = sent();
    sender.close();

    var standings = new LinkedBlockingQueue<OutgoingEvent.Moved>();
    var meanwhile = new AtomicReference<Runnable>(() -> {});
    sender =
        sender(
            folder,
            event -> {
              meanwhile.getAndSet(() -> {}).run();
              if (event instanceof Event.OfSending(OutgoingEvent.Moved moved)) {
                standings.add(moved);
              }
            });
    var newer = new Thread(() -> sender.leftovers().recall(session));
    meanwhile.set(
        () -> {
          newer.start();
          until(() -> STOPPED.contains(newer.getState()));
        });
    sender.reporter().publish();
    newer.join();

    assertEquals(
        List.of(Postmark.NONE, Postmark.ACCEPTED),
        standings.stream().map(moved -> moved.marks().of(row(session))).toList());
  }

  private static void until(BooleanSupplier wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!wanted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to it");
      }
      Thread.onSpinWait();
    }
  }

  /// Nobody who looks at a payload waits for who looks up what was sent, and the other way round.
  @Test
  void a_payload_can_be_followed_while_what_was_sent_before_is_recalled() throws Exception {
    var slow = new Slow();
    slow.on.countDown();
    couriers.add((_, _) -> slow);
    stage.tell(new Event.TextPasted((MESSAGE + "\n").repeat(MANY)));
    var session =
        stage.until(now -> now.listing().isSettled() && now.listing().rows().size() == MANY);
    sender.orders().prepare(new Order(session, THERE, true, null), 1);
    sender.orders().send(1);
    until(moved -> moved.totals().accepted() == MANY);
    sender.close();
    sender = sender(folder);
    var last = session.listing().rows().key(MANY - 1);

    var recalled = new CountDownLatch(1);
    var followed = new CountDownLatch(1);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              sender.leftovers().recall(session);
              recalled.countDown();
            });
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (recalled.getCount() > 0) {
                assertDoesNotThrow(() -> sender.reporter().follow(last));
              }
              followed.countDown();
            });

    await(recalled);
    await(followed);
  }

  private Delivery delivery() throws Exception {
    while (true) {
      var next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("it did not come to it");
      }
      if (next instanceof Event.OfSending(OutgoingEvent.DeliveriesFound(_, var found))) {
        return found.getFirst();
      }
    }
  }
}
