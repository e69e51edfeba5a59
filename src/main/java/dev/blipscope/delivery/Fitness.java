package dev.blipscope.delivery;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Limits;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Scanner;
import dev.blipscope.segment.CallLimits;
import dev.blipscope.segment.CallState.Reason;
import dev.blipscope.segment.CallState.Why;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a call can be sent to the letter. Used by one thread.
final class Fitness {

  private static final Name TYPE = Name.of("type");
  private static final Name EVENT = Name.of("event");
  private static final List<Name> IDS = List.of(Name.of("userId"), Name.of("anonymousId"));
  private static final Name TRACK = Name.of("track");

  /// The types of calls that analytics-java has.
  private static final List<Name> TYPES =
      List.of(
          Name.of("identify"),
          TRACK,
          Name.of("page"),
          Name.of("screen"),
          Name.of("group"),
          Name.of("alias"));

  private final Scanner scanner = new Scanner(Limits.USUAL);

  /// Why a call is not sent; none if it can be.
  @Nullable Why refusal(Parcel parcel) {
    if (parcel.refusal() != null) {
      return parcel.refusal();
    }
    byte[] bytes = parcel.call().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > CallLimits.MOST_BYTES) {
      return Why.of(Reason.DOOMED, bytes.length);
    }
    if (scanner.scan(bytes, 0, bytes.length, true) != Scanner.Outcome.VALUE
        || scanner.end() != bytes.length
        || !scanner.doc().is(Doc.ROOT, NodeKind.OBJECT)) {
      return Why.of(Reason.NOT_CARRIED, "");
    }
    return refusal(parcel, scanner.doc());
  }

  private static @Nullable Why refusal(Parcel parcel, Doc call) {
    if (call.hasLoneSurrogate()) {
      return Why.of(Reason.DOOMED, "");
    }
    int type = call.member(Doc.ROOT, TYPE);
    if (type == Doc.NONE || TYPES.stream().noneMatch(known -> call.isText(type, known))) {
      return Why.of(Reason.NOT_CARRIED, "type");
    }
    if (parcel.messageId().isBlank()) {
      return Why.of(Reason.DOOMED, "messageId");
    }
    if (IDS.stream().noneMatch(id -> isText(call, call.member(Doc.ROOT, id)))) {
      return Why.of(Reason.DOOMED, "userId");
    }
    if (call.isText(type, TRACK) && !isText(call, call.member(Doc.ROOT, EVENT))) {
      return Why.of(Reason.DOOMED, "event");
    }
    return null;
  }

  private static boolean isText(Doc call, int node) {
    return node != Doc.NONE && call.is(node, NodeKind.STRING) && !call.text(node).isBlank();
  }
}
