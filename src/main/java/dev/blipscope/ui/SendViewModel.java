package dev.blipscope.ui;

import dev.blipscope.segment.Postmark;
import dev.blipscope.session.Event;
import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// Where calls go, and the wish to send them.
public final class SendViewModel implements Offering {

  private final Consumer<Event> dispatch;
  private final Words words;
  private final ObservableValue<KnownTarget> inUse;
  private final ObservableValue<String> target;
  private final ObservableValue<Boolean> real;
  private final ObservableValue<List<Offer>> targets;
  private final ObservableValue<Boolean> somethingChosen;
  private final ObservableValue<Boolean> somethingShown;
  private final ObservableValue<Boolean> somethingSent;

  public SendViewModel(ObservableValue<Session> session, Consumer<Event> dispatch, Words words) {
    this.dispatch = dispatch;
    this.words = words;
    this.inUse = session.map(now -> now.outgoing().inUse());
    this.target = inUse.map(now -> words.text("send.target", TargetNames.of(now, words)));
    this.real = inUse.map(KnownTarget::isRemote);
    this.targets =
        session
            .map(now -> new Known(now.outgoing().targets(), now.outgoing().inUse().name()))
            .map(now -> now.all().stream().map(one -> offer(one, now.chosen())).toList());
    this.somethingChosen = session.map(now -> !now.chosen().isEmpty());
    this.somethingShown = session.map(now -> now.listing().rows().size() > 0);
    this.somethingSent =
        session.map(
            now ->
                now.chosen().stream()
                    .anyMatch(row -> now.outgoing().marks().of(row) != Postmark.NONE));
  }

  private record Known(List<KnownTarget> all, String chosen) {}

  @Override
  public void offer(Commands commands) {
    commands.on(Command.SEND, () -> send(false, false), somethingChosen);
    commands.on(Command.SEND_SHOWN, () -> send(true, false), somethingShown);
    commands.on(Command.SEND_AGAIN, () -> send(false, false), somethingSent);
    commands.on(Command.SEND_ANEW, () -> send(false, true), somethingSent);
  }

  // What is shown

  public ObservableValue<String> targetProperty() {
    return target;
  }

  public String getTarget() {
    return target.getValue();
  }

  /// Whether what is sent leaves this machine.
  public ObservableValue<Boolean> realProperty() {
    return real;
  }

  public boolean isReal() {
    return real.getValue();
  }

  /// What the target in use means.
  String help() {
    var now = inUse.getValue();
    return now.isSandbox()
        ? words.text("send.help.sandbox")
        : words.text(now.isRemote() ? "send.help.real" : "send.help.local", now.host());
  }

  ObservableValue<List<Offer>> targets() {
    return targets;
  }

  private Offer offer(KnownTarget one, String chosen) {
    return new Offer(
        TargetNames.of(one, words) + (one.isSandbox() ? "" : "  ·  " + one.host()),
        one.host(),
        () -> tell(new OutgoingEvent.TargetChosen(one.name())),
        one.name().equals(chosen));
  }

  // What can be done

  private void send(boolean shown, boolean newIds) {
    tell(new OutgoingEvent.SendAsked(shown, newIds));
  }

  private void tell(OutgoingEvent what) {
    dispatch.accept(new Event.OfSending(what));
  }
}
