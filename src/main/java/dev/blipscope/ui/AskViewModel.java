package dev.blipscope.ui;

import dev.blipscope.check.Code;
import dev.blipscope.session.Ask;
import dev.blipscope.session.Event;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// A question about sending, over the window. Who leaves it has said no.
public final class AskViewModel {

  private final Consumer<Event> dispatch;
  private final Words words;
  private final ObservableValue<@Nullable Ask> ask;
  private final ObservableValue<Sheet> sheet;

  /// What is asked, in words.
  ///
  /// @param no the careful answer, and the usual one
  /// @param other a third answer; empty for none
  record Sheet(String title, List<String> lines, String no, String yes, String other) {

    static final Sheet NONE = new Sheet("", List.of(), "", "", "");

    Sheet {
      lines = List.copyOf(lines);
    }
  }

  public AskViewModel(ObservableValue<Session> session, Consumer<Event> dispatch, Words words) {
    this.dispatch = dispatch;
    this.words = words;
    this.ask = session.map(now -> now.outgoing().ask());
    this.sheet =
        session.map(
            now -> {
              var asked = now.outgoing().ask();
              return asked == null ? Sheet.NONE : sheetOf(asked);
            });
  }

  ObservableValue<Boolean> openProperty() {
    return sheet.map(now -> !now.equals(Sheet.NONE));
  }

  ObservableValue<Sheet> sheetProperty() {
    return sheet;
  }

  // What is asked

  private Sheet sheetOf(Ask now) {
    return switch (now) {
      case Ask.Send send -> sending(send);
      case Ask.UnknownHost(_, var target, _) ->
          sheet(
              words.text("ask.host.title"),
              List.of(words.text("ask.host.text", target.endpoint()), words.text("ask.host.known")),
              words.text("ask.host.yes"));
      case Ask.Test(var target) ->
          sheet(
              words.text("ask.test.title", target.name()),
              List.of(words.text("ask.test.text", target.host())),
              words.text("ask.test.yes"));
      case Ask.Delete(var target) ->
          sheet(
              words.text("ask.delete.title", target.name()),
              List.of(words.text("ask.delete.text")),
              words.text("ask.delete.yes"));
      case Ask.Unfinished(int calls, var hosts) ->
          new Sheet(
              words.counted("ask.unfinished.title", calls),
              List.of(
                  words.text("ask.unfinished.text"),
                  hosts(hosts),
                  words.text("ask.unfinished.how")),
              words.text("ask.unfinished.keep"),
              words.text("ask.unfinished.yes"),
              words.text("ask.unfinished.discard"));
    };
  }

  private Sheet sheet(String title, List<String> lines, String yes) {
    return new Sheet(title, lines, words.text("ask.cancel"), yes, "");
  }

  private String hosts(Map<String, Integer> hosts) {
    return String.join(
        "\n",
        hosts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(host -> words.counted("ask.unfinished.host", host.getValue(), host.getKey()))
            .toList());
  }

  private Sheet sending(Ask.Send send) {
    var lines = new ArrayList<String>();
    var to = send.to();
    lines.add(words.text(to.isRemote() ? "ask.send.real" : "ask.send.local", to.name(), to.host()));
    lines.add(words.counted("ask.send.calls", send.calls()));
    lines.add(words.counted("ask.send.personal", send.personal()));
    send.doomed().entrySet().stream()
        .sorted(Map.Entry.<Code, Integer>comparingByValue().reversed())
        .forEach(
            doomed ->
                lines.add(
                    words.counted(
                        "ask.send.doomed", doomed.getValue(), doomed.getKey().written())));
    if (send.without() > 0) {
      lines.add(words.counted("ask.send.without", send.without()));
    }
    if (send.newIds()) {
      lines.add(words.text("ask.send.new-ids"));
    } else if (send.before() > 0) {
      lines.add(words.counted("ask.send.before", send.before()));
    }
    if (!to.target().writeKey().looksUsual()) {
      lines.add(words.text("targets.key.unusual"));
    }
    lines.add(words.text("ask.send.word"));
    return sheet(
        words.counted("ask.send.title", send.calls(), to.name()),
        lines,
        words.counted("ask.send.yes", send.calls()));
  }

  // What can be answered

  void yes() {
    answer(OutgoingEvent.Agreed::new);
  }

  void no() {
    answer(OutgoingEvent.Declined::new);
  }

  void other() {
    if (ask.getValue() instanceof Ask.Unfinished unfinished) {
      dispatch.accept(new Event.OfSending(new OutgoingEvent.Discarded(unfinished)));
    }
  }

  private void answer(java.util.function.Function<Ask, OutgoingEvent> how) {
    var now = ask.getValue();
    if (now != null) {
      dispatch.accept(new Event.OfSending(how.apply(now)));
    }
  }
}
