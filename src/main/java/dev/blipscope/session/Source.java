package dev.blipscope.session;

import dev.blipscope.json.Place;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A text that payloads came with: where it is from, so that it can be told and opened again.
///
/// @param id a number that no other text of the session has, the same as its batch has
/// @param name what the list calls it
/// @param number of a text that is one payload of several: which one; else 0
/// @param start of such a text where in the whole it began
/// @param text of what is kept in memory the text itself
/// @param file of what lies on the disk what was opened: the file, or the folder or archive
public record Source(
    int id,
    How how,
    String name,
    int number,
    Place start,
    @Nullable String text,
    @Nullable String file) {

  /// How a text came in.
  public enum How {
    PASTED,
    SAMPLE,
    FILE,
    /// What came with the program and is no text, such as a compressed sample.
    STREAM
  }

  public Source {
    if ((text == null) == (file == null)) {
      throw new IllegalArgumentException("either a text or a file was expected");
    }
  }

  /// A text in memory.
  public static Source of(int id, How how, String name, String text) {
    return new Source(id, how, name, 0, Place.START, text, null);
  }

  /// A text in a file.
  public static Source of(int id, String name, String file) {
    return new Source(id, How.FILE, name, 0, Place.START, null, file);
  }

  /// Something that cannot be opened again.
  public static Source ofStream(int id, String name) {
    return new Source(id, How.STREAM, name, 0, Place.START, null, name);
  }

  /// One payload of a text that held several, on its own.
  public Source part(int otherId, int number, Place start, String part) {
    return new Source(otherId, how, name, number, start, part, null);
  }

  /// A payload of this text after it was changed, as a text of its own.
  public Source inItsPlace(int otherId, Desk desk, Place place, String changed) {
    var origin = desk.origin();
    int which = id == otherId ? number : origin.index();
    return new Source(otherId, how, name, which, place, changed, null);
  }

  public boolean isInMemory() {
    return text != null;
  }

  /// The text of what is kept in memory.
  public String inMemory() {
    return Objects.requireNonNull(text, "only a text in memory has its text here");
  }
}
