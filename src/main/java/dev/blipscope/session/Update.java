package dev.blipscope.session;

import dev.blipscope.shelf.RowKey;
import dev.blipscope.shelf.RowSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides what an event leads to. The only way from one session to the next.
public final class Update {

  private Update() {}

  public static Step next(Session session, Event event) {
    var step = OutgoingUpdate.watched(session, Profiling.watched(session, decided(session, event)));
    return isLookedAtAnew(session, step.session()) ? tally(step) : step;
  }

  private static Step decided(Session session, Event event) {
    return switch (event) {
      case Event.TextPasted(var text) -> Step.to(session, new Effect.Take("", text));
      case Event.FilesChosen(var names) -> open(session, names);
      case Event.SampleChosen(var name) -> Step.to(session, new Effect.OpenSample(name));
      case Event.BlankAsked() -> Step.to(session, new Effect.Take("", BLANK));
      case Event.Opened opened -> opened(session, opened);
      case Event.Restored(var kept) -> restored(session, kept);
      case Event.Grew(var batch) -> arrange(session.with(session.pile().grown(batch)));
      case Event.Filtered(var filter) -> wish(session.with(session.listing().wanting(filter)));
      case Event.Ordered(var order) -> wish(session.with(session.listing().wanting(order)));
      case Event.Grouped(var byContact) -> wish(session.with(session.listing().grouped(byContact)));
      case Event.Arranged(var version, var lines, var facets) ->
          wish(session.with(session.listing().showing(version, lines, facets)));
      case Event.Tallied(var survey) -> tallied(session, survey);
      case Event.RowsSeen(var rows) -> look(session, rows);
      case Event.Glanced glanced -> Step.to(glanced(session, glanced));
      case Event.DeleteAsked() -> delete(session, RowSet.of(session.chosen()));
      case Event.ClearAsked() -> delete(session, session.listing().rows().set());
      case Event.UndoAsked() -> arrange(session.with(session.pile().undone()).with(heard(session)));
      case Event.RowsChosen(var rows, var lead) -> choose(session, rows, lead);
      case Event.LinesChosen(var lines, var from, var to, var lead) ->
          choose(session, between(lines, from, to), lead);
      case Event.RowToggled(var row) -> toggle(session, row);
      case Event.ContactChosen(var who) -> chooseAllOf(session, who);
      case Event.PayloadRead(var desk) -> Step.to(loaded(session, desk));
      case Event.FocusMoved(var focus) -> Step.to(session.with(session.opening().pointing(focus)));
      case Event.TextEdited edited -> edit(session, edited);
      case Event.EditRead read -> changed(session, read);
      case Event.ReadAgain(var showing, var version, var text, var reading) ->
          Step.to(read(session, showing, version, text, reading));
      case Event.ProfileChosen(var name) -> Profiling.use(session, name);
      case Event.ProfileRead(var name, var text, var profile) ->
          Profiling.read(session, KnownProfile.read(name, text, profile));
      case Event.ProfileFaulty faulty -> Profiling.faulty(session, faulty);
      case Event.ProfileDuplicateAsked(var name, var file) ->
          Profiling.duplicate(session, name, file);
      case Event.ProfileEditAsked(var name) -> Profiling.edit(session, name);
      case Event.ProfileEdited edited -> Profiling.edited(session, edited);
      case Event.ProfileSaveAsked(var name) -> Profiling.save(session, name);
      case Event.ProfileSaved(var name, var text) -> Profiling.saved(session, name, text);
      case Event.ProfileDiscarded(var name) -> Profiling.discard(session, name);
      case Event.ProfileEditEnded() -> Step.to(Profiling.ended(session));
      case Event.ProfileClosed(var name) -> Profiling.close(session, name);
      case Event.PointersFound(var pointers) -> Step.to(Profiling.found(session, pointers));
      case Event.CallCompared compared -> Step.to(Profiling.compared(session, compared));
      case Event.CompareAsked(var one, var other) -> Profiling.compare(session, one, other);
      case Event.Compared(var version, var comparison) ->
          Step.to(Profiling.compared(session, version, comparison));
      case Event.JobMoved(var job) -> Step.to(session.with(session.talk().with(job)));
      case Event.JobEnded(var job) -> Step.to(session.with(session.talk().without(job)));
      case Event.JobCancelled(var job) ->
          Step.to(session.with(session.talk().without(job)), new Effect.Cancel(job));
      case Event.Said(var weight, var key, var words) ->
          Step.to(session.with(session.talk().saying(weight, key, words, false)));
      case Event.KeptSaid(var bytes) -> Step.to(session.with(session.talk().keeping(bytes)));
      case Event.NoticeSeen() -> Step.to(session.with(heard(session)));
      case Event.Failed(var mishap) -> Step.to(session.with(session.talk().failing(mishap)));
      case Event.MishapSeen() -> Step.to(session.with(session.talk().outliving()));
      case Event.LogSaid(var folder) -> Step.to(session.with(session.talk().logging(folder)));
      case Event.LogAsked() -> Step.to(session, new Effect.ShowLog());
      case Event.SettingsChanged(var change) -> like(session, change.apply(session.settings()));
      case Event.Placed(var places) -> Step.to(session.with(placed(session.settings(), places)));
      case Event.ExportAsked(var export, var file) ->
          Step.to(session, new Effect.Write(export, file));
      case Event.EraseAsked() -> erase(session);
      case Event.OfSending(var what) -> OutgoingUpdate.next(session, what);
      case Event.Erased(var last) -> erased(session, last);
    };
  }

  /// What somebody who wants to type begins with.
  private static final String BLANK = "{\n  \n}";

  private static Talk heard(Session session) {
    return session.talk().heard();
  }

  // What comes in

  private static Step open(Session session, List<String> names) {
    var settings = session.settings();
    for (String name : names.reversed()) {
      settings = settings.opened(name);
    }
    return Step.to(session.with(settings), new Effect.Open(names));
  }

  private static Step opened(Session session, Event.Opened opened) {
    var pile = session.pile();
    @Nullable RowKey first = null;
    for (var text : opened.texts()) {
      pile = pile.with(text.source(), text.batch());
      boolean taken = pile.sources().containsKey(text.source().id());
      if (first == null && taken && text.batch().size() > 0) {
        first = new RowKey(text.batch().id(), 0);
      }
    }
    var next = arrange(session.with(pile));
    return opened.choose() && first != null
        ? next.and(choose(next.session(), Set.of(first), first))
        : next;
  }

  /// As it was: what was deleted is gone again, and what lay open lies open.
  private static Step restored(Session session, Kept kept) {
    if (session.pile().wiped()) {
      return Step.to(session);
    }
    var listing =
        session.listing().wanting(kept.filter()).wanting(kept.order()).grouped(kept.grouped());
    var order = kept.sources().stream().map(Kept.Text::id).toList();
    var pile = session.pile().ordered(order).deleted(kept.gone());
    var typed = Profiling.restored(session.with(pile).with(listing), kept);
    var lead = kept.lead();
    var arranged = typed.and(arrange(typed.session()));
    // Who opened something meanwhile looks at that.
    return lead == null || session.opening().lead() != null
        ? arranged
        : arranged.and(choose(arranged.session(), with(kept.chosen(), lead), lead));
  }

  private static Set<RowKey> with(Set<RowKey> rows, RowKey lead) {
    var all = new HashSet<>(rows);
    all.add(lead);
    return all;
  }

  // Which payloads are seen

  /// The rows are worked out again, since there are others.
  static Step arrange(Session session) {
    return wish(session.with(session.listing().again()));
  }

  /// Who works wishes out is told of each, and drops those that were overtaken.
  private static Step wish(Session session) {
    var listing = session.listing();
    return listing.isWaiting()
        ? Step.to(session.with(listing.asking()), new Effect.Arrange(listing.version()))
        : Step.to(session);
  }

  private static boolean isLookedAtAnew(Session before, Session now) {
    return !now.deck().batches().equals(before.deck().batches())
        || !now.profileInUse().profile().equals(before.profileInUse().profile())
        || !now.target().equals(before.target());
  }

  /// What is to be said about everything is found out again.
  private static Step tally(Step step) {
    var again = step.session().survey().again();
    return step.and(Step.to(step.session().with(again), new Effect.Tally(again.version())));
  }

  /// While it goes on, the list follows only if it depends on it.
  private static Step tallied(Session session, Survey survey) {
    var next = session.with(session.survey().knowing(survey));
    boolean matters = survey.progress().isDone() || !session.listing().filter().codes().isEmpty();
    return matters ? arrange(next) : Step.to(next);
  }

  private static Step look(Session session, List<RowKey> rows) {
    var known = session.listing().glances();
    var unknown = rows.stream().filter(row -> !known.containsKey(row)).toList();
    return unknown.isEmpty() ? Step.to(session) : Step.to(session, new Effect.Glance(unknown));
  }

  /// What was covered, or was not, before that changed meanwhile is not seen any more.
  private static Session glanced(Session session, Event.Glanced glanced) {
    return glanced.covered() == session.settings().presenting()
        ? session.with(session.listing().glanced(glanced.glances()))
        : session;
  }

  private static Step delete(Session session, RowSet rows) {
    if (rows.isEmpty()) {
      return Step.to(session);
    }
    int count = rows.count();
    var talk =
        session
            .talk()
            .saying(
                Notice.Weight.SAID,
                count == 1 ? "notice.deleted.one" : "notice.deleted.many",
                List.of(Integer.toString(count)),
                true);
    var next = session.with(session.pile().without(rows)).with(talk);
    var lead = session.opening().lead();
    var arranged = arrange(next);
    return lead != null && rows.contains(lead)
        ? arranged.and(choose(arranged.session(), neighbour(session, rows)))
        : arranged;
  }

  /// The payload to look at when the one that lies open is deleted.
  private static @Nullable RowKey neighbour(Session session, RowSet gone) {
    var rows = session.listing().rows();
    var lead = session.opening().lead();
    int from = lead == null ? 0 : rows.placeOf(lead).orElse(0);
    for (int at = from; at < rows.size(); at++) {
      if (!gone.contains(rows.key(at))) {
        return rows.key(at);
      }
    }
    for (int at = Math.min(from, rows.size()) - 1; at >= 0; at--) {
      if (!gone.contains(rows.key(at))) {
        return rows.key(at);
      }
    }
    return null;
  }

  // What is chosen

  private static Step choose(Session session, @Nullable RowKey lead) {
    return choose(session, lead == null ? Set.of() : Set.of(lead), lead);
  }

  private static Step choose(Session session, Set<RowKey> rows, @Nullable RowKey lead) {
    if (lead == null) {
      return Step.to(session.with(session.opening().closed()));
    }
    var next = session.with(session.opening().choosing(rows, lead));
    var desk = session.desk();
    return desk != null && desk.row().equals(lead)
        ? Step.to(next)
        : Step.to(next, new Effect.Load(lead));
  }

  private static Set<RowKey> between(Lines lines, int from, int to) {
    var rows = new HashSet<RowKey>();
    for (int line = from; line <= to; line++) {
      if (lines.at(line) instanceof Lines.Line.Payload(var row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static Step toggle(Session session, RowKey row) {
    var rows = new HashSet<>(session.chosen());
    if (rows.add(row)) {
      return choose(session, rows, row);
    }
    rows.remove(row);
    var lead = session.opening().lead();
    return choose(session, rows, row.equals(lead) ? rows.stream().findAny().orElse(null) : lead);
  }

  private static Step chooseAllOf(Session session, @Nullable String who) {
    var all = session.listing().rows();
    var rows = new LinkedHashSet<RowKey>();
    for (int at = 0; at < all.size(); at++) {
      var seat = all.seat(at);
      if (Objects.equals(seat.batch().who(seat.row()).orElse(null), who)) {
        rows.add(seat.key());
      }
    }
    var lead = session.opening().lead();
    return rows.isEmpty()
        ? Step.to(session)
        : choose(
            session, rows, lead != null && rows.contains(lead) ? lead : rows.iterator().next());
  }

  /// A payload that was read too late, or before it was to be covered, is not shown any more.
  private static Session loaded(Session session, Desk desk) {
    return desk.row().equals(session.opening().lead())
            && desk.covered() == session.settings().presenting()
        ? session.with(session.opening().showing(desk))
        : session;
  }

  // What is changed

  private static Step edit(Session session, Event.TextEdited edited) {
    var desk = session.desk();
    if (desk == null || desk.showing() != edited.showing() || desk.covered()) {
      return Step.to(session);
    }
    var changed = desk.edited();
    return Step.to(
        session.with(session.opening().knowing(changed)),
        new Effect.ReadEdit(changed, edited.text()));
  }

  /// What was typed into something that was erased meanwhile is gone with it.
  private static Step changed(Session session, Event.EditRead read) {
    if (session.source(read.row()).isEmpty()) {
      return Step.to(session);
    }
    int id = read.batch().id();
    var known = session.with(session.pile().replacing(read.row(), read.source(), read.batch()));
    var place = new RowKey(id, read.row().batch() == id ? read.row().row() : 0);
    var moved = known.with(known.opening().moved(read.row(), place));
    var next = moved.with(moved.listing().forgetting(id));
    var arranged =
        OutgoingUpdate.changed(
            arrange(read(next, read.showing(), read.version(), read.text(), read.reading())),
            place);
    return isOlder(next, place, read)
        ? arranged.and(Step.to(arranged.session(), new Effect.Load(place)))
        : arranged;
  }

  /// Whether the payload was opened once more before this edit of it was read.
  private static boolean isOlder(Session session, RowKey place, Event.EditRead read) {
    var desk = session.desk();
    return place.equals(session.opening().lead())
        && (desk == null || desk.showing() != read.showing());
  }

  private static Session read(
      Session session, long showing, long version, String text, Reading reading) {
    var desk = session.desk();
    return desk != null && desk.showing() == showing && desk.version() == version
        ? session.with(session.opening().knowing(desk.read(text, reading)))
        : session;
  }

  private static Settings placed(Settings settings, Map<String, Double> places) {
    for (var place : places.entrySet()) {
      settings = settings.placed(place.getKey(), place.getValue());
    }
    return settings;
  }

  // What a person likes

  /// What is covered is covered before anybody looks at it, so nothing that was seen stays, and all
  /// is read anew.
  private static Step like(Session session, Settings settings) {
    var next = session.with(settings);
    if (settings.presenting() == session.settings().presenting()) {
      return Step.to(next);
    }
    var unseen = next.with(next.listing().forgettingAll()).with(session.opening().withoutDesk());
    var lead = session.opening().lead();
    return lead == null ? Step.to(unseen) : Step.to(unseen, new Effect.Load(lead));
  }

  // What leaves

  /// Everything goes but how the person likes the window.
  private static Step erase(Session session) {
    // The counts go on, so that what is still being worked out comes too late.
    return Step.to(
        session
            .with(Pile.WIPED)
            .with(session.listing().erased())
            .with(session.survey().erased())
            .with(session.opening().closed())
            .with(session.choice().forgetful())
            .with(session.outgoing().forgetful())
            .with(session.talk().heard())
            .with(session.settings().forgetful()),
        new Effect.Erase());
  }

  /// What was being opened meanwhile is gone as well.
  private static Step erased(Session session, int last) {
    var lead = session.opening().lead();
    var left = session.with(session.pile().behind(last));
    return arrange(
        lead != null && lead.batch() <= last ? left.with(left.opening().closed()) : left);
  }
}
