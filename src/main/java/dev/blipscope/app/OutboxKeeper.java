package dev.blipscope.app;

import dev.blipscope.delivery.Consignment;
import dev.blipscope.delivery.Outbox;
import dev.blipscope.session.Event;
import dev.blipscope.session.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Opens the outbox when somebody needs it first, and has it until the end.
final class OutboxKeeper implements AutoCloseable {

  /// Another program has the outbox; the person was told.
  static final class Taken extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Consumer<Event> tell;
  private final Path folder;
  private final InstantSource clock;
  private @Nullable Outbox outbox;
  private List<Consignment> before = List.of();
  private boolean closed;

  OutboxKeeper(Consumer<Event> tell, Path folder, InstantSource clock) {
    this.tell = tell;
    this.folder = folder;
    this.clock = clock;
  }

  /// The outbox, which is opened if it is not open yet.
  ///
  /// @throws Taken if another program has it
  Outbox open() throws IOException {
    var open = opened();
    if (open == null) {
      tell.accept(new Event.Said(Notice.Weight.FAILED, "notice.outbox-taken", List.of()));
      throw new Taken();
    }
    return open;
  }

  private synchronized @Nullable Outbox opened() throws IOException {
    if (closed) {
      throw new IOException("the program ends");
    }
    if (outbox == null) {
      outbox = Outbox.open(folder, clock).orElse(null);
      before = outbox == null ? List.of() : outbox.all();
    }
    return outbox;
  }

  /// What was in it at the start. What cannot be read is not shown; who sends is told.
  synchronized List<Consignment> before() {
    try {
      return opened() == null ? List.of() : before;
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  synchronized void forgetBefore() {
    before = List.of();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (outbox != null) {
      outbox.close();
      outbox = null;
    }
  }
}
