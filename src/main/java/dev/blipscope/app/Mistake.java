package dev.blipscope.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// A mistake of ours by its kind and places, and never by its message, which might quote a payload.
///
/// @param code short, and the same whenever the same happens at the same place
record Mistake(String code, String places) {

  private static final String OURS = "dev.blipscope.";
  private static final int MOST_CAUSES = 8;
  private static final int MOST_PLACES = 60;
  private static final int CODE_BITS = 16;

  static Mistake of(Throwable thrown) {
    var causes = causes(thrown);
    return new Mistake(code(causes), places(causes));
  }

  /// What was thrown and what led to it; a chain that bites its own tail ends, too.
  private static List<Throwable> causes(Throwable thrown) {
    var causes = new ArrayList<Throwable>();
    for (var cause = thrown; cause != null && causes.size() < MOST_CAUSES; ) {
      causes.add(cause);
      cause = cause.getCause();
    }
    return causes;
  }

  /// Of the kinds, and of the places where each was thrown and where it left our code: however one
  /// came there, and whatever moved by some lines, the code is the same.
  private static String code(List<Throwable> causes) {
    var sum = new CRC32();
    for (var cause : causes) {
      sum.update(cause.getClass().getName().getBytes(StandardCharsets.UTF_8));
      var places = cause.getStackTrace();
      var ours = Stream.of(places).filter(it -> it.getClassName().startsWith(OURS)).limit(1);
      Stream.concat(Stream.of(places).limit(1), ours)
          .map(place -> " " + place.getClassName() + "." + place.getMethodName())
          .forEach(place -> sum.update(place.getBytes(StandardCharsets.UTF_8)));
    }
    long folded = (sum.getValue() ^ (sum.getValue() >>> CODE_BITS)) & ((1 << CODE_BITS) - 1);
    return "B-%04X".formatted(folded);
  }

  private static String places(List<Throwable> causes) {
    var told = new StringBuilder();
    String before = "";
    for (var cause : causes) {
      told.append(before).append(cause.getClass().getName());
      Stream.of(cause.getStackTrace())
          .limit(MOST_PLACES)
          .forEach(place -> told.append("\n  at ").append(place));
      before = "\nbecause of ";
    }
    return told.toString();
  }
}
