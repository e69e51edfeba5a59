package dev.blipscope.shelf;

import dev.blipscope.blip.Channel;
import dev.blipscope.blip.Direction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The small numbers that stand for words in an index, while the program runs.
final class Codes {

  static final List<RowKind> KINDS = List.of(RowKind.values());

  /// The first direction's number; 0 stands for none.
  static final int DIRECTION = 1;

  static final List<Direction> DIRECTIONS = List.of(Direction.values());

  static final List<Via> VIAS = vias();

  private static final Map<RowKind, Integer> OF_KINDS = codes(RowKind.class, KINDS);
  private static final Map<Direction, Integer> OF_DIRECTIONS = codes(Direction.class, DIRECTIONS);
  private static final Map<Channel, Integer> OF_CHANNELS =
      codes(Channel.class, List.of(Channel.values()));
  private static final int CHANNEL = Via.Unknown.values().length;

  private Codes() {}

  private static List<Via> vias() {
    var all = new ArrayList<Via>(List.of(Via.Unknown.values()));
    for (var channel : Channel.values()) {
      all.add(new Via.Known(channel));
    }
    return List.copyOf(all);
  }

  private static <T extends Enum<T>> Map<T, Integer> codes(Class<T> type, List<T> all) {
    var codes = new EnumMap<T, Integer>(type);
    all.forEach(one -> codes.put(one, codes.size()));
    return codes;
  }

  private static <T> int code(Map<T, Integer> codes, T one) {
    Integer code = codes.get(one);
    if (code == null) {
      throw new IllegalStateException("every constant has its code: " + one);
    }
    return code;
  }

  static int of(RowKind kind) {
    return code(OF_KINDS, kind);
  }

  static int of(@Nullable Direction direction) {
    return direction == null ? 0 : DIRECTION + code(OF_DIRECTIONS, direction);
  }

  static int of(Via via) {
    return switch (via) {
      case Via.Unknown.NONE -> 0;
      case Via.Unknown.OTHER -> 1;
      case Via.Known(var channel) -> CHANNEL + code(OF_CHANNELS, channel);
    };
  }

  static @Nullable Direction direction(int code) {
    return code == 0 ? null : DIRECTIONS.get(code - DIRECTION);
  }
}
