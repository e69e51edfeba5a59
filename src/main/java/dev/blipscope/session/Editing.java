package dev.blipscope.session;

import dev.blipscope.json.Difference;
import dev.blipscope.mapping.Profile;
import java.util.List;

/// The profile that is being looked into or changed.
///
/// @param name which one it is
/// @param showing the number of the last time that the program, and not a person, set the text
/// @param before the profile as it was when this began
/// @param pointers the places that occur in the open payloads
/// @param changes in what the call of the open payload differs from that of before
public record Editing(
    String name, long showing, Profile before, List<String> pointers, List<Difference> changes) {

  public Editing {
    pointers = List.copyOf(pointers);
    changes = List.copyOf(changes);
  }

  Editing finding(List<String> found) {
    return new Editing(name, showing, before, found, changes);
  }

  Editing changing(List<Difference> found) {
    return new Editing(name, showing, before, pointers, found);
  }

  /// The program set the text.
  Editing shownAgain() {
    return new Editing(name, showing + 1, before, pointers, changes);
  }
}
