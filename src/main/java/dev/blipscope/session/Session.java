package dev.blipscope.session;

import dev.blipscope.mapping.Profiles;
import dev.blipscope.segment.Target;
import dev.blipscope.shelf.RowKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that the window shows. It never changes; an event makes a new one.
///
/// @param chosen the payloads that are selected
/// @param desk the one that lies open
/// @param profiles all that can be chosen, by name
/// @param profile the name of the one that payloads are mapped by
/// @param target where calls would go
/// @param jobs what takes a while
/// @param notice what was said last and is not yet seen
public record Session(
    Set<RowKey> chosen,
    @Nullable Desk desk,
    Focus focus,
    Map<String, KnownProfile> profiles,
    String profile,
    @Nullable Comparison comparison,
    Target target,
    List<Job> jobs,
    @Nullable Notice notice,
    Settings settings) {

  public Session {
    chosen = Set.copyOf(chosen);
    profiles = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    jobs = List.copyOf(jobs);
  }

  /// What a newcomer finds.
  public static Session first(Settings settings) {
    return new Session(
        Set.of(),
        null,
        new Focus.Nothing(),
        builtIn(),
        Profiles.DEFAULT,
        null,
        Target.SANDBOX,
        List.of(),
        null,
        settings);
  }

  private static Map<String, KnownProfile> builtIn() {
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
    return all;
  }

  /// The profile that payloads are mapped by.
  public KnownProfile profileInUse() {
    return Optional.ofNullable(profiles.get(profile))
        .orElseThrow(() -> new IllegalStateException("the profile in use must be known"));
  }

  // The next session

  Session choosing(Set<RowKey> rows) {
    return new Session(
        rows, desk, focus, profiles, profile, comparison, target, jobs, notice, settings);
  }

  Session with(@Nullable Desk other) {
    return new Session(
        chosen, other, focus, profiles, profile, comparison, target, jobs, notice, settings);
  }

  Session with(Focus other) {
    return new Session(
        chosen, desk, other, profiles, profile, comparison, target, jobs, notice, settings);
  }

  Session with(KnownProfile known) {
    var all = new LinkedHashMap<>(profiles);
    all.put(known.name(), known);
    return new Session(
        chosen, desk, focus, all, profile, comparison, target, jobs, notice, settings);
  }

  Session withoutProfile(String name) {
    var all = new LinkedHashMap<>(profiles);
    all.remove(name);
    return new Session(
        chosen,
        desk,
        focus,
        all,
        profile.equals(name) ? Profiles.DEFAULT : profile,
        comparison,
        target,
        jobs,
        notice,
        settings);
  }

  Session using(String other) {
    return new Session(
        chosen, desk, focus, profiles, other, comparison, target, jobs, notice, settings);
  }

  Session with(@Nullable Comparison other) {
    return new Session(
        chosen, desk, focus, profiles, profile, other, target, jobs, notice, settings);
  }

  Session with(Job job) {
    var all = new ArrayList<>(jobs);
    all.removeIf(known -> known.id() == job.id());
    all.add(job);
    return new Session(
        chosen, desk, focus, profiles, profile, comparison, target, all, notice, settings);
  }

  Session withoutJob(long job) {
    return new Session(
        chosen,
        desk,
        focus,
        profiles,
        profile,
        comparison,
        target,
        jobs.stream().filter(known -> known.id() != job).toList(),
        notice,
        settings);
  }

  Session with(@Nullable Notice said) {
    return new Session(
        chosen, desk, focus, profiles, profile, comparison, target, jobs, said, settings);
  }

  Session with(Settings other) {
    return new Session(
        chosen, desk, focus, profiles, profile, comparison, target, jobs, notice, other);
  }
}
