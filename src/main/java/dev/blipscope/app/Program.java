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

  @Override
  public void start(Stage stage) {
    var latest = new LatestSession(Session.first(Settings.USUAL));
    var loop = new Loop(latest.shown().get(), latest::publish, Mistakes::note);
    loop.perform(new Performer(loop::tell, Mistakes::note, InstantSource.system())::perform);
    loop.start();
    var frame =
        new Frame(
            latest.shown(), loop::tell, Locale.getDefault(), Thread::startVirtualThread, 1280, 800);
    stage.setTitle("Blipscope");
    stage.setScene(frame.scene());
    stage.show();
  }
}
