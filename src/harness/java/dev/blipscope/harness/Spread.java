package dev.blipscope.harness;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The least, the middle and the greatest of several measurements of the same thing.
record Spread(double min, double median, double max) {

  static <T> Spread of(List<T> runs, ToDoubleFunction<T> figure) {
    return of(runs.stream().mapToDouble(figure).sorted().toArray());
  }

  /// Ratios taken round by round, so that a busy minute weighs on both sides.
  static <T> Spread ofRatios(List<T> above, List<T> below, ToDoubleFunction<T> figure) {
    return of(
        IntStream.range(0, above.size())
            .mapToDouble(
                i -> figure.applyAsDouble(above.get(i)) / figure.applyAsDouble(below.get(i)))
            .sorted()
            .toArray());
  }

  private static Spread of(double[] sorted) {
    int last = sorted.length - 1;
    return new Spread(sorted[0], (sorted[last / 2] + sorted[(last + 1) / 2]) / 2, sorted[last]);
  }
}
