package dev.blipscope.check;

import dev.blipscope.json.Expected;
import dev.blipscope.json.Mend;
import dev.blipscope.json.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a text is not the JSON that it should be.
///
/// @param place where in the whole input
/// @param at where in the broken piece, in UTF-16 units
/// @param mend the one edit of the piece that would make it JSON
public record Breakage(Place place, int at, Expected expected, @Nullable Mend mend) {

  /// What to report of a text that breaks so.
  ///
  /// @param found a few characters at the place
  public Finding finding(String found) {
    return new Finding(
        expected.isLimit() ? Code.JSON_LIMIT : Code.JSON_INVALID,
        Severity.ERROR,
        new Where.InInput(),
        List.of(expected.name(), found),
        this);
  }
}
