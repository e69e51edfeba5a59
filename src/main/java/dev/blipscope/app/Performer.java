package dev.blipscope.app;

import dev.blipscope.inspect.Inspector;
import dev.blipscope.inspect.Origin;
import dev.blipscope.json.Place;
import dev.blipscope.session.Desk;
import dev.blipscope.session.Effect;
import dev.blipscope.session.Event;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import dev.blipscope.shelf.RowKey;
import java.util.Set;
import java.util.function.Consumer;

/// Does what the session asks for, on threads of its own, and tells how it ended.
final class Performer {

  private Consumer<Event> answer = event -> {};

  void answerTo(Consumer<Event> listener) {
    answer = listener;
  }

  /// Begins an effect.
  void perform(Session session, Effect effect) {
    Thread.startVirtualThread(() -> run(session, effect));
  }

  /// A mistake of ours.
  void failed(Throwable mistake) {
    mistake.printStackTrace();
  }

  private void run(Session session, Effect effect) {
    var inspector = new Inspector(session.profileInUse().profile(), session.target(), null);
    switch (effect) {
      case Effect.Take(var text) -> {
        var row = new RowKey(1, 0);
        var desk = Desk.of(row, new Origin("", 1, Place.START, ""), text, text);
        answer.accept(
            new Event.PayloadRead(desk.read(Reading.of(text, inspector, desk.reading()))));
        answer.accept(new Event.RowsChosen(Set.of(row), row));
      }
      case Effect.Read(var desk) ->
          answer.accept(
              new Event.EditRead(
                  desk.row(), desk.version(), Reading.of(desk.text(), inspector, desk.reading())));
      default -> throw new IllegalStateException("not yet: " + effect);
    }
  }
}
