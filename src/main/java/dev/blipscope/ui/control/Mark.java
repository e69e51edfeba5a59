package dev.blipscope.ui.control;

/// A stretch of the shown text that has something to say.
///
/// @param start the first UTF-16 unit, counted in the text that was given to be shown or, after the
///     first edit, in the last [Snapshot]
/// @param end the unit behind the last one
public record Mark(int start, int end, Kind kind) {

  public Mark {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a mark runs from 0 or later, and not backwards");
    }
  }

  /// What it says. Each kind has a shape of its own, not only a colour.
  public enum Kind {
    /// It belongs to what is selected on the other side.
    LINKED(Ink.LINKED),
    /// It goes nowhere.
    UNUSED(Ink.UNUSED),
    FINDING_ERROR(Ink.FINDING_ERROR),
    FINDING_WARNING(Ink.FINDING_WARNING),
    FINDING_INFO(Ink.FINDING_INFO),
    /// Here the text stops being JSON.
    BROKEN(Ink.BROKEN),
    /// It says something about a person.
    PERSONAL(Ink.PERSONAL),
    /// It hides, moves or turns around what stands beside it.
    INVISIBLE(Ink.HIDDEN);

    private final Ink ink;

    Kind(Ink ink) {
      this.ink = ink;
    }

    Ink ink() {
      return ink;
    }
  }
}
