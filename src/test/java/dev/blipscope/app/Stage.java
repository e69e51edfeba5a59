package dev.blipscope.app;

import dev.blipscope.session.Desk;
import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A session with its effects and without a window, for tests to play on.
final class Stage implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  /// Beside what the build makes, so that the folder for temporary files stays as it was.
  private static final Path HOMES = emptied(Path.of("target", "stages").toAbsolutePath());

  private final LinkedBlockingQueue<Session> seen = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Throwable> mistakes = new LinkedBlockingQueue<>();
  private final Loop loop;
  private final Performer performer;
  private final @Nullable Keeper keeper;

  Stage() {
    this(Session.first(Settings.USUAL));
  }

  Stage(Session first) {
    loop = new Loop(first, seen::add, mistakes::add);
    performer = performer(InstantSource.system(), () -> {}, folders(), new SessionKeys());
    loop.perform(performer::perform);
    keeper = null;
    loop.start();
  }

  /// What was open in these folders is open again, and is kept from now on.
  Stage(Folders folders, InstantSource clock) throws InterruptedException {
    this(folders, clock, List.of());
  }

  /// The same, and somebody wants to see files beside it.
  Stage(Folders folders, InstantSource clock, List<String> files) throws InterruptedException {
    loop = new Loop(Session.first(Settings.USUAL), seen::add, mistakes::add);
    var keeping = new Keeper(folders, clock, loop::tell, mistakes::add);
    performer = performer(clock, keeping::erase, folders, new SessionKeys());
    loop.perform(performer::perform);
    keeper = keeping;
    loop.also(keeping::observe);
    loop.start();
    keeping.start();
    var restored = new CountDownLatch(1);
    performer.restore(
        keeping::open,
        List.of(),
        files,
        left -> {
          loop.afterwards(() -> keeping.settle(loop.session(), left));
          loop.afterwards(restored::countDown);
        });
    restored.await();
  }

  private Performer performer(
      InstantSource clock, Performer.Eraser eraser, Folders folders, Keys keys) {
    return new Performer(
        loop::tell,
        mistakes::add,
        clock,
        new Courtesy(),
        eraser,
        () -> {},
        (jobs, settle) -> new Outward(loop::tell, jobs, folders, clock, keys, settle));
  }

  /// What sends for tests that keep nothing.
  static BiFunction<Jobs, Runnable, Outward> outward(Consumer<Event> tell) {
    return (jobs, settle) ->
        new Outward(tell, jobs, folders(), InstantSource.system(), new SessionKeys(), settle);
  }

  /// A place for what is sent, for stages that keep nothing else.
  private static Folders folders() {
    try {
      var folder = Files.createTempDirectory(HOMES, "stage");
      return new Folders(folder, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An empty folder: an earlier run, which may have been killed, could not empty it.
  private static Path emptied(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (var paths = Files.walk(folder)) {
          for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Looks what is known of sending from last time.
  Stage beginSending() {
    performer.beginSending();
    return this;
  }

  Stage tell(Event event) {
    // What was so before is no answer to what happens now.
    seen.clear();
    loop.tell(event);
    return this;
  }

  /// The first session from now on that is as wanted.
  Session until(Predicate<Session> wanted) throws InterruptedException {
    if (wanted.test(loop.session())) {
      return loop.session();
    }
    while (true) {
      var next = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!mistakes.isEmpty()) {
        throw new AssertionError("a mistake of ours", mistakes.peek());
      }
      if (next == null) {
        throw new AssertionError("it did not come to it; " + told(loop.session()));
      }
      if (wanted.test(next)) {
        return next;
      }
    }
  }

  /// What most waits are for, in a line: a whole session holds every profile and payload.
  private static String told(Session session) {
    var outgoing = session.outgoing();
    return "at last there are "
        + String.join(
            ", ",
            session.listing().rows().size() + " rows",
            session.listing().isSettled() ? "settled" : "not settled",
            "open " + Optional.ofNullable(session.desk()).map(Desk::row).orElse(null),
            session.chosen().size() + " chosen",
            "jobs " + session.jobs(),
            "notice " + session.notice(),
            "question " + outgoing.ask(),
            "sent " + outgoing.totals());
  }

  @Override
  public void close() {
    loop.drain();
    performer.drain();
    try {
      performer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    loop.close();
    if (keeper != null) {
      keeper.close();
    }
  }
}
