package dev.blipscope.app;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The program but for its window: joins the session, the effects, and what is kept on the disk.
final class Works implements AutoCloseable {

  private final LatestSession latest;
  private final Loop loop;
  private final Keeper keeper;
  private final Performer performer;
  private final Mistakes mistakes;

  /// @param write takes the kind and the places of a mistake of ours
  Works(Folders folders, InstantSource clock, Consumer<String> write) {
    latest = new LatestSession(Session.first(SettingsFile.read(folders.settings())));
    mistakes = new Mistakes(this::tell, write, clock);
    loop = new Loop(latest.shown().get(), latest::publish, mistakes);
    keeper = new Keeper(folders, clock, loop::tell, mistakes);
    performer =
        new Performer(
            loop::tell,
            mistakes,
            clock,
            keeper::erase,
            (jobs, settle) ->
                new Outward(loop::tell, jobs, folders, clock, LinuxKeys.ofThisSystem(), settle));
    loop.perform(performer::perform);
  }

  /// Begins with what was open last time.
  ///
  /// @param then what is done on the JavaFX thread when all of that is shown
  void start(Runnable then) {
    mistakes.hearOfAll();
    loop.also(keeper::observe);
    loop.start();
    keeper.start();
    performer.beginSending();
    performer.restore(
        keeper::open,
        latest.shown().get().settings().profiles(),
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
    } catch (IOException e) {
      mistakes.accept(e);
    }
    loop.close();
    keeper.close();
  }
}
