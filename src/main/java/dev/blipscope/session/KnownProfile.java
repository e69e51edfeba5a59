package dev.blipscope.session;

import dev.blipscope.mapping.Profile;
import dev.blipscope.mapping.ProfileProblem;
import dev.blipscope.mapping.ProfileReader;
import dev.blipscope.mapping.Profiles;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A profile that can be chosen.
///
/// @param name the name of one that comes with the program, or the path of a file
/// @param builtIn whether it comes with the program and cannot be changed
/// @param text the profile as it is now
/// @param saved the file as it is on disk
/// @param profile what is mapped with: the text as it last was right
/// @param problems what is wrong with the text as it is now
public record KnownProfile(
    String name,
    boolean builtIn,
    String text,
    String saved,
    Profile profile,
    List<ProfileProblem> problems) {

  public KnownProfile {
    problems = List.copyOf(problems);
  }

  static KnownProfile read(String name, String text, Profile profile) {
    return new KnownProfile(name, false, text, text, profile, List.of());
  }

  /// A profile whose file cannot be read any more. As long as no text of it is right, payloads are
  /// mapped by the usual one.
  static KnownProfile lost(String name, String text) {
    var usual = Profiles.named(Profiles.DEFAULT).orElseThrow();
    return new KnownProfile(name, false, text, text, usual, List.of()).edited(text);
  }

  /// Whether it was changed since it was read from the disk or written there.
  public boolean isUnsaved() {
    return !text.equals(saved);
  }

  /// Somebody typed: a text that is wrong leaves the last good profile in use.
  KnownProfile edited(String changed) {
    return switch (ProfileReader.read(changed.getBytes(StandardCharsets.UTF_8))) {
      case ProfileReader.Result.Read(var good) ->
          new KnownProfile(name, builtIn, changed, saved, good, List.of());
      case ProfileReader.Result.Faulty(var found) ->
          new KnownProfile(name, builtIn, changed, saved, profile, found);
    };
  }

  /// What was typed since is given up.
  KnownProfile unedited() {
    return isUnsaved() ? edited(saved) : this;
  }

  KnownProfile faulty(String changed, List<ProfileProblem> found) {
    return new KnownProfile(name, builtIn, changed, changed, profile, found);
  }

  /// This text stands on the disk now.
  KnownProfile savedAs(String written) {
    return new KnownProfile(name, builtIn, text, written, profile, problems);
  }
}
