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
/// @param wanted the one that is to be used as soon as it was read; none if nobody waits
/// @param editing the one that is being changed; none if nobody does
/// @param comparing in what two of them differ, if that was asked
public record Choice(
    Map<String, KnownProfile> known,
    String name,
    @Nullable Wanted wanted,
    @Nullable Editing editing,
    Comparing comparing) {

  /// A profile file that somebody waits for.
  ///
  /// @param toEdit whether it is to be edited then
  record Wanted(String name, boolean toEdit) {}

  public Choice {
    known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    if (!known.containsKey(name)) {
      throw new IllegalArgumentException("the profile in use must be known: " + name);
    }
  }

  static Choice builtIn() {
    var all = new LinkedHashMap<String, KnownProfile>();
    for (String name : Profiles.names()) {
      String text = new String(Profiles.file(name).orElseThrow(), StandardCharsets.UTF_8);
      all.put(
          name,
          new KnownProfile(name, true, text, text, Profiles.named(name).orElseThrow(), List.of()));
    }
    return new Choice(all, Profiles.DEFAULT, null, null, Comparing.NOTHING);
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
    return new Choice(all, name, wanted, editing, comparing);
  }

  Choice without(String gone) {
    var all = new LinkedHashMap<>(known);
    all.remove(gone);
    return new Choice(
        all,
        name.equals(gone) ? Profiles.DEFAULT : name,
        wanted,
        isEdited(gone) ? null : editing,
        comparing);
  }

  Choice using(String other) {
    return new Choice(known, other, null, editing, comparing);
  }

  Choice wanting(@Nullable Wanted other) {
    return new Choice(known, name, other, editing, comparing);
  }

  boolean isWanted(String profile) {
    return wanted != null && wanted.name().equals(profile);
  }

  Choice editing(@Nullable Editing other) {
    return new Choice(known, name, wanted, other, comparing);
  }

  boolean isEdited(String profile) {
    return editing != null && editing.name().equals(profile);
  }

  Choice with(Comparing other) {
    return new Choice(known, name, wanted, editing, other);
  }

  /// Without anything that was taken from payloads, or typed and not saved.
  Choice forgetful() {
    var all = new LinkedHashMap<>(known);
    all.replaceAll((_, profile) -> profile.unedited());
    return new Choice(
        all,
        name,
        wanted,
        editing == null ? null : editing.finding(List.of()).changing(List.of()).shownAgain(),
        comparing.forgetful());
  }
}
