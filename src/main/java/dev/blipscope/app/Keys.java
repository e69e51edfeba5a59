package dev.blipscope.app;

import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.KnownTarget.KeyPlace;
import java.util.Optional;

/// Where the write keys of targets are, by the names of the targets. Never in a file of ours.
interface Keys {

  /// Puts a key away, in the place of the one before.
  ///
  /// @return where it is now
  KeyPlace keep(String name, WriteKey key);

  /// A key that was put away; none if it is not there.
  Optional<WriteKey> fetch(String name);

  void forget(String name);
}
