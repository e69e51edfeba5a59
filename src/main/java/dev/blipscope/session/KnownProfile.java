package dev.blipscope.session;

import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.ProfileProblem;
import java.util.List;

/// A profile that can be chosen.
///
/// @param name the name of one that comes with the program, or the path of a file
/// @param builtIn whether it comes with the program and cannot be changed
/// @param text the file as it is now
/// @param profile what is mapped with: the file as it last was right
/// @param problems what is wrong with the file as it is now
public record KnownProfile(
    String name, boolean builtIn, String text, Profile profile, List<ProfileProblem> problems) {

  public KnownProfile {
    problems = List.copyOf(problems);
  }

  static KnownProfile read(String name, String text, Profile profile) {
    return new KnownProfile(name, false, text, profile, List.of());
  }

  KnownProfile faulty(String changed, List<ProfileProblem> found) {
    return new KnownProfile(name, builtIn, changed, profile, found);
  }
}
