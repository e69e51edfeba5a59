package dev.blipscope.ui;

import dev.blipscope.segment.CallState;
import dev.blipscope.segment.Postmark;
import java.util.Locale;

/// Says in words, and with a picture, how far a call has come.
final class StateWords {

  private final Words words;

  StateWords(Words words) {
    this.words = words;
  }

  /// The end of keys, and the style class.
  static String style(Postmark mark) {
    return mark.name().toLowerCase(Locale.ROOT);
  }

  static String icon(Postmark mark) {
    return switch (mark) {
      case NONE -> "fth-minus";
      case QUEUED -> "fth-clock";
      case SENDING -> "fth-upload-cloud";
      case ACCEPTED -> "fth-check-circle";
      case REFUSED -> "fth-slash";
      case FAILED -> "fth-x-circle";
      case UNCERTAIN -> "fth-help-circle";
    };
  }

  String name(Postmark mark) {
    return words.text("state." + style(mark));
  }

  /// What the state means, and why it is so.
  String sentence(CallState state) {
    return switch (state) {
      case CallState.Queued() -> words.text("state.queued.text");
      case CallState.Sending(int number) -> words.text("state.sending.text", words.number(number));
      case CallState.Accepted() -> words.text("state.accepted.text");
      case CallState.Refused(var why) -> words.text("state.refused.text", why(why));
      case CallState.Failed(var why) -> words.text("state.failed.text", why(why));
      case CallState.Uncertain(var why) -> words.text("state.uncertain.text", why(why));
    };
  }

  String why(CallState.Why why) {
    String key = "why." + why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return words.text(key, String.join(", ", why.words()));
  }
}
