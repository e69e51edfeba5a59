package dev.blipscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The scene of the window: shows the views in the language, the colours and the size that a person
/// asked for, and shows them anew when that changes.
public final class Frame {

  /// The names under which the size of the window is remembered.
  public static final String WIDTH = "window.width";

  public static final String HEIGHT = "window.height";

  private static final double USUAL_FONT_SIZE = 13;
  private static final double USUAL_ICON_SIZE = 18;
  private static final double LARGE_ICON_SIZE = 36;
  private static final double PRESENTED = 1.25;
  private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
  private static final Duration RESTING = Duration.millis(400);

  private final ReadOnlyObjectProperty<Session> session;
  private final Consumer<Event> dispatch;
  private final Locale systemLanguage;
  private final Executor worker;
  private final BiFunction<Scene, Words, Asking> asking;
  private final StackPane root = new StackPane();
  private final Scene scene;
  private final PauseTransition resting = new PauseTransition(RESTING);

  // The system outlives the window, so it may not hold on to it.
  private final InvalidationListener systemColours = _ -> repaint();
  private ObjectProperty<Session> shown;
  private Models models;

  /// @param asking what asks for files and decisions, in one language
  public Frame(
      ReadOnlyObjectProperty<Session> session,
      Consumer<Event> dispatch,
      Locale systemLanguage,
      Executor worker,
      double width,
      double height,
      BiFunction<Scene, Words, Asking> asking) {
    this.session = session;
    this.asking = asking;
    this.dispatch = dispatch;
    this.systemLanguage = systemLanguage;
    this.worker = worker;
    this.scene = new Scene(root, width, height);
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Frame.class.getResource("theme.css")).toExternalForm());
    WholeText.of(scene);
    MenuLetters.of(scene);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> models.commands().pressed(key));
    var language = session.map(now -> now.settings().language());
    var theme = session.map(now -> now.settings().theme());
    var scale = session.map(now -> scale(now.settings()));
    var presenting = session.map(now -> now.settings().presenting());
    shown = following();
    models = models(language.getValue(), shown);
    root.getChildren().setAll(view(models));
    language.subscribe((_, other) -> speak(other));
    theme.subscribe(this::paint);
    scale.subscribe(this::scale);
    presenting.subscribe(now -> root.pseudoClassStateChanged(PRESENTING, now));
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener(new WeakInvalidationListener(systemColours));
  }

  public Scene scene() {
    return scene;
  }

  /// Remembers the size of the window from now on.
  public void remember() {
    scene.widthProperty().subscribe(resting::playFromStart);
    scene.heightProperty().subscribe(resting::playFromStart);
    resting.setOnFinished(
        _ ->
            dispatch.accept(
                new Event.Placed(Map.of(WIDTH, scene.getWidth(), HEIGHT, scene.getHeight()))));
  }

  /// Shows a newcomer around, and remembers the size of the window from now on.
  public void welcome() {
    remember();
    var now = session.get();
    if (!now.settings().toured()) {
      if (now.desk() == null) {
        models.workbench().openFirstSample();
      }
      models.tour().begin();
    }
  }

  /// Lets go of whatever outlives the window.
  public void end() {
    shown.unbind();
    models.end();
  }

  /// The language that the texts are in.
  public static Locale locale(Settings.Language language, Locale system) {
    return switch (language) {
      case SYSTEM -> system;
      case ENGLISH -> Locale.ENGLISH;
      case PORTUGUESE -> Locale.of("pt", "BR");
    };
  }

  /// Shows all views anew, and lets go of the old ones only then: if it fails, they go on, and the
  /// person is told of it there.
  private void speak(Settings.Language language) {
    var next = following();
    Models others;
    Parent view;
    try {
      others = models(language, next);
      view = view(others);
    } catch (RuntimeException | Error e) {
      next.unbind();
      throw e;
    }
    end();
    shown = next;
    models = others;
    root.getChildren().setAll(view);
  }

  /// What is shown, for as long as it is bound.
  private ObjectProperty<Session> following() {
    var following = new SimpleObjectProperty<>(session.get());
    following.bind(session);
    return following;
  }

  private static Parent view(Models models) {
    return View.WORKBENCH.load(models.words(), models::controller);
  }

  private Models models(Settings.Language language, ObjectProperty<Session> shown) {
    var words = Words.in(locale(language, systemLanguage));
    return new Models(shown, dispatch, words, worker, asking.apply(scene, words));
  }

  private void paint(Settings.Theme theme) {
    boolean dark =
        switch (theme) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    root.getStyleClass().removeAll("dark", "light");
    root.getStyleClass().add(dark ? "dark" : "light");
  }

  private void repaint() {
    paint(session.get().settings().theme());
  }

  private static double scale(Settings settings) {
    return settings.scale() * (settings.presenting() ? PRESENTED : 1);
  }

  private void scale(double scale) {
    root.setStyle(
        "-fx-font-size: %spx; -icon-usual: %spx; -icon-large: %spx"
            .formatted(USUAL_FONT_SIZE * scale, USUAL_ICON_SIZE * scale, LARGE_ICON_SIZE * scale));
  }
}
