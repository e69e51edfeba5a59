package dev.blipscope.delivery;

import dev.blipscope.json.Doc;
import dev.blipscope.json.Name;
import dev.blipscope.json.NodeKind;
import dev.blipscope.json.Out;
import dev.blipscope.segment.CallLimits;
import dev.blipscope.segment.CallState;
import org.jspecify.annotations.Nullable;

/// One call to be sent.
///
/// @param messageId its id; empty if it has none, which keeps it from being sent
/// @param place where it comes from, in words for a person: a file and a line
/// @param call the call as it is shown, and as it will be sent, to the letter
/// @param refusal why it is not to be sent at all; none if it is
/// @param origin where its payload stands; none if nobody will ask
public record Parcel(
    String messageId,
    String place,
    String call,
    CallState.@Nullable Why refusal,
    @Nullable Origin origin) {

  private static final Name MESSAGE_ID = Name.of("messageId");

  /// A call of which nobody will ask where its payload stands.
  public Parcel(String messageId, String place, String call, CallState.@Nullable Why refusal) {
    this(messageId, place, call, refusal, null);
  }

  /// A call to be sent.
  public static Parcel of(String place, Doc call) {
    return new Parcel(messageId(call), place, call.written(Doc.ROOT), null);
  }

  /// The same call, which is not to be sent.
  public Parcel refused(CallState.Why why) {
    return new Parcel(messageId, place, call, why, origin);
  }

  /// The same call, of a payload that stands there.
  public Parcel from(Origin where) {
    return new Parcel(messageId, place, call, refusal, where);
  }

  /// The same call under an id that no other has, so that Segment takes it for another one.
  ///
  /// @param mark what makes the difference: letters and digits
  public static Parcel anew(String place, Doc call, String mark) {
    int node = call.member(Doc.ROOT, MESSAGE_ID);
    if (node == Doc.NONE || !call.is(node, NodeKind.STRING)) {
      return of(place, call);
    }
    String old = call.text(node);
    int room = CallLimits.MESSAGE_ID_LENGTH - 2 - mark.length();
    String id = old.substring(0, Math.min(old.length(), room)) + "-" + mark;
    var out = new Out(call.length() + id.length());
    out.slice(call, 0, call.start(node)).quoted(id).slice(call, call.end(node), call.length());
    return new Parcel(id, place, out.toString(), null);
  }

  private static String messageId(Doc call) {
    int node = call.member(Doc.ROOT, MESSAGE_ID);
    return node != Doc.NONE && call.is(node, NodeKind.STRING) ? call.text(node) : "";
  }
}
