package dev.blipscope.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.blipscope.segment.WriteKey;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Takes one request after the other: checks it, reads it, enters its calls into the ledger, and
/// answers or misbehaves.
final class Clerk implements HttpHandler {

  private static final int MOST_DESKS = 4;
  private static final String BASIC = "basic ";

  /// What a request is read with; expensive to make, so it is used again.
  private record Desk(Body body, Reader reader) {
    Desk() {
      this(new Body(), new Reader());
    }
  }

  /// What happens on the wire.
  private sealed interface Outcome {
    record Say(Answer answer) implements Outcome {}

    record SaySlowly(Answer answer, Duration pause) implements Outcome {}

    record Hang() implements Outcome {}

    record Break() implements Outcome {}
  }

  /// The connection is to be closed without an answer. The server does that when a handler fails;
  /// if it closed the exchange instead, the server would go on counting the connection.
  private static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Ledger ledger;
  private final Faults faults;
  private final InstantSource clock;
  private final Set<WriteKey> keys = new CopyOnWriteArraySet<>();
  private final ArrayBlockingQueue<Desk> desks = new ArrayBlockingQueue<>(MOST_DESKS);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Semaphore idle = new Semaphore(Integer.MAX_VALUE);

  Clerk(Ledger ledger, Faults faults, InstantSource clock) {
    this.ledger = ledger;
    this.faults = faults;
    this.clock = clock;
  }

  void know(WriteKey key) {
    keys.add(key);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    idle.acquireUninterruptibly();
    try {
      if (stopped.getCount() == 0) {
        throw new Broken();
      }
      perform(exchange, outcome(exchange));
    } finally {
      idle.release();
    }
  }

  /// Takes nothing more, ends what hangs, and gives the rest a moment.
  void stop(Duration patience) {
    stopped.countDown();
    try {
      if (idle.tryAcquire(Integer.MAX_VALUE, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        idle.release(Integer.MAX_VALUE);
      }
    } catch (InterruptedException _) {
      // Who interrupts wants the end now, and gets it.
    }
  }

  // What becomes of a request

  private Outcome outcome(HttpExchange exchange) throws IOException {
    String path = Guard.shown(exchange);
    var refusal = Guard.refusal(exchange);
    var way = Guard.way(exchange);
    if (refusal != null || way == null) {
      return refusal == null ? new Outcome.Break() : refuse(path, clock.instant(), refusal);
    }
    var script = faults.next();
    if (script != null && script.fault() instanceof Fault.EarlyReset) {
      exchange.getRequestBody().read();
      note(path, clock.instant(), 0, Matter.FAULT, script.text());
      return new Outcome.Break();
    }
    var desk = desks.poll();
    if (desk == null) {
      desk = new Desk();
    }
    try {
      return outcome(exchange, way, desk, script);
    } finally {
      // One too many is let go of.
      boolean _ = desks.offer(desk);
    }
  }

  private Outcome outcome(HttpExchange exchange, Way way, Desk desk, @Nullable FaultScript script)
      throws IOException {
    Reading.@Nullable Refused unfit;
    try {
      unfit = desk.body.read(exchange);
    } catch (IOException brokenOff) {
      note(way.path(), clock.instant(), 0, Matter.CUT, "");
      return new Outcome.Break();
    }
    var now = clock.instant();
    if (script != null && !script.takes()) {
      return misbehave(way, now, script);
    }
    if (unfit != null) {
      return refuse(way.path(), now, unfit);
    }
    var fate = script != null && script.fault() instanceof Fault.Silent(var reason) ? reason : null;
    var reading =
        desk.reader.read(
            way, desk.body.bytes(), desk.body.length(), key(exchange), keys::contains, fate, now);
    return switch (reading) {
      case Reading.Refused refused -> refuse(way.path(), now, refused);
      case Reading.Calls calls -> take(way, now, calls, script);
    };
  }

  private Outcome take(Way way, Instant now, Reading.Calls calls, @Nullable FaultScript script) {
    try {
      ledger.take(way.path(), now, Answer.OK, calls);
    } catch (IOException full) {
      ledger.answered(Answer.NOT_KEPT.status());
      return new Outcome.Say(Answer.NOT_KEPT);
    }
    if (script != null) {
      return misbehave(way, now, script);
    }
    ledger.answered(Answer.OK);
    return new Outcome.Say(Answer.SUCCESS);
  }

  private Outcome refuse(String path, Instant now, Reading.Refused refused) {
    var answer = Answer.refusing(refused);
    note(path, now, answer.status(), refused.matter(), refused.detail());
    return new Outcome.Say(answer);
  }

  private Outcome misbehave(Way way, Instant now, FaultScript script) {
    var outcome =
        switch (script.fault()) {
          case Fault.Status(int status, var retryAfter) ->
              new Outcome.Say(Answer.failing(status, retryAfter));
          case Fault.Redirect(int status, var to) ->
              new Outcome.Say(Answer.redirecting(status, to));
          case Fault.Hang() -> new Outcome.Hang();
          case Fault.EarlyReset(), Fault.Reset() -> new Outcome.Break();
          case Fault.SlowBody(var pause) -> new Outcome.SaySlowly(Answer.SUCCESS, pause);
          case Fault.Html() -> new Outcome.Say(Answer.PAGE);
          case Fault.Empty() -> new Outcome.Say(Answer.NOTHING);
          case Fault.Silent _ -> new Outcome.Say(Answer.SUCCESS);
        };
    int status =
        switch (outcome) {
          case Outcome.Say(var answer) -> answer.status();
          case Outcome.SaySlowly(var answer, _) -> answer.status();
          case Outcome.Hang(), Outcome.Break() -> 0;
        };
    note(way.path(), now, status, Matter.FAULT, script.text());
    return outcome;
  }

  private void note(String path, Instant now, int status, Matter matter, String detail) {
    try {
      ledger.note(path, now, status, matter, detail);
    } catch (IOException full) {
      // No call is lost with it.
    }
    ledger.answered(status);
  }

  /// The key of Basic authentication; empty if there is none.
  private static WriteKey key(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return WriteKey.NONE;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return WriteKey.of(colon < 0 ? pair : pair.substring(0, colon));
    } catch (IllegalArgumentException notBase64) {
      return WriteKey.NONE;
    }
  }

  // On the wire

  private void perform(HttpExchange exchange, Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Say(var answer) -> {
        answer.begin(exchange);
        exchange.getResponseBody().write(answer.bytes());
        exchange.close();
      }
      case Outcome.SaySlowly(var answer, var pause) -> {
        answer.begin(exchange);
        var out = exchange.getResponseBody();
        for (byte one : answer.bytes()) {
          if (isStoppedWithin(pause)) {
            throw new Broken();
          }
          out.write(one);
          out.flush();
        }
        exchange.close();
      }
      case Outcome.Hang() -> {
        idle.release();
        try {
          stopped.await();
        } catch (InterruptedException interrupted) {
          throw new InterruptedIOException();
        } finally {
          idle.acquireUninterruptibly();
        }
        throw new Broken();
      }
      case Outcome.Break() -> throw new Broken();
    }
  }

  private boolean isStoppedWithin(Duration pause) throws IOException {
    try {
      return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException();
    }
  }
}
