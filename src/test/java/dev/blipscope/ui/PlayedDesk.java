package dev.blipscope.ui;

import dev.blipscope.inspect.Inspector;
import dev.blipscope.inspect.Origin;
import dev.blipscope.session.Desk;
import dev.blipscope.session.Event;
import dev.blipscope.session.Focus;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import dev.blipscope.session.Settings;
import dev.blipscope.shelf.RowKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;

/// A played session on whose desk tests lay a payload.
final class PlayedDesk {

  private final Played played = new Played(Played.usual());

  ReadOnlyObjectProperty<Session> session() {
    return played.session();
  }

  /// What the views told, the latest last.
  List<Event> told() {
    return played.told();
  }

  void tell(Event event) {
    played.accept(event);
  }

  /// Lays a text open, read by the profile of the session.
  void open(String text) {
    var row = new RowKey(1, 0);
    tell(new Event.RowsChosen(Set.of(row), row));
    tell(
        new Event.PayloadRead(
            Desk.of(
                row,
                new Origin("", 1, 1, "OBJECT"),
                text,
                text,
                false,
                read(text, new Reading.Pending()))));
  }

  /// What the pane shows after the text was changed to this.
  void edit(String text) {
    var desk = session().get().desk();
    if (desk == null) {
      throw new IllegalStateException("a payload must lie open");
    }
    tell(new Event.TextEdited(desk.showing(), () -> text));
    tell(new Event.ReadAgain(desk.showing(), desk.version() + 1, text, read(text, desk.reading())));
  }

  private Reading read(String text, Reading before) {
    var now = session().get();
    return Reading.of(
        text, new Inspector(now.profileInUse().profile(), now.target(), null), before);
  }

  void openSample(String name) {
    open(sample(name));
  }

  static String sample(String name) {
    try {
      return Files.readString(Path.of("sample-payloads", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts the caret of the payload into the first place that reads so.
  void pointAt(String piece) {
    var desk = session().get().desk();
    if (desk == null) {
      throw new IllegalStateException("a payload must lie open");
    }
    tell(new Event.FocusMoved(new Focus.InPayload(desk.text().indexOf(piece) + 1)));
  }

  /// Changes the settings. What lies open stays, also when somebody begins to present: here nobody
  /// but the panes covers it.
  void change(Settings settings) {
    var before = session().get().opening();
    tell(new Event.SettingsChanged(_ -> settings));
    var now = session().get();
    played.stand(
        new Session(
            now.pile(),
            now.listing(),
            now.survey(),
            before,
            now.choice(),
            now.outgoing(),
            now.talk(),
            now.settings()));
  }
}
