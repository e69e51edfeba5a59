package dev.blipscope.session;

/// Decides what an event leads to. The only way from one session to the next.
public final class Update {

  private Update() {}

  public static Step next(Session session, Event event) {
    return switch (event) {
      case Event.TextPasted(var text) -> Step.to(session, new Effect.Take(text));
      case Event.FilesChosen(var names) -> Step.to(session, new Effect.Open(names));
      case Event.SampleChosen(var name) -> Step.to(session, new Effect.OpenSample(name));
      case Event.BlankAsked() -> Step.to(session, new Effect.Take(""));
      case Event.RowsChosen chosen -> choose(session, chosen);
      case Event.PayloadRead(var desk) -> Step.to(session.with(desk).with(new Focus.Nothing()));
      case Event.FocusMoved(var focus) -> Step.to(session.with(focus));
      case Event.TextEdited edited -> edit(session, edited);
      case Event.EditRead read -> Step.to(read(session, read));
      case Event.ProfileChosen(var name) -> useProfile(session, name);
      case Event.ProfileRead(var name, var text, var profile) ->
          again(session.with(KnownProfile.read(name, text, profile)), name);
      case Event.ProfileFaulty faulty -> Step.to(faulty(session, faulty));
      case Event.ProfileDuplicateAsked(var name, var file) -> duplicate(session, name, file);
      case Event.ProfileEdited(var name, var text) ->
          Step.to(session, new Effect.SaveProfile(name, text));
      case Event.ProfileClosed(var name) ->
          again(
              session.withoutProfile(name).with(session.settings().without(name)),
              session.profile());
      case Event.CompareAsked(var one, var other) ->
          Step.to(session, new Effect.Compare(one, other));
      case Event.Compared(var comparison) -> Step.to(session.with(comparison));
      case Event.CompareEnded() -> Step.to(session.with((Comparison) null));
      case Event.JobMoved(var job) -> Step.to(session.with(job));
      case Event.JobEnded(var job) -> Step.to(session.withoutJob(job));
      case Event.JobCancelled(var job) -> Step.to(session.withoutJob(job), new Effect.Cancel(job));
      case Event.Said(var weight, var key, var words) ->
          Step.to(say(session, weight, key, words, false));
      case Event.NoticeSeen() -> Step.to(session.with((Notice) null));
      case Event.SettingsChanged(var settings) -> Step.to(session.with(settings));
      case Event.ExportAsked(var export, var file) ->
          Step.to(session, new Effect.Write(export, file));
      case Event.EraseAsked() -> Step.to(session, new Effect.Erase());
    };
  }

  private static Step choose(Session session, Event.RowsChosen chosen) {
    var next = session.choosing(chosen.rows());
    var lead = chosen.lead();
    if (lead == null) {
      return Step.to(next.with((Desk) null).with(new Focus.Nothing()));
    }
    var desk = session.desk();
    return desk != null && desk.row().equals(lead)
        ? Step.to(next)
        : Step.to(next, new Effect.Load(lead));
  }

  private static Step edit(Session session, Event.TextEdited edited) {
    var desk = session.desk();
    if (desk == null || !desk.row().equals(edited.row()) || desk.text().equals(edited.text())) {
      return Step.to(session);
    }
    var changed = desk.edited(edited.text(), desk.version() + 1);
    return Step.to(session.with(changed), new Effect.Read(changed));
  }

  private static Session read(Session session, Event.EditRead read) {
    var desk = session.desk();
    return desk != null && desk.row().equals(read.row()) && desk.version() == read.version()
        ? session.with(desk.read(read.reading()))
        : session;
  }

  private static Step useProfile(Session session, String name) {
    if (!session.profiles().containsKey(name)) {
      return Step.to(session, new Effect.OpenProfile(name));
    }
    return again(session.using(name), name);
  }

  /// Inspects what is open once more, if the profile that changed is the one in use.
  private static Step again(Session session, String changed) {
    var desk = session.desk();
    boolean concerned =
        session.profile().equals(changed) || !session.profiles().containsKey(changed);
    return desk == null || !concerned ? Step.to(session) : Step.to(session, new Effect.Read(desk));
  }

  private static Session faulty(Session session, Event.ProfileFaulty faulty) {
    var known = session.profiles().get(faulty.name());
    return known == null
        ? say(
            session,
            Notice.Weight.FAILED,
            "notice.profile-faulty",
            java.util.List.of(faulty.name(), Integer.toString(faulty.problems().size())),
            false)
        : session.with(known.faulty(faulty.text(), faulty.problems()));
  }

  private static Step duplicate(Session session, String name, String file) {
    var known = session.profiles().get(name);
    return known == null
        ? Step.to(session)
        : Step.to(session, new Effect.SaveProfile(file, known.text()));
  }

  private static Session say(
      Session session,
      Notice.Weight weight,
      String key,
      java.util.List<String> words,
      boolean undoable) {
    var last = session.notice();
    return session.with(
        new Notice(last == null ? 1 : last.number() + 1, weight, key, words, undoable));
  }
}
