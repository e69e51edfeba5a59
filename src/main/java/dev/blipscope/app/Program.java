package dev.blipscope.app;

import dev.blipscope.session.Session;
import dev.blipscope.ui.Frame;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program with its window: joins the session, the effects and the screen.
public final class Program extends Application {

  private static final double USUAL_WIDTH = 1280;
  private static final double USUAL_HEIGHT = 800;
  private static final double LEAST_WIDTH = 700;
  private static final double LEAST_HEIGHT = 500;

  private @Nullable Keeper keeper;
  private @Nullable Loop loop;

  @Override
  public void start(Stage stage) {
    var folders =
        Folders.of(
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")),
            System.getenv());
    var latest = new LatestSession(Session.first(SettingsFile.read(folders.settings())));
    var loop = new Loop(latest.shown().get(), latest::publish, Mistakes::note);
    var keeper = new Keeper(folders, InstantSource.system(), loop::tell);
    var performer =
        new Performer(loop::tell, Mistakes::note, InstantSource.system(), keeper::erase);
    this.loop = loop;
    this.keeper = keeper;
    loop.perform(performer::perform);
    loop.start();
    var past = keeper.open();
    performer.restore(
        past,
        latest.shown().get().settings().profiles(),
        () -> {
          loop.also(keeper::observe);
          keeper.start();
        });
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

  @Override
  public void stop() {
    if (loop != null) {
      loop.close();
    }
    if (keeper != null) {
      keeper.close();
    }
  }
}
