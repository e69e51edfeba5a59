package dev.blipscope.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// The profiles that come with the program; they are ordinary profile files.
public final class Profiles {

  /// The one that is taken when none is named.
  public static final String DEFAULT = "documented";

  private static final List<String> NAMES = List.of(DEFAULT, "idiomatic");

  private Profiles() {}

  public static List<String> names() {
    return NAMES;
  }

  public static Profile usual() {
    return named(DEFAULT).orElseThrow();
  }

  public static Optional<Profile> named(String name) {
    return file(name)
        .map(
            bytes ->
                switch (ProfileReader.read(bytes)) {
                  case ProfileReader.Result.Read(var profile) -> profile;
                  case ProfileReader.Result.Faulty(var problems) ->
                      throw new IllegalStateException(
                          "the built-in profile " + name + " must be right: " + problems);
                });
  }

  /// The file of a built-in profile, to the letter.
  public static Optional<byte[]> file(String name) {
    return NAMES.contains(name) ? Optional.of(resource(name + ".json")) : Optional.empty();
  }

  /// The JSON Schema that profile files follow.
  public static byte[] schema() {
    return resource("profile.schema.json");
  }

  private static byte[] resource(String name) {
    try (InputStream file = Profiles.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program must hold " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
