package dev.blipscope.share;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands in the place of private values: the same value always has the same.
final class Placeholders {

  private static final Pattern NO_CODE = Pattern.compile("[^A-Z0-9]");
  private static final Pattern BRAZIL = Pattern.compile("0*+55(?=[1-9][0-9]{9,10}$)");

  private record Value(Private kind, String told) {}

  private final Words words;
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final Map<Private, Integer> counts = new EnumMap<>(Private.class);

  Placeholders(Words words) {
    this.words = words;
  }

  String of(Private kind, String written) {
    return "‹" + words.text("mask." + kind.name()) + " " + number(kind, written) + "›";
  }

  /// A number instead of a number. No phone and no document is below zero.
  String ofNumber(Private kind, String written) {
    return "-" + number(kind, written);
  }

  private int number(Private kind, String written) {
    return numbers.computeIfAbsent(
        new Value(kind, told(kind, written)), _ -> counts.merge(kind, 1, Integer::sum));
  }

  /// Lets another writing of a value have the same placeholder.
  void alias(Private kind, String written, String other) {
    numbers.putIfAbsent(new Value(kind, told(kind, other)), number(kind, written));
  }

  /// The kind under which digits are known.
  Optional<Private> kindOf(String digits) {
    for (var kind : Private.values()) {
      if (kind.isCode() && numbers.containsKey(new Value(kind, told(kind, digits)))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// What a value is told by, however it is written.
  private static String told(Private kind, String written) {
    if (!kind.isCode()) {
      return written.strip().replace("%40", "@").toLowerCase(Locale.ROOT);
    }
    String code = NO_CODE.matcher(written.toUpperCase(Locale.ROOT)).replaceAll("");
    return kind == Private.PHONE ? BRAZIL.matcher(code).replaceFirst("") : code;
  }
}
