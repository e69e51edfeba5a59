package dev.blipscope.mapping;

import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Reads the moments that Blip writes, and writes them as Segment wants them.
public final class Instants {

  private static final int SECONDS_END = "2025-01-08T16:35:14".length();
  private static final int MILLIS_END = "2025-01-08T16:35:14.000".length();
  private static final int OFFSET_LENGTH = "+03:00".length();
  private static final int MOST_FRACTION_DIGITS = 9;
  private static final int NO_OFFSET = Integer.MIN_VALUE;
  private static final int MOST_YEARS = 9999;

  private Instants() {}

  /// The same moment in UTC with milliseconds, more digits cut; null if the text is no moment with
  /// seconds and zone.
  public static @Nullable String inUtc(String text) {
    if (!hasShape(text) || !isMoment(text)) {
      return null;
    }
    int zone = fractionEnd(text);
    int offset = zone < 0 ? NO_OFFSET : offset(text, zone);
    if (offset == NO_OFFSET) {
      return null;
    }
    if (offset == 0) {
      return zone == MILLIS_END && text.charAt(zone) == 'Z'
          ? text
          : written(text.substring(0, SECONDS_END), text, zone);
    }
    String seconds = moved(text, -offset);
    return seconds == null ? null : written(seconds, text, zone);
  }

  private static String written(String seconds, String text, int zone) {
    var written = new StringBuilder(MILLIS_END + 1).append(seconds).append('.');
    for (int i = SECONDS_END + 1; i < MILLIS_END; i++) {
      written.append(i < zone ? text.charAt(i) : '0');
    }
    return written.append('Z').toString();
  }

  private static @Nullable String moved(String text, int minutes) {
    var moved =
        LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19))
            .plusMinutes(minutes);
    if (moved.getYear() < 0 || moved.getYear() > MOST_YEARS) {
      return null;
    }
    var written = new StringBuilder(SECONDS_END);
    padded(written, moved.getYear(), 4).append('-');
    padded(written, moved.getMonthValue(), 2).append('-');
    padded(written, moved.getDayOfMonth(), 2).append('T');
    padded(written, moved.getHour(), 2).append(':');
    padded(written, moved.getMinute(), 2).append(':');
    return padded(written, moved.getSecond(), 2).toString();
  }

  private static StringBuilder padded(StringBuilder to, int number, int digits) {
    String plain = Integer.toString(number);
    return to.repeat('0', digits - plain.length()).append(plain);
  }

  /// Where the fraction of a second ends; -1 if it is none.
  private static int fractionEnd(String text) {
    if (text.charAt(SECONDS_END) != '.') {
      return SECONDS_END;
    }
    int end = SECONDS_END + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    int digits = end - SECONDS_END - 1;
    return digits == 0 || digits > MOST_FRACTION_DIGITS ? -1 : end;
  }

  /// The minutes that the zone at this place is ahead of UTC, or [#NO_OFFSET].
  private static int offset(String text, int at) {
    if (at == text.length() - 1 && text.charAt(at) == 'Z') {
      return 0;
    }
    if (at != text.length() - OFFSET_LENGTH
        || (text.charAt(at) != '+' && text.charAt(at) != '-')
        || text.charAt(at + 3) != ':'
        || !isNumber(text, at + 1, at + 3)
        || !isNumber(text, at + 4, at + 6)) {
      return NO_OFFSET;
    }
    int hours = number(text, at + 1, at + 3);
    int minutes = number(text, at + 4, at + 6);
    if (hours > 23 || minutes > 59) {
      return NO_OFFSET;
    }
    return (text.charAt(at) == '-' ? -1 : 1) * (hours * 60 + minutes);
  }

  /// Whether there is such a day, and such a second in it.
  private static boolean isMoment(String text) {
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    return month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(number(text, 0, 4), month).lengthOfMonth())
        && number(text, 11, 13) <= 23
        && number(text, 14, 16) <= 59
        && number(text, 17, 19) <= 59;
  }

  private static boolean hasShape(String text) {
    return text.length() > SECONDS_END
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && isNumber(text, 0, 4)
        && isNumber(text, 5, 7)
        && isNumber(text, 8, 10)
        && isNumber(text, 11, 13)
        && isNumber(text, 14, 16)
        && isNumber(text, 17, 19);
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
