package dev.blipscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// The scene of the window: shows the views in the language, the colours and the size that a person
/// asked for, and shows them anew when that changes.
public final class Frame {

  private static final double USUAL_FONT_SIZE = 13;

  private final ReadOnlyObjectProperty<Session> session;
  private final Consumer<Event> dispatch;
  private final Locale systemLanguage;
  private final Executor worker;
  private final StackPane root = new StackPane();
  private final Scene scene;

  public Frame(
      ReadOnlyObjectProperty<Session> session,
      Consumer<Event> dispatch,
      Locale systemLanguage,
      Executor worker,
      double width,
      double height) {
    this.session = session;
    this.dispatch = dispatch;
    this.systemLanguage = systemLanguage;
    this.worker = worker;
    this.scene = new Scene(root, width, height);
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Frame.class.getResource("theme.css")).toExternalForm());
    var language = session.map(now -> now.settings().language());
    var theme = session.map(now -> now.settings().theme());
    var scale = session.map(now -> now.settings().scale());
    language.subscribe(this::speak);
    theme.subscribe(this::paint);
    scale.subscribe(this::scale);
    Platform.getPreferences()
        .colorSchemeProperty()
        .subscribe(() -> paint(session.get().settings().theme()));
  }

  public Scene scene() {
    return scene;
  }

  /// The language that the texts are in.
  static Locale locale(Settings.Language language, Locale system) {
    return switch (language) {
      case SYSTEM -> system;
      case ENGLISH -> Locale.ENGLISH;
      case PORTUGUESE -> Locale.of("pt", "BR");
    };
  }

  private void speak(Settings.Language language) {
    var models = new Models(session, dispatch, Words.in(locale(language, systemLanguage)), worker);
    root.getChildren().setAll(View.WORKBENCH.load(models.words(), models::controller));
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

  private void scale(double scale) {
    root.setStyle("-fx-font-size: %.1fpx".formatted(USUAL_FONT_SIZE * scale));
  }
}
