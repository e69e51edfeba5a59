package dev.blipscope.mapping;

import dev.blipscope.json.Pointer;

/// What happens to the top-level fields of a payload that no rule takes into the body of a call.
public sealed interface Rest {

  /// They go into this object under their own names.
  record Kept(Pointer to, Grounds grounds) implements Rest {}

  record Dropped(Grounds grounds) implements Rest {}

  Grounds grounds();
}
