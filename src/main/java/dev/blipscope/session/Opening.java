package dev.blipscope.session;

import dev.blipscope.shelf.RowKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person looks at.
///
/// @param chosen the payloads that are selected
/// @param lead the one of them that is to be opened; it may still be on its way
/// @param desk the one that lies open
/// @param focus what in it is pointed at
/// @param shows how often a payload was opened
public record Opening(
    Set<RowKey> chosen, @Nullable RowKey lead, @Nullable Desk desk, Focus focus, long shows) {

  static final Opening NONE = new Opening(Set.of(), null, null, new Focus.Nothing(), 0);

  public Opening {
    chosen = Set.copyOf(chosen);
  }

  Opening choosing(Set<RowKey> rows, RowKey first) {
    return new Opening(rows, first, desk, focus, shows);
  }

  /// A payload was opened.
  Opening showing(Desk other) {
    return new Opening(chosen, lead, other.shownAs(shows + 1), new Focus.Nothing(), shows + 1);
  }

  /// Nothing is looked at.
  Opening closed() {
    return new Opening(Set.of(), null, null, new Focus.Nothing(), shows);
  }

  /// What lies open is on its way once more.
  Opening withoutDesk() {
    return new Opening(chosen, lead, null, new Focus.Nothing(), shows);
  }

  /// More is known about what lies open.
  Opening knowing(Desk same) {
    return new Opening(chosen, lead, same, focus, shows);
  }

  Opening pointing(Focus other) {
    return new Opening(chosen, lead, desk, other, shows);
  }

  /// The payload got another place.
  Opening moved(RowKey from, RowKey to) {
    if (from.equals(to)) {
      return this;
    }
    boolean was = chosen.contains(from);
    return new Opening(
        was ? Set.of(to) : chosen,
        from.equals(lead) ? to : lead,
        desk != null && desk.row().equals(from) ? desk.at(to) : desk,
        focus,
        shows);
  }
}
