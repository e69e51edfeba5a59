package dev.blipscope.app;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.ui.Edition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;

/// The program but for its window: joins the session, the effects, and what is kept on the disk.
final class Works implements AutoCloseable {

  // So often a flood of mistakes is told of.
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Thread::startVirtualThread);

  private final Path logs;
  private final Logbook log;
  private final Courtesy courtesy = new Courtesy();
  private final LatestSession latest;
  private final Loop loop;
  private final Keeper keeper;
  private final Performer performer;
  private final Mistakes mistakes;

  /// @param write takes the kind and the places of a mistake of ours
  /// @param show shows a folder to the person
  Works(Folders folders, InstantSource clock, Consumer<String> write, Consumer<Path> show) {
    logs = folders.log();
    log = new Logbook(logs, clock);
    latest = new LatestSession(Session.first(SettingsFile.read(folders.settings())), courtesy);
    mistakes =
        new Mistakes(
            this::tell,
            mistake -> {
              write.accept(mistake.places());
              log.failed(mistake);
            },
            LATER);
    loop = new Loop(latest.shown().get(), latest::publish, mistakes);
    keeper = new Keeper(folders, clock, loop::tell, mistakes);
    performer =
        new Performer(
            loop::tell,
            mistakes,
            clock,
            courtesy,
            keeper::erase,
            () -> show.accept(logs),
            (jobs, settle) ->
                new Outward(loop::tell, jobs, folders, clock, LinuxKeys.ofThisSystem(), settle));
    loop.perform(performer::perform);
  }

  /// Lets long work in the background wait whenever a scene is laid out; when that is painted then,
  /// JavaFX does not tell.
  void giveWayTo(Scene scene) {
    scene.addPreLayoutPulseListener(() -> courtesy.laysOut(true));
    scene.addPostLayoutPulseListener(() -> courtesy.laysOut(false));
  }

  /// Begins with what was open last time.
  ///
  /// @param files what somebody wants to see beside it
  /// @param then what is done on the JavaFX thread when what was open is shown
  void start(List<String> files, Runnable then) {
    mistakes.hearOfAll();
    log.started(Edition.ofThisProgram());
    loop.tell(new Event.LogSaid(logs.toString()));
    loop.also(keeper::observe);
    loop.start();
    keeper.start();
    performer.beginSending();
    performer.restore(
        keeper::open,
        latest.shown().get().settings().profiles(),
        files,
        left -> {
          loop.afterwards(() -> keeper.settle(loop.session(), left));
          loop.afterwards(() -> latest.afterwards(then));
        });
  }

  /// What the window shows; belongs to the JavaFX thread.
  ReadOnlyObjectProperty<Session> shown() {
    return latest.shown();
  }

  /// Tells what happened; from any thread.
  void tell(Event event) {
    loop.tell(event);
  }

  /// The session of now, which the window may not show yet.
  Session session() {
    return loop.session();
  }

  /// Ends when what was typed so far is kept.
  @Override
  public void close() {
    loop.drain();
    performer.drain();
    try {
      performer.close();
    } catch (IOException | RuntimeException e) {
      mistakes.accept(e);
    }
    loop.close();
    keeper.close();
    log.ended(loop.session().outgoing());
  }
}
