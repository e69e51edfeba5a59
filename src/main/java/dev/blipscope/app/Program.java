package dev.blipscope.app;

import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.ui.Frame;
import java.time.InstantSource;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;

/// The program with its window: joins the session, the effects and the screen.
public final class Program extends Application {

  private static final double USUAL_WIDTH = 1280;
  private static final double USUAL_HEIGHT = 800;
  private static final double LEAST_WIDTH = 700;
  private static final double LEAST_HEIGHT = 500;

  @Override
  public void start(Stage stage) {
    var latest = new LatestSession(Session.first(Settings.USUAL));
    var loop = new Loop(latest.shown().get(), latest::publish, Mistakes::note);
    loop.perform(new Performer(loop::tell, Mistakes::note, InstantSource.system())::perform);
    loop.start();
    var places = latest.shown().get().settings().places();
    var frame =
        new Frame(
            latest.shown(),
            loop::tell,
            Locale.getDefault(),
            Thread::startVirtualThread,
            places.getOrDefault(Frame.WIDTH, USUAL_WIDTH),
            places.getOrDefault(Frame.HEIGHT, USUAL_HEIGHT));
    stage.setTitle("Blipscope");
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(frame.scene());
    stage.show();
    frame.welcome();
  }
}
