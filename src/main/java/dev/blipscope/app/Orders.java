package dev.blipscope.app;

import dev.blipscope.check.Code;
import dev.blipscope.delivery.Parcel;
import dev.blipscope.segment.Target;
import dev.blipscope.session.Ask;
import dev.blipscope.session.Event;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Goes through what somebody wants to send, tells what it found, and sends it when the person
/// says yes.
final class Orders {

  /// What waits for a yes.
  ///
  /// @param parcels makes the calls, and tells the waybill which payload each came from
  private record Prepared(
      Target target, String host, Function<Waybill, Iterator<Parcel>> parcels) {}

  private final Consumer<Event> tell;
  private final Jobs jobs;
  private final OutboxKeeper outbox;
  private final Runs runs;
  private final Reporter reporter;
  private final Recipients recipients;
  private final Deliverer deliverer;
  private final Eras eras;
  private final Map<Long, Prepared> prepared = new ConcurrentHashMap<>();

  Orders(
      Consumer<Event> tell,
      Jobs jobs,
      OutboxKeeper outbox,
      Runs runs,
      Reporter reporter,
      Recipients recipients,
      Deliverer deliverer,
      Eras eras) {
    this.tell = tell;
    this.jobs = jobs;
    this.outbox = outbox;
    this.runs = runs;
    this.reporter = reporter;
    this.recipients = recipients;
    this.deliverer = deliverer;
    this.eras = eras;
  }

  /// Goes through what is to be sent, and tells what it found.
  void prepare(Order order, long number) {
    var era = eras.now();
    var doomed = new EnumMap<Code, Integer>(Code.class);
    int calls = 0;
    int without = 0;
    long personal = 0;
    int before = 0;
    long done = 0;
    try (var job = jobs.begin("job.preparing", order.to().name(), order.size())) {
      for (var items = order.items().iterator(); items.hasNext(); ) {
        var item = items.next().orElse(null);
        job.reached(++done);
        if (job.isCancelled()) {
          return;
        }
        if (item == null) {
          without++;
        } else if (item.doom() != null) {
          doomed.merge(item.doom(), 1, Integer::sum);
        } else {
          calls++;
          personal += item.personal();
          before += runs.wasSent(item.row(), order.to()) ? 1 : 0;
        }
      }
    }
    prepared.put(number, new Prepared(order.to().target(), order.to().host(), order::parcels));
    if (era.isOver()) {
      prepared.remove(number);
      return;
    }
    ask(
        new Ask.Send(
            number, order.to(), order.marks() != null, calls, doomed, without, personal, before));
  }

  /// Prepares to send the last call of the payload that is followed once more, as it was.
  void retry(Session session, long number, String messageId) throws IOException {
    var row = reporter.followed();
    var found = row == null ? null : runs.latest(row).orElse(null);
    if (row == null || found == null) {
      return;
    }
    var run = found.run();
    var parcel = outbox.open().parcel(run.consignment(), found.call());
    if (!parcel.messageId().equals(messageId)) {
      recipients.tellGone(run.consignment());
      return;
    }
    var recipient = recipients.of(session, run.consignment()).orElse(null);
    if (recipient == null) {
      return;
    }
    var to = recipient.target();
    boolean identify = run.waybill().isIdentify(found.call());
    prepared.put(
        number,
        new Prepared(
            new Target(to.name(), to.target().endpoint(), recipient.key()),
            run.host(),
            waybill -> {
              waybill.add(row, identify);
              return List.of(parcel).iterator();
            }));
    long personal =
        new Order(session, to, false, null).of(row).map(Order.Item::personal).orElse(0L);
    ask(new Ask.Send(number, to, false, 1, Map.of(), 0, personal, 1));
  }

  private void ask(Ask.Send ask) {
    tell.accept(new Event.OfSending(new OutgoingEvent.SendPrepared(ask)));
  }

  void drop(long number) {
    prepared.remove(number);
  }

  /// Puts what was prepared into the outbox, and sends it.
  void send(long number) throws IOException {
    var era = eras.now();
    var order = prepared.remove(number);
    if (order != null) {
      var waybill = new Waybill();
      var consignment =
          outbox
              .open()
              .post(order.target(), () -> whileWanted(order.parcels().apply(waybill), era));
      deliverer.start(new Run(consignment, waybill, order.host(), era), order.target().writeKey());
    }
  }

  /// Ends at once when nobody wants it any more: there may be a million.
  private static Iterator<Parcel> whileWanted(Iterator<Parcel> parcels, Eras.Era era) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return parcels.hasNext();
      }

      @Override
      public Parcel next() {
        if (era.isOver()) {
          throw new CancellationException();
        }
        return parcels.next();
      }
    };
  }

  void clear() {
    prepared.clear();
  }
}
