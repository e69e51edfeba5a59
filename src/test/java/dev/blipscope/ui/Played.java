package dev.blipscope.ui;

import dev.blipscope.session.Event;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.session.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.stage.Stage;

/// The window with a session behind it, but with nobody who does what the session asks for.
final class Played implements Consumer<Event> {

  private final ReadOnlyObjectWrapper<Session> session;
  private final List<Event> told = new ArrayList<>();

  Played(Session first) {
    session = new ReadOnlyObjectWrapper<>(first);
  }

  /// A session in English with light colours, after the tour.
  static Session usual() {
    return Session.first(
        Settings.USUAL.in(Settings.Language.ENGLISH).with(Settings.Theme.LIGHT).afterTour());
  }

  @Override
  public void accept(Event event) {
    told.add(event);
    session.set(Update.next(session.get(), event).session());
  }

  /// Goes on from this session, whatever led to it.
  void stand(Session next) {
    session.set(next);
  }

  ReadOnlyObjectProperty<Session> session() {
    return session.getReadOnlyProperty();
  }

  Settings settings() {
    return session.get().settings();
  }

  /// What happened so far.
  List<Event> told() {
    return told;
  }

  Event last() {
    return told.getLast();
  }

  Frame frame(double width, double height, Asking asking) {
    return new Frame(
        session.getReadOnlyProperty(),
        this,
        Locale.ENGLISH,
        Runnable::run,
        width,
        height,
        (scene, words) -> asking);
  }

  static void show(Frame frame, Stage stage) {
    stage.setScene(frame.scene());
    stage.show();
  }

  static <T extends Node> T find(Frame frame, Class<T> type, String id) {
    return Sight.of(() -> type.cast(Objects.requireNonNull(frame.scene().lookup("#" + id), id)));
  }
}
