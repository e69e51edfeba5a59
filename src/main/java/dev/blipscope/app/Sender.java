package dev.blipscope.app;

import dev.blipscope.session.Event;
import dev.blipscope.shelf.RowKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/// All that has a part in sending, put together. What is sent lies in the outbox before it is on
/// the wire, so the end of the program costs nothing.
final class Sender implements AutoCloseable {

  private final Eras eras = new Eras();
  private final Runs runs = new Runs();
  private final OutboxKeeper outbox;
  private final Reporter reporter;
  private final Deliverer deliverer;
  private final Orders orders;
  private final Leftovers leftovers;

  /// @param folder where the outbox is
  Sender(
      Consumer<Event> tell,
      Jobs jobs,
      Path folder,
      InstantSource clock,
      Keys keys,
      SandboxRoom sandbox,
      Deliverer.World world) {
    var recipients = new Recipients(tell, keys);
    outbox = new OutboxKeeper(tell, folder, clock);
    reporter = new Reporter(tell, clock, outbox, runs, sandbox, eras);
    deliverer = new Deliverer(tell, jobs, clock, outbox, runs, reporter, sandbox, world, eras);
    orders = new Orders(tell, jobs, outbox, runs, reporter, recipients, deliverer, eras);
    leftovers = new Leftovers(tell, outbox, runs, reporter, recipients, deliverer, eras);
  }

  Orders orders() {
    return orders;
  }

  Leftovers leftovers() {
    return leftovers;
  }

  Runs runs() {
    return runs;
  }

  Reporter reporter() {
    return reporter;
  }

  /// A payload was changed: what was sent of it was another call. A standing that was told just
  /// before still has its mark.
  void unmark(RowKey row) {
    if (runs.unmark(row)) {
      reporter.publish();
    }
  }

  /// Takes away everything that was sent, and stops what is on its way.
  void erase() throws IOException {
    eras.next();
    deliverer.stop();
    deliverer.drain();
    orders.clear();
    outbox.forgetBefore();
    runs.clear();
    reporter.clear();
    outbox.open().erase();
    reporter.publish();
  }

  /// Lets go of the wire and the disk. What is not settled stays in the outbox as it is.
  @Override
  public void close() {
    eras.end();
    outbox.close();
    deliverer.stop();
  }
}
