package dev.blipscope.app;

import dev.blipscope.sandbox.Entry;
import dev.blipscope.sandbox.FaultScript;
import dev.blipscope.sandbox.Sandbox;
import dev.blipscope.sandbox.SandboxSettings;
import dev.blipscope.sandbox.Verdict;
import dev.blipscope.segment.Endpoint;
import dev.blipscope.session.Event;
import dev.blipscope.session.LedgerLine;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.SandboxNews;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sandbox of the window: begins to listen when somebody needs it, and tells what it got a few
/// times a second.
final class SandboxRoom implements AutoCloseable {

  private static final Duration BETWEEN_NEWS = Duration.ofMillis(100);
  private static final int MOST_LINES = 500;

  private final Consumer<Event> tell;
  private final InstantSource clock;
  private final AtomicBoolean due = new AtomicBoolean();
  private @Nullable Sandbox sandbox;
  private boolean closed;

  // What was there when the list was cleared last.
  private long clearedEntries;
  private long clearedCalls;
  private long clearedKept;
  private long clearedDuplicates;

  SandboxRoom(Consumer<Event> tell, InstantSource clock) {
    this.tell = tell;
    this.clock = clock;
  }

  /// Wakes it, if it sleeps.
  ///
  /// @return where it listens
  synchronized Endpoint awake() throws IOException {
    var now = sandbox;
    if (closed) {
      throw new IOException("the program ends");
    }
    if (now == null) {
      now = Sandbox.start(SandboxSettings.onPort(0), Thread::startVirtualThread, clock);
      now.ledger().listen(_ -> tellSoon());
      sandbox = now;
      tellNews();
    }
    var address = now.address();
    return new Endpoint("http", address.getHost(), address.getPort());
  }

  /// Many calls that come at once are one piece of news.
  private void tellSoon() {
    if (due.compareAndSet(false, true)) {
      Thread.startVirtualThread(
          () -> {
            LockSupport.parkNanos(BETWEEN_NEWS.toNanos());
            due.set(false);
            tellNews();
          });
    }
  }

  private synchronized void tellNews() {
    var now = sandbox;
    if (now == null || closed) {
      return;
    }
    var totals = now.ledger().totals();
    long from = Math.max(clearedEntries + 1, totals.entries() - MOST_LINES + 1);
    var lines = now.ledger().entries(from, MOST_LINES).stream().map(SandboxRoom::line).toList();
    tell.accept(
        new Event.OfSending(
            new OutgoingEvent.SandboxMoved(
                new SandboxNews(
                    now.address().toString(),
                    lines,
                    totals.calls() - clearedCalls,
                    totals.kept() - clearedKept,
                    totals.duplicates() - clearedDuplicates,
                    now.faults().left().stream().map(FaultScript::text).findFirst().orElse("")))));
  }

  private static LedgerLine line(Entry entry) {
    return switch (entry) {
      case Entry.Call call -> line(call);
      case Entry.Request request ->
          new LedgerLine(
              request.number(),
              request.receivedAt(),
              false,
              request.status() == 0 ? "" : "HTTP " + request.status(),
              request.path(),
              "",
              false,
              Stream.of(request.matter().code(), request.detail())
                  .filter(word -> !word.isEmpty())
                  .reduce((one, other) -> one + ": " + other)
                  .orElse(""),
              0,
              List.of());
    };
  }

  private static LedgerLine line(Entry.Call call) {
    var verdict = call.verdict();
    return new LedgerLine(
        call.number(),
        call.receivedAt(),
        true,
        call.type() == null ? "" : call.type().word(),
        Stream.of(call.event(), call.userId()).filter(Objects::nonNull).findFirst().orElse(""),
        call.messageId(),
        verdict instanceof Verdict.Kept,
        verdict instanceof Verdict.Dropped(var reason) ? reason.code() : "",
        verdict instanceof Verdict.Duplicate(long of) ? of : 0,
        verdict instanceof Verdict.Kept(var tables) ? tables : List.of());
  }

  /// What the ledger says of the calls with an id.
  synchronized List<LedgerLine> of(String messageId) {
    var now = sandbox;
    return now == null
        ? List.of()
        : now.ledger().of(messageId).stream().map(SandboxRoom::line).toList();
  }

  /// Begins an empty list; what the sandbox has seen stays seen.
  synchronized void clear() {
    var now = sandbox;
    if (now != null) {
      var totals = now.ledger().totals();
      clearedEntries = totals.entries();
      clearedCalls = totals.calls();
      clearedKept = totals.kept();
      clearedDuplicates = totals.duplicates();
      tellNews();
    }
  }

  /// Says what is to go wrong.
  ///
  /// @param text a script; empty for nothing
  synchronized void fail(String text) throws IOException {
    awake();
    var now = sandbox;
    if (now != null) {
      now.faults()
          .play(
              FaultScript.read(text) instanceof FaultScript.Answer.Good(var script)
                  ? List.of(script)
                  : List.of());
      tellNews();
    }
  }

  /// Ends it; what it got is gone.
  synchronized void sleep() throws IOException {
    var now = sandbox;
    sandbox = null;
    clearedEntries = 0;
    clearedCalls = 0;
    clearedKept = 0;
    clearedDuplicates = 0;
    if (now != null) {
      now.close();
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
    }
    sleep();
  }
}
