package dev.blipscope.app;

import dev.blipscope.session.Event;
import dev.blipscope.session.Job;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// What takes a while: tells how far it is, a few times a second, and lets it be cancelled.
final class Jobs {

  private static final long BETWEEN_REPORTS = 100;

  private final Consumer<Event> tell;
  private final InstantSource clock;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, Running> running = new ConcurrentHashMap<>();

  Jobs(Consumer<Event> tell, InstantSource clock) {
    this.tell = tell;
    this.clock = clock;
  }

  /// Begins something.
  ///
  /// @param title the key of its name
  /// @param subject what it works on
  /// @param total of how much; 0 if that is not known
  Running begin(String title, String subject, long total) {
    var job = new Running(ids.incrementAndGet(), title, subject, total, clock.millis());
    running.put(job.id, job);
    return job;
  }

  void cancel(long id) {
    var job = running.get(id);
    if (job != null) {
      job.cancelled = true;
    }
  }

  void cancelAll() {
    running.values().forEach(job -> job.cancelled = true);
  }

  /// Something that is being done by one thread.
  final class Running implements AutoCloseable {

    private final long id;
    private final String title;
    private final String subject;
    private final long total;
    private final long since;
    private long reported;
    private boolean due;
    private boolean told;
    private volatile boolean cancelled;

    private Running(long id, String title, String subject, long total, long since) {
      this.id = id;
      this.title = title;
      this.subject = subject;
      this.total = total;
      this.since = since;
      this.reported = since;
    }

    boolean isCancelled() {
      return cancelled;
    }

    /// Whether the last report was due, so that what was found is worth a look, too.
    boolean isDue() {
      return due;
    }

    /// Tells how far it is, unless it told so just now.
    void reached(long done) {
      long now = clock.millis();
      due = now - reported >= BETWEEN_REPORTS;
      if (due) {
        reported = now;
        told = true;
        tell.accept(new Event.JobMoved(new Job(id, title, subject, done, total, since, now)));
      }
    }

    @Override
    public void close() {
      running.remove(id);
      if (told) {
        tell.accept(new Event.JobEnded(id));
      }
    }
  }
}
