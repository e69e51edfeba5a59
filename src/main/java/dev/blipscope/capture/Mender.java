package dev.blipscope.capture;

import dev.blipscope.json.Blanks;
import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Place;
import dev.blipscope.json.Scanner;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds the one edit that makes JSON of a broken piece of text.
///
/// It is looked for step by step: where the piece breaks, the small edits that people would try
/// there are tried, and the one after which most can be read is kept. In the end everything between
/// the first and the last difference is one edit.
final class Mender {

  private static final int MOST_STEPS = 1_000;
  private static final int MOST_IDLE_STEPS = 8;

  /// Signs that are missing can be guessed now and then; a text of guesses helps nobody.
  private static final int MOST_GUESSES = 20;

  private static final int LONGEST_TEXT = 1 << 20;
  private static final long LEAST_BUDGET = 1 << 24;

  private final Scanner scanner = new Scanner();
  private long budget;

  /// How far a text can be read.
  ///
  /// @param at where it breaks
  /// @param rest how much is not read; -1 if nothing is wrong
  private record Sight(int at, Expected expected, int rest) {
    boolean isWhole() {
      return rest < 0;
    }
  }

  private Mender(int length) {
    budget = LEAST_BUDGET + 8L * length;
  }

  /// The one edit after which a broken piece is JSON, if there is one.
  static @Nullable Mend mend(String text) {
    return mend(text, text);
  }

  /// The same, where another text is more likely to be what was meant.
  ///
  /// @param meant what the text may be, for instance in another encoding
  static @Nullable Mend mend(String text, String meant) {
    if (text.length() > LONGEST_TEXT) {
      return null;
    }
    String mended = new Mender(text.length()).mended(meant);
    return mended == null ? null : difference(text, mended);
  }

  private @Nullable String mended(String text) {
    String now = text;
    var sight = look(now);
    int idle = 0;
    int guesses = 0;
    for (int step = 0; step < MOST_STEPS && sight != null; step++) {
      if (sight.isWhole()) {
        return now;
      }
      Sight best = null;
      String bestText = now;
      boolean guessed = false;
      for (var edit : Remedies.of(now, sight.at(), sight.expected())) {
        String tried = edit.applyTo(now);
        var seen = look(tried);
        if (seen != null && (best == null || seen.rest() < best.rest())) {
          best = seen;
          bestText = tried;
          guessed = edit.from() == edit.to();
        }
      }
      idle = best != null && best.rest() < sight.rest() ? 0 : idle + 1;
      guesses += guessed ? 1 : 0;
      if (best == null
          || best.rest() > sight.rest()
          || idle > MOST_IDLE_STEPS
          || guesses > MOST_GUESSES) {
        return null;
      }
      sight = best;
      now = bestText;
    }
    return null;
  }

  /// @return null if that would take too long, or asks for more than we give
  private @Nullable Sight look(String text) {
    budget -= text.length();
    if (budget < 0) {
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int from = Blanks.after(bytes, 0, bytes.length);
    if (scanner.scan(bytes, from, bytes.length, true) == Scanner.Outcome.VALUE) {
      int end = Blanks.after(bytes, scanner.end(), bytes.length);
      return end == bytes.length
          ? new Sight(text.length(), Expected.END_OF_TEXT, -1)
          : sight(text, bytes, end, Expected.END_OF_TEXT);
    }
    var fault = scanner.fault();
    return fault.expected().isLimit() ? null : sight(text, bytes, fault.at(), fault.expected());
  }

  private static Sight sight(String text, byte[] bytes, int at, Expected expected) {
    int unit = Place.of(bytes, 0, at).offset();
    // Behind a quote too many everything looks like a string.
    boolean isEscape = expected == Expected.ESCAPE_LETTER || expected == Expected.HEX_DIGIT;
    boolean inString =
        expected == Expected.CLOSING_QUOTE || (isEscape && unit >= text.length() - 1);
    int read = inString ? lastQuote(text) : unit;
    return new Sight(unit, expected, text.length() - read);
  }

  private static int lastQuote(String text) {
    int quote = text.length();
    int backslashes;
    do {
      quote = text.lastIndexOf('"', quote - 1);
      backslashes = 0;
      while (backslashes < quote && text.charAt(quote - 1 - backslashes) == '\\') {
        backslashes++;
      }
    } while (backslashes % 2 == 1);
    return quote;
  }

  /// The smallest edit that turns one text into another.
  private static @Nullable Mend difference(String text, String mended) {
    if (text.equals(mended)) {
      return null;
    }
    int shorter = Math.min(text.length(), mended.length());
    int from = 0;
    while (from < shorter && text.charAt(from) == mended.charAt(from)) {
      from++;
    }
    if (from > 0 && Character.isHighSurrogate(text.charAt(from - 1))) {
      from--;
    }
    int same = 0;
    while (same < shorter - from
        && text.charAt(text.length() - 1 - same) == mended.charAt(mended.length() - 1 - same)) {
      same++;
    }
    if (same > 0 && Character.isLowSurrogate(text.charAt(text.length() - same))) {
      same--;
    }
    return new Mend(from, text.length() - same, mended.substring(from, mended.length() - same));
  }

  /// The edit that takes away what is left over beside a payload, if no word is lost with it.
  static @Nullable Mend deletion(String leftOver) {
    return Remedies.isIdle(leftOver) ? new Mend(0, leftOver.length(), "") : null;
  }
}
