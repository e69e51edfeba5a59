package dev.blipscope.session;

import dev.blipscope.mapping.Profiles;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The profiles that can be chosen, and the one that was.
///
/// @param known all of them, by name
/// @param name the name of the one that payloads are mapped by
/// @param comparison in what two of them differ, if that was asked
public record Choice(
    Map<String, KnownProfile> known, String name, @Nullable Comparison comparison) {

  public Choice {
    known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    if (!known.containsKey(name)) {
      throw new IllegalArgumentException("the profile in use must be known: " + name);
    }
  }

  static Choice builtIn() {
    var all = new LinkedHashMap<String, KnownProfile>();
    for (String name : Profiles.names()) {
      all.put(
          name,
          new KnownProfile(
              name,
              true,
              new String(Profiles.file(name).orElseThrow(), StandardCharsets.UTF_8),
              Profiles.named(name).orElseThrow(),
              List.of()));
    }
    return new Choice(all, Profiles.DEFAULT, null);
  }

  KnownProfile inUse() {
    var used = known.get(name);
    if (used == null) {
      throw new IllegalStateException("the profile in use must be known: " + name);
    }
    return used;
  }

  Choice with(KnownProfile profile) {
    var all = new LinkedHashMap<>(known);
    all.put(profile.name(), profile);
    return new Choice(all, name, comparison);
  }

  Choice without(String gone) {
    var all = new LinkedHashMap<>(known);
    all.remove(gone);
    return new Choice(all, name.equals(gone) ? Profiles.DEFAULT : name, comparison);
  }

  Choice using(String other) {
    return new Choice(known, other, comparison);
  }

  Choice comparing(@Nullable Comparison other) {
    return new Choice(known, name, other);
  }
}
