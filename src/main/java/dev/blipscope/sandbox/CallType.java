package dev.blipscope.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The six calls of Segment's spec.
public enum CallType {
  TRACK,
  IDENTIFY,
  PAGE,
  SCREEN,
  GROUP,
  ALIAS;

  private static final Map<String, CallType> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(CallType::word, type -> type));

  private final String word = name().toLowerCase(Locale.ROOT);

  /// How it is written in a call.
  public String word() {
    return word;
  }

  static @Nullable CallType of(String word) {
    return BY_WORD.get(word);
  }
}
