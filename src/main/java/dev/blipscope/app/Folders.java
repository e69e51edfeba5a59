package dev.blipscope.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the program keeps what it keeps, as each system wants it.
///
/// @param settings how a person likes the window
/// @param session what was open
record Folders(Path settings, Path session) {

  private static final String NAME = "blipscope";

  static Folders ofThisMachine() {
    return of(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  /// Where the log is.
  Path log() {
    return session.resolve("log");
  }

  /// @param system the name of the operating system
  /// @param home the person's folder
  static Folders of(String system, Path home, Map<String, String> environment) {
    Function<String, @Nullable Path> named =
        variable -> {
          var value = environment.get(variable);
          return value == null || value.isBlank() ? null : Path.of(value);
        };
    if (system.startsWith("Windows")) {
      var local = named.apply("LOCALAPPDATA");
      var folder = (local == null ? home.resolve("AppData/Local") : local).resolve("Blipscope");
      return new Folders(folder, folder.resolve("session"));
    }
    if (system.startsWith("Mac")) {
      var folder = home.resolve("Library/Application Support/Blipscope");
      return new Folders(folder, folder.resolve("session"));
    }
    var config = named.apply("XDG_CONFIG_HOME");
    var state = named.apply("XDG_STATE_HOME");
    return new Folders(
        (config == null ? home.resolve(".config") : config).resolve(NAME),
        (state == null ? home.resolve(".local/state") : state).resolve(NAME));
  }
}
