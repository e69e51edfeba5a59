package dev.blipscope.session;

import dev.blipscope.inspect.Origin;
import dev.blipscope.shelf.RowKey;

/// The payload that lies open: its text, as it came and as it is now, and what is known about it.
///
/// @param origin where it was found
/// @param original the text as it came
/// @param text the text as it was read last
/// @param version the number of the last edit; what was found out about an older text is dropped
/// @param showing the number of the last time that the program, and not a person, set the text
/// @param covered whether personal data in it is covered, so that it cannot be changed
public record Desk(
    RowKey row,
    Origin origin,
    String original,
    String text,
    long version,
    long showing,
    boolean covered,
    Reading reading) {

  /// A payload that was just opened.
  public static Desk of(
      RowKey row, Origin origin, String original, String shown, boolean covered, Reading reading) {
    return new Desk(row, origin, original, shown, 0, 0, covered, reading);
  }

  /// Somebody typed; what, is known when it was read.
  Desk edited() {
    return new Desk(row, origin, original, text, version + 1, showing, covered, reading);
  }

  /// The text was read.
  public Desk read(String changed, Reading now) {
    return new Desk(row, origin, original, changed, version, showing, covered, now);
  }

  Desk at(RowKey other) {
    return new Desk(other, origin, original, text, version, showing, covered, reading);
  }

  Desk shownAs(long number) {
    return new Desk(row, origin, original, text, version, number, covered, reading);
  }

  /// The form of the text as it is now; while it cannot be read, that of the text as it came.
  public String recognised() {
    return reading instanceof Reading.Understood(_, var form, _, _)
        ? form.name()
        : origin.recognised();
  }

  /// Where in the text the payload begins, if the payload stands in it to the letter; else -1.
  public int payloadStart() {
    if (reading instanceof Reading.Understood(var explained, _, int start, _)
        && text.startsWith(explained.payload().text(), start)) {
      return start;
    }
    return -1;
  }
}
