package dev.blipscope.shelf;

import dev.blipscope.blip.Direction;
import dev.blipscope.blip.Foreign;
import dev.blipscope.check.Breakage;
import org.jspecify.annotations.Nullable;

/// What the list shows of one row.
///
/// @param time when it happened by its own word, in milliseconds since 1970
/// @param who the identity of its person
public record Glance(
    RowKind kind,
    @Nullable Direction direction,
    Via via,
    @Nullable Long time,
    @Nullable String who,
    What what) {

  /// What it is about, in a few words. Texts are cut where a list would cut them anyway.
  public sealed interface What {

    /// The words of a message.
    record Words(String text) implements What {}

    /// A message without words, by the type of its content; empty if it has none.
    record Content(String type) implements What {}

    /// An event.
    record Tracked(String category, String action) implements What {}

    /// A contact, by name; empty if it has none.
    record Person(String name) implements What {}

    /// Something else that is known.
    record Shape(Foreign shape) implements What {}

    /// The beginning of what is neither.
    record Beginning(String text) implements What {}

    /// The beginning of a piece that could not be read, and where it breaks.
    ///
    /// @param breakage none in a text with very many broken pieces
    record Piece(String text, @Nullable Breakage breakage) implements What {}

    /// Too much to be read for a list.
    record Large(int bytes) implements What {}

    /// The file does not hold it any more.
    record Gone() implements What {}
  }
}
