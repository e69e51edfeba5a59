package dev.blipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blipscope.segment.WriteKey;
import dev.blipscope.session.KnownTarget.KeyPlace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whatever keyring there is, or none: what was put away is there until it is forgotten.
class KeysTest {

  @Test
  void a_key_is_there_until_it_is_forgotten() {
    var keys = LinuxKeys.ofThisSystem();
    var key = WriteKey.of("madeUpKeyOfNobodyçã0000000000001");
    String name = "blipscope test " + ProcessHandle.current().pid();

    assertEquals(Optional.empty(), keys.fetch(name));
    var place = keys.keep(name, key);
    assertTrue(place == KeyPlace.KEYCHAIN || place == KeyPlace.SESSION, place::name);
    if (Boolean.getBoolean("blipscope.keyring")) {
      // Who knows that there is a keyring says so.
      assertEquals(KeyPlace.KEYCHAIN, place);
    }
    assertEquals(Optional.of(key), keys.fetch(name));
    var other = WriteKey.of("another");
    keys.keep(name, other);
    assertEquals(Optional.of(other), keys.fetch(name));
    keys.forget(name);
    assertEquals(Optional.empty(), keys.fetch(name));
  }
}
