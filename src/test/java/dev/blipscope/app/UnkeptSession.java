package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.session.Session;
import dev.blipscope.ui.WindowAsking;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;

/// A session with its effects that keeps nothing, for windows to be tied to.
final class UnkeptSession implements AutoCloseable {

  private final LinkedBlockingQueue<Throwable> mistakes = new LinkedBlockingQueue<>();
  private final Courtesy courtesy = new Courtesy();
  private final LatestSession latest =
      new LatestSession(Session.first(PlayedWindow.USUAL), courtesy);
  private final Loop loop = new Loop(latest.shown().get(), latest::publish, mistakes::add);
  private final Performer performer =
      new Performer(
          loop::tell,
          mistakes::add,
          InstantSource.system(),
          courtesy,
          () -> {},
          () -> {},
          Stage.outward(loop::tell));

  PlayedWindow show(javafx.stage.Stage stage, double width, double height) {
    loop.perform(performer::perform);
    loop.start();
    return PlayedWindow.show(latest.shown(), loop::tell, stage, width, height, WindowAsking::new);
  }

  /// Ends it; nothing went wrong before.
  @Override
  public void close() throws IOException {
    performer.close();
    loop.close();
    assertTrue(mistakes.isEmpty(), mistakes::toString);
  }
}
