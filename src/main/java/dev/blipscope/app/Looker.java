package dev.blipscope.app;

import dev.blipscope.inspect.Inspector;
import dev.blipscope.inspect.Origin;
import dev.blipscope.inspect.Shown;
import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import dev.blipscope.session.Desk;
import dev.blipscope.session.Event;
import dev.blipscope.session.Notice;
import dev.blipscope.session.Reading;
import dev.blipscope.session.Session;
import dev.blipscope.session.Source;
import dev.blipscope.share.Mask;
import dev.blipscope.shelf.Batch;
import dev.blipscope.shelf.Glance;
import dev.blipscope.shelf.Glances;
import dev.blipscope.shelf.RowKey;
import dev.blipscope.ui.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks into single payloads: opens one, reads what was typed, takes a glance for the list.
final class Looker {

  /// From here on a text on one line is laid out over several.
  private static final int LONG_LINE = 100;

  private final Opener opener;
  private final Consumer<Event> tell;

  /// One for as long as the program runs, so that a person keeps the same placeholder.
  private @Nullable Mask mask;

  private volatile Locale language = Locale.ENGLISH;

  /// The text that a payload is changed in as long as it lies open: the one it came with if that
  /// holds nothing else, else one of its own, as for a payload of a file or of a long text.
  private final Map<RowKey, Integer> own = new ConcurrentHashMap<>();

  Looker(Opener opener, Consumer<Event> tell) {
    this.opener = opener;
    this.tell = tell;
  }

  // Opening

  void load(Session session, RowKey row) throws IOException {
    var batch = session.deck().batch(row.batch());
    var source = session.source(row);
    if (batch == null || source.isEmpty() || row.row() >= batch.size()) {
      return;
    }
    var bytes = batch.text(row.row());
    if (bytes.isEmpty()) {
      tell.accept(
          new Event.Said(
              Notice.Weight.FAILED, "notice.file-changed", List.of(source.get().name())));
      return;
    }
    // Of a text that holds more than one payload by now only this one lies open from now on.
    if (batch.size() > 1) {
      own.remove(row, row.batch());
    }
    boolean covered = session.settings().presenting();
    speak(session);
    String known = original(source.get(), batch, row, bytes.get());
    String original = covered ? covered(known) : known;
    var inspector = inspector(session);
    var reading = Reading.of(original, inspector, new Reading.Pending());
    String shown = shown(original, reading);
    if (!shown.equals(original)) {
      reading = Reading.of(shown, inspector, new Reading.Pending());
    }
    var origin = origin(source.get(), batch, row);
    tell.accept(new Event.PayloadRead(Desk.of(row, origin, original, shown, covered, reading)));
  }

  /// A text that is alone is shown with all that stands around the payload.
  private static String original(Source source, Batch batch, RowKey row, byte[] bytes) {
    return source.isInMemory() && batch.size() == 1 && !batch.isStored(row.row())
        ? source.inMemory()
        : new String(bytes, StandardCharsets.UTF_8);
  }

  static Origin origin(Source source, Batch batch, RowKey row) throws IOException {
    int number = source.number() == 0 ? row.row() + 1 : source.number();
    return new Origin(
        source.name(), number, place(source, batch, row).line(), batch.about().form().name());
  }

  private static Place place(Source source, Batch batch, RowKey row) throws IOException {
    return batch.place(row.row()).after(source.start());
  }

  /// What a machine wrote on one line is laid out for the eye; what a person laid out stays.
  private static String shown(String original, Reading reading) {
    boolean oneLine = original.strip().indexOf('\n') < 0;
    var doc = reading.inspection() == null ? null : reading.inspection().doc();
    return oneLine && original.length() > LONG_LINE && doc != null && !reading.isBroken()
        ? Shown.laidOut(doc).text()
        : original;
  }

  static Inspector inspector(Session session) {
    return new Inspector(session.profileInUse().profile(), session.target(), null);
  }

  // Typing

  void readAgain(Session session, Desk desk) {
    tell.accept(
        new Event.ReadAgain(
            desk.showing(),
            desk.version(),
            desk.text(),
            Reading.of(desk.text(), inspector(session), desk.reading())));
  }

  void readEdit(Session session, Desk desk, String text) throws IOException {
    var row = desk.row();
    var source = session.source(row);
    var batch = session.deck().batch(row.batch());
    if (source.isEmpty() || batch == null) {
      return;
    }
    var reading = Reading.of(text, inspector(session), desk.reading());
    boolean alone = source.get().isInMemory() && batch.size() <= 1;
    int id = own.computeIfAbsent(row, _ -> alone ? row.batch() : opener.nextId());
    boolean stays = id == row.batch() || row.row() >= batch.size();
    var place = stays ? source.get().start() : place(source.get(), batch, row);
    var changed = source.get().inItsPlace(id, desk, place, text);
    tell.accept(
        new Event.EditRead(
            row,
            desk.showing(),
            desk.version(),
            text,
            reading,
            changed,
            Opener.index(id, changed.name(), text)));
  }

  // The list

  void glance(Session session, List<RowKey> rows) {
    speak(session);
    var glances = new Glances(null);
    boolean covered = session.settings().presenting();
    var seen = new HashMap<RowKey, Glance>();
    for (var row : rows) {
      var batch = session.deck().batch(row.batch());
      if (batch != null && row.row() < batch.size()) {
        var glance = glances.of(batch, row.row());
        seen.put(row, covered ? covered(glance) : glance);
      }
    }
    tell.accept(new Event.Glanced(covered, seen));
  }

  // What is covered while a person presents

  /// Placeholders are in the language of the window; another one begins to count anew.
  private synchronized void speak(Session session) {
    var chosen = Frame.locale(session.settings().language(), Locale.getDefault());
    if (!chosen.equals(language)) {
      language = chosen;
      mask = null;
    }
  }

  private synchronized Mask mask() {
    if (mask == null) {
      mask = Mask.in(language);
    }
    return mask;
  }

  private synchronized String covered(String text) {
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    if (scanner.scan(bytes, 0, bytes.length, true) == Scanner.Outcome.VALUE
        && scanner.end() == bytes.length) {
      var doc = scanner.doc().kept();
      mask().learn(doc);
      return new String(mask().mask(doc), StandardCharsets.UTF_8);
    }
    return mask().maskText(text);
  }

  private synchronized Glance covered(Glance glance) {
    String who = glance.who();
    return new Glance(
        glance.kind(),
        glance.direction(),
        glance.via(),
        glance.time(),
        who == null ? null : mask().maskText("identity", who),
        covered(glance.what()));
  }

  private Glance.What covered(Glance.What what) {
    return switch (what) {
      case Glance.What.Words(var text) -> new Glance.What.Words(mask().maskText(text));
      case Glance.What.Person(var name) -> new Glance.What.Person(mask().maskText("name", name));
      case Glance.What.Beginning(var text) -> new Glance.What.Beginning(mask().maskText(text));
      case Glance.What.Piece(var text, var breakage) ->
          new Glance.What.Piece(mask().maskText(text), breakage);
      case Glance.What.Tracked(var category, var action) ->
          new Glance.What.Tracked(mask().maskText(category), mask().maskText(action));
      case Glance.What.Content _, Glance.What.Shape _, Glance.What.Large _, Glance.What.Gone _ ->
          what;
    };
  }
}
