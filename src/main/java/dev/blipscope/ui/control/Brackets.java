package dev.blipscope.ui.control;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds the bracket that belongs to another one, looking at no more lines than a person would wait
/// for.
final class Brackets {

  private static final int MOST_LINES = 5000;

  /// A place by line and column, both from 0.
  record Spot(int line, int column) {}

  private final IntFunction<String> lines;
  private final int count;

  Brackets(IntFunction<String> lines, int count) {
    this.lines = lines;
    this.count = count;
  }

  /// The partner of the bracket at this place, if there is a bracket and a partner.
  @Nullable Spot partner(Spot bracket) {
    String line = lines.apply(bracket.line());
    if (bracket.column() < 0
        || bracket.column() >= line.length()
        || !isBracket(outsideStrings(line)[bracket.column()])) {
      return null;
    }
    char found = line.charAt(bracket.column());
    return found == '{' || found == '[' ? forward(bracket) : backward(bracket);
  }

  private @Nullable Spot forward(Spot bracket) {
    int depth = 0;
    int stop = Math.min(count, bracket.line() + MOST_LINES);
    int from = bracket.column();
    for (int i = bracket.line(); i < stop; i++) {
      char[] line = outsideStrings(lines.apply(i));
      for (int column = from; column < line.length; column++) {
        depth += step(line[column]);
        if (depth == 0 && isBracket(line[column])) {
          return new Spot(i, column);
        }
      }
      from = 0;
    }
    return null;
  }

  private @Nullable Spot backward(Spot bracket) {
    int depth = 0;
    int stop = Math.max(0, bracket.line() - MOST_LINES);
    for (int i = bracket.line(); i >= stop; i--) {
      char[] line = outsideStrings(lines.apply(i));
      int from = i == bracket.line() ? bracket.column() : line.length - 1;
      for (int column = from; column >= 0; column--) {
        depth += step(line[column]);
        if (depth == 0 && isBracket(line[column])) {
          return new Spot(i, column);
        }
      }
    }
    return null;
  }

  private static boolean isBracket(char found) {
    return found == '{' || found == '}' || found == '[' || found == ']';
  }

  private static int step(char found) {
    return switch (found) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }

  /// The line without what stands in its strings.
  private static char[] outsideStrings(String line) {
    char[] outside = line.toCharArray();
    int i = 0;
    while (i < outside.length) {
      if (outside[i] == '"') {
        int stop = LineInk.closingQuote(line, i);
        Arrays.fill(outside, i, stop, ' ');
        i = stop;
      }
      i++;
    }
    return outside;
  }
}
