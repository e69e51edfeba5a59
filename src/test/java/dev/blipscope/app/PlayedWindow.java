package dev.blipscope.app;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.ui.Asking;
import dev.blipscope.ui.Frame;
import dev.blipscope.ui.Screens;
import dev.blipscope.ui.Sight;
import dev.blipscope.ui.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// The window with a session that works behind it, for tests to play on.
final class PlayedWindow {

  /// In English with light colours, after the tour.
  static final Settings USUAL =
      Settings.USUAL.in(Settings.Language.ENGLISH).with(Settings.Theme.LIGHT).afterTour();

  private final ReadOnlyObjectProperty<Session> shown;
  private final Consumer<Event> tell;
  private final Scene scene;

  private PlayedWindow(ReadOnlyObjectProperty<Session> shown, Consumer<Event> tell, Scene scene) {
    this.shown = shown;
    this.tell = tell;
    this.scene = scene;
  }

  /// Shows the window; belongs to the JavaFX thread.
  static PlayedWindow show(
      ReadOnlyObjectProperty<Session> shown,
      Consumer<Event> tell,
      Stage stage,
      double width,
      double height,
      BiFunction<Scene, Words, Asking> asking) {
    var frame =
        new Frame(shown, tell, Locale.ENGLISH, Thread::startVirtualThread, width, height, asking);
    stage.setScene(frame.scene());
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    return new PlayedWindow(shown, tell, frame.scene());
  }

  void tell(Event event) {
    tell.accept(event);
  }

  Scene scene() {
    return scene;
  }

  /// What the window shows.
  Session now() {
    return shown.get();
  }

  Session until(Predicate<Session> wanted) throws Exception {
    Sight.until(() -> wanted.test(now()));
    waitForFxEvents();
    return now();
  }

  void change(Settings settings) throws Exception {
    tell(new Event.SettingsChanged(_ -> settings));
    until(now -> now.settings().equals(settings));
  }

  <T extends Node> T find(Class<T> type, String id) {
    return Sight.of(() -> type.cast(Objects.requireNonNull(scene.lookup("#" + id), id)));
  }

  String text(String id) {
    return find(Labeled.class, id).getText();
  }

  void press(FxRobot robot, String id) {
    robot.interact(() -> find(ButtonBase.class, id).fire());
  }

  void shoot(FxRobot robot, String name) {
    robot.interact(
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          Screens.take(scene, name);
        });
  }

  /// What is done in one language with one theme.
  @FunctionalInterface
  interface Play {
    /// Does it.
    ///
    /// @param look the end of the name of a picture
    void play(String look) throws Exception;
  }

  /// Does something in both languages and colours.
  void inEachLook(Play play) throws Exception {
    for (var language : List.of(Settings.Language.ENGLISH, Settings.Language.PORTUGUESE)) {
      for (var theme : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
        change(now().settings().in(language).with(theme));
        play.play(
            (language == Settings.Language.ENGLISH ? "-en-" : "-pt-")
                + theme.name().toLowerCase(Locale.ROOT));
      }
    }
  }
}
