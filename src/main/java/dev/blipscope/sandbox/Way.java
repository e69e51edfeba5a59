package dev.blipscope.sandbox;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The paths of Segment's HTTP Tracking API.
enum Way {
  TRACK(CallType.TRACK),
  IDENTIFY(CallType.IDENTIFY),
  PAGE(CallType.PAGE),
  SCREEN(CallType.SCREEN),
  GROUP(CallType.GROUP),
  ALIAS(CallType.ALIAS),
  BATCH(null),
  IMPORT(null);

  private static final Map<String, Way> BY_PATH = new HashMap<>();

  static {
    for (var way : values()) {
      BY_PATH.put(way.path, way);
      BY_PATH.put(way.path + "/", way);
    }
  }

  private final @Nullable CallType single;
  private final String path = "/v1/" + name().toLowerCase(Locale.ROOT);

  Way(@Nullable CallType single) {
    this.single = single;
  }

  static @Nullable Way of(String path) {
    return BY_PATH.get(path);
  }

  /// The call that a request on this path is; none where it brings many.
  @Nullable CallType single() {
    return single;
  }

  String path() {
    return path;
  }
}
