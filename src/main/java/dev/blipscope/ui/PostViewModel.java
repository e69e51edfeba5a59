package dev.blipscope.ui;

import dev.blipscope.session.KnownTarget;
import dev.blipscope.session.Outgoing;
import dev.blipscope.session.SandboxNews;
import dev.blipscope.session.Session;
import javafx.beans.value.ObservableValue;

/// What the foot of the window says about sending.
public final class PostViewModel {

  private final Words words;
  private final ObservableValue<KnownTarget> inUse;
  private final ObservableValue<SandboxNews> sandbox;
  private final ObservableValue<Outgoing.Totals> totals;

  public PostViewModel(ObservableValue<Session> session, Words words) {
    this.words = words;
    this.inUse = session.map(now -> now.outgoing().inUse());
    this.sandbox = session.map(now -> now.outgoing().sandbox());
    this.totals = session.map(now -> now.outgoing().totals());
  }

  /// Where the sandbox listens; empty as long as it does not.
  public ObservableValue<String> sandboxProperty() {
    return sandbox.map(
        now -> now.address().isEmpty() ? "" : words.text("post.sandbox", bare(now.address())));
  }

  public String getSandbox() {
    return sandboxProperty().getValue();
  }

  private static String bare(String address) {
    return address.substring(address.indexOf("://") + 3);
  }

  public ObservableValue<String> targetProperty() {
    return inUse.map(
        now ->
            now.isSandbox()
                ? words.text("post.target", TargetNames.of(now, words))
                : words.text(now.isRemote() ? "post.real" : "post.local", now.name(), now.host()));
  }

  public String getTarget() {
    return targetProperty().getValue();
  }

  public ObservableValue<Boolean> realProperty() {
    return inUse.map(KnownTarget::isRemote);
  }

  /// How many calls stand where; empty before the first one.
  public ObservableValue<String> totalsProperty() {
    return totals.map(this::said);
  }

  public String getTotals() {
    return totalsProperty().getValue();
  }

  private String said(Outgoing.Totals now) {
    return now.equals(Outgoing.Totals.NONE)
        ? ""
        : words.text(
            "post.totals",
            words.number(now.accepted()),
            words.number(now.lost()),
            words.number(now.queued() + now.sending()));
  }
}
