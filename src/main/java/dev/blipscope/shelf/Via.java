package dev.blipscope.shelf;

import dev.blipscope.blip.Channel;

/// Where the customer of a row writes from.
public sealed interface Via {

  /// A channel that we know.
  record Known(Channel channel) implements Via {}

  /// There is no channel that we know.
  enum Unknown implements Via {
    /// The payload does not say.
    NONE,
    /// A gateway or a source that we do not know.
    OTHER
  }
}
