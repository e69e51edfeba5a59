package dev.blipscope.app;

import dev.blipscope.session.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Plays a start as a person would see it, and ends. Packaging lets the Java machine watch, and
/// keeps what was loaded, so that each later start finds it ready.
public final class Rehearsal {

  private Rehearsal() {}

  /// Plays it and ends the program.
  ///
  /// @param args the file of a payload
  public static void main(String[] args) {
    Application.launch(Window.class, args);
  }

  /// The window, with the payload pasted; it leaves when the payload was seen.
  public static final class Window extends Application {

    private static final int FRAMES_TO_SEE = 30;

    private final Program program = new Program();

    @Override
    public void start(Stage stage) throws Exception {
      String payload = Files.readString(Path.of(getParameters().getRaw().getFirst()));
      program.start(stage);
      new AnimationTimer() {
        private boolean pasted;
        private int frames;

        @Override
        public void handle(long now) {
          var desk = program.works().shown().get().desk();
          if (desk == null || desk.reading().explained() == null) {
            return;
          }
          // The first start opens a sample by itself; what is pasted before would be left for it.
          if (!pasted) {
            pasted = true;
            program.works().tell(new Event.TextPasted(payload));
          } else if (desk.text().equals(payload) && ++frames == FRAMES_TO_SEE) {
            Platform.exit();
          }
        }
      }.start();
    }

    @Override
    public void stop() {
      program.stop();
    }
  }
}
