package dev.blipscope.ui;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.Plain;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.Attempt;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Postmark;
import dev.blipscope.segment.Target;
import dev.blipscope.session.Delivery;
import dev.blipscope.session.Event;
import dev.blipscope.session.LedgerLine;
import dev.blipscope.session.OutgoingEvent;
import dev.blipscope.session.Session;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// What became of the call that is open, try by try.
public final class DeliveryViewModel {

  private static final Name MESSAGE_ID = Name.of("messageId");
  private static final int LONGEST_LINE = 4_000;

  private final Consumer<Event> dispatch;
  private final Words words;
  private final StateWords states;
  private final Cover cover;
  private final DateTimeFormatter time =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
  private final ObservableValue<List<DeliveryFace>> faces;

  DeliveryViewModel(
      ObservableValue<Session> session, Consumer<Event> dispatch, Words words, Cover cover) {
    this.dispatch = dispatch;
    this.words = words;
    this.states = new StateWords(words);
    this.cover = cover;
    this.faces =
        session
            .map(now -> new Seen(now.outgoing().open(), idNow(now), now.settings().presenting()))
            .map(this::faces);
  }

  /// All that the faces are made of.
  private record Seen(List<Delivery> all, String id, boolean presenting) {}

  /// The id of the call that is shown; empty if there is none, or if it is that of what is covered.
  private static String idNow(Session now) {
    var desk = now.desk();
    var found = desk == null || desk.covered() ? null : desk.reading().explained();
    var call = found == null ? null : found.inspection().call();
    return call == null ? "" : id(call);
  }

  private static String id(Doc call) {
    int node = call.member(Doc.ROOT, MESSAGE_ID);
    return node == Doc.NONE ? "" : call.text(node);
  }

  // What is shown

  ObservableValue<List<DeliveryFace>> facesProperty() {
    return faces;
  }

  /// Whether nothing was sent of what is open.
  public ObservableValue<Boolean> emptyProperty() {
    return faces.map(List::isEmpty);
  }

  public boolean isEmpty() {
    return emptyProperty().getValue();
  }

  private List<DeliveryFace> faces(Seen seen) {
    return seen.all().stream().map(one -> face(one, seen)).toList();
  }

  private DeliveryFace face(Delivery one, Seen seen) {
    var covers = cover.when(seen.presenting());
    var next = one.next();
    var mark = next == null ? Postmark.of(one.state()) : Postmark.QUEUED;
    boolean other = !seen.id().isEmpty() && !seen.id().equals(one.messageId());
    return new DeliveryFace(
        mark,
        states.name(mark),
        covers.text(next == null ? states.sentence(one.state()) : soFar(one.state())),
        one.host().isEmpty() || one.target().equals(one.host())
            ? words.text("delivery.to", name(one))
            : words.text("delivery.to-host", one.target(), one.host()),
        one.messageId(),
        next == null
            ? ""
            : words.text("delivery.next", words.number(Math.max(1, next.toSeconds()))),
        other ? words.text("delivery.other-call") : "",
        next == null && canRetry(one.state()),
        one.ledger().stream().map(line -> covers.text(ledger(line))).toList(),
        one.tries().reversed().stream().map(each -> face(each, covers)).toList());
  }

  private String name(Delivery one) {
    return one.target().equals(Target.SANDBOX.name()) ? words.text("target.sandbox") : one.target();
  }

  /// What happened to a call that will be tried again by itself.
  private String soFar(CallState state) {
    return switch (state) {
      case CallState.Failed(var why) -> words.text("delivery.so-far", states.why(why));
      case CallState.Uncertain(var why) -> words.text("delivery.so-far", states.why(why));
      case CallState.Queued(), CallState.Sending _, CallState.Accepted(), CallState.Refused _ ->
          states.sentence(state);
    };
  }

  /// Who refused it would refuse it again.
  private static boolean canRetry(CallState state) {
    return switch (state) {
      case CallState.Queued(), CallState.Sending _, CallState.Accepted(), CallState.Refused _ ->
          false;
      case CallState.Failed _, CallState.Uncertain _ -> true;
    };
  }

  private String ledger(LedgerLine line) {
    String number = words.number(line.number());
    if (line.duplicateOf() > 0) {
      return words.text("delivery.ledger.duplicate", number, words.number(line.duplicateOf()));
    }
    return line.kept()
        ? words.text("delivery.ledger.kept", number, String.join(", ", line.tables()))
        : words.text("delivery.ledger.dropped", number, line.why());
  }

  private DeliveryFace.Try face(Attempt one, Cover covers) {
    var status = one.status();
    return new DeliveryFace.Try(
        words.text(
                "delivery.try",
                words.number(one.number()),
                time.format(one.began()),
                words.number(one.took().toMillis()),
                status == null ? words.text("delivery.no-answer") : status.toString(),
                states.name(Postmark.of(one.led())))
            + (one.together() > 1
                ? " · " + words.text("delivery.together", words.number(one.together()))
                : ""),
        covered(one.request(), covers),
        covered(one.response(), covers));
  }

  /// The head as it is, and the body as JSON, so that what is private in it is met by its name.
  private static String covered(String text, Cover covers) {
    int body = text.replace("\r\n", "\n").indexOf("\n\n");
    String plain = text.replace("\r\n", "\n");
    if (body < 0) {
      return safe(covers.text(plain));
    }
    String head = plain.substring(0, body + 2);
    byte[] json = plain.substring(body + 2).strip().getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner();
    if (scanner.scan(json, 0, json.length, true) != Scanner.Outcome.VALUE) {
      return safe(covers.text(plain));
    }
    var doc = scanner.doc().kept();
    covers.learn(doc);
    return safe(covers.text(head) + dev.blipscope.json.Pretty.of(covers.doc(doc)));
  }

  private static String safe(String text) {
    return String.join("\n", text.lines().map(line -> Plain.brief(line, LONGEST_LINE)).toList());
  }

  // What can be done

  void retry(DeliveryFace face) {
    dispatch.accept(new Event.OfSending(new OutgoingEvent.RetryAsked(face.messageId())));
  }
}
