package dev.blipscope.app;

import dev.blipscope.delivery.Consignment;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds the target of what was sent before, if it is still the same, and its key.
final class Recipients {

  private final Consumer<Event> tell;
  private final Keys keys;

  /// A target whose key is there.
  record Recipient(KnownTarget target, WriteKey key) {}

  Recipients(Consumer<Event> tell, Keys keys) {
    this.tell = tell;
    this.keys = keys;
  }

  /// Where a consignment goes; nowhere if the target or its key is missing, which is told.
  Optional<Recipient> of(Session session, Consignment consignment) {
    var target =
        session
            .outgoing()
            .named(consignment.target())
            .filter(known -> known.target().endpoint().equals(consignment.endpoint()));
    if (target.isEmpty()) {
      tellGone(consignment);
      return Optional.empty();
    }
    var key = key(target.get());
    if (key.isEmpty()) {
      warn("notice.key-missing", consignment);
    }
    return key.map(found -> new Recipient(target.get(), found));
  }

  void tellGone(Consignment consignment) {
    warn("notice.target-gone", consignment);
  }

  private Optional<WriteKey> key(KnownTarget known) {
    return known.isSandbox() || !known.target().writeKey().isEmpty()
        ? Optional.of(known.target().writeKey())
        : keys.fetch(known.name());
  }

  private void warn(String notice, Consignment consignment) {
    tell.accept(new Event.Said(Notice.Weight.WARNED, notice, List.of(consignment.target())));
  }
}
