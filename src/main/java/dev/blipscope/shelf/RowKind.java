package dev.blipscope.shelf;

import dev.blipscope.blip.Kind;
import org.jspecify.annotations.Nullable;

/// What stands in a row of the list.
public enum RowKind {
  MESSAGE(Kind.MESSAGE),
  EVENT(Kind.EVENT),
  CONTACT(Kind.CONTACT),
  /// An object that is of no kind, or of two.
  UNSUPPORTED(null),
  /// An object that is known to be something else.
  FOREIGN(null),
  /// Valid JSON that is no object.
  NOT_OBJECT(null),
  /// A piece that could not be read.
  BROKEN(null);

  private final @Nullable Kind payload;

  RowKind(@Nullable Kind payload) {
    this.payload = payload;
  }

  static RowKind of(Kind kind) {
    return switch (kind) {
      case MESSAGE -> MESSAGE;
      case EVENT -> EVENT;
      case CONTACT -> CONTACT;
    };
  }

  /// The kind of payload that it is; none for what becomes no call.
  public @Nullable Kind payload() {
    return payload;
  }

  /// Whether there is an object to look into.
  public boolean isObject() {
    return this != NOT_OBJECT && this != BROKEN;
  }
}
