package dev.blipscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A person's folders, made for one run: whatever the program keeps, it keeps below them.
record Home(Setup setup, Path folder) {

  /// Makes the folders.
  static Home in(Setup setup, Path folder) throws IOException {
    for (String each : List.of("state", "config", "temp", "work", "logs")) {
      Files.createDirectories(folder.resolve(each));
    }
    return new Home(setup, folder);
  }

  Path state() {
    return folder.resolve("state");
  }

  /// What a child prints goes to files of this name.
  Path log(String name) {
    return folder.resolve("logs").resolve(name);
  }

  /// The packaged tool, to be started at home.
  ProcessBuilder blipscope(List<String> arguments) {
    var command = setup.blipscope(List.of(), arguments.toArray(String[]::new));
    command.addAll(
        1,
        List.of(
            "-Duser.home=" + folder,
            "-Djava.io.tmpdir=" + folder.resolve("temp"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1"));
    return at(new ProcessBuilder(command));
  }

  /// Any program, to be started at home.
  ProcessBuilder at(ProcessBuilder program) {
    program.directory(folder.resolve("work").toFile());
    var environment = program.environment();
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(environment::remove);
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", folder.resolve("temp").toString());
    environment.put("XDG_STATE_HOME", state().toString());
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return program;
  }
}
