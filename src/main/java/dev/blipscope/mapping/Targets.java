package dev.blipscope.mapping;

import dev.blipscope.json.Pointer;
import java.util.Set;

/// Where in a call a profile may write.
final class Targets {

  private static final Set<String> VALUES = Set.of("type", "event", "userId", "timestamp");

  private static final Set<String> OBJECTS =
      Set.of("properties", "traits", "context", "integrations");

  static final String FOR_VALUES =
      "/type, /event, /userId, /timestamp, /properties, /traits, /context, /integrations";
  static final String FOR_OBJECTS = "/properties, /traits, /context, /integrations";
  static final String FOR_MANY = "/properties/…*, /traits/…*, /context/…*, /integrations/…*";

  private Targets() {}

  /// Whether one value may stand there.
  static boolean takesValue(Pointer to) {
    return takesObject(to) || (to.steps().size() == 1 && VALUES.contains(root(to)));
  }

  /// Whether many values may stand there under names of their own.
  static boolean takesObject(Pointer to) {
    return !to.steps().isEmpty() && OBJECTS.contains(root(to));
  }

  /// Whether it names many fields of an object.
  static boolean isForMany(Pointer to) {
    return to.steps().size() > 1
        && takesObject(to)
        && to.steps().getLast().text().endsWith(Layout.MANY);
  }

  private static String root(Pointer to) {
    return to.steps().getFirst().text();
  }

  /// Whether the second place is the first one or lies inside it.
  static boolean isInOrAt(Pointer outer, Pointer inner) {
    int depth = outer.steps().size();
    return inner.steps().size() >= depth && inner.steps().subList(0, depth).equals(outer.steps());
  }
}
