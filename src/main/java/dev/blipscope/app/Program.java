package dev.blipscope.app;

import dev.blipscope.session.Mishap;
import dev.blipscope.ui.Asking;
import dev.blipscope.ui.Frame;
import dev.blipscope.ui.LastWindow;
import dev.blipscope.ui.WindowAsking;
import dev.blipscope.ui.WindowIcon;
import dev.blipscope.ui.Words;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program with its window: joins what works behind it and the screen.
public final class Program extends Application {

  private static final double USUAL_WIDTH = 1280;
  private static final double USUAL_HEIGHT = 800;
  private static final double AROUND = 60;
  private static final double LEAST_WIDTH = 700;
  private static final double LEAST_HEIGHT = 500;

  private final Folders folders;
  private final BiFunction<Scene, Words, Asking> asking;
  private @Nullable Works works;

  public Program() {
    this(Folders.ofThisMachine(), WindowAsking::new);
  }

  /// @param asking what asks for files and decisions, in one language
  Program(Folders folders, BiFunction<Scene, Words, Asking> asking) {
    this.folders = folders;
    this.asking = asking;
  }

  @Override
  public void start(Stage stage) {
    var words = getParameters();
    // There are none if something else than a command started the program.
    start(stage, words == null ? List.of() : words.getRaw());
  }

  /// @param files what is to be seen first, beside what was open last time
  void start(Stage stage, List<String> files) {
    try {
      open(stage, files);
    } catch (RuntimeException | Error e) {
      var mistake = Mistake.of(e);
      new Logbook(folders.log(), InstantSource.system()).failed(mistake);
      System.err.println(mistake.places());
      LastWindow.show(
          stage, new Mishap(mistake.code(), 1, mistake.places()), Words.in(Locale.getDefault()));
    }
  }

  private void open(Stage stage, List<String> files) {
    var behind =
        new Works(
            folders,
            InstantSource.system(),
            System.err::println,
            folder -> getHostServices().showDocument(folder.toUri().toString()));
    var screen = Screen.getPrimary().getVisualBounds();
    var places = behind.shown().get().settings().places();
    var frame =
        new Frame(
            behind.shown(),
            behind::tell,
            Locale.getDefault(),
            Thread::startVirtualThread,
            Math.min(places.getOrDefault(Frame.WIDTH, USUAL_WIDTH), screen.getWidth()),
            Math.min(places.getOrDefault(Frame.HEIGHT, USUAL_HEIGHT), screen.getHeight()),
            asking);
    stage.setTitle("Blipscope");
    stage.getIcons().setAll(WindowIcon.all());
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setScene(frame.scene());
    behind.giveWayTo(frame.scene());
    keepOn(screen, stage);
    stage.show();
    works = behind;
    // Who comes with files wants to see these; there is time to show around.
    behind.start(files, files.isEmpty() ? frame::welcome : frame::remember);
  }

  /// What the system draws around the scene must have room, too, or its title is out of reach.
  private static void keepOn(Rectangle2D screen, Stage stage) {
    if (stage.getScene().getWidth() + AROUND > screen.getWidth()) {
      stage.setX(screen.getMinX());
      stage.setWidth(screen.getWidth());
    }
    if (stage.getScene().getHeight() + AROUND > screen.getHeight()) {
      stage.setY(screen.getMinY());
      stage.setHeight(screen.getHeight());
    }
  }

  /// What works behind the window, once it is there.
  Works works() {
    return Objects.requireNonNull(works, "the program was not started");
  }

  @Override
  public void stop() {
    if (works != null) {
      works.close();
    }
  }
}
