package dev.blipscope.delivery;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.CallState;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/// What one exchange says about its calls.
public sealed interface Verdict {

  /// Nothing more is to be done.
  record Settled(CallState state) implements Verdict {}

  /// It is worth another try.
  ///
  /// @param state what the calls are in if there is none
  /// @param rest how long the endpoint wants to be left alone; zero if it did not say
  record Again(CallState state, Duration rest) implements Verdict {}

  /// One of the calls is to blame; alone, each gets its own answer.
  record OneOfThem(CallState state) implements Verdict {}

  /// Segment's libraries wait no longer than this, whatever they are told.
  Duration LONGEST_WAIT = Duration.ofMinutes(5);

  Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  Name SUCCESS = Name.of("success");

  /// 429 is more calls than it wants now; the others are passing troubles, by the newest of
  /// Segment's own libraries. 460 is a code of Segment's own.
  Set<Integer> PASSING = Set.of(408, 410, 460);

  /// Never to be had there, however often one asks.
  Set<Integer> LASTING = Set.of(501, 505, 511);

  /// What is said when the request itself is wrong: too large, or not understood.
  Set<Integer> ABOUT_CONTENT = Set.of(400, 413, 422);

  int TOO_MANY = 429;
  int UNAVAILABLE = 503;

  /// Judges an exchange.
  static Verdict of(Exchange exchange) {
    var trouble = exchange.trouble();
    var answer = exchange.answer();
    if (answer != null && (answer.status() != 200 || trouble == null)) {
      return of(answer, exchange);
    }
    if (trouble == null) {
      throw new IllegalStateException("an exchange has an answer or a trouble");
    }
    return of(trouble);
  }

  private static Verdict of(Exchange.Trouble trouble) {
    var reason =
        switch (trouble.kind()) {
          case NOT_TAKEN -> Reason.NOT_CARRIED;
          case REFUSED_CONNECTION -> Reason.REFUSED_CONNECTION;
          case UNKNOWN_HOST -> Reason.UNKNOWN_HOST;
          case TLS -> Reason.TLS;
          case NO_ANSWER -> Reason.NO_ANSWER;
          case BROKEN_OFF -> Reason.BROKEN_OFF;
          case CANCELLED -> Reason.CANCELLED;
        };
    CallState state =
        trouble.onTheWire()
            ? new CallState.Uncertain(Why.of(reason))
            : new CallState.Failed(Why.of(reason));
    return switch (trouble.kind()) {
      case NOT_TAKEN -> new Settled(new CallState.Refused(Why.of(reason, "")));
      case TLS, CANCELLED -> new Settled(state);
      case REFUSED_CONNECTION, UNKNOWN_HOST, NO_ANSWER, BROKEN_OFF ->
          new Again(state, Duration.ZERO);
    };
  }

  private static Verdict of(Exchange.Answer answer, Exchange exchange) {
    int status = answer.status();
    if (status == 200) {
      return saysSuccess(answer)
          ? new Settled(new CallState.Accepted())
          : new Again(new CallState.Uncertain(Why.of(Reason.ODD_ANSWER, status)), Duration.ZERO);
    }
    if (status == TOO_MANY || status == UNAVAILABLE) {
      return new Again(new CallState.Failed(Why.of(Reason.BUSY, status)), wait(answer, exchange));
    }
    if (PASSING.contains(status) || (status >= 500 && !LASTING.contains(status))) {
      return new Again(new CallState.Failed(Why.of(Reason.SERVER, status)), wait(answer, exchange));
    }
    if (status < 300) {
      return new Again(new CallState.Uncertain(Why.of(Reason.ODD_ANSWER, status)), Duration.ZERO);
    }
    if (status < 400) {
      return new Settled(
          new CallState.Refused(Why.of(Reason.REDIRECT, status, host(answer.header("Location")))));
    }
    var refused = new CallState.Refused(Why.of(Reason.STATUS, status));
    return ABOUT_CONTENT.contains(status) && exchange.parcels().size() > 1
        ? new OneOfThem(refused)
        : new Settled(refused);
  }

  /// Segment answers with a JSON object; a portal or proxy in between with something else.
  private static boolean saysSuccess(Exchange.Answer answer) {
    byte[] body = answer.body().strip().getBytes(StandardCharsets.UTF_8);
    var scanner = new Scanner(Limits.USUAL);
    if (!answer.whole()
        || scanner.scan(body, 0, body.length, true) != Scanner.Outcome.VALUE
        || scanner.end() != body.length
        || !scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)) {
      return false;
    }
    int success = scanner.doc().member(Doc.ROOT, SUCCESS);
    return success == Doc.NONE || scanner.doc().is(success, NodeKind.TRUE);
  }

  /// Seconds, or a date to be reckoned from the date of the answer.
  private static Duration wait(Exchange.Answer answer, Exchange exchange) {
    String said = answer.header("Retry-After");
    if (said.isEmpty()) {
      return Duration.ZERO;
    }
    Duration wait;
    if (said.chars().allMatch(unit -> unit >= '0' && unit <= '9')) {
      wait = said.length() > 4 ? LONGEST_WAIT : Duration.ofSeconds(Integer.parseInt(said));
    } else {
      try {
        wait = Duration.between(answered(answer, exchange), date(said).toInstant());
      } catch (DateTimeException _) {
        return Duration.ZERO;
      }
    }
    wait = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static Instant answered(Exchange.Answer answer, Exchange exchange) {
    try {
      return date(answer.header("Date")).toInstant();
    } catch (DateTimeException _) {
      return exchange.began().plus(exchange.took());
    }
  }

  private static ZonedDateTime date(String said) {
    return ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  private static String host(String location) {
    try {
      var host = new URI(location).getHost();
      return host == null ? location : host;
    } catch (URISyntaxException _) {
      return location;
    }
  }
}
