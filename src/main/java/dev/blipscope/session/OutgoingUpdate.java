package dev.blipscope.session;

import dev.blipscope.segment.Endpoint;
import dev.blipscope.segment.Postmark;
import dev.blipscope.segment.Target;
import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.KnownTarget.KeyPlace;
import dev.blipscope.shelf.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides what an event around sending leads to. Nothing leaves the machine unless a person made a
/// target, chose it and agreed.
final class OutgoingUpdate {

  private OutgoingUpdate() {}

  static Step next(Session session, OutgoingEvent event) {
    var now = session.outgoing();
    return switch (event) {
      case OutgoingEvent.TargetsRead(var targets) -> Step.to(session.with(all(now, targets)));
      case OutgoingEvent.TargetChosen(var name) -> choose(session, name);
      case OutgoingEvent.TargetSaved saved -> save(session, saved);
      case OutgoingEvent.TargetDeleteAsked(var name) ->
          now.named(name)
              .filter(known -> !known.isSandbox())
              .map(known -> asking(session, new Ask.Delete(known)))
              .orElse(Step.to(session));
      case OutgoingEvent.TargetTestAsked(var name) ->
          now.named(name).map(known -> test(session, known)).orElse(Step.to(session));
      case OutgoingEvent.TargetTested(var name, var found) ->
          Step.to(
              now.named(name)
                  .map(known -> session.with(now.with(name, known.with(found))))
                  .orElse(session));
      case OutgoingEvent.KeyKept(var name, var place) -> kept(session, name, place);
      case OutgoingEvent.KeyFetched(var name, var key) -> fetched(session, name, key);
      case OutgoingEvent.SendAsked(var shown, var newIds) ->
          now.ask() == null
              ? Step.to(session, effect(new OutgoingEffect.Settle(shown, newIds, now.chosen())))
              : Step.to(session);
      case OutgoingEvent.SendSettled settled -> prepare(session, settled);
      case OutgoingEvent.SendPrepared(var found) -> prepared(session, found);
      case OutgoingEvent.Agreed(var to) -> agreed(session, to);
      case OutgoingEvent.Declined(var to) -> declined(session, to);
      case OutgoingEvent.Discarded(var calls) ->
          Step.to(answered(session, calls), effect(new OutgoingEffect.Discard()));
      case OutgoingEvent.LeftOver(var calls) -> asking(session, calls);
      case OutgoingEvent.RetryAsked(var id) ->
          Step.to(
              session.with(now.ordered()), effect(new OutgoingEffect.Retry(now.orders() + 1, id)));
      case OutgoingEvent.Moved moved -> moved(session, moved);
      case OutgoingEvent.DeliveriesFound(var row, var deliveries) ->
          Step.to(row.equals(deskRow(session)) ? session.with(now.showing(deliveries)) : session);
      case OutgoingEvent.SandboxOpened() ->
          Step.to(session, effect(new OutgoingEffect.WakeSandbox()));
      case OutgoingEvent.SandboxCleared() ->
          Step.to(session, effect(new OutgoingEffect.ClearSandbox()));
      case OutgoingEvent.FaultsChosen(var faults) ->
          Step.to(session, effect(new OutgoingEffect.SetFaults(faults)));
      case OutgoingEvent.SandboxMoved(var news) -> Step.to(session.with(now.knowing(news)));
    };
  }

  private static Effect effect(OutgoingEffect what) {
    return new Effect.ForSending(what);
  }

  /// A question never takes the place of another one: who is about to answer that would answer
  /// this. What is left of last time is asked about when the other one is answered.
  private static Step asking(Session session, Ask ask) {
    var now = session.outgoing();
    if (now.ask() == null) {
      return Step.to(session.with(now.asking(ask)));
    }
    return switch (ask) {
      case Ask.Unfinished left -> Step.to(session.with(now.askingLater(left)));
      case Ask.Send send ->
          Step.to(session, effect(new OutgoingEffect.DropPrepared(send.number())));
      case Ask.UnknownHost _, Ask.Test _, Ask.Delete _ -> Step.to(session);
    };
  }

  /// What was sent of the payload that lies open is looked up when another one is opened; and what
  /// was sent of a text that changed was another call.
  static Step watched(Session before, Step step) {
    var session = step.session();
    var row = deskRow(session);
    if (Objects.equals(row, deskRow(before))) {
      return step;
    }
    var cleared = session.with(session.outgoing().showing(List.of()));
    return row == null
        ? new Step(cleared, step.effects())
        : step.and(Step.to(cleared, effect(new OutgoingEffect.Follow(row))));
  }

  static Step changed(Step step, RowKey row) {
    var now = step.session().outgoing();
    return now.marks().of(row) == Postmark.NONE
        ? step
        : step.and(
            Step.to(
                step.session().with(now.marked(now.marks().without(row))),
                effect(new OutgoingEffect.Unmark(row))));
  }

  private static @Nullable RowKey deskRow(Session session) {
    var desk = session.desk();
    return desk == null ? null : desk.row();
  }

  // Targets

  private static Outgoing all(Outgoing now, List<KnownTarget> own) {
    var all = new ArrayList<KnownTarget>();
    all.add(KnownTarget.SANDBOX);
    own.stream()
        .filter(known -> !known.isSandbox() && now.named(known.name()).isEmpty())
        .forEach(all::add);
    all.addAll(now.own());
    return now.with(all);
  }

  /// A target whose key is not there yet is chosen when it is.
  private static Step choose(Session session, String name) {
    var known = session.outgoing().named(name);
    if (known.isEmpty()) {
      return Step.to(session);
    }
    boolean ready = known.get().isSandbox() || !known.get().target().writeKey().isEmpty();
    return ready
        ? use(session, name)
        : Step.to(
            session.with(session.outgoing().wanting(name)),
            effect(new OutgoingEffect.FetchKey(name)));
  }

  /// Message ids are of one target, so all that lies open is inspected anew.
  private static Step use(Session session, String name) {
    return again(session, session.with(session.outgoing().using(name)));
  }

  private static Step again(Session before, Session now) {
    var desk = now.desk();
    return desk == null || before.target().equals(now.target())
        ? Step.to(now)
        : Step.to(now, new Effect.Read(desk));
  }

  private static Step save(Session session, OutgoingEvent.TargetSaved saved) {
    String name = saved.target().name();
    boolean sandbox =
        name.equalsIgnoreCase(Target.SANDBOX.name()) || Target.SANDBOX.name().equals(saved.was());
    boolean taken =
        sandbox || (!name.equals(saved.was()) && session.outgoing().named(name).isPresent());
    if (!(Endpoint.read(saved.target().endpoint()) instanceof Endpoint.Answer.Good(var endpoint))
        || taken) {
      return Step.to(session);
    }
    boolean same =
        saved.was() != null
            && session
                .outgoing()
                .named(saved.was())
                .filter(known -> known.target().endpoint().equals(saved.target().endpoint()))
                .isPresent();
    return endpoint.isKnown() || same
        ? keep(session, saved)
        : asking(session, new Ask.UnknownHost(saved.was(), saved.target(), saved.key()));
  }

  private static Step keep(Session session, OutgoingEvent.TargetSaved saved) {
    var now = session.outgoing();
    String name = saved.target().name();
    var before = saved.was() == null ? null : now.named(saved.was()).orElse(null);
    var key = saved.key();
    if (key == null) {
      key = before == null ? WriteKey.NONE : before.target().writeKey();
    }
    var target = new Target(name, saved.target().endpoint(), key);
    var place = before == null ? KeyPlace.MISSING : before.keyPlace();
    var known = new KnownTarget(target, place, null);
    var next = session.with(now.with(saved.was() == null ? name : saved.was(), known));
    var step =
        again(session, next)
            .and(Step.to(next, effect(new OutgoingEffect.KeepTargets(next.outgoing().own()))));
    if (before != null && !before.name().equals(name)) {
      step = step.and(Step.to(next, effect(new OutgoingEffect.ForgetKey(before.name()))));
    }
    return key.isEmpty()
        ? step
        : step.and(Step.to(next, effect(new OutgoingEffect.KeepKey(name, key))));
  }

  private static Step kept(Session session, String name, KeyPlace place) {
    var now = session.outgoing();
    var known = now.named(name);
    if (known.isEmpty()) {
      return Step.to(session);
    }
    var next = now.with(name, known.get().with(known.get().target().writeKey(), place));
    return Step.to(session.with(next), effect(new OutgoingEffect.KeepTargets(next.own())));
  }

  private static Step fetched(Session session, String name, @Nullable WriteKey key) {
    var now = session.outgoing();
    var known = now.named(name);
    if (known.isEmpty()) {
      return Step.to(session);
    }
    boolean wanted = name.equals(now.wanted());
    if (!known.get().target().writeKey().isEmpty()) {
      // Somebody gave another one meanwhile.
      return wanted ? use(session, name) : Step.to(session);
    }
    if (key == null) {
      var missing = known.get().with(WriteKey.NONE, KeyPlace.MISSING);
      return Step.to(
          session
              .with(now.with(name, missing).wanting(null))
              .with(
                  session
                      .talk()
                      .saying(Notice.Weight.WARNED, "notice.key-missing", List.of(name), false)));
    }
    var found = now.with(name, known.get().with(key, known.get().keyPlace()));
    return wanted ? use(session.with(found), name) : Step.to(session.with(found));
  }

  private static Step test(Session session, KnownTarget known) {
    return known.isRemote() ? asking(session, new Ask.Test(known)) : begin(session, known);
  }

  private static Step begin(Session session, KnownTarget known) {
    var going = known.with(new KnownTarget.Tested.Going());
    return Step.to(
        session.with(session.outgoing().with(known.name(), going)),
        effect(new OutgoingEffect.Test(known.target())));
  }

  private static Step delete(Session session, String name) {
    var next = session.with(session.outgoing().without(name));
    return again(session, next)
        .and(
            Step.to(
                next,
                effect(new OutgoingEffect.KeepTargets(next.outgoing().own())),
                effect(new OutgoingEffect.ForgetKey(name))));
  }

  // Sending

  /// Goes to the target that was chosen when somebody wanted to send, or not at all.
  private static Step prepare(Session session, OutgoingEvent.SendSettled settled) {
    if (!settled.to().equals(session.outgoing().chosen())) {
      return Step.to(
          session.with(
              session
                  .talk()
                  .saying(
                      Notice.Weight.WARNED,
                      "notice.send-elsewhere",
                      List.of(settled.to()),
                      false)));
    }
    var next = session.outgoing().ordered();
    return Step.to(
        session.with(next),
        effect(new OutgoingEffect.Prepare(next.orders(), settled.shown(), settled.newIds())));
  }

  /// Who sends to the sandbox is not asked: it is inside.
  private static Step prepared(Session session, Ask.Send found) {
    if (found.number() != session.outgoing().orders()) {
      return Step.to(session, effect(new OutgoingEffect.DropPrepared(found.number())));
    }
    if (found.calls() == 0 && found.doomed().isEmpty()) {
      return Step.to(
          session.with(
              session.talk().saying(Notice.Weight.WARNED, "notice.send-nothing", List.of(), false)),
          effect(new OutgoingEffect.DropPrepared(found.number())));
    }
    return found.to().isSandbox() ? send(session, found) : asking(session, found);
  }

  private static Step send(Session session, Ask.Send found) {
    String key = found.newIds() ? "notice.sent-new" : found.before() > 0 ? "notice.sent-again" : "";
    var next =
        key.isEmpty()
            ? session
            : session.with(
                session
                    .talk()
                    .saying(
                        Notice.Weight.SAID,
                        key,
                        List.of(Integer.toString(Math.max(found.before(), found.calls()))),
                        false));
    return Step.to(next, effect(new OutgoingEffect.Send(found.number())));
  }

  private static Session answered(Session session, Ask ask) {
    var now = session.outgoing();
    return ask.equals(now.ask())
        ? session.with(now.asking(now.later()).askingLater(null))
        : session;
  }

  /// Only the question that is on the screen can be agreed to.
  private static Step agreed(Session session, Ask to) {
    if (!to.equals(session.outgoing().ask())) {
      return Step.to(session);
    }
    var next = answered(session, to);
    return switch (to) {
      case Ask.Send send -> send(next, send);
      case Ask.UnknownHost(var was, var target, var key) ->
          keep(next, new OutgoingEvent.TargetSaved(was, target, key));
      case Ask.Test(var target) -> begin(next, target);
      case Ask.Delete(var target) -> delete(next, target.name());
      case Ask.Unfinished _ -> Step.to(next, effect(new OutgoingEffect.Resume()));
    };
  }

  private static Step declined(Session session, Ask to) {
    var next = answered(session, to);
    return switch (to) {
      case Ask.Send send -> Step.to(next, effect(new OutgoingEffect.DropPrepared(send.number())));
      case Ask.UnknownHost _, Ask.Test _, Ask.Delete _, Ask.Unfinished _ -> Step.to(next);
    };
  }

  /// The list follows at once only if it shows by how far calls came; else when all are at rest.
  private static Step moved(Session session, OutgoingEvent.Moved moved) {
    var now = session.outgoing();
    var next = session.with(now.marked(moved.marks()).knowing(moved.totals(), moved.seen()));
    boolean matters = !session.listing().filter().postmarks().isEmpty() || !moved.totals().isBusy();
    return matters ? Update.arrange(next) : Step.to(next);
  }
}
