package dev.blipscope.app;

import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.KnownTarget.KeyPlace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps keys in memory: when the program ends, they are gone.
final class SessionKeys implements Keys {

  private final Map<String, WriteKey> keys = new ConcurrentHashMap<>();

  @Override
  public KeyPlace keep(String name, WriteKey key) {
    keys.put(name, key);
    return KeyPlace.SESSION;
  }

  @Override
  public Optional<WriteKey> fetch(String name) {
    return Optional.ofNullable(keys.get(name));
  }

  @Override
  public void forget(String name) {
    keys.remove(name);
  }
}
