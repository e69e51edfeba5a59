package dev.blipscope.session;

import dev.blipscope.inspect.Origin;
import dev.blipscope.shelf.RowKey;

/// The payload that lies open: its text, as it came and as it is now, and what is known about it.
///
/// @param origin where it was found
/// @param original the text as it came
/// @param text the text as it is shown and edited
/// @param version the number of the last edit; what was found out about an older text is dropped
public record Desk(
    RowKey row, Origin origin, String original, String text, long version, Reading reading) {

  /// A text that nobody has looked at yet.
  public static Desk of(RowKey row, Origin origin, String original, String shown) {
    return new Desk(row, origin, original, shown, 0, new Reading.Pending());
  }

  Desk edited(String changed, long newer) {
    return new Desk(row, origin, original, changed, newer, reading);
  }

  public Desk read(Reading now) {
    return new Desk(row, origin, original, text, version, now);
  }

  Desk at(RowKey other) {
    return new Desk(other, origin, original, text, version, reading);
  }

  /// Whether somebody changed more than the layout, or the layout itself.
  public boolean isEdited() {
    return version > 0;
  }
}
